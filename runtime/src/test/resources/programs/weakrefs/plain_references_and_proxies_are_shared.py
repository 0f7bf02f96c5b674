import weakref
class A:
    pass
class R(weakref.ref):
    pass
a = A()
r = weakref.ref(a)
print(weakref.ref(a) is r, weakref.ref(a, None) is r, weakref.ref(a, lambda r: None) is r)
# expect: True True False
p = weakref.proxy(a)
print(weakref.proxy(a) is p, weakref.proxy(a, None) is p)
# expect: True True
s = R(a)
print(R(a) is s, isinstance(s, weakref.ref), weakref.getweakrefcount(a))
# expect: False True 3
print([type(x).__name__ for x in weakref.getweakrefs(a)])
# expect: ['ReferenceType', 'ProxyType', 'R']
q = R(a, lambda r: None)
print([type(x).__name__ for x in weakref.getweakrefs(a)], weakref.getweakrefs(a)[2] is q)
# expect: ['ReferenceType', 'ProxyType', 'R', 'R'] True
del r
r = weakref.ref(a)
print([type(x).__name__ for x in weakref.getweakrefs(a)])
# expect: ['ReferenceType', 'ProxyType', 'R', 'R']
print(a.__weakref__ is r)
# expect: True
