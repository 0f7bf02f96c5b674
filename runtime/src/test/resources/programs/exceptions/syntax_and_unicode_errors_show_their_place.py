s = SyntaxError('bad', ('dir/f.py', 3, 4, 'text', 3, 5))
print(s.msg, s.filename, s.lineno, s.offset, s.text, s.end_lineno, s.end_offset)
# expect: bad dir/f.py 3 4 text 3 5
print(s)
# expect: bad (f.py, line 3)
print(SyntaxError('bad'), SyntaxError(), SyntaxError('bad', ('f', None, 1, 't')))
# expect: bad None bad (f)
print(SyntaxError('x', (None, 3, 1, 't')))
# expect: x (line 3)
print(issubclass(TabError, IndentationError), issubclass(IndentationError, SyntaxError))
# expect: True True
u = UnicodeDecodeError('ascii', b'ab\xff', 2, 3, 'why')
print(u)
# expect: 'ascii' codec can't decode byte 0xff in position 2: why
print(UnicodeDecodeError('ascii', b'abcd', 1, 3, 'why'))
# expect: 'ascii' codec can't decode bytes in position 1-2: why
print(UnicodeEncodeError('ascii', 'ab\xff', 2, 3, 'why'))
# expect: 'ascii' codec can't encode character '\xff' in position 2: why
print(UnicodeEncodeError('ascii', 'a\u1234', 1, 2, 'why'))
# expect: 'ascii' codec can't encode character '\u1234' in position 1: why
print(UnicodeTranslateError('abc', 0, 2, 'why'))
# expect: can't translate characters in position 0-1: why
print(u.encoding, u.object, u.start, u.end, u.reason)
# expect: ascii b'ab\xff' 2 3 why
def attempt(f, *a):
    try:
        return f(*a)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
print(attempt(UnicodeDecodeError, 1))
# expect: TypeError: function takes exactly 5 arguments (1 given)
