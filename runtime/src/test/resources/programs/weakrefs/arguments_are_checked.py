import weakref
class A:
    pass
a = A()
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
print(attempt(lambda: weakref.ref()))
# expect: TypeError: __new__ expected at least 1 argument, got 0
print(attempt(lambda: weakref.ref(a, 1, 2)))
# expect: TypeError: __new__ expected at most 2 arguments, got 3
print(attempt(lambda: weakref.ref(a, callback=1)))
# expect: TypeError: ref() takes no keyword arguments
print(attempt(lambda: weakref.ref(a)(1)))
# expect: TypeError: weakref expected 0 arguments, got 1
print(attempt(lambda: weakref.ref(a)(x=1)))
# expect: TypeError: weakref() takes no keyword arguments
print(attempt(lambda: weakref.proxy()))
# expect: TypeError: proxy expected at least 1 argument, got 0
print(attempt(lambda: weakref.proxy(1)))
# expect: TypeError: cannot create weak reference to 'int' object
print(attempt(lambda: weakref.ProxyType(a)))
# expect: TypeError: cannot create 'weakref.ProxyType' instances
print(attempt(lambda: weakref.getweakrefcount(1)), attempt(lambda: weakref.getweakrefs(1)))
# expect: 0 []
print(attempt(lambda: weakref.getweakrefs()))
# expect: TypeError: _weakref.getweakrefs() takes exactly one argument (0 given)
print(attempt(lambda: setattr(weakref.ref(a), '__callback__', 1)))
# expect: AttributeError: readonly attribute
print(attempt(lambda: weakref._remove_dead_weakref(1, 2)))
# expect: TypeError: _remove_dead_weakref() argument 1 must be dict, not int
print(weakref.ref, weakref.ProxyType, weakref.CallableProxyType)
# expect: <class 'weakref.ReferenceType'> <class 'weakref.ProxyType'> <class 'weakref.CallableProxyType'>
print(weakref.ref[int], weakref.ReferenceType is weakref.ref)
# expect: weakref.ReferenceType[int] True
text = repr(weakref.ref(a))
print(text.startswith('<weakref at 0x'), "; to 'A' at 0x" in text)
# expect: True True
print(repr(weakref.ref(A)).endswith('(A)>'), repr(weakref.ref(A())).endswith('; dead>'))
# expect: True True
print(repr(weakref.proxy(a)).startswith('<weakproxy at 0x'), ' to A at 0x' in repr(weakref.proxy(a)))
# expect: True True
class R(weakref.ref):
    def __init__(self, o, callback=None, *, extra=0):
        super().__init__(o, callback)
        self.extra = extra
r = R(a, extra=3)
print(r.extra, r() is a, attempt(lambda: weakref.ref(r)() is r))
# expect: 3 True True
