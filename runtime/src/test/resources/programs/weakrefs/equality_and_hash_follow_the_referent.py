import weakref
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
class V:
    def __init__(self, v):
        self.v = v
    def __eq__(self, other):
        return isinstance(other, V) and self.v == other.v
    def __hash__(self):
        return hash(self.v)
a, b, c = V(1), V(1), V(2)
ra, rb, rc = weakref.ref(a), weakref.ref(b), weakref.ref(c, lambda r: None)
print(ra == rb, ra != rb, ra == rc, hash(ra) == hash(1), ra == a)
# expect: True False False True False
print(attempt(lambda: ra < rb))
# expect: TypeError: '<' not supported between instances of 'weakref.ReferenceType' and 'weakref.ReferenceType'
rd = weakref.ref(V(5))
print(attempt(lambda: hash(rd)), rd == rd, rd == ra, rd != ra)
# expect: TypeError: weak object has gone away True False True
del a
print(hash(ra) == hash(1), ra == rb, ra == ra)
# expect: True False True
u = weakref.ref(type('U', (), {'__hash__': None})())
print(attempt(lambda: hash(u)))
# expect: TypeError: weak object has gone away
