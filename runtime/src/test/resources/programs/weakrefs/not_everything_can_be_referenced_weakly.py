import weakref
def attempt(o):
    try:
        weakref.ref(o)
        return True
    except TypeError as e:
        return str(e)
class S:
    __slots__ = ()
class W:
    __slots__ = '__weakref__',
class T(tuple): pass
class I(int): pass
class L(list): pass
class D(dict): pass
class E(Exception): pass
def f(): pass
for o in (1, 'a', b'', (), [], {}, None, 1.5, range(1), object(), Exception(), S(), slice(1), iter([])):
    print(attempt(o))
# expect: cannot create weak reference to 'int' object
# expect: cannot create weak reference to 'str' object
# expect: cannot create weak reference to 'bytes' object
# expect: cannot create weak reference to 'tuple' object
# expect: cannot create weak reference to 'list' object
# expect: cannot create weak reference to 'dict' object
# expect: cannot create weak reference to 'NoneType' object
# expect: cannot create weak reference to 'float' object
# expect: cannot create weak reference to 'range' object
# expect: cannot create weak reference to 'object' object
# expect: cannot create weak reference to 'Exception' object
# expect: cannot create weak reference to 'S' object
# expect: cannot create weak reference to 'slice' object
# expect: cannot create weak reference to 'list_iterator' object
for o in (W(), L(), D(), E(), f, set(), frozenset(), int, W, len, f.__code__, (x for x in ()), W().__init__.__class__, weakref):
    print(type(o).__name__, attempt(o))
# expect: W True
# expect: L True
# expect: D True
# expect: E True
# expect: function True
# expect: set True
# expect: frozenset True
# expect: type True
# expect: type True
# expect: builtin_function_or_method True
# expect: code True
# expect: generator True
# expect: type True
# expect: module True
for o in (T(), I()):
    print(type(o).__name__, attempt(o))
# expect: T cannot create weak reference to 'T' object
# expect: I cannot create weak reference to 'I' object
r = weakref.ref(f)
print(attempt(r), attempt(weakref.proxy(f)))
# expect: cannot create weak reference to 'weakref.ReferenceType' object cannot create weak reference to 'weakref.CallableProxyType' object
