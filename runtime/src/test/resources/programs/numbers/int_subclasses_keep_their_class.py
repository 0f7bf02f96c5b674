def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
class I(int):
    def __repr__(self): return 'I(%d)' % self
    def __add__(self, other): return I(int(self) + other)
x = I(5)
print(x, x + 1, 1 + x, x * 2, type(x * 2), -x, type(+x), x == 5, hash(x) == hash(5), {x: 1}[5])
# expect: I(5) I(6) 6 10 <class 'int'> -5 <class 'int'> True True 1
x.name = 'five'
print(x.name, I('ff', 16), int(x), type(int(x)), x.bit_length(), I.from_bytes(b'\x05', 'big'), isinstance(x, int), x.real, type(x.numerator))
# expect: five I(255) 5 <class 'int'> 3 I(5) True 5 <class 'int'>
class F(float):
    pass
f = F('2.5')
print(f, type(f), f + 1, type(f + 1), F.fromhex('0x1p2'), type(F.fromhex('0x1p2')), f.is_integer(), repr(f), F(1) == 1)
# expect: 2.5 <class '__main__.F'> 3.5 <class 'float'> 4.0 <class '__main__.F'> False 2.5 True
class Bad:
    def __int__(self): return 'x'
    def __index__(self): return 'y'
print(attempt(int, Bad()), attempt(lambda: [1][Bad()]), attempt(lambda: 'a' * Bad()))
# expect: TypeError: __int__ returned non-int (type str) TypeError: __index__ returned non-int (type str) TypeError: __index__ returned non-int (type str)
