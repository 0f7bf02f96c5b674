def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
a = [3, 1, 2]
def key(x):
    a.append(x)
    return x
print(attempt(lambda: a.sort(key=key)))
# expect: ValueError: list modified during sort
print(a)
# expect: [1, 2, 3]
b = [3, 'x', 1]
print(attempt(b.sort))
# expect: TypeError: '<' not supported between instances of 'str' and 'int'
print(sorted(map(str, b)))
# expect: ['1', '3', 'x']
c = [4, 5, 6]
seen = []
def peek(x):
    seen.append(len(c))
    return -x
c.sort(key=peek)
print(c, seen)
# expect: [6, 5, 4] [0, 0, 0]
def bad(x):
    if x == 5:
        raise KeyError(x)
    return x
print(attempt(lambda: c.sort(key=bad)), c)
# expect: KeyError: 5 [6, 5, 4]
print(attempt(lambda: c.sort(1)))
# expect: TypeError: sort() takes no positional arguments
print(attempt(lambda: c.sort(x=1)))
# expect: TypeError: 'x' is an invalid keyword argument for sort()
print(attempt(lambda: c.sort(reverse='a')))
# expect: TypeError: 'str' object cannot be interpreted as an integer
print(attempt(lambda: c.sort(reverse=10**20)))
# expect: OverflowError: Python int too large to convert to C int
print(attempt(lambda: c.sort(key=5)))
# expect: TypeError: 'int' object is not callable
