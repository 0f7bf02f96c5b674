def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
class A: pass
class B(A): pass
print(isinstance(B(), A), isinstance(A(), B), issubclass(B, A), issubclass(A, A))
# expect: True False True True
print(isinstance(1, (str, (float, int))), issubclass(bool, (str, int)))
# expect: True True
print(isinstance(1, int | str), isinstance(None, int | None), issubclass(int, int | str))
# expect: True True True
print(attempt(lambda: isinstance(1, 1)))
# expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
print(attempt(lambda: issubclass(1, int)))
# expect: TypeError: issubclass() arg 1 must be a class
print(attempt(lambda: issubclass(int, 1)))
# expect: TypeError: issubclass() arg 2 must be a class, a tuple of classes, or a union
print(attempt(lambda: isinstance(1, list[int])))
# expect: TypeError: isinstance() argument 2 cannot be a parameterized generic
class M(type):
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, c): return c is int
class C(metaclass=M): pass
print(isinstance(5, C), isinstance(6, C), isinstance(C(), C), issubclass(int, C), issubclass(str, C))
# expect: True False True True False
class Fake:
    __class__ = int
print(isinstance(Fake(), int), type(Fake()) is int)
# expect: True False
print(int | str, int | None, (int | str) == (str | int), int | int)
# expect: int | str int | None True <class 'int'>
print(attempt(lambda: int | 1))
# expect: TypeError: unsupported operand type(s) for |: 'type' and 'int'
