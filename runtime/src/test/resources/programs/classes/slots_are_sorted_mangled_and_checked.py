class S:
    __slots__ = ('c', 'a', '__b')
    def __init__(self):
        self.c = 1
        self.a = 2
        self.__b = 3
s = S()
print(s.c, s.a, s._S__b)
# expect: 1 2 3
print(S.__dict__['a'])
# expect: <member 'a' of 'S' objects>
print(sorted(k for k in S.__dict__ if not k.startswith('__')))
# expect: ['_S__b', 'a', 'c']
def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
print(attempt(setattr, s, 'x', 1))
# expect: AttributeError: 'S' object has no attribute 'x'
print(attempt(getattr, s, 'x'))
# expect: AttributeError: 'S' object has no attribute 'x'
del s.a
print(attempt(getattr, s, 'a'))
# expect: AttributeError: 'S' object has no attribute 'a'
print(attempt(delattr, s, 'a'))
# expect: AttributeError: a
print(attempt(type, 'T', (), {'__slots__': ('1x',)}))
# expect: TypeError: __slots__ must be identifiers
print(attempt(type, 'T', (), {'__slots__': (1,)}))
# expect: TypeError: __slots__ items must be strings, not 'int'
print(attempt(type, 'T', (), {'__slots__': ('a',), 'a': 0}))
# expect: ValueError: 'a' in __slots__ conflicts with class variable
print(attempt(type, 'T', (tuple,), {'__slots__': ('a',)}))
# expect: TypeError: nonempty __slots__ not supported for subtype of 'tuple'
print(attempt(type, 'T', (), {'__slots__': ('__dict__', '__dict__')}))
# expect: TypeError: __dict__ slot disallowed: we already got one
print(attempt(type, 'T', (), {'__slots__': ('__weakref__', '__weakref__')}))
# expect: TypeError: __weakref__ slot disallowed: either we already got one, or __itemsize__ != 0
class P:
    __slots__ = ('p',)
class Q:
    __slots__ = ('q',)
print(attempt(type, 'R', (P, Q), {}))
# expect: TypeError: multiple bases have instance lay-out conflict
class T(P):
    __slots__ = 'single'
t = T()
t.p, t.single = 1, 2
print(t.p, t.single, hasattr(t, '__dict__'))
# expect: 1 2 False
class U(P):
    __slots__ = ('__dict__',)
u = U()
u.any = 5
print(u.__dict__)
# expect: {'any': 5}
print(T.single.__get__(None, T) is T.__dict__['single'])
# expect: True
