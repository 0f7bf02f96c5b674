def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
print(' a  b c '.split(), ' a  b c '.split(' '), ' a  b c '.split(None, 1), 'a,b,c'.split(',', 1), 'a,b,c'.rsplit(',', 1), ''.split(), ''.split(','), 'abc'.split('abc'), 'aXXbXXc'.split('XX'))
# expect: ['a', 'b', 'c'] ['', 'a', '', 'b', 'c', ''] ['a', 'b c '] ['a', 'b,c'] ['a,b', 'c'] [] [''] ['', ''] ['a', 'b', 'c']
print('a\nb\r\nc\rd\x0be\x85f\u2028g'.splitlines(), 'a\n\nb\n'.splitlines(True), ''.splitlines(), ' a b '.rsplit(None, 1), 'a b c'.rsplit(maxsplit=1), 'a b c'.split(maxsplit=0))
# expect: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] ['a\n', '\n', 'b\n'] [] [' a', 'b'] ['a b', 'c'] ['a b c']
print('-'.join('abc'), ','.join(['x']), ''.join(()), ', '.join(str(i) for i in range(4)), '-'.join({'k': 1}))
# expect: a-b-c x  0, 1, 2, 3 k
print('a=b=c'.partition('='), 'a=b=c'.rpartition('='), 'abc'.partition('x'), 'abc'.rpartition('x'))
# expect: ('a', '=', 'b=c') ('a=b', '=', 'c') ('abc', '', '') ('', '', 'abc')
print(attempt('a'.split, ''), attempt('a'.split, 1), attempt('a'.partition, ''), attempt('a'.join, 1), attempt('a'.join, ['a', 1]), attempt('a'.join, [b'a']), attempt('a'.split, 'a', 'b'))
# expect: ValueError: empty separator TypeError: must be str or None, not int ValueError: empty separator TypeError: can only join an iterable TypeError: sequence item 1: expected str instance, int found TypeError: sequence item 0: expected str instance, bytes found TypeError: 'str' object cannot be interpreted as an integer
