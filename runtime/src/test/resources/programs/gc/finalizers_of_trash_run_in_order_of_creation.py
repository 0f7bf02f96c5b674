import gc
gc.disable()
log = []
class D:
    def __init__(self, name):
        self.name = name
        self.me = self
    def __del__(self):
        log.append(self.name)
def make(names):
    for n in names:
        D(n)
make('abcdef')
print(gc.collect(), log)
# expect: 6 ['a', 'b', 'c', 'd', 'e', 'f']
log.clear()
a = D('a')
b = D('b')
a.other, b.other = b, a
c = D('c')
del c, b, a
print(gc.collect(), log)
# expect: 3 ['a', 'b', 'c']
print(gc.collect())
# expect: 0
