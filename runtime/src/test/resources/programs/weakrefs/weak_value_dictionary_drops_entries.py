import gc, weakref
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
class V:
    def __init__(self, n): self.n = n
    def __repr__(self): return 'V' + str(self.n)
d = weakref.WeakValueDictionary()
vs = [V(i) for i in range(4)]
for v in vs:
    d[v.n] = v
print(len(d), sorted(d), list(d.values()), list(d.items()), 2 in d, d.get(9), d.get(9, 'no'))
# expect: 4 [0, 1, 2, 3] [V0, V1, V2, V3] [(0, V0), (1, V1), (2, V2), (3, V3)] True None no
del v, vs[1]
print(len(d), sorted(d.keys()), 1 in d, attempt(lambda: d[1]), d.get(1))
# expect: 3 [0, 2, 3] False KeyError: 1 None
it = d.items()
print(next(it))
# expect: (0, V0)
vs.clear()
print(list(it), len(d))
# expect: [] 0
x = V(7)
print(d.setdefault('x', x) is x, d.setdefault('x', V(8)) is x, d.pop('x') is x, attempt(lambda: d.pop('x')), d.pop('x', None))
# expect: True True True KeyError: 'x' None
d.update(x=x)
print(d.popitem(), attempt(lambda: d.popitem()))
# expect: ('x', V7) KeyError: 'popitem(): dictionary is empty'
d['a'] = x
e = d.copy()
print(list(e.items()), e == d, (d | {'b': x}) == {'a': x, 'b': x}, repr(e).startswith('<WeakValueDictionary at 0x'))
# expect: [('a', V7)] True True True
e |= {'c': x}
print(sorted(e), [r() for r in e.valuerefs()], [r() for r in d.itervaluerefs()])
# expect: ['a', 'c'] [V7, V7] [V7]
del e['a']
print(sorted(e), attempt(lambda: e.__delitem__('zz')))
# expect: ['c'] KeyError: 'zz'
e.clear()
print(len(e), bool(e))
# expect: 0 False
print(attempt(lambda: weakref.WeakValueDictionary({1: 2})))
# expect: TypeError: cannot create weak reference to 'int' object
y = V(1)
d[1] = y
y = None
y = V(2)
d[1] = y
print(d[1])
# expect: V2
