import gc
gc.disable()
gc.collect()
class A:
    def __del__(self):
        print('del')
a = A()
a.me = a
gc.set_debug(gc.DEBUG_SAVEALL)
del a
print(gc.collect())
# expect: del
# expect: 1
gc.set_debug(0)
print(len(gc.garbage), type(gc.garbage[0]).__name__, gc.garbage[0].me is gc.garbage[0])
# expect: 1 A True
gc.garbage.clear()
print(gc.collect())
# expect: 1
print(gc.garbage)
# expect: []
