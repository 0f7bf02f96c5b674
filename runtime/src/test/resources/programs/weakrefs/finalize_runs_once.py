import weakref
class A:
    pass
def bye(*args, **kwargs):
    print('bye', args, kwargs)
    return 'result'
a = A()
f = weakref.finalize(a, bye, 1, 2, x=3)
print(f.alive, f.atexit, f.peek()[1:] == (bye, (1, 2), {'x': 3}), f.peek()[0] is a)
# expect: True True True True
print(repr(f).startswith('<finalize object at 0x'), "for 'A' at 0x" in repr(f))
# expect: True True
print(f(), f(), f.alive, f.peek(), f.detach(), f.atexit)
# expect: bye (1, 2) {'x': 3}
# expect: result None False None None False
print(repr(f).endswith('; dead>'))
# expect: True
g = weakref.finalize(a, bye, 'death')
h = weakref.finalize(a, bye, 'detached')
i = weakref.finalize(a, bye, 'newest')
print(h.detach()[2], h.alive)
# expect: ('detached',) False
g.atexit = False
print(g.atexit, i.atexit)
# expect: False True
del a
# expect: bye ('newest',) {}
# expect: bye ('death',) {}
print(g.alive)
# expect: False
