def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
print('banana'.replace('a', 'o'), 'banana'.replace('a', 'o', 2), 'ab'.replace('', '-'), 'ab'.replace('', '-', 2), 'banana'.replace('an', ''), 'aaa'.replace('aa', 'b'), 'aXa'.replace('X', '𝒳'), '𝒳a'.replace('𝒳', 'b'))
# expect: bonono bonona -a-b- -a-b ba ba a𝒳a ba
print('  a '.strip(), 'xxaxx'.strip('x'), 'xyaxy'.lstrip('yx'), 'a\u2003'.rstrip() + '|', 'abc'.strip('abc') + '|', attempt('a'.strip, 1), 'abc'.removeprefix('ab'), 'abc'.removesuffix('bc'), 'abc'.removesuffix(''))
# expect: a a axy a| | TypeError: strip arg must be None or str c a abc
print('a\tb\n\tc'.expandtabs(), 'a\tb'.expandtabs(4), 'a\tb'.expandtabs(0), '-5'.zfill(5), '+'.zfill(3), 'ab'.zfill(4), 'ab'.center(7, '*'), 'abc'.center(6, '*'), 'ab'.ljust(4) + '|', 'ab'.rjust(4, '𝒳'))
# expect: a       b
# expect:         c a   b ab -0005 +00 00ab ***ab** *abc** ab  | 𝒳𝒳ab
print('abc'.translate({97: 'X', 98: None, 99: 100}), 'abc'.translate(str.maketrans('ab', 'xy', 'c')), str.maketrans({'a': 1, 98: 'z'}), 'aé'.translate({0xe9: '𝒳'}), 'abc'.translate(str.maketrans('a', 'é')))
# expect: Xd xy {97: 1, 98: 'z'} a𝒳 ébc
print(attempt('a'.center), attempt('a'.center, 5, 'ab'), attempt('a'.center, 5, 1), attempt('a'.replace, 'a'), attempt('a'.replace, 1, 2), attempt(str.maketrans, 'a', 'bc'), attempt(str.maketrans, 1), attempt(str.maketrans, {'ab': 1}), attempt('a'.translate, {97: 1.5}), attempt('a'.translate, {97: 0x110000}))
# expect: TypeError: center expected at least 1 argument, got 0 TypeError: The fill character must be exactly one character long TypeError: The fill character must be a unicode character, not int TypeError: replace expected at least 2 arguments, got 1 TypeError: replace() argument 1 must be str, not int ValueError: the first two maketrans arguments must have equal length TypeError: if you give only one argument to maketrans it must be a dict ValueError: string keys in translate table must be of length 1 TypeError: character mapping must return integer, None or str ValueError: character mapping must be in range(0x110000)
