def attempt(f, *args, **kw):
    try:
        return f(*args, **kw)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
s = slice(1, 10, 2)
print(s, slice(3), slice(None), s.start, s.stop, s.step, s.indices(5), slice(None, None, -1).indices(5), slice(-3, None).indices(10))
# expect: slice(1, 10, 2) slice(None, 3, None) slice(None, None, None) 1 10 2 (1, 5, 2) (4, -1, -1) (7, 10, 1)
print(slice(10**20).indices(10**19), slice(-10**20, 10**20, 10**18).indices(10**19), attempt(s.indices, -1), attempt(s.indices, 'a'))
# expect: (0, 10000000000000000000, 1) (0, 10000000000000000000, 1000000000000000000) ValueError: length should not be negative TypeError: 'str' object cannot be interpreted as an integer
print(slice(1) == slice(1), slice(1) == slice(2), slice(1, 2) < slice(1, 3), attempt(hash, s), attempt(slice), attempt(slice, 1, 2, 3, 4))
# expect: True False True TypeError: unhashable type: 'slice' TypeError: slice expected at least 1 argument, got 0 TypeError: slice expected at most 3 arguments, got 4
print(attempt(slice(1, 2, 0).indices, 5), attempt(slice('a').indices, 5), slice('a', [1]), attempt(setattr, s, 'start', 1))
# expect: ValueError: slice step cannot be zero TypeError: slice indices must be integers or None or have an __index__ method slice('a', [1], None) AttributeError: readonly attribute
class I:
    def __index__(self):
        return 2
print([0, 1, 2, 3, 4][I():], (0, 1, 2, 3)[:I()], slice(I()).indices(9), 'abcdef'[I()])
# expect: [2, 3, 4] (0, 1) (0, 2, 1) c
class E:
    def __getitem__(self, key):
        return key
e = E()
print(e[1:2], e[:, 1], e[::3], e[...], e[1:2, ::5])
# expect: slice(1, 2, None) (slice(None, None, None), 1) slice(None, None, 3) Ellipsis (slice(1, 2, None), slice(None, None, 5))
import sys
print(sys.getsizeof(s))
# expect: 56
