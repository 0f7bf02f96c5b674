import gc
gc.collect()
gc.disable()
gc.set_threshold(100, 3, 1000)
log = []
def callback(phase, info):
    if phase == 'start':
        log.append(info['generation'])
gc.callbacks.append(callback)
class Slotted:
    __slots__ = ()
kept = [None] * 4000
gc.collect()
log.clear()
gc.enable()
for i in range(4000):
    kept[i] = Slotted()
gc.disable()
gc.callbacks.clear()
gc.set_threshold(700, 10, 10)
print(log)
# expect: [0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0]
