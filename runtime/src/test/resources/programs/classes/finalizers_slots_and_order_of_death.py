log = []
class N:
    def __init__(self, n): self.n = n
    def __del__(self): log.append(self.n)
class A:
    def __del__(self): log.append('A')
a = A()
a.z, a.y, a.x = N('z'), N('y'), N('x')
del a
print(log)
# expect: ['A', 'z', 'y', 'x']
log.clear()
class S:
    __slots__ = ('c', 'a', 'b')
s = S()
s.c, s.b, s.a = N('c'), N('b'), N('a')
del s
print(log)
# expect: ['a', 'b', 'c']
log.clear()
class T(S):
    __slots__ = ('d',)
t = T()
t.d, t.a = N('d'), N('a')
del t
print(log)
# expect: ['d', 'a']
log.clear()
class R:
    saved = []
    def __del__(self):
        log.append('R')
        R.saved.append(self)
r = R()
del r
print(log, len(R.saved))
# expect: ['R'] 1
R.saved.clear()
print(log)
# expect: ['R']
log.clear()
deep = N(0)
for i in range(300):
    h = A()
    h.next = deep
    deep = h
log.clear()
del deep, h
print(len(log), log[0], log[-1])
# expect: 301 A 0
