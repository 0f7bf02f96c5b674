import weakref
class E:
    def __init__(self, n): self.n = n
    def __repr__(self): return 'E' + str(self.n)
def names(s):
    return sorted(repr(e) for e in s)
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
a, b, c = E(1), E(2), E(3)
s = weakref.WeakSet([a, b])
t = weakref.WeakSet([b, c])
print(len(s), a in s, c in s, 1 in s)
# expect: 2 True False False
print(names(s | t), names(s & t), names(s - t), names(s ^ t))
# expect: ['E1', 'E2', 'E3'] ['E2'] ['E1'] ['E1', 'E3']
print(s <= t, weakref.WeakSet([a]) < s, s >= weakref.WeakSet([b]), s == weakref.WeakSet([b, a]), s.isdisjoint([c]))
# expect: False True True True True
s.add(c)
s.discard(a)
s.remove(b)
print(names(s), attempt(lambda: s.remove(a).__class__)[:8])
# expect: ['E3'] KeyError
s |= t
s &= [b]
print(names(s))
# expect: ['E2']
s ^= t
s -= [c]
print(names(s))
# expect: []
s.update([a, b])
n = len(s)
del b
print(n, len(s), names(s), len(t))
# expect: 2 1 ['E1'] 1
for e in s:
    del a
    break
print(names(s.copy()), s.pop().n, len(s))
# expect: ['E1'] 1 0
del e
s.clear()
print(attempt(lambda: s.pop()))
# expect: KeyError: 'pop from empty WeakSet'
