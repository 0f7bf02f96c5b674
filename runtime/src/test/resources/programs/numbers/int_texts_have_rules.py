def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
for text in ['12', ' -12\n', '+5', '1_000', '1__0', '_1', '1_', '', ' ', '0x10', '12a', '1.5', '\u0663\u0664', '--1', '+ 1']:
    print(repr(text), attempt(int, text))
# expect: '12' 12
# expect: ' -12\n' -12
# expect: '+5' 5
# expect: '1_000' 1000
# expect: '1__0' ValueError: invalid literal for int() with base 10: '1__0'
# expect: '_1' ValueError: invalid literal for int() with base 10: '_1'
# expect: '1_' ValueError: invalid literal for int() with base 10: '1_'
# expect: '' ValueError: invalid literal for int() with base 10: ''
# expect: ' ' ValueError: invalid literal for int() with base 10: ' '
# expect: '0x10' ValueError: invalid literal for int() with base 10: '0x10'
# expect: '12a' ValueError: invalid literal for int() with base 10: '12a'
# expect: '1.5' ValueError: invalid literal for int() with base 10: '1.5'
# expect: '٣٤' 34
# expect: '--1' ValueError: invalid literal for int() with base 10: '--1'
# expect: '+ 1' ValueError: invalid literal for int() with base 10: '+ 1'
for text, base in [('ff', 16), ('0xff', 16), ('0xff', 0), ('0b101', 0), ('0o17', 0), ('017', 0), ('00', 0), ('z', 36), ('8', 8), ('1', 1), ('1', 37), ('0_1', 0), ('0x_f', 16), ('12', -1)]:
    print(repr(text), base, attempt(int, text, base))
# expect: 'ff' 16 255
# expect: '0xff' 16 255
# expect: '0xff' 0 255
# expect: '0b101' 0 5
# expect: '0o17' 0 15
# expect: '017' 0 ValueError: invalid literal for int() with base 0: '017'
# expect: '00' 0 0
# expect: 'z' 36 35
# expect: '8' 8 ValueError: invalid literal for int() with base 8: '8'
# expect: '1' 1 ValueError: int() base must be >= 2 and <= 36, or 0
# expect: '1' 37 ValueError: int() base must be >= 2 and <= 36, or 0
# expect: '0_1' 0 ValueError: invalid literal for int() with base 0: '0_1'
# expect: '0x_f' 16 15
# expect: '12' -1 ValueError: int() base must be >= 2 and <= 36, or 0
print(attempt(int, 1.9), attempt(int, -1.9), attempt(int, None), attempt(int, []), attempt(int, 5, 10), attempt(int, b'12'), attempt(int, base=3))
# expect: 1 -1 TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType' TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list' TypeError: int() can't convert non-string with explicit base 12 TypeError: int() missing string argument
print(attempt(int, float('nan')), attempt(int, float('inf')), int(1e20), int(True), int())
# expect: ValueError: cannot convert float NaN to integer OverflowError: cannot convert float infinity to integer 100000000000000000000 1 0
print(attempt(int, '1' * 5000), len(str(10 ** 4299)), attempt(str, 10 ** 4300), hex(10 ** 20), bin(-5), oct(8))
# expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit 4300 ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit 0x56bc75e2d63100000 -0b101 0o10
