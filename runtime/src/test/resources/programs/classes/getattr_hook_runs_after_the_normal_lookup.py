class A:
    x = 1
    def __getattr__(self, name):
        if name.startswith('no'):
            raise AttributeError('really ' + name)
        return 'hook ' + name
a = A()
print(a.x, a.y)
# expect: 1 hook y
try:
    a.nothing
except AttributeError as e:
    print(e)
# expect: really nothing
print(getattr(a, 'none', 'default'))
# expect: default
class B:
    def __getattribute__(self, name):
        return 'all ' + name
print(B().q)
# expect: all q
class C(B):
    def __getattr__(self, name):
        return 'never'
print(C().q)
# expect: all q
log = []
class D:
    def __setattr__(self, n, v):
        log.append((n, v))
        object.__setattr__(self, n, v)
    def __delattr__(self, n):
        log.append(n)
        object.__delattr__(self, n)
d = D()
d.a = 1
del d.a
print(log)
# expect: [('a', 1), 'a']
class M(type):
    def __getattr__(cls, name):
        return 'meta ' + name
class E(metaclass=M):
    pass
print(E.foo)
# expect: meta foo
try:
    E().foo
except AttributeError as e:
    print(e)
# expect: 'E' object has no attribute 'foo'
