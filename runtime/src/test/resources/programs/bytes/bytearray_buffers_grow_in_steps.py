import sys
a = bytearray()
sizes = [sys.getsizeof(a)]
for i in range(60):
    a.append(i)
    if sys.getsizeof(a) != sizes[-1]:
        sizes.append(sys.getsizeof(a))
print(sizes)
# expect: [56, 58, 61, 64, 68, 75, 83, 92, 102, 113, 126]
b = bytearray(100)
print(sys.getsizeof(b), sys.getsizeof(bytearray(b'abc')), sys.getsizeof(bytearray(range(10))), sys.getsizeof(b + b'x'))
# expect: 157 60 68 158
sizes = []
while b:
    b.pop()
    sizes.append(sys.getsizeof(b))
print(sorted(set(sizes)))
# expect: [57, 59, 62, 68, 81, 106, 157]
c = bytearray(b'0123456789')
del c[:3]
print(c, sys.getsizeof(c))
# expect: bytearray(b'3456789') 67
c += b'abcdef'
print(c, sys.getsizeof(c))
# expect: bytearray(b'3456789abcdef') 70
c.clear()
print(sys.getsizeof(c), sys.getsizeof(b'abc'), sys.getsizeof(b''))
# expect: 57 36 33
