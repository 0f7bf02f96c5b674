import gc
gc.disable()
log = []
def g():
    try:
        me = yield
        yield
    finally:
        log.append('closed')
x = g()
next(x)
x.send(x)
del x
print(gc.collect(), log)
# expect: 0 ['closed']
def unstarted():
    box = []
    box.append(v for v in box)
unstarted()
print(gc.collect())
# expect: 0
def stubborn():
    me = yield
    try:
        yield
    except GeneratorExit:
        log.append('exit')
y = stubborn()
next(y)
y.send(y)
del y
print(gc.collect(), log)
# expect: 0 ['closed', 'exit']
