def attempt(o, c):
    try:
        o.__class__ = c
        return type(o).__name__
    except TypeError as e:
        return str(e)
class A:
    def who(self): return 'A'
class B:
    def who(self): return 'B'
class S:
    __slots__ = ('a',)
class T:
    __slots__ = ('a',)
class U:
    __slots__ = ('b',)
a = A()
a.x = 1
a.y = 2
print(attempt(a, B), a.who(), a.x, a.y, a.__dict__)
# expect: B B 1 2 {'x': 1, 'y': 2}
a.z = 3
print(a.__dict__)
# expect: {'x': 1, 'y': 2, 'z': 3}
print(attempt(a, S))
# expect: __class__ assignment: 'S' object layout differs from 'B'
print(attempt(a, int))
# expect: __class__ assignment only supported for mutable types or ModuleType subclasses
print(attempt(a, 1))
# expect: __class__ must be set to a class, not 'int' object
print(attempt(1, A))
# expect: __class__ assignment only supported for mutable types or ModuleType subclasses
s = S()
s.a = 5
print(attempt(s, T), s.a)
# expect: T 5
print(attempt(s, U))
# expect: __class__ assignment: 'U' object layout differs from 'T'
