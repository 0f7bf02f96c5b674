class A:
    def __add__(self, o): return 'A.add'
    def __radd__(self, o): return 'A.radd'
class B(A):
    def __radd__(self, o): return 'B.radd'
class C(A):
    pass
print(A() + B())
# expect: B.radd
print(A() + C())
# expect: A.add
print(B() + A())
# expect: A.add
print(1 + A())
# expect: A.radd
class D:
    def __add__(self, o): return NotImplemented
class E:
    def __radd__(self, o): return 'E.radd'
print(D() + E())
# expect: E.radd
try:
    D() + 1
except TypeError as e:
    print(e)
# expect: unsupported operand type(s) for +: 'D' and 'int'
class P:
    def __pow__(self, o, m=None): return ('pow', m)
    def __rpow__(self, o, m=None): return ('rpow', m)
print(P() ** 2, 2 ** P(), pow(P(), 2, 5))
# expect: ('pow', None) ('rpow', None) ('pow', 5)
class I:
    def __iadd__(self, o): return 'iadd'
x = I()
x += 1
print(x)
# expect: iadd
class L(list):
    pass
print(L([1]) + [2], type(L([1]) + [2]).__name__, L([1]) * 2)
# expect: [1, 2] list [1, 1]
