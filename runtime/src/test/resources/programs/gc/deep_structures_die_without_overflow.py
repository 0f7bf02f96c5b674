import gc
gc.disable()
l = []
for i in range(100000):
    l = [l]
del l
t = ()
for i in range(100000):
    t = (t,)
del t
d = {}
for i in range(100000):
    d = {1: d}
del d
ring = []
inner = ring
for i in range(50000):
    inner.append([])
    inner = inner[0]
inner.append(ring)
del ring, inner
print(gc.collect())
# expect: 50001
class Node:
    def __init__(self, next):
        self.next = next
n = None
for i in range(50000):
    n = Node(n)
del n
print('done')
# expect: done
