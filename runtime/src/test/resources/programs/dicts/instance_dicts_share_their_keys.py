import sys
class A:
    pass
sizes = []
for i in range(34):
    a = A()
    a.x = 1
    a.y = 2
    s = sys.getsizeof(a.__dict__)
    if not sizes or sizes[-1] != s:
        sizes.append(s)
print(sizes)
# expect: [296, 288, 280, 272, 264, 256, 248, 240, 232, 224, 216, 208, 200, 192, 184, 176, 168, 160, 152, 144, 136, 128, 120, 112, 104, 96, 88]
a = A()
a.y = 'first'
a.x = 'second'
print(a.__dict__, list(vars(a)))
# expect: {'y': 'first', 'x': 'second'} ['y', 'x']
del a.y
a.y = 'last'
print(a.__dict__)
# expect: {'x': 'second', 'y': 'last'}
a.__dict__['z'] = 3
print(a.z, a.__dict__, sys.getsizeof(a.__dict__))
# expect: 3 {'x': 'second', 'y': 'last', 'z': 3} 88
a.__dict__[1] = 'not a str'
print(a.__dict__, sys.getsizeof(a.__dict__))
# expect: {'x': 'second', 'y': 'last', 'z': 3, 1: 'not a str'} 352
b = A()
for i in range(40):
    setattr(b, 'n%d' % i, i)
print(len(b.__dict__), sys.getsizeof(b.__dict__), list(b.__dict__)[:3])
# expect: 40 832 ['n0', 'n1', 'n2']
c = A()
c.p = 1
d = c.__dict__
c.q = 2
print(d, d is c.__dict__)
# expect: {'p': 1, 'q': 2} True
c.__dict__ = {'r': 5}
print(c.r, hasattr(c, 'p'), d)
# expect: 5 False {'p': 1, 'q': 2}
copy = d.copy()
print(copy, copy == d)
# expect: {'p': 1, 'q': 2} True
d.clear()
print(d, sys.getsizeof(d))
# expect: {} 64
e = A()
e.k1 = 1; e.k2 = 2; e.k3 = 3
print(e.__dict__.popitem(), e.__dict__, sys.getsizeof(e.__dict__))
# expect: ('k3', 3) {'k1': 1, 'k2': 2} 184
f = A()
f.x = 1
f.y = 2
print({**f.__dict__}, dict(f.__dict__), list(f.__dict__.items()), list(reversed(f.__dict__)), f.__dict__ == {'y': 2, 'x': 1}, 'x' in f.__dict__, len(f.__dict__))
# expect: {'x': 1, 'y': 2} {'x': 1, 'y': 2} [('x', 1), ('y', 2)] ['y', 'x'] True True 2
