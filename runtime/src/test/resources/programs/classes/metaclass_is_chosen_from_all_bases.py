class M(type):
    pass
class N(M):
    pass
class A(metaclass=M):
    pass
class B(metaclass=N):
    pass
class C(A, B):
    pass
print(type(C).__name__)
# expect: N
class O(type):
    pass
class D(metaclass=O):
    pass
try:
    class E(A, D):
        pass
except TypeError as e:
    print(e)
# expect: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
print(type(type('F', (B,), {})).__name__)
# expect: N
