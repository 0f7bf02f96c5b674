class Data:
    def __get__(self, o, t): return ('get', o is None, t.__name__)
    def __set__(self, o, v): o.__dict__['d'] = v
    def __delete__(self, o): o.__dict__['deleted'] = True
class NonData:
    def __get__(self, o, t): return 'nondata'
class A:
    d = Data()
    n = NonData()
a = A()
print(a.d, A.d)
# expect: ('get', False, 'A') ('get', True, 'A')
a.d = 5
print(a.d, a.__dict__)
# expect: ('get', False, 'A') {'d': 5}
del a.d
print(a.__dict__)
# expect: {'d': 5, 'deleted': True}
print(a.n)
# expect: nondata
a.n = 'own'
print(a.n, A.n)
# expect: own nondata
class SetOnly:
    def __set__(self, o, v): pass
class B:
    s = SetOnly()
b = B()
print(b.s.__class__.__name__)
# expect: SetOnly
b.__dict__['s'] = 1
print(b.s)
# expect: 1
try:
    del b.s
except AttributeError as e:
    print(e)
# expect: __delete__
