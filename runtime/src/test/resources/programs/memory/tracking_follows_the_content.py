import gc
gc.disable()
class A:
    pass
class D(dict):
    pass
t = gc.is_tracked
print([t(x) for x in ([], (), (1,), {}, {'a': 1}, {'a': []}, {1: (1,)}, {(1, 2): 1}, set(), frozenset(), range(3), slice(1), D(), A(), A().__dict__)])
# expect: [True, False, True, False, False, True, True, True, True, True, False, True, True, True, False]
d = {'a': 1}
print(t(d)); d['l'] = []; print(t(d)); del d['l']; print(t(d)); gc.collect(); print(t(d))
# expect: False
# expect: True
# expect: True
# expect: False
one, two = 1, 2
p = (one, two)
q = (one, [])
n = ((one, two), (two, one))
print(t(p), t(q), t(n))
# expect: True True True
gc.collect()
print(t(p), t(q))
# expect: False True
gc.collect()
print(t(n), t(n[0]))
# expect: False False
c = {'k': p}.copy()
print(t(c), t({'k': q}.copy()), t(dict({'k': q})), t({**{'k': q}}), t(dict.fromkeys('ab', [])), t({'a': int}), t({'a': A}), t({int: 1}))
# expect: False True True True True False True False
print([t(x) for x in (iter([]), iter(()), iter({}), iter(set()), iter(range(1)), enumerate([]), zip(), map(str, []), filter(None, []), reversed([]), {}.keys(), iter(int, 1))])
# expect: [True, True, True, True, False, True, True, True, True, True, True, True]
a = A()
a.x = 1
dd = a.__dict__
print(t(dd)); a.l = []; print(t(dd))
# expect: False
# expect: True
b = A()
b.l = []
print(t(b.__dict__), t(vars(b).copy()))
# expect: True True
for x in {'a': 1}.items():
    print(t(x))
# expect: True
def cycles(make):
    make()
    return gc.collect()
def self_list():
    l = []; l.append(l)
def self_dict():
    d = {}; d[1] = d
def in_tuple():
    l = []; l.append((l,))
def in_set():
    a = A(); a.s = {a}
def with_dict():
    a = A(); a.me = a; a.__dict__
def view():
    d = {}; d[1] = d.keys()
def iterators():
    l = []; l.append(iter(l)); l.append(enumerate(l)); l.append(zip(l)); l.append(map(str, l)); l.append(filter(None, l)); l.append(reversed(l))
def items():
    d = {1: 2}; it = iter(d.items()); d[1] = it
print([cycles(f) for f in (self_list, self_dict, in_tuple, in_set, with_dict, view, iterators, items)])
# expect: [1, 1, 2, 2, 2, 2, 15, 3]
