def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
b = b'hello'
print(b[0], b[-1], b[1:3], b[::-1], list(b[:2]), len(b), b + b'!', b * 2, 104 in b, b'ell' in b, b == bytearray(b'hello'), b < b'help', hash(b'') == hash(''), b.hex(), b.hex('-', 2), bytes.fromhex('68 65'))
# expect: 104 111 b'el' b'olleh' [104, 101] 5 b'hello!' b'hellohello' True True True True True 68656c6c6f 68-656c-6c6f b'he'
print(bytes(3), bytes([1, 2]), bytes('é', 'utf-8'), bytes(b), bytes(range(3)), bytes(b'x') is b'x', bytes(), b[:] is b, b.strip() is b, b'' + b is b)
# expect: b'\x00\x00\x00' b'\x01\x02' b'\xc3\xa9' b'hello' b'\x00\x01\x02' True b'' True True True
for args in [('a',), (-1,), ([256],), (['a'],), (1.5,), (None,), ('a', 'none'), (b'a', 'ascii'), (1, 2, 3, 4)]:
    print(args, attempt(bytes, *args))
# expect: ('a',) TypeError: string argument without an encoding
# expect: (-1,) ValueError: negative count
# expect: ([256],) ValueError: bytes must be in range(0, 256)
# expect: (['a'],) TypeError: 'str' object cannot be interpreted as an integer
# expect: (1.5,) TypeError: cannot convert 'float' object to bytes
# expect: (None,) TypeError: cannot convert 'NoneType' object to bytes
# expect: ('a', 'none') LookupError: unknown encoding: none
# expect: (b'a', 'ascii') TypeError: encoding without a string argument
# expect: (1, 2, 3, 4) TypeError: bytes() takes at most 3 arguments (4 given)
print(attempt(lambda: b[9]), attempt(lambda: b['a']), attempt(lambda: b + 'a'), attempt(lambda: 'a' in b), attempt(lambda: 300 in b), attempt(lambda: b < 'a'), attempt(hash, bytearray()), attempt(lambda: b.__setitem__), attempt(bytes.fromhex, 'zz'))
# expect: IndexError: index out of range TypeError: byte indices must be integers or slices, not str TypeError: can't concat str to bytes TypeError: a bytes-like object is required, not 'str' ValueError: byte must be in range(0, 256) TypeError: '<' not supported between instances of 'bytes' and 'str' TypeError: unhashable type: 'bytearray' AttributeError: 'bytes' object has no attribute '__setitem__' ValueError: non-hexadecimal number found in fromhex() arg at position 0
print(b.upper(), b.title(), b.find(b'l'), b.find(108), b.count(b'l'), b.replace(b'l', b'L'), b.split(b'l'), b' a b '.split(), b'a\nb\r\n'.splitlines(), b'-'.join([b'a', bytearray(b'b')]), b.partition(b'e'), b.center(9, b'*'), b'7'.zfill(3), b.translate(None, b'l'), b.startswith((b'x', b'he')), b'%d %s' % (5, b'x'), b.isalpha())
# expect: b'HELLO' b'Hello' 2 2 2 b'heLLo' [b'he', b'', b'o'] [b'a', b'b'] [b'a', b'b'] b'a-b' (b'h', b'e', b'llo') b'**hello**' b'007' b'heo' True b'5 x' True
