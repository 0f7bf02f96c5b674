def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
print(str(), str(5), str(1.5), str(None), str([1, 'a']), str(b'ab'), str(b'ab', 'ascii'), str(object='x'), str(b'\xc3\xa9', encoding='utf-8'), str(bytearray(b'q'), 'utf-8'))
# expect:  5 1.5 None [1, 'a'] b'ab' ab x é q
class A:
    def __str__(self): return 'A-str'
    def __repr__(self): return 'A-repr'
    def __format__(self, spec): return 'A-' + spec
class Bad:
    def __str__(self): return 5
    def __repr__(self): return None
    def __format__(self, spec): return 1
print(str(A()), repr(A()), f'{A()}', f'{A()!r}', f'{A():xyz}', '%s %r' % (A(), A()), format(A(), 'q'), '{!s:>8}'.format(A()), [A()])
# expect: A-str A-repr A- A-repr A-xyz A-str A-repr A-q    A-str [A-repr]
print(attempt(str, Bad()), attempt(repr, Bad()), attempt(format, Bad(), ''), attempt(str, 'a', 'utf-8'), attempt(str, 5, 'utf-8'), attempt(str, b'\xff', 'utf-8'), attempt(str, 1, 2, 3, 4), attempt(str, x=1))
# expect: TypeError: __str__ returned non-string (type int) TypeError: __repr__ returned non-string (type NoneType) TypeError: __format__ must return a str, not int TypeError: decoding str is not supported TypeError: decoding to str: need a bytes-like object, int found UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte TypeError: str() takes at most 3 arguments (4 given) TypeError: 'x' is an invalid keyword argument for str()
