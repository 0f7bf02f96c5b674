import gc, weakref
gc.disable()
log = []
class A:
    def called(self, ref):
        log.append('called')
def inside():
    a, b = A(), A()
    a.b, b.a = b, a
    a.ref = weakref.ref(b, a.called)
inside()
print(gc.collect(), log)
# expect: 4 []
keeper = A()
def outside():
    a = A()
    a.me = a
    keeper.ref = weakref.ref(a, keeper.called)
outside()
print(gc.collect(), log, keeper.ref())
# expect: 1 ['called'] None
def held_by_callback_only():
    a = A()
    a.me = a
    box = []
    box.append(weakref.ref(a, lambda r, box=box: (log.append('boxed'), box.clear())))
    return box
box = held_by_callback_only()
print(gc.collect(), log, len(box))
# expect: 2 ['called', 'boxed'] 0
del box
a = A()
r = weakref.ref(a)
a.me = a
del a
print(r() is None, gc.collect(), r())
# expect: False 1 None
