import sys
class A: pass
class S:
    __slots__ = ('a', 'b')
class W:
    __slots__ = ('a', '__weakref__')
class D:
    __slots__ = ('a', '__dict__')
class L(list): pass
class T(tuple): pass
class E(Exception): pass
class I(int): pass
class M(type): pass
print(sys.getsizeof(A), sys.getsizeof(S), sys.getsizeof(int), sys.getsizeof(type))
# expect: 1688 920 424 424
print(sys.getsizeof(A()), sys.getsizeof(S()), sys.getsizeof(W()), sys.getsizeof(D()))
# expect: 56 48 48 56
print(sys.getsizeof(L()), sys.getsizeof(T()), sys.getsizeof(E()), sys.getsizeof(M('X', (), {})))
# expect: 80 48 96 1688
print(sys.getsizeof(L), sys.getsizeof(T), sys.getsizeof(E), sys.getsizeof(M))
# expect: 1688 920 920 920
print(A.__basicsize__, S.__basicsize__, W.__basicsize__, D.__basicsize__, L.__basicsize__, T.__basicsize__, E.__basicsize__)
# expect: 24 32 32 24 48 32 80
print(A.__dictoffset__, A.__weakrefoffset__, S.__dictoffset__, E.__dictoffset__, T.__dictoffset__)
# expect: -48 16 0 16 -8
def f(): pass
class P:
    def m(self): pass
    @property
    def p(self): pass
print(sys.getsizeof(f), sys.getsizeof(P().m), sys.getsizeof(len), sys.getsizeof(P.__dict__['p']), sys.getsizeof([].append))
# expect: 152 64 72 80 72
print(sys.getsizeof(staticmethod(f)), sys.getsizeof(classmethod(f)), sys.getsizeof(super(P, P())), sys.getsizeof(Exception()), sys.getsizeof(OSError()), sys.getsizeof(StopIteration()))
# expect: 48 48 56 88 128 96
class Z:
    def __sizeof__(self): return 5
print(sys.getsizeof(Z()))
# expect: 37
class Neg:
    def __sizeof__(self): return -1
try:
    sys.getsizeof(Neg())
except ValueError as e:
    print(e)
# expect: __sizeof__() should return >= 0
class Bad:
    def __sizeof__(self): return 'x'
print(sys.getsizeof(Bad(), 7))
# expect: 7
