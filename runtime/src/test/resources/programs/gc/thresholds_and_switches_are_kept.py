import gc
print(gc.isenabled(), gc.get_threshold(), gc.get_debug(), gc.garbage)
# expect: True (700, 10, 10) 0 []
gc.disable()
print(gc.isenabled())
# expect: False
gc.enable()
print(gc.isenabled())
# expect: True
gc.set_threshold(5)
print(gc.get_threshold())
# expect: (5, 10, 10)
gc.set_threshold(6, 7)
print(gc.get_threshold())
# expect: (6, 7, 10)
gc.set_threshold(8, 9, 11)
print(gc.get_threshold())
# expect: (8, 9, 11)
gc.set_threshold(0)
print(gc.get_threshold())
# expect: (0, 9, 11)
gc.set_threshold(700, 10, 10)
gc.set_debug(gc.DEBUG_SAVEALL)
print(gc.get_debug())
# expect: 32
gc.set_debug(0)
print(gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
# expect: 1 2 4 32 38
print([sorted(s) for s in gc.get_stats()])
# expect: [['collected', 'collections', 'uncollectable'], ['collected', 'collections', 'uncollectable'], ['collected', 'collections', 'uncollectable']]
