log = []
class K:
    def __init__(self, n, h):
        self.n, self.h = n, h
    def __hash__(self):
        log.append('hash %s' % self.n)
        return self.h
    def __eq__(self, other):
        log.append('eq %s %s' % (self.n, other.n))
        return self.n == other.n
    def __repr__(self):
        return 'K' + str(self.n)
d = {}
d[K(1, 5)] = 'one'
d[K(2, 5)] = 'two'
d[K(1, 5)] = 'again'
print(d)
# expect: {K1: 'again', K2: 'two'}
print(log)
# expect: ['hash 1', 'hash 2', 'eq 1 2', 'hash 1', 'eq 1 1']
log.clear()
print(d.get(K(3, 5)), K(2, 5) in d, d.pop(K(1, 5)))
# expect: None True again
print(log)
# expect: ['hash 3', 'eq 1 3', 'eq 2 3', 'hash 2', 'eq 1 2', 'eq 2 2', 'hash 1', 'eq 1 1']
class Bad:
    def __hash__(self):
        return 7
    def __eq__(self, other):
        raise ValueError('no eq')
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
b = {Bad(): 1}
print(attempt(lambda: b[Bad()]), attempt(lambda: b.setdefault(Bad(), 1)), attempt(lambda: b.__setitem__(Bad(), 1)), len(b))
# expect: ValueError: no eq ValueError: no eq ValueError: no eq 1
class Mutating:
    def __hash__(self):
        return 3
    def __eq__(self, other):
        m.clear()
        return False
m = {}
m[Mutating()] = 1
m[Mutating()] = 2
print(len(m))
# expect: 1
class S(str):
    pass
e = {'key': 1}
print(e[S('key')], S('key') in e, e.get(S('no')))
# expect: 1 True None
e[S('key')] = 2
print(e, type(list(e)[0]).__name__)
# expect: {'key': 2} str
