import gc
gc.disable()
class Loud:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print('gone', self.name)
def world():
    ns = {'Loud': Loud}
    exec('a = Loud("a")\ndef f(): return a\nb = Loud("b")', ns)
world()
print(gc.collect())
# expect: gone a
# expect: gone b
# expect: 4
class Chain:
    def __init__(self, next):
        self.next = next
    def __del__(self):
        self.next = None
def chain(n):
    head = tail = Chain(None)
    for i in range(n):
        head = Chain(head)
    tail.next = head
chain(3000)
print(gc.collect())
# expect: 0
print(gc.collect())
# expect: 0
