def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
a = [1, 2, 3, 2]
a.insert(0, 'f'); a.insert(-1, 'm'); a.insert(99, 'e')
print(a)
# expect: ['f', 1, 2, 3, 'm', 2, 'e']
print(a.pop(), a.pop(0), a.pop(-2), a)
# expect: e f m [1, 2, 3, 2]
print(a.index(2), a.count(2), attempt(a.index, 9), attempt(a.index, 1, 1))
# expect: 1 2 ValueError: 9 is not in list ValueError: 1 is not in list
a.remove(2)
print(a, attempt(a.remove, 'zz'))
# expect: [1, 3, 2] ValueError: list.remove(x): x not in list
a.reverse()
print(a, a.copy(), a.copy() is a)
# expect: [2, 3, 1] [2, 3, 1] False
a.extend(x for x in 'ab')
print(a)
# expect: [2, 3, 1, 'a', 'b']
a += (7, 8)
a *= 2
print(a)
# expect: [2, 3, 1, 'a', 'b', 7, 8, 2, 3, 1, 'a', 'b', 7, 8]
print(attempt([].pop), attempt([1].pop, 5), attempt([1].pop, 'a'), attempt([1].pop, 10**30))
# expect: IndexError: pop from empty list IndexError: pop index out of range TypeError: 'str' object cannot be interpreted as an integer OverflowError: Python int too large to convert to C ssize_t
print(attempt([].append), attempt([].insert, 1), attempt([].index), attempt([].extend, 5))
# expect: TypeError: list.append() takes exactly one argument (0 given) TypeError: insert expected 2 arguments, got 1 TypeError: index expected at least 1 argument, got 0 TypeError: 'int' object is not iterable
print(attempt(list, 1, 2), attempt(list, 5))
# expect: TypeError: list expected at most 1 argument, got 2 TypeError: 'int' object is not iterable
print([1, 2] * 2, 0 * [1], [1] * -1, [] * 10**18)
# expect: [1, 2, 1, 2] [] [] []
print(attempt(lambda: [1] + (2,)), attempt(lambda: [1] * 'a'), attempt(lambda: [1] * 2.0))
# expect: TypeError: can only concatenate list (not "tuple") to list TypeError: can't multiply sequence by non-int of type 'str' TypeError: can't multiply sequence by non-int of type 'float'
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [2] > [1, 9], [1] == [1.0], [1] != (1,), attempt(lambda: [1] < [None]))
# expect: True True True True True TypeError: '<' not supported between instances of 'int' and 'NoneType'
print(3 in [1, 2, 3], 'x' in [], None in [0, None])
# expect: True False True
print([[]] * 2, [1, [2, [3]]], list('abc'), list({'k': 1}))
# expect: [[], []] [1, [2, [3]]] ['a', 'b', 'c'] ['k']
a = [1]; a.append(a)
print(a, a[1] is a)
# expect: [1, [...]] True
print(list[int], [].__class__, list.__name__, list.__doc__ is None or True)
# expect: list[int] <class 'list'> list True
a.clear()
print(a, bool(a), len(a))
# expect: [] False 0
