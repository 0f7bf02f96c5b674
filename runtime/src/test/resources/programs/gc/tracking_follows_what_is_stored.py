import gc
gc.disable()
t = gc.is_tracked
print([t(x) for x in ((), [], {}, set(), 1, 'a', None, object(), 1.5)])
# expect: [False, True, False, True, False, False, False, False, False]
d = {}
d['a'] = 1
print(t(d))
# expect: False
d['b'] = []
print(t(d))
# expect: True
del d['b']
print(t(d))
# expect: True
gc.collect()
print(t(d))
# expect: False
def tup(*a):
    return a
x = tup(1, 2)
y = tup(x, 3)
z = tup([], 1)
print(t(x), t(y), t(z))
# expect: True True True
gc.collect()
print(t(x), t(y), t(z))
# expect: False False True
print(t({'a': 1}), t({'a': []}), t(dict(a=1)), t({'a': 1}.copy()), t({'a': []}.copy()))
# expect: False True False False True
class L(list): pass
class T(tuple): pass
class D(dict): pass
class I(int): pass
class E: __slots__ = ()
print([t(c()) for c in (L, T, D, I, E)])
# expect: [True, True, True, True, True]
v = T((1,))
gc.collect()
print(t(v))
# expect: True
def f(): pass
print(t(f), t(f.__code__), t((lambda: 0)), t(x for x in ()), t(Exception()), t(iter([])))
# expect: True False True True True True
