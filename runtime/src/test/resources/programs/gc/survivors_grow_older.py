import gc
gc.disable()
def generation(o):
    for g in range(3):
        if any(x is o for x in gc.get_objects(g)):
            return g
a = []
print(generation(a))
# expect: 0
gc.collect(0)
print(generation(a))
# expect: 1
gc.collect(0)
print(generation(a))
# expect: 1
gc.collect(1)
print(generation(a))
# expect: 2
b = []
gc.collect()
print(generation(b))
# expect: 2
gc.freeze()
c = []
print(generation(a), generation(b), generation(c))
# expect: None None 0
gc.unfreeze()
print(generation(a), generation(b), generation(c))
# expect: 2 2 0
print(gc.get_freeze_count())
# expect: 0
