log = []
class Base:
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        log.append((cls.__name__, tag))
class A(Base, tag='t'): pass
class B(A): pass
print(log)
# expect: [('A', 't'), ('B', None)]
try:
    class C(Base, other=1): pass
except TypeError as e:
    print(e)
# expect: C.__init_subclass__() takes no keyword arguments
class D:
    def __set_name__(self, owner, name):
        log.append((owner.__name__, name))
log.clear()
class E:
    x = D()
    y = D()
print(log)
# expect: [('E', 'x'), ('E', 'y')]
class Bad:
    def __set_name__(self, owner, name):
        raise ValueError('no')
try:
    class F:
        z = Bad()
except RuntimeError as e:
    print(e, repr(e.__cause__))
# expect: Error calling __set_name__ on 'Bad' instance 'z' in 'F' ValueError('no')
print(Base.__dict__['__init_subclass__'].__class__.__name__)
# expect: classmethod
class G:
    def __class_getitem__(cls, k):
        return (cls.__name__, k)
print(G[1], G['a', 2])
# expect: ('G', 1) ('G', ('a', 2))
try:
    B[1]
except TypeError as e:
    print(e)
# expect: type 'B' is not subscriptable
print(list[int], dict[str, int], list[int] == list[int], type(list[int]).__name__)
# expect: list[int] dict[str, int] True GenericAlias
