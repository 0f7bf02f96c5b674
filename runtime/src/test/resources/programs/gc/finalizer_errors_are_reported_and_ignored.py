import gc, sys
gc.disable()
seen = []
sys.unraisablehook = lambda u: seen.append((u.exc_type.__name__, str(u.exc_value), u.object.__name__, u.err_msg))
class Bad:
    def __init__(self):
        self.me = self
    def __del__(self):
        1 / 0
Bad()
print(gc.collect())
# expect: 1
print(seen)
# expect: [('ZeroDivisionError', 'division by zero', '__del__', None)]
b = Bad()
b.me = None
del b
print(seen[1:])
# expect: [('ZeroDivisionError', 'division by zero', '__del__', None)]
def callback(phase, info):
    raise KeyError(phase)
gc.callbacks.append(callback)
gc.collect()
gc.callbacks.clear()
print(seen[2:])
# expect: [('KeyError', "'start'", 'callback', None), ('KeyError', "'stop'", 'callback', None)]
sys.unraisablehook = sys.__unraisablehook__
