def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
print('%d %5d|%-5d|%05d|%+d|% d|%x %X %#x %o' % (1, 2, 3, -4, 5, 6, 255, 255, 255, 8), '%s %r %a' % ('é', 'é', 'é'), '%c%c' % (65, 'é'), '%%', '%5.1f|%-8.2e|%g' % (3.14159, 12345.678, 1e-5), '%.3s|%5s|%-5s|' % ('abcdef', 'ab', 'ab'))
# expect: 1     2|3    |-0004|+5| 6|ff FF 0xff 10 é 'é' '\xe9' Aé %%   3.1|1.23e+04|1e-05 abc|   ab|ab   |
print('%(a)s %(b)05d' % {'a': 1, 'b': 2}, '%*d|%-*d|%.*f' % (5, 1, 5, 2, 2, 1.555), '%s' % (1,), '%s' % [1, 2], '%i %u' % (3.9, True), '%d' % 10 ** 2, '%.5d' % 42, '%#o' % 8, '%s' % None, 'a' % [])
# expect: 1 00002     1|2    |1.55 1 [1, 2] 3 1 100 00042 0o10 None a
for text, args in [('%d', 'a'), ('%d %d', (1,)), ('%d', (1, 2)), ('%(a)s', 1), ('%(a)s', {}), ('%z', 1), ('%', 1), ('%5', 1), ('%c', 'ab'), ('%c', -1), ('%x', 1.5), ('%f', 'a'), ('%*d', ('a', 1)), ('%(a', {}), ('a', 1), ('%s', ()), ('%.', 1), ('%-%', 1), ('%d', None)]:
    print(text, attempt(lambda: text % args))
# expect: %d TypeError: %d format: a real number is required, not str
# expect: %d %d TypeError: not enough arguments for format string
# expect: %d TypeError: not all arguments converted during string formatting
# expect: %(a)s TypeError: format requires a mapping
# expect: %(a)s KeyError: 'a'
# expect: %z ValueError: unsupported format character 'z' (0x7a) at index 1
# expect: % ValueError: incomplete format
# expect: %5 ValueError: incomplete format
# expect: %c TypeError: %c requires int or char
# expect: %c OverflowError: %c arg not in range(0x110000)
# expect: %x TypeError: %x format: an integer is required, not float
# expect: %f TypeError: must be real number, not str
# expect: %*d TypeError: * wants int
# expect: %(a ValueError: incomplete format key
# expect: a TypeError: not all arguments converted during string formatting
# expect: %s TypeError: not enough arguments for format string
# expect: %. ValueError: incomplete format
# expect: %-% ValueError: unsupported format character '%' (0x25) at index 2
# expect: %d TypeError: %d format: a real number is required, not NoneType
