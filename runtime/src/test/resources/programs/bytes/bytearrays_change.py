def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
a = bytearray(b'hello')
a[0] = 72; a[1:3] = b'EYY'; del a[-1]; a.append(33); a.extend([1, 2]); a += b'z'; a.insert(0, 65)
print(a, len(a), a.pop(), a.pop(0), a.index(b'l'), a)
# expect: bytearray(b'HEYYl!\x01\x02') 10 122 65 4 bytearray(b'HEYYl!\x01\x02')
a.remove(33); a.reverse(); print(a)
# expect: bytearray(b'\x02\x01lYYEH')
a[::2] = b'....'
print(a, a[1:3], a.copy() == a, a.copy() is a, a * 2, bytes(a), a.decode('latin-1'))
# expect: bytearray(b'.\x01.Y.E.') bytearray(b'\x01.') True False bytearray(b'.\x01.Y.E..\x01.Y.E.') b'.\x01.Y.E.' ..Y.E.
del a[::2]; print(a); a.clear(); print(a, a == b'', bool(a))
# expect: bytearray(b'\x01YE')
# expect: bytearray(b'') True False
for f in [lambda: a.pop(), lambda: a.append(256), lambda: a.append('a'), lambda: a.remove(1), lambda: a.__setitem__(0, 1), lambda: a.extend('ab'), lambda: a.extend(1), lambda: a + 'x', lambda: bytearray('a'), lambda: bytearray(-1), lambda: bytearray(1.5), lambda: bytearray(b'abc').__setitem__(slice(0, 3, 2), b'x'), lambda: bytearray(b'a').__setitem__(slice(0, 1), 5)]:
    print(attempt(f))
# expect: IndexError: pop from empty bytearray
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: value not found in bytearray
# expect: IndexError: bytearray index out of range
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: can't extend bytearray with int
# expect: TypeError: can't concat str to bytearray
# expect: TypeError: string argument without an encoding
# expect: ValueError: negative count
# expect: TypeError: cannot convert 'float' object to bytearray
# expect: ValueError: attempt to assign bytes of size 1 to extended slice of size 2
# expect: TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)
class B(bytearray): pass
b = B(b'xy'); b.tag = 1
print(b, type(b[:1]), type(b.copy()), b.tag, b == b'xy', type(b + b'z'))
# expect: B(b'xy') <class 'bytearray'> <class 'bytearray'> 1 True <class 'bytearray'>
