class M(type):
    def mro(cls):
        return type.mro(cls)[::-1] if False else type.mro(cls)
    def __call__(cls, *a):
        return ('called', cls.__name__, a)
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        return {'prepared': (name, kw)}
    def __new__(mcs, name, bases, ns, **kw):
        return super().__new__(mcs, name + '_', bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
    def __len__(cls): return 42
class A(metaclass=M, opt=1): pass
print(A.__name__, A.prepared, A(1, 2), len(A))
# expect: A_ ('A', {'opt': 1}) ('called', 'A_', (1, 2)) 42
print(type.__call__(A).__class__ is A)
# expect: True
class Bad(type):
    def mro(cls): return [cls, 5]
try:
    class B(metaclass=Bad): pass
except TypeError as e:
    print(e)
# expect: mro() returned a non-class ('int')
print(type('X', (), {'a': 1}).a, type('X', (), {}).__module__)
# expect: 1 __main__
x = type('Y', (A,), {}) 
print(x.__name__, type(x).__name__)
# expect: Y_ M
def factory(name, bases, ns):
    return (name, bases, sorted(k for k in ns if not k.startswith('__')))
class Z(metaclass=factory):
    q = 1
print(Z)
# expect: ('Z', (), ['q'])
