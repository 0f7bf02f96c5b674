a = list(range(10))
print(a[2:5], a[::-1], a[-3:], a[8:2:-2], a[100:], a[5:2])
# expect: [2, 3, 4] [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] [7, 8, 9] [8, 6, 4] [] []
a[2:5] = 'xy'
print(a)
# expect: [0, 1, 'x', 'y', 5, 6, 7, 8, 9]
a[::2] = [0] * 5
print(a)
# expect: [0, 1, 0, 'y', 0, 6, 0, 8, 0]
a[1:1] = a
print(len(a), a[:5])
# expect: 18 [0, 0, 1, 0, 'y']
del a[::3]
print(a)
# expect: [0, 1, 'y', 0, 0, 8, 1, 0, 0, 6, 8, 0]
del a[-1::-2]
print(a)
# expect: [0, 'y', 0, 1, 0, 8]
a[:] = []
print(a)
# expect: []
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
def assign(key, value):
    b = [1, 2, 3, 4]
    b[key] = value
    return b
print(attempt(lambda: assign(slice(None, None, 2), [1])))
# expect: ValueError: attempt to assign sequence of size 1 to extended slice of size 2
print(attempt(lambda: assign(slice(0, 2), 5)))
# expect: TypeError: can only assign an iterable
print(attempt(lambda: assign(slice(None, None, 2), 5)))
# expect: TypeError: must assign iterable to extended slice
print(attempt(lambda: assign(slice(None, None, 0), [1])))
# expect: ValueError: slice step cannot be zero
print(attempt(lambda: assign('a', [1])))
# expect: TypeError: list indices must be integers or slices, not str
print(attempt(lambda: assign(4, 1)))
# expect: IndexError: list assignment index out of range
print(attempt(lambda: [1][1]), attempt(lambda: [1][-2]))
# expect: IndexError: list index out of range IndexError: list index out of range
print(attempt(lambda: a['x']))
# expect: TypeError: list indices must be integers or slices, not str
print(attempt(lambda: [1][1.0:2]))
# expect: TypeError: slice indices must be integers or None or have an __index__ method
