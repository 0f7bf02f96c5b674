def f(a, b=1, *c, d=2, **e):
    "doc"
print(f.__name__, f.__qualname__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__module__)
# expect: f f doc (1,) {'d': 2} __main__
print(f.__code__.co_name, f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_varnames, f.__code__.co_flags)
# expect: f 2 1 ('a', 'b', 'd', 'c', 'e') 15
print(f.__closure__, f.__annotations__, f.__dict__)
# expect: None {} {}
def attempt(fn, *a):
    try:
        return fn(*a)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
for n in ('__code__', '__name__', '__qualname__', '__defaults__', '__kwdefaults__', '__closure__', '__globals__', '__annotations__', '__dict__'):
    print(attempt(setattr, f, n, 1))
# expect: TypeError: __code__ must be set to a code object
# expect: TypeError: __name__ must be set to a string object
# expect: TypeError: __qualname__ must be set to a string object
# expect: TypeError: __defaults__ must be set to a tuple object
# expect: TypeError: __kwdefaults__ must be set to a dict object
# expect: AttributeError: readonly attribute
# expect: AttributeError: readonly attribute
# expect: TypeError: __annotations__ must be set to a dict object
# expect: TypeError: __dict__ must be set to a dictionary, not a 'int'
f.__defaults__ = (7, 8)
f.__name__ = 'g'
f.extra = 1
print(f.__defaults__, f.__name__, f.extra, f.__dict__)
# expect: (7, 8) g 1 {'extra': 1}
del f.__defaults__
print(f.__defaults__)
# expect: None
def outer():
    x = 1
    y = 2
    def inner():
        return x + y
    return inner
i = outer()
print(i.__code__.co_freevars, [c.cell_contents for c in i.__closure__], outer.__code__.co_cellvars, i.__qualname__)
# expect: ('x', 'y') [1, 2] ('x', 'y') outer.<locals>.inner
print(attempt(setattr, f, '__code__', i.__code__))
# expect: ValueError: g() requires a code object with 0 free vars, not 2
c = i.__closure__[0]
c.cell_contents = 10
print(i())
# expect: 12
del c.cell_contents
print(attempt(lambda: c.cell_contents))
# expect: ValueError: Cell is empty
print(attempt(i))
# expect: NameError: cannot access free variable 'x' where it is not associated with a value in enclosing scope
print(f.__get__(None) is f if False else f.__get__(5).__self__)
# expect: 5
print(f == f, hash(f) == hash(f), (lambda: 0).__name__)
# expect: True True <lambda>
def ann(x: int, *y: 'str') -> float: pass
print(ann.__annotations__)
# expect: {'x': <class 'int'>, 'y': 'str', 'return': <class 'float'>}
