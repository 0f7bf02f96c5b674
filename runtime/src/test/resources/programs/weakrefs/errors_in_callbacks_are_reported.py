import sys, weakref
class A:
    pass
def hook(u):
    print(u.exc_type.__name__, u.exc_value, u.object.__name__, u.err_msg)
sys.unraisablehook = hook
def bad(ref):
    raise ValueError('bad')
a = A()
r1 = weakref.ref(a, bad)
r2 = weakref.ref(a, lambda r: print('still called'))
r3 = weakref.proxy(a, bad)
del a
# expect: ValueError bad bad None
# expect: still called
# expect: ValueError bad bad None
sys.unraisablehook = sys.__unraisablehook__
