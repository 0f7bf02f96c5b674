import sys
seed = 1
def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) % (1 << 64)
    return (seed >> 33) % n
log = []
total = 0
class D:
    def __init__(self, n): self.n = n
    def __del__(self): log.append(self.n)
    def __hash__(self): return self.n % 40
    def __eq__(self, o): return isinstance(o, D) and self.n == o.n
    def __lt__(self, o): return self.n < o.n
    def __repr__(self): return 'D%d' % self.n
def flush():
    global log
    global total
    for n in log: total = (total * 31 + n) % 1000003
    log = []
def att(f, *a):
    try: return f(*a)
    except Exception as e: return None
c = 0
def new():
    global c
    c += 1
    return D(c) if rnd(3) else D(rnd(30))
def lists(n):
    l = []
    for _ in range(n):
        op = rnd(14); k = len(l)
        if op < 3: l.append(new())
        elif op == 3: att(l.pop)
        elif op == 4: att(l.pop, rnd(k + 1))
        elif op == 5: l[rnd(k + 1):rnd(k + 1)] = [new() for _ in range(rnd(12))]
        elif op == 6: del l[rnd(k + 1):rnd(k + 1)]
        elif op == 7: del l[::rnd(3) + 2]
        elif op == 8: l[::-2] = [new() for _ in range(len(l[::-2]))]
        elif op == 9: l.sort(key=lambda d: D(d.n % 7))
        elif op == 10:
            if k: l[rnd(k)] = new()
        elif op == 11: att(l.remove, D(rnd(30)))
        elif op == 12: l = [tuple(l), 1] if rnd(3) == 0 else l[rnd(4):]; l = [x for x in l if isinstance(x, D)]
        else: att(l.sort); l += map(lambda x: new(), range(rnd(4)))
        flush()
    l = None; flush()
def dicts(n):
    d = {}
    for _ in range(n):
        op = rnd(14)
        if op < 4: d[new()] = new()
        elif op == 4: att(d.pop, D(rnd(30)))
        elif op == 5: att(d.popitem)
        elif op == 6: d.setdefault(new(), new())
        elif op == 7: d.update({new(): new() for _ in range(rnd(6))})
        elif op == 8: d = d.copy()
        elif op == 9:
            if d: del d[list(d)[rnd(len(d))]]
        elif op == 10: d = d | {new(): new()}
        elif op == 11: d = dict.fromkeys(d, new())
        elif op == 12: d = {k: v for k, v in d.items() if rnd(4)}
        elif rnd(4) == 0: d.clear()
        flush()
    d = None; flush()
def sets(n):
    s = set()
    for _ in range(n):
        op = rnd(12)
        if op < 5: s.add(new())
        elif op == 5: s.discard(D(rnd(30)))
        elif op == 6: att(s.pop)
        elif op == 7: s |= {new() for _ in range(rnd(5))}
        elif op == 8: s ^= {new() for _ in range(rnd(5))}
        elif op == 9: s -= {D(rnd(30)) for _ in range(rnd(9))}
        elif op == 10: s = s & frozenset(s)
        elif rnd(4) == 0: s.clear()
        flush()
    s = None; flush()
def insts(n):
    class I: pass
    o = [I() for _ in range(3)]
    for _ in range(n):
        a = o[rnd(3)]; nm = 'abcdefgh'[rnd(8)]
        op = rnd(10)
        if op < 5: setattr(a, nm, new())
        elif op == 5: att(delattr, a, nm)
        elif op == 6: o[rnd(3)] = I()
        elif op == 7: a.__dict__
        elif op == 8: a.__dict__ = {nm: new()} if rnd(2) else dict(a.__dict__)
        else: att(a.__dict__.popitem) if rnd(2) else vars(a).clear()
        flush()
    del a, o; flush()
def tuples(n):
    t = ()
    for _ in range(n):
        op = rnd(5)
        if op < 2: t += (new(), new())
        elif op == 2: t = t[rnd(4):]
        elif op == 3: t = tuple(x for x in t if rnd(5))
        else: t = t[::-1] if rnd(3) else ()
        flush()
    it = iter(t); t = None; flush(); next(it, 0); list(it); flush()
    z = zip([new(), new()], map(lambda x: new(), 'ab')); next(z); flush(); next(z); flush(); z = None; flush()
    e = enumerate([new(), new()]); next(e); flush(); e = None; flush()
    f = filter(lambda d: rnd(2), [new() for _ in range(5)]); list(f); flush(); f = None; flush()
    sl = slice(new(), new(), new()); sl = None; flush()
for i in range(12):
    seed = i * 7919 + 3; c = 100
    lists(60); dicts(60); sets(60); insts(60); tuples(30)
    print(i, c, total)
# expect: 0 351 857130
# expect: 1 352 982796
# expect: 2 360 574462
# expect: 3 365 549690
# expect: 4 327 430980
# expect: 5 356 938146
# expect: 6 342 945182
# expect: 7 364 396590
# expect: 8 343 406523
# expect: 9 381 794015
# expect: 10 374 940562
# expect: 11 302 58988
