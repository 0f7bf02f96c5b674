class O1: pass
class A(O1): pass
class B(O1): pass
class C(A, B): pass
class D(B): pass
class E(C, D): pass
print([c.__name__ for c in E.__mro__])
# expect: ['E', 'C', 'A', 'D', 'B', 'O1', 'object']
print([c.__name__ for c in E.mro()])
# expect: ['E', 'C', 'A', 'D', 'B', 'O1', 'object']
try:
    class F(B, E): pass
except TypeError as e:
    print(e)
# expect: Cannot create a consistent method resolution
# expect: order (MRO) for bases B, E
try:
    class G(A, A): pass
except TypeError as e:
    print(e)
# expect: duplicate base class A
print(E.__base__.__name__, [b.__name__ for b in E.__bases__])
# expect: C ['C', 'D']
print([c.__name__ for c in O1.__subclasses__()])
# expect: ['A', 'B']
