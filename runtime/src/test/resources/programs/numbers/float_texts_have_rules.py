def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
for text in ['1.5', ' 1e5 ', '.5', '5.', '.', '', 'inf', '-Infinity', 'NaN', '1_0.5', '1__0', '1e', '1e5_0', '0x1p3', '1d', '1 2', '\u0661.5', '+-1', '1e400', '1e-400']:
    print(repr(text), attempt(float, text))
# expect: '1.5' 1.5
# expect: ' 1e5 ' 100000.0
# expect: '.5' 0.5
# expect: '5.' 5.0
# expect: '.' ValueError: could not convert string to float: '.'
# expect: '' ValueError: could not convert string to float: ''
# expect: 'inf' inf
# expect: '-Infinity' -inf
# expect: 'NaN' nan
# expect: '1_0.5' 10.5
# expect: '1__0' ValueError: could not convert string to float: '1__0'
# expect: '1e' ValueError: could not convert string to float: '1e'
# expect: '1e5_0' 1e+50
# expect: '0x1p3' ValueError: could not convert string to float: '0x1p3'
# expect: '1d' ValueError: could not convert string to float: '1d'
# expect: '1 2' ValueError: could not convert string to float: '1 2'
# expect: '١.5' 1.5
# expect: '+-1' ValueError: could not convert string to float: '+-1'
# expect: '1e400' inf
# expect: '1e-400' 0.0
print(attempt(float, None), attempt(float, []), float(b'1.5'), float(True), float(10 ** 22), float(), attempt(float, 1, 2), attempt(float, x=1))
# expect: TypeError: float() argument must be a string or a real number, not 'NoneType' TypeError: float() argument must be a string or a real number, not 'list' 1.5 1.0 1e+22 0.0 TypeError: float expected at most 1 argument, got 2 TypeError: float() takes no keyword arguments
class F:
    def __float__(self): return 2.5
class I:
    def __index__(self): return 7
class Bad:
    def __float__(self): return 'x'
print(float(F()), float(I()), int(I()), attempt(float, Bad()), attempt(float.fromhex, 'zz'), attempt(float.fromhex, '0x1p5000'))
# expect: 2.5 7.0 7 TypeError: Bad.__float__ returned non-float (type str) ValueError: invalid hexadecimal floating-point string OverflowError: hexadecimal value too large to represent as a float
