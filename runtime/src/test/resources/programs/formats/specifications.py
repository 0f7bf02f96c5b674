def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
print(f'{42:5}|{42:<5}|{42:^5}|{42:05}|{-42:05}|{42:+}|{42: }|{42:x}|{42:#x}|{42:#010b}|{255:X}|{42:c}|{1234567:,}|{1234567:_}|{0xffff:_x}')
# expect:    42|42   | 42  |00042|-0042|+42| 42|2a|0x2a|0b00101010|FF|*|1,234,567|1_234_567|ffff
print(f'{3.14159:.2f}|{3.14159:10.3f}|{3.14159:<10.1f}|{1e10:g}|{1e-10:g}|{12345.678:,.2f}|{0.25:.0%}|{1e6:e}|{1e6:E}|{float("nan"):5}|{float("inf"):08}|{-0.0:.1f}|{-0.04:z.1f}')
# expect: 3.14|     3.142|3.1       |1e+10|1e-10|12,345.68|25%|1.000000e+06|1.000000E+06|  nan|00000inf|-0.0|0.0
print(f'{"ab":5}|{"ab":>5}|{"ab":^5}|{"ab":*^6}|{"abcdef":.3}|{"ab":05}|{"é":𝒳>3}|{"x":s}')
# expect: ab   |   ab| ab  |**ab**|abc|ab000|𝒳𝒳é|x
print(f'{1+2j:.1f}|{1j:>8}|{1234.5:010,.1f}|{1234567:012,}|{True:5}|{True!s:>6}|{2.0}|{2.0:}|{10**20:,}|{1e16}|{1e15}|{123456789.0:.3}|{100.0:.3}')
# expect: 1.0+2.0j|      1j|0,001,234.5|0,001,234,567|    1|  True|2.0|2.0|100,000,000,000,000,000,000|1e+16|1000000000000000.0|1.23e+08|1e+02
for value, spec in [(1, 'ss'), (1, 'y'), (1.5, 'd'), ('a', 'd'), (1, ',_'), (1, ',,'), (1, ',n'), (1, '.'), (1, '.3'), (1, '9' * 20), ('a', '='), ('a', '+'), ('a', '#'), ('a', ' '), (1, '+c'), (-1, 'c'), (1j, '05'), (1j, '=5'), (1j, 'd'), (object, 'x'), (None, '5'), ([], 's'), ('a', ','), (1.5, ',x')]:
    print(spec[:6], attempt(format, value, spec))
# expect: ss ValueError: Invalid format specifier 'ss' for object of type 'int'
# expect: y ValueError: Unknown format code 'y' for object of type 'int'
# expect: d ValueError: Unknown format code 'd' for object of type 'float'
# expect: d ValueError: Unknown format code 'd' for object of type 'str'
# expect: ,_ ValueError: Cannot specify both ',' and '_'.
# expect: ,, ValueError: Cannot specify ',' with ','.
# expect: ,n ValueError: Cannot specify ',' with 'n'.
# expect: . ValueError: Format specifier missing precision
# expect: .3 ValueError: Precision not allowed in integer format specifier
# expect: 999999 ValueError: Too many decimal digits in format string
# expect: = ValueError: '=' alignment not allowed in string format specifier
# expect: + ValueError: Sign not allowed in string format specifier
# expect: # ValueError: Alternate form (#) not allowed in string format specifier
# expect:   ValueError: Space not allowed in string format specifier
# expect: +c ValueError: Sign not allowed with integer format specifier 'c'
# expect: c OverflowError: %c arg not in range(0x110000)
# expect: 05 ValueError: Zero padding is not allowed in complex format specifier
# expect: =5 ValueError: '=' alignment flag is not allowed in complex format specifier
# expect: d ValueError: Unknown format code 'd' for object of type 'complex'
# expect: x TypeError: unsupported format string passed to type.__format__
# expect: 5 TypeError: unsupported format string passed to NoneType.__format__
# expect: s TypeError: unsupported format string passed to list.__format__
# expect: , ValueError: Cannot specify ',' with 's'.
# expect: ,x ValueError: Cannot specify ',' with 'x'.
w = 8
p = 2
print(f'{3.14159:{w}.{p}f}|{"x":{"*"}^{w}}|{w=}|{w!r:>4}|{w = :>4}|{{}}')
# expect:     3.14|***x****|w=8|   8|w =    8|{}
