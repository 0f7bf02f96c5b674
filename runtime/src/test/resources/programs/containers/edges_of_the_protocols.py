def attempt(f, *a, **k):
    try: return f(*a, **k)
    except BaseException as e: return type(e).__name__ + ': ' + str(e)
import sys
l = []
for i in range(100000): l = [l]
print(attempt(repr, l)[:80])
# expect: RecursionError: maximum recursion depth exceeded while getting the repr of an ob
m = []
for i in range(100000): m = [m]
print(attempt(lambda: l == m))
# expect: RecursionError: maximum recursion depth exceeded in comparison
d = {}
for i in range(100000): d = {1: d}
print(attempt(repr, d)[:80])
# expect: RecursionError: maximum recursion depth exceeded while getting the repr of an ob
t = ()
for i in range(50000): t = (t,)
print(attempt(repr, t)[:80]); 
# expect: RecursionError: maximum recursion depth exceeded while getting the repr of an ob
del l, m, d, t
print(attempt(lambda: [0] * (1 << 62)), attempt(lambda: (0,) * (1 << 61)), attempt(lambda: [0] * (1 << 36)), attempt(lambda: list(range(1 << 40))), attempt(lambda: tuple(range(1 << 40))))
# expect: MemoryError:  MemoryError:  MemoryError:  MemoryError:  MemoryError: 
print(attempt(lambda: set(range(3)).__init__(5)), attempt(lambda: {}.__init__(5)), attempt(lambda: [].__init__(1, 2)), attempt(lambda: list.__new__(list, 1, 2, k=3)), attempt(lambda: list.__new__(int)), attempt(lambda: dict.__new__(dict, 5)))
# expect: TypeError: 'int' object is not iterable TypeError: 'int' object is not iterable TypeError: list expected at most 1 argument, got 2 [] TypeError: list.__new__(int): int is not a subtype of list {}
print(attempt(lambda: list.append(5, 1)), attempt(lambda: list.append()), attempt(lambda: dict.fromkeys.__self__), attempt(lambda: [].sort.__name__), attempt(lambda: list.sort.__qualname__), attempt(lambda: {}.get(1, 2, 3)))
# expect: TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'int' object TypeError: unbound method list.append() needs an argument <class 'dict'> sort list.sort TypeError: get expected at most 2 arguments, got 3
print(attempt(lambda: list.__add__([1], 5)), attempt(lambda: [1].__mul__('a')), attempt(lambda: [1].__eq__(5)), attempt(lambda: {1}.__or__([1])), attempt(lambda: {}.__or__(5)), attempt(lambda: [].__contains__(1)), attempt(lambda: [1, 2].__getitem__(slice(1))), attempt(lambda: [].__iadd__(5)), attempt(lambda: (1,).__hash__()), attempt(lambda: [].__hash__))
# expect: TypeError: can only concatenate list (not "int") to list TypeError: 'str' object cannot be interpreted as an integer NotImplemented NotImplemented NotImplemented False [1] TypeError: 'int' object is not iterable -6644214454873602895 None
class L(list):
    def __eq__(self, o): return 'eq'
    def __lt__(self, o): return 'lt'
    __hash__ = None
print(L() == 5, [] == L(), L() < [], [] > L(), attempt(hash, L()))
# expect: eq eq lt lt TypeError: unhashable type: 'L'
class K(dict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
    def keys(self): return ['a']
    def __getitem__(self, k): return 'item'
k = K(a=1); k['b'] = 2
print(k, dict(k), {**k}, {}.__class__(k), k.get('b'), k | {'c': 1}, type(k | {}).__name__, k.copy().__class__.__name__)
# expect: {'a': 1, 'b': 4} {'a': 1, 'b': 4} {'a': 1, 'b': 4} {'a': 1, 'b': 4} 4 {'a': 1, 'b': 4, 'c': 1} dict dict
e = {}; e.update(k); print(e)
# expect: {'a': 1, 'b': 4}
a, *b, c = range(5); print(a, b, c)
# expect: 0 [1, 2, 3] 4
print([*range(3), *{5}], (*[1], 2), {*[1], 2}, {**{1: 2}, **{3: 4}})
# expect: [0, 1, 2, 5] (1, 2) {1, 2} {1: 2, 3: 4}
print(max([3, 1]), sum([[1], [2]], []), any([]), all([1]), min({3, 1}), list(map(lambda *a: a, [1], [2])))
# expect: 3 [1, 2] False True 1 [(1, 2)]
x = [1, 2, 3]; x[:] = x[::-1]; print(x); x[len(x):] = [9]; print(x); x[-1:] = []; print(x)
# expect: [3, 2, 1]
# expect: [3, 2, 1, 9]
# expect: [3, 2, 1]
print([1, 2, 3].index(3, -1), attempt([1, 2].index, 1, 5), [1, 2, 3].index(2, -10**30, 10**30))
# expect: 2 ValueError: 1 is not in list 1
print(list(zip(*[(1, 2), (3, 4)])), dict(enumerate('ab')), sorted({'b': 1, 'a': 2}), sorted([(2, 'b'), (1, 'z')], key=lambda p: p[1]))
# expect: [(1, 3), (2, 4)] {0: 'a', 1: 'b'} ['a', 'b'] [(2, 'b'), (1, 'z')]
print(repr({frozenset(): []}), str([('a', 1)]), '%s' % [1], f'{[1]!r}', '{}'.format({1: 2}), attempt(format, [], 'x'))
# expect: {frozenset(): []} [('a', 1)] [1] [1] {1: 2} TypeError: unsupported format string passed to list.__format__
print(isinstance([], list), issubclass(bool, int), type([]) is list, [].__class__.__mro__)
# expect: True True True (<class 'list'>, <class 'object'>)
print(range(5).__reduce__(), slice(1, 2).__reduce__(), {1}.__reduce__(), attempt(lambda: [].__reduce__()), frozenset([1]).__reduce__())
# expect: (<class 'range'>, (0, 5, 1)) (<class 'slice'>, (1, 2, None)) (<class 'set'>, ([1],), None) TypeError: cannot pickle 'list' object (<class 'frozenset'>, ([1],), None)
del k['a']; print(k, attempt(k.__delitem__, 'zz'), k.pop('zz', 0))
# expect: {'b': 4} KeyError: 'zz' 0
print(attempt(next, iter([])), next(iter([]), 'd'), attempt(iter, 5), attempt(iter, 5, 6), attempt(len, 5), attempt(reversed, {1}.__iter__()))
# expect: StopIteration:  d TypeError: 'int' object is not iterable TypeError: iter(v, w): v must be callable TypeError: object of type 'int' has no len() TypeError: 'set_iterator' object is not reversible
