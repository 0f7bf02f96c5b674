def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
t = (1, 2, 3, 2)
print(t, (), (1,), ((),), t[1], t[-1], t[1:3], t[::-1], t[::2], t[5:])
# expect: (1, 2, 3, 2) () (1,) ((),) 2 2 (2, 3) (2, 3, 2, 1) (1, 3) ()
print(t.index(2), t.index(2, 2), t.count(2), attempt(t.index, 9), attempt(t.index))
# expect: 1 3 2 ValueError: tuple.index(x): x not in tuple TypeError: index expected at least 1 argument, got 0
print(t + (4,), t * 2, 2 * (0,), t * 0, () + t is t, t * 1 is t, t[:] is t, tuple(t) is t, t + () is t)
# expect: (1, 2, 3, 2, 4) (1, 2, 3, 2, 1, 2, 3, 2) (0, 0) () True True True True True
print(attempt(lambda: t[9]), attempt(lambda: t['a']), attempt(lambda: t + [1]), attempt(lambda: t.__getitem__(1.5)))
# expect: IndexError: tuple index out of range TypeError: tuple indices must be integers or slices, not str TypeError: can only concatenate tuple (not "list") to tuple TypeError: tuple indices must be integers or slices, not float
print((1, 2) < (1, 3), (1,) < (1, 0), (2,) > (1, 9), (1,) == (1.0,), (1, 2) != [1, 2], attempt(lambda: (1,) < ('a',)))
# expect: True True True True True TypeError: '<' not supported between instances of 'int' and 'str'
print(hash(()), hash((1,)), hash((1, 2, 3)), hash((1.5, (2, 3))), hash((0,) * 5), attempt(hash, ([],)))
# expect: 5740354900026072187 -6644214454873602895 529344067295497451 5043971494856347220 -1981010948988890347 TypeError: unhashable type: 'list'
print(tuple('abc'), tuple(), tuple([1, 2]), tuple(x for x in range(3)), tuple({1: 2}), attempt(tuple, 1), attempt(tuple, 1, 2))
# expect: ('a', 'b', 'c') () (1, 2) (0, 1, 2) (1,) TypeError: 'int' object is not iterable TypeError: tuple expected at most 1 argument, got 2
print(2 in t, 9 in t, len(t), bool(()), tuple[int, ...])
# expect: True False 4 False tuple[int, ...]
a = [1]
t = (a, 2)
a.append(t)
print(t)
# expect: ([1, (...)], 2)
class T(tuple):
    def __new__(cls, *a):
        return super().__new__(cls, a)
x = T(1, 2)
print(x, type(x).__name__, type(x[:]).__name__, type(x + ()).__name__, x == (1, 2), hash(x) == hash((1, 2)), x.__getnewargs__())
# expect: (1, 2) T tuple tuple True True ((1, 2),)
x.attr = 5
print(x.attr, x.__dict__)
# expect: 5 {'attr': 5}
it = iter((1, 2, 3))
print(next(it), it.__length_hint__(), list(it), it.__length_hint__())
# expect: 1 2 [2, 3] 0
