import gc
gc.disable()
kept = []
class Phoenix:
    def __init__(self):
        self.me = self
        self.part = [self]
    def __del__(self):
        print('del', gc.is_finalized(self))
        kept.append(self)
p = Phoenix()
print(gc.is_finalized(p))
# expect: False
del p
print(gc.collect())
# expect: del True
# expect: 0
print(len(kept), gc.is_finalized(kept[0]), kept[0].part[0] is kept[0])
# expect: 1 True True
kept.clear()
print(gc.collect())
# expect: 2
print(gc.collect(), kept)
# expect: 0 []
class Once:
    def __del__(self):
        kept.append(self)
Once()
print(len(kept), gc.is_finalized(kept[0]))
# expect: 1 True
kept.clear()
print(len(kept))
# expect: 0
class Lazarus:
    """Revives a neighbour: the whole group lives on."""
    def __init__(self):
        self.friend = []
        self.friend.append(self)
    def __del__(self):
        kept.append(self.friend)
Lazarus()
print(gc.collect(), type(kept[0][0]).__name__)
# expect: 0 Lazarus
kept.clear()
print(gc.collect())
# expect: 2
