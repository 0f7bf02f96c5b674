def attempt(f, *args, **kw):
    try:
        return f(*args, **kw)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
r = range(2, 20, 3)
print(r, range(3), range(1, 5), list(r), len(r), r[0], r[-1], r[1:3], r[::-1], r[::2], r[10:])
# expect: range(2, 20, 3) range(0, 3) range(1, 5) [2, 5, 8, 11, 14, 17] 6 2 17 range(5, 11, 3) range(17, -1, -3) range(2, 20, 6) range(20, 20, 3)
print(5 in r, 6 in r, 5.0 in r, 'a' in r, True in range(3), r.index(8), r.count(8), r.count(9), attempt(r.index, 7), attempt(r.index, 'x'))
# expect: True False True False True 2 1 0 ValueError: 7 is not in range ValueError: sequence.index(x): x not in sequence
b = range(10**30, 10**30 + 10, 3)
print(b, list(b), len(b), b[1], b[-1], 10**30 + 3 in b, 10**30 + 4 in b, b.index(10**30 + 6), b[1:3], list(reversed(b)))
# expect: range(1000000000000000000000000000000, 1000000000000000000000000000010, 3) [1000000000000000000000000000000, 1000000000000000000000000000003, 1000000000000000000000000000006, 1000000000000000000000000000009] 4 1000000000000000000000000000003 1000000000000000000000000000009 True False 2 range(1000000000000000000000000000003, 1000000000000000000000000000009, 3) [1000000000000000000000000000009, 1000000000000000000000000000006, 1000000000000000000000000000003, 1000000000000000000000000000000]
huge = range(10**30)
print(attempt(len, huge), huge[10**29], attempt(lambda: huge[10**31]), bool(huge), huge[5:10], huge[-1], huge[::10**29])
# expect: OverflowError: Python int too large to convert to C ssize_t 100000000000000000000000000000 IndexError: range object index out of range True range(5, 10) 999999999999999999999999999999 range(0, 1000000000000000000000000000000, 100000000000000000000000000000)
print(range(0, 10, -1), list(range(10, 0, -3)), list(reversed(range(10, 0, -3))), list(range(-5, -10, -2)), len(range(0, -7, -2)))
# expect: range(0, 10, -1) [10, 7, 4, 1] [1, 4, 7, 10] [-5, -7, -9] 4
print(range(0) == range(5, 5), range(0, 10, 3) == range(0, 12, 3), range(1) == [0], hash(range(0)) == hash(range(3, 3)), hash(range(5)) == hash(range(0, 5, 1)))
# expect: True True False True True
print(attempt(range), attempt(range, 1, 2, 0), attempt(range, 1.0), attempt(range, 1, 2, 3, 4), attempt(range, k=1), attempt(lambda: r['a']), attempt(lambda: r[9]))
# expect: TypeError: range expected at least 1 argument, got 0 ValueError: range() arg 3 must not be zero TypeError: 'float' object cannot be interpreted as an integer TypeError: range expected at most 3 arguments, got 4 TypeError: range() takes no keyword arguments TypeError: range indices must be integers or slices, not str IndexError: range object index out of range
print(r.start, r.stop, r.step, attempt(setattr, r, 'start', 1), range(True), range(2, True))
# expect: 2 20 3 AttributeError: readonly attribute range(0, 1) range(2, 1)
it = iter(range(5))
print(next(it), it.__length_hint__(), list(it), type(it).__name__, type(iter(b)).__name__, iter(b).__length_hint__())
# expect: 0 4 [1, 2, 3, 4] range_iterator longrange_iterator 4
print(list(range(2**63 - 3, 2**63)), list(range(-2**63, -2**63 + 2)), type(iter(range(2**63 - 3, 2**63 - 1))).__name__, type(iter(range(2**63 - 3, 2**63 - 1, 5))).__name__)
# expect: [9223372036854775805, 9223372036854775806, 9223372036854775807] [-9223372036854775808, -9223372036854775807] range_iterator longrange_iterator
print(r < r if False else attempt(lambda: r < r), repr(range(0, 5, 1)), repr(range(-1, -10**20, -5)))
# expect: TypeError: '<' not supported between instances of 'range' and 'range' range(0, 5) range(-1, -100000000000000000000, -5)
