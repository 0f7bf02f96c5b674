import weakref
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
def gone(r):
    print('gone', r())
s = {1, 2}
r = weakref.ref(s, gone)
print(r() is s)
# expect: True
del s
# expect: gone None
print(r())
# expect: None
f = frozenset([1])
r = weakref.ref(f)
del f
print(r())
# expect: None
print(attempt(lambda: weakref.ref([])), attempt(lambda: weakref.ref({})), attempt(lambda: weakref.ref(())), attempt(lambda: weakref.ref(range(3))), attempt(lambda: weakref.ref(slice(1))))
# expect: TypeError: cannot create weak reference to 'list' object TypeError: cannot create weak reference to 'dict' object TypeError: cannot create weak reference to 'tuple' object TypeError: cannot create weak reference to 'range' object TypeError: cannot create weak reference to 'slice' object
class L(list):
    pass
class S(set):
    pass
class D(dict):
    pass
class T(tuple):
    pass
for c in (L, S, D):
    o = c()
    r = weakref.ref(o, gone)
    o.x = 1
    print(r() is o, c.__name__)
    del o
# expect: True L
# expect: gone None
# expect: True S
# expect: gone None
# expect: True D
# expect: gone None
print(attempt(lambda: weakref.ref(T())))
# expect: TypeError: cannot create weak reference to 'T' object
