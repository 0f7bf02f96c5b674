import gc
gc.disable()
gc.collect()
log = []
def callback(phase, info):
    log.append((phase, dict(info)))
gc.callbacks.append(callback)
l = []
l.append(l)
del l
gc.collect()
gc.collect(0)
gc.callbacks.remove(callback)
gc.collect()
for phase, info in log:
    print(phase, sorted(info.items()))
# expect: start [('collected', 0), ('generation', 2), ('uncollectable', 0)]
# expect: stop [('collected', 1), ('generation', 2), ('uncollectable', 0)]
# expect: start [('collected', 0), ('generation', 0), ('uncollectable', 0)]
# expect: stop [('collected', 0), ('generation', 0), ('uncollectable', 0)]
print(gc.callbacks)
# expect: []
def nested(phase, info):
    print(phase, gc.collect())
gc.callbacks.append(nested)
gc.collect()
# expect: start 0
# expect: stop 0
gc.callbacks.clear()
