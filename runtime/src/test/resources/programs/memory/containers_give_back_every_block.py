import sys
class Boom:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        for i in range(self.n):
            yield [i]
        raise ValueError
class Key:
    def __init__(self, h):
        self.h = h
    def __hash__(self):
        return self.h
    def __eq__(self, other):
        if self.h == 13:
            raise KeyError
        return self is other
class Odd(list):
    pass
class A:
    pass
def quiet(f):
    def g():
        try:
            f()
        except Exception:
            pass
    return g
def attrs():
    a = A()
    a.x = [1]
    a.y = {2: [3]}
    a.__dict__['z'] = (1, [2])
    del a.x
    b = a.__dict__.copy()
    a.__dict__.clear()
    for i in range(40):
        setattr(a, 'n%d' % i, [i])
def sets():
    s = set(range(100))
    s |= {1000}
    s &= set(range(50))
    s ^= {3, 7000}
    s -= {4}
    t = s.union([1], (2,)).intersection(range(30)).difference([5])
    frozenset(t) | t
    s.symmetric_difference_update([1, 2, 3])
    t.isdisjoint(s), t <= s, t.issuperset([1])
    s.pop(); s.clear()
def dicts():
    d = {i: [i] for i in range(50)}
    d.update({'a': 1})
    d |= {'b': 2}
    e = {**d, 'c': [3]}
    f = d | e
    f.popitem(); f.pop(3); f.setdefault(99, []); f.setdefault(98, [])
    list(f.items()), list(reversed(f)), f.keys() & d.keys(), f.items() ^ d.items() if False else None
    dict.fromkeys('abc', [1]), dict(zip('ab', [[1], [2]])), dict(a=[1])
    repr(f); f == d; d.copy() == d
    for k in range(0, 50, 2):
        del d[k]
    d.copy()
def lists():
    l = [[i] for i in range(30)]
    l[3:5] = [1] * 10
    l[::2] = range(len(l[::2]))
    del l[::3]
    l += l
    l *= 2
    l.sort(key=lambda x: str(x)); l.sort(key=str, reverse=True)
    l.index(l[3]); l.remove(l[0]); l.insert(2, [5]); l.pop(); l.pop(3); l.reverse()
    sorted(l, key=repr); l + [1]; l * 2; l[1:4]; repr(l); l == list(l); l < l[:-1]
    list(reversed(l)), list(enumerate(l)), list(zip(l, l)), list(map(str, l)), list(filter(None, l))
    list(iter(l.pop, l[0]))
def ranges():
    list(range(10**20, 10**20 + 5)), range(10**20)[5:10**15], range(5)[::-1], list(reversed(range(1000, 1010)))
    slice(1000, 2000, 3).indices(5000), hash(range(1000, 2000)), range(1000) == range(1000), 5000 in range(10000)
def tuples():
    t = tuple([i] for i in range(30))
    t + t; t * 3; t[1:5]; hash((1, (2, 3))); t.index(t[4]); t < t; repr(t); tuple(t); t.count([1])
    for n in range(25):
        tuple(range(1000, 1000 + n))
bad = [
    lambda: list(Boom(20)), lambda: tuple(Boom(20)), lambda: set(Boom(1)), lambda: {}.update(Boom(3)),
    lambda: dict.fromkeys(Boom(3)), lambda: sorted(Boom(5)), lambda: list(zip(Boom(3), Boom(2))),
    lambda: list(map(lambda a, b: a, Boom(3), Boom(4))), lambda: list(filter(lambda x: 1 / 0, [[1], [2]])),
    lambda: [3, 'a', [1]].sort(), lambda: [[1], 2].sort(key=lambda x: x + 1), lambda: {Key(13): 1, Key(13): 2},
    lambda: {Key(13), Key(13)}, lambda: [[1]][5], lambda: {}[(1, [2])], lambda: {}[2000], lambda: dict([[1, 2, 3]]), lambda: dict([[1, [2]], 5]),
    lambda: [1].__setitem__(slice(0, 5, 2), Boom(3)), lambda: [1, 2, 3].__setitem__(slice(0, 3, 2), [[1]]), lambda: {1} | [2],
    lambda: {1}.union(Boom(2)), lambda: {1}.intersection(Boom(1)), lambda: {1}.difference(Boom(0)), lambda: {1} ^ {Key(13)} ^ {Key(13)},
    lambda: range(1000, 2000, 0), lambda: range(5000, 'a'), lambda: enumerate(5, 10**30), lambda: enumerate([], 'a'), lambda: zip([1], 5), lambda: map(len, [1], 5),
    lambda: list(zip([[1]], [], strict=True)), lambda: list(zip([], [[1]], strict=True)), lambda: reversed({1}), lambda: slice('a').indices(4000),
    lambda: hash(([1],)), lambda: hash((1, [2])), lambda: frozenset([[1]]), lambda: [1, 2] + (3,), lambda: (1,) + [2], lambda: [[1]].index([2]), lambda: [].pop(),
    lambda: {}.popitem(), lambda: set().pop(), lambda: {1: 2}.pop([1]), lambda: next(iter([])), lambda: Odd(Boom(2)), lambda: Odd([[1]]).sort(key=5),
]
def leaked(f):
    for _ in range(100):
        f()
    before = sys.getallocatedblocks()
    for _ in range(20):
        f()
    return (sys.getallocatedblocks() - before) // 20
for f in (attrs, sets, dicts, lists, ranges, tuples):
    print(f.__name__, leaked(f))
# expect: attrs 0
# expect: sets 0
# expect: dicts 0
# expect: lists 0
# expect: ranges 0
# expect: tuples 1
print([leaked(quiet(f)) for f in bad])
# expect: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
