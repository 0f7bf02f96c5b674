import sys
print([sys.getsizeof(tuple(range(n))) for n in range(6)])
# expect: [40, 48, 56, 64, 72, 80]
class T(tuple):
    pass
print(sys.getsizeof(T()), sys.getsizeof(T((1, 2))))
# expect: 48 64
def pair(a, b):
    return (a, b)
x = pair(1, 2)
i = id(x)
del x
print(id(pair(3, 4)) == i)
# expect: True
x, y = pair(1, 2), pair(3, 4)
ix, iy = id(x), id(y)
del x
del y
p = pair(5, 6)
q = pair(7, 8)
print(id(p) == iy, id(q) == ix)
# expect: True True
l = [p]
il = id(l)
del l
m = [q]
print(id(m) == il)
# expect: True
d = {}
idd = id(d)
del d
e = {}
print(id(e) == idd)
# expect: True
