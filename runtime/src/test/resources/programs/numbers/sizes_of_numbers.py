import sys
print([sys.getsizeof(n) for n in (0, 1, -1, 2 ** 30 - 1, 2 ** 30, 2 ** 60, -2 ** 60, 2 ** 90, 10 ** 100)])
# expect: [28, 28, 28, 28, 32, 36, 36, 40, 72]
print([sys.getsizeof(x) for x in (1.5, 1j, True, False)])
# expect: [24, 32, 28, 28]
class I(int): pass
class S(int):
    __slots__ = ()
class F(float): pass
print(sys.getsizeof(I(1)), sys.getsizeof(I(2 ** 70)), sys.getsizeof(S(5)), sys.getsizeof(F(1)))
# expect: 44 52 44 64
