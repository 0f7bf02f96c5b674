def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
class A:
    "doc"
print(A.__name__, A.__qualname__, A.__module__, A.__doc__)
# expect: A A __main__ doc
A.__name__ = 'Z'
A.__qualname__ = 'Q.Z'
print(A, A.__name__, A.__qualname__)
# expect: <class '__main__.Q.Z'> Z Q.Z
print(attempt(setattr, A, '__name__', 1))
# expect: TypeError: can only assign string to Z.__name__, not 'int'
print(attempt(delattr, A, '__name__'))
# expect: TypeError: cannot delete '__name__' attribute of immutable type 'Z'
print(attempt(setattr, A, '__qualname__', 1))
# expect: TypeError: can only assign string to Z.__qualname__, not 'int'
print(attempt(setattr, int, 'x', 1))
# expect: TypeError: cannot set 'x' attribute of immutable type 'int'
print(attempt(delattr, A, 'nope'))
# expect: AttributeError: type object 'Z' has no attribute 'nope'
print(attempt(getattr, A, 'nope'))
# expect: AttributeError: type object 'Z' has no attribute 'nope'
print(attempt(setattr, A, '__mro__', ()))
# expect: AttributeError: readonly attribute
print(attempt(setattr, A, '__bases__', ()))
# expect: TypeError: can only assign non-empty tuple to Z.__bases__, not ()
print(attempt(setattr, A, '__bases__', 1))
# expect: TypeError: can only assign tuple to Z.__bases__, not int
print(attempt(setattr, A, '__bases__', (int,)))
# expect: TypeError: __bases__ assignment: 'int' object layout differs from 'object'
class B: 
    def f(self): return 'B.f'
class C:
    def f(self): return 'C.f'
class D(B): pass
d = D()
print(d.f())
# expect: B.f
D.__bases__ = (C,)
print(d.f(), D.__base__.__name__, B.__subclasses__(), [c.__name__ for c in C.__subclasses__()])
# expect: C.f C [] ['D']
print(A.__annotations__)
# expect: {}
class E:
    x: int = 1
print(E.__annotations__)
# expect: {'x': <class 'int'>}
print(type(A.__dict__).__name__, A.__dict__.get('q'))
# expect: mappingproxy None
print(attempt(lambda: A.__dict__.__setitem__('a', 1)))
# expect: AttributeError: 'mappingproxy' object has no attribute '__setitem__'
