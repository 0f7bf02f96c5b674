def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
print(attempt([].append))
# expect: TypeError: list.append() takes exactly one argument (0 given)
print(attempt([].append, 1, 2))
# expect: TypeError: list.append() takes exactly one argument (2 given)
print(attempt([].append, x=1))
# expect: TypeError: list.append() takes no keyword arguments
print(attempt([].clear, 1))
# expect: TypeError: list.clear() takes no arguments (1 given)
print(attempt([].pop, 1, 2))
# expect: TypeError: pop expected at most 1 argument, got 2
print(attempt([].insert, 1))
# expect: TypeError: insert expected 2 arguments, got 1
print(attempt([].sort, 1))
# expect: TypeError: sort() takes no positional arguments
print(attempt([].sort, foo=1))
# expect: TypeError: 'foo' is an invalid keyword argument for sort()
print(attempt(''.split, 1, 2, 3))
# expect: TypeError: split() takes at most 2 arguments (3 given)
print(attempt(''.split, x=1))
# expect: TypeError: 'x' is an invalid keyword argument for split()
print(attempt('a'.split, 'a', sep=3))
# expect: TypeError: argument for split() given by name ('sep') and position (1)
print(attempt(list.append))
# expect: TypeError: unbound method list.append() needs an argument
print(attempt(list.append, 1, 2))
# expect: TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'int' object
print(attempt((1).__add__))
# expect: TypeError: expected 1 argument, got 0
print(attempt((1).__add__, x=1))
# expect: TypeError: wrapper __add__() takes no keyword arguments
print(attempt(int.__add__, 'a', 1))
# expect: TypeError: descriptor '__add__' requires a 'int' object but received a 'str'
print(attempt(int.__add__))
# expect: TypeError: descriptor '__add__' of 'int' object needs an argument
print(attempt([].__setitem__, 1))
# expect: TypeError:  expected 2 arguments, got 1
print(attempt([].__len__, 1))
# expect: TypeError: expected 0 arguments, got 1
print(attempt(object().__eq__))
# expect: TypeError: expected 1 argument, got 0
print(attempt({}.fromkeys))
# expect: TypeError: fromkeys expected at least 1 argument, got 0
print(attempt({}.get))
# expect: TypeError: get expected at least 1 argument, got 0
print(list.append, int.__add__, int.real, str.join)
# expect: <method 'append' of 'list' objects> <slot wrapper '__add__' of 'int' objects> <attribute 'real' of 'int' objects> <method 'join' of 'str' objects>
print(list.append.__name__, list.append.__qualname__, list.append.__objclass__)
# expect: append list.append <class 'list'>
print([].append.__qualname__, len.__qualname__, len.__module__, [].append.__self__)
# expect: list.append len builtins []
print(len, dict.fromkeys.__self__)
# expect: <built-in function len> <class 'dict'>
print((1).__add__.__name__, (1).__add__.__self__, type((1).__add__).__name__)
# expect: __add__ 1 method-wrapper
print((1).__add__(2), int.__add__(3, 4), list.__len__([1, 2]))
# expect: 3 7 2
print([].append == [].append, len == len)
# expect: False True
