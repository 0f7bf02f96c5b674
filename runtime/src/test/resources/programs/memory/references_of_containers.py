import sys
class A:
    pass
x = A()
r = lambda: sys.getrefcount(x) - base
base = sys.getrefcount(x)
l = [x] * 10; print('list', r()); l[2:5] = []; print(r()); l.extend(l); print(r()); l.sort(key=id); print(r()); l.reverse(); l.pop(); l.insert(3, x); print(r()); m = l[::2] + l; print(r()); del l, m; print(r())
# expect: list 10
# expect: 7
# expect: 14
# expect: 14
# expect: 14
# expect: 35
# expect: 0
t = (x,) * 3; print('tuple', r()); u = t + t; print(r()); v = tuple(iter(u)); print(r()); del t, u, v; print(r())
# expect: tuple 3
# expect: 9
# expect: 15
# expect: 0
d = {x: x, 1: x}; print('dict', r()); e = d.copy(); print(r()); e.update({2: x}); e |= {3: x}; print(r()); f = dict.fromkeys([1, 2], x); print(r()); d.pop(x); e.popitem(); e.setdefault(x, 1); print(r())
# expect: dict 3
# expect: 6
# expect: 8
# expect: 10
# expect: 7
i = list(d.items()) + list(e.keys()) + list(f.values()); print(r()); del d, e, f, i; print(r())
# expect: 11
# expect: 0
s = {x, 1}; print('set', r()); q = s | {x} | {2}; print(r()); q -= {x}; q ^= {x}; s &= q; print(r()); z = frozenset(s); k = z | s; print(r()); s.discard(x); q.clear(); print(r()); del s, q, z, k; print(r())
# expect: set 1
# expect: 2
# expect: 2
# expect: 4
# expect: 2
# expect: 0
it = iter([x]); print('iterators', r()); next(it); print(r()); list(it); print(r())
# expect: iterators 1
# expect: 1
# expect: 0
it = enumerate([x, x]); a = next(it); print(r()); b = next(it); print(r()); del it, a; print(r()); del b; print(r())
# expect: 3
# expect: 4
# expect: 1
# expect: 0
z = zip([x], [x]); a = next(z); print(r()); del z; print(r()); del a; print(r())
# expect: 4
# expect: 2
# expect: 0
m = map(lambda v: v, [x]); a = next(m); print(r()); del m, a; print(r())
# expect: 2
# expect: 0
f = filter(None, [x, x]); a = next(f); print(r()); del f, a; print(r())
# expect: 3
# expect: 0
w = reversed([x, 1]); next(w); print(r()); next(w); print(r()); del w; print(r())
# expect: 1
# expect: 1
# expect: 0
sl = slice(x, x, x); print('slice', r()); del sl; print(r())
# expect: slice 3
# expect: 0
o = A(); o.x = x; print('instance', r()); o.y = x; o.x = x; print(r()); o.__dict__; print(r()); del o.y; print(r()); c = o.__dict__.copy(); print(r()); o.__dict__ = {}; print(r()); del o, c; print(r())
# expect: instance 1
# expect: 2
# expect: 2
# expect: 1
# expect: 2
# expect: 1
# expect: 0
dv = {1: x}.values(); print('view', r(), len(dv)); del dv; print(r())
# expect: view 1 1
# expect: 0
def bad():
    try:
        [x, x].index(5)
    except ValueError:
        pass
    try:
        {x: x}[5]
    except KeyError:
        pass
    try:
        [x, 5].sort()
    except TypeError:
        pass
    try:
        list(map(lambda v: 1 / 0, [x]))
    except ZeroDivisionError:
        pass
    try:
        {}[x]
    except KeyError:
        pass
    try:
        {x: 1, (x,): 2}.pop([x])
    except TypeError:
        pass
bad(); print('errors', r())
# expect: errors 0
