import gc
gc.disable()
class A:
    pass
a = A()
l = [a]
d = {'a': a}
t = (a,)
o = A()
o.a = a
found = gc.get_referrers(a)
print(sum(x is l for x in found), sum(x is d for x in found), sum(x is t for x in found), sum(x is o for x in found),
      sum(x is globals() for x in found))
# expect: 1 1 1 1 1
print(len(found))
# expect: 5
def local():
    b = A()
    return len(gc.get_referrers(b))
print(local())
# expect: 0
print(gc.get_referrers())
# expect: []
