def attempt(f, *args, **kw):
    try:
        return f(*args, **kw)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
class A:
    def __init__(self):
        return 5
print(attempt(A))
# expect: TypeError: __init__() should return None, not 'int'
class B: pass
print(attempt(B, 1))
# expect: TypeError: B() takes no arguments
print(attempt(object, 1))
# expect: TypeError: object() takes no arguments
print(attempt(B().__init__, 1))
# expect: TypeError: B.__init__() takes exactly one argument (the instance to initialize)
class C:
    def __new__(cls, *a):
        return object.__new__(cls, *a)
print(attempt(C, 1))
# expect: TypeError: object.__new__() takes exactly one argument (the type to instantiate)
class D:
    def __init__(self, *a):
        object.__init__(self, *a)
print(attempt(D, 1))
# expect: TypeError: object.__init__() takes exactly one argument (the instance to initialize)
class E:
    def __new__(cls):
        return 42
    def __init__(self):
        raise RuntimeError('not called')
print(E())
# expect: 42
print(attempt(object.__new__))
# expect: TypeError: object.__new__(): not enough arguments
print(attempt(object.__new__, 1))
# expect: TypeError: object.__new__(X): X is not a type object (int)
print(attempt(int.__new__, B))
# expect: TypeError: int.__new__(B): B is not a subtype of int
print(attempt(object.__new__, int))
# expect: TypeError: object.__new__(int) is not safe, use int.__new__()
print(attempt(type, 1, 2))
# expect: TypeError: type() takes 1 or 3 arguments
print(attempt(type.__new__, type, 1, (), {}))
# expect: TypeError: type.__new__() argument 1 must be str, not int
print(attempt(type, 'X', (bool,), {}))
# expect: TypeError: type 'bool' is not an acceptable base type
print(attempt(type, 'X', (int, str), {}))
# expect: TypeError: multiple bases have instance lay-out conflict
