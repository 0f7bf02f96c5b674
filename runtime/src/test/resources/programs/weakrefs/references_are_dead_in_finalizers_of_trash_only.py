import gc, weakref
gc.disable()
class A:
    def __del__(self):
        print('del', self.ref() is self)
a = A()
a.ref = weakref.ref(a, lambda r: print('callback', r()))
del a
# expect: del True
# expect: callback None
a = A()
r = weakref.ref(a, lambda r: print('callback', r()))
a.ref = r
a.me = a
del a
print(gc.collect())
# expect: callback None
# expect: del False
# expect: 1
