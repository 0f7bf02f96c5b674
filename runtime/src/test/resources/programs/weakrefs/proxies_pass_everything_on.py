import weakref
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
class Num:
    def __init__(self, v): self.v = v
    def __add__(self, o): return ('add', self.v, o)
    def __radd__(self, o): return ('radd', o, self.v)
    def __matmul__(self, o): return ('matmul', o)
    def __imatmul__(self, o): return ('imatmul', o)
    def __iadd__(self, o): return ('iadd', o)
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __divmod__(self, o): return ('divmod', o)
    def __neg__(self): return 'neg'
    def __invert__(self): return 'invert'
    def __abs__(self): return 'abs'
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 2
    def __bool__(self): return False
    def __len__(self): return 4
    def __getitem__(self, k): return ('item', k)
    def __setitem__(self, k, v): print('set', k, v)
    def __delitem__(self, k): print('del', k)
    def __contains__(self, k): return k == 3
    def __iter__(self): return iter([1, 2])
    def __reversed__(self): return iter([2, 1])
    def __bytes__(self): return b'bytes'
    def __str__(self): return 'text'
    def __eq__(self, o): return 'eq'
    def __lt__(self, o): return 'lt'
    def __call__(self, *a, **k): return (a, k)
    def __hash__(self): return 1
n = Num(1)
p = weakref.proxy(n)
print(type(p).__name__, p.__class__.__name__, isinstance(p, Num))
# expect: CallableProxyType Num True
print(p + 1, 1 + p, p @ 2, p ** 3, pow(p, 3, 5), divmod(p, 2))
# expect: ('add', 1, 1) ('radd', 1, 1) ('matmul', 2) ('pow', 3, None) ('pow', 3, 5) ('divmod', 2)
print(-p, ~p, abs(p), int(p), float(p), [0, 1, 2][p], bool(p), len(p))
# expect: neg invert abs 7 7.5 2 False 4
print(p[5], 3 in p, 4 in p, list(p), bytes(p), str(p))
# expect: ('item', 5) True False [1, 2] b'\x00\x00' text
p[1] = 2
# expect: set 1 2
del p[1]
# expect: del 1
print(p == 1, p < 1, p(1, x=2))
# expect: eq lt ((1,), {'x': 2})
q = p
q += 1
print(q)
# expect: ('iadd', 1)
q = p
q @= 1
print(q)
# expect: ('imatmul', 1)
p.extra = 5
print(n.extra, p.v)
# expect: 5 1
del p.extra
print(attempt(lambda: n.extra), attempt(lambda: hash(p)), attempt(lambda: p - 1))
# expect: AttributeError: 'Num' object has no attribute 'extra' TypeError: unhashable type: 'weakref.CallableProxyType' TypeError: unsupported operand type(s) for -: 'Num' and 'int'
del n
print(attempt(lambda: p.v), attempt(lambda: p + 1), attempt(lambda: str(p)), attempt(lambda: bool(p)), attempt(lambda: p()))
# expect: ReferenceError: weakly-referenced object no longer exists ReferenceError: weakly-referenced object no longer exists ReferenceError: weakly-referenced object no longer exists ReferenceError: weakly-referenced object no longer exists ReferenceError: weakly-referenced object no longer exists
class Plain: pass
o = Plain()
w = weakref.proxy(o)
print(type(w).__name__, attempt(lambda: w()), attempt(lambda: next(w)), attempt(lambda: len(w)), attempt(lambda: w + 1), attempt(lambda: iter(w)))
# expect: ProxyType TypeError: 'weakref.ProxyType' object is not callable TypeError: Weakref proxy referenced a non-iterator 'Plain' object TypeError: object of type 'Plain' has no len() TypeError: unsupported operand type(s) for +: 'Plain' and 'int' TypeError: 'Plain' object is not iterable
class It:
    def __iter__(self): return self
    def __next__(self): return 1
i = It()
print(next(weakref.proxy(i)), attempt(lambda: 1 in weakref.proxy(o)))
# expect: 1 TypeError: argument of type 'Plain' is not iterable
print(callable(p), callable(w))
# expect: True False
