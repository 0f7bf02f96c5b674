import gc, weakref
class A:
    def f(self): return 'f'
    def g(self): return 'g'
    def __eq__(self, other): return isinstance(other, A)
    def __hash__(self): return 5
a, b = A(), A()
log = []
m = weakref.WeakMethod(a.f, lambda r: log.append(r is m))
print(m()(), m() == a.f, type(m).__name__, hash(m) == hash(a))
# expect: f True WeakMethod True
print(m == weakref.WeakMethod(a.f), m == weakref.WeakMethod(b.f), m == weakref.WeakMethod(a.g), m != weakref.WeakMethod(a.f))
# expect: True True False False
try:
    weakref.WeakMethod(len)
except TypeError as e:
    print(e)
# expect: argument should be a bound method, not <class 'builtin_function_or_method'>
del a
print(m(), log, m == m, m == weakref.WeakMethod(b.f))
# expect: None [True] True False
n = weakref.WeakMethod(b.g)
b.cycle = b
del b
gc.collect()
print(n())
# expect: None
