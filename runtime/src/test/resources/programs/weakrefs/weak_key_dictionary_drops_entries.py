import weakref
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__
class K:
    def __init__(self, n): self.n = n
    def __repr__(self): return 'K' + str(self.n)
ks = [K(i) for i in range(4)]
d = weakref.WeakKeyDictionary()
for k in ks:
    d[k] = k.n * 10
print(len(d), list(d), list(d.values()), ks[2] in d, 5 in d, d.get(ks[0]), d[ks[3]])
# expect: 4 [K0, K1, K2, K3] [0, 10, 20, 30] True False 0 30
del k, ks[1]
print(len(d), list(d.items()))
# expect: 3 [(K0, 0), (K2, 20), (K3, 30)]
it = iter(d)
print(next(it))
# expect: K0
ks[1:] = []
print(len(d), list(it), len(d))
# expect: 1 [] 1
x = K(7)
print(d.setdefault(x, 1), d.setdefault(x, 2), d.pop(x), attempt(lambda: d.pop(x)), d.pop(x, None))
# expect: 1 1 1 KeyError None
d.update({x: 5})
print(len(d), attempt(lambda: d[K(9)]), attempt(lambda: d.update({1: 2})))
# expect: 2 KeyError TypeError
e = d.copy()
print(e == d, [r() for r in e.keyrefs()], repr(e).startswith('<WeakKeyDictionary at 0x'))
# expect: True [K0, K7] True
print(sorted((d | {x: 6}).values()))
# expect: [0, 6]
del d[x]
print(d.popitem()[1], len(d), attempt(lambda: d.popitem()))
# expect: 0 0 KeyError
