def again(it):
    f, args, *state = it.__reduce__()
    new = f(*args)
    if state:
        new.__setstate__(state[0])
    return new
def started(it):
    next(it)
    return it
class Q:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i
for make in (lambda: iter([1, 2, 3]), lambda: reversed([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter(Q()), lambda: iter({1: 'a', 2: 'b'}), lambda: iter({1: 'a', 2: 'b'}.items()),
             lambda: reversed({1: 'a', 2: 'b'}.values()), lambda: iter({5, 6}), lambda: iter(range(3, 9, 2)), lambda: iter(range(10**20, 10**20 + 3)),
             lambda: enumerate('abc', 7), lambda: reversed('abc'), lambda: zip('ab', 'cd'), lambda: map(str, [1, 2]), lambda: filter(None, [1, 0, 2]), lambda: enumerate('ab', 10**30)):
    a = started(make())
    b = again(a) if type(a).__name__ not in ('enumerate', 'zip', 'map', 'filter') else a
    c = make()
    list(c)
    print(type(a).__name__, list(b), [type(x).__name__ for x in a.__reduce__()], list(again(c)))
# expect: list_iterator [2, 3] ['builtin_function_or_method', 'tuple', 'int'] []
# expect: list_reverseiterator [2, 1] ['type', 'tuple', 'int'] []
# expect: tuple_iterator [2, 3] ['builtin_function_or_method', 'tuple', 'int'] []
# expect: iterator [1, 2, 3] ['builtin_function_or_method', 'tuple', 'int'] []
# expect: dict_keyiterator [2] ['builtin_function_or_method', 'tuple'] []
# expect: dict_itemiterator [(2, 'b')] ['builtin_function_or_method', 'tuple'] []
# expect: dict_reversevalueiterator ['a'] ['builtin_function_or_method', 'tuple'] []
# expect: set_iterator [6] ['builtin_function_or_method', 'tuple'] []
# expect: range_iterator [5, 7] ['builtin_function_or_method', 'tuple', 'int'] []
# expect: longrange_iterator [100000000000000000001, 100000000000000000002] ['builtin_function_or_method', 'tuple', 'int'] []
# expect: enumerate [(8, 'b'), (9, 'c')] ['type', 'tuple'] []
# expect: reversed ['b', 'a'] ['type', 'tuple', 'int'] []
# expect: zip [('b', 'd')] ['type', 'tuple'] []
# expect: map ['2'] ['type', 'tuple'] []
# expect: filter [2] ['type', 'tuple'] []
# expect: enumerate [(1000000000000000000000000000001, 'b')] ['type', 'tuple'] []
print(zip('a', strict=True).__reduce__()[2], zip('a').__reduce__()[0], enumerate('a', 3).__reduce__()[1][1], iter(range(5)).__reduce__()[1:], iter(int, 1).__reduce__()[1])
# expect: True <class 'zip'> 3 ((range(0, 5),), 0) (<class 'int'>, 1)
