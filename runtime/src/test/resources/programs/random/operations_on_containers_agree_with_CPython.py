import sys
seed = 1
def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) % (1 << 64)
    return (seed >> 33) % n
def key():
    k = rnd(10)
    if k < 4: return rnd(60)
    if k < 7: return 'k%d' % rnd(40)
    if k == 7: return (rnd(3), 'a')
    if k == 8: return rnd(50) - 25.0
    return rnd(1 << 40) * 64
total = 0
def show(*x):
    """Adds a text to the checksum of what was seen."""
    global total
    text = repr(x)
    if len(x) == 1:
        text += str(sys.getsizeof(x[0]))
    for c in text[:200]:
        total = (total * 31 + ord(c)) % 1000003
def attempt(f, *a):
    try:
        return f(*a)
    except Exception as e:
        return type(e).__name__ + str(e)
def fuzz_list(steps):
    l = []
    for _ in range(steps):
        op = rnd(16)
        n = len(l)
        if op < 4: l.append(rnd(100))
        elif op == 4: attempt(l.pop)
        elif op == 5: attempt(l.pop, rnd(n + 2) - 1)
        elif op == 6: l.insert(rnd(n + 3) - 1, rnd(100))
        elif op == 7: l[rnd(n + 1):rnd(n + 1)] = [rnd(100) for _ in range(rnd(12))]
        elif op == 8: del l[rnd(n + 1):rnd(n + 1)]
        elif op == 9: del l[rnd(n + 1):rnd(n + 1):rnd(4) + 1]
        elif op == 10: del l[::-(rnd(4) + 2)]
        elif op == 11: l.extend(range(rnd(20)))
        elif op == 12: l.extend(x for x in range(rnd(20)))
        elif op == 13: l.sort(key=lambda v: v % 10, reverse=rnd(2))
        elif op == 14: l.reverse()
        else:
            if n < 200: l *= rnd(3)
            l = l[rnd(5):] if rnd(2) else l + [1]
        if rnd(3) == 0: show(l)
def fuzz_dict(steps):
    d = {}
    for _ in range(steps):
        op = rnd(14)
        if op < 5: d[key()] = rnd(100)
        elif op < 8:
            if d: del d[list(d)[rnd(len(d))]]
        elif op == 8: attempt(d.popitem)
        elif op == 9: d.setdefault(key(), 0)
        elif op == 10: d.update({key(): 1 for _ in range(rnd(15))})
        elif op == 11:
            if rnd(3) == 0: d = d.copy()
            elif rnd(2): d = dict(d)
            else: d = {**d}
        elif op == 12:
            if rnd(4) == 0: d = {k: v for k, v in d.items() if rnd(2)}
        else: d = d | dict.fromkeys([key() for _ in range(rnd(6))])
        if rnd(3) == 0: show(d)
        if rnd(50) == 0: d.clear()
        if rnd(30) == 0: d = dict.fromkeys(d)
        if rnd(30) == 0: d = {}
def fuzz_set(steps):
    s = set()
    for _ in range(steps):
        op = rnd(16)
        if op < 6: s.add(rnd(200) * (1 + 15 * rnd(2)))
        elif op < 9: s.discard(rnd(200) * (1 + 15 * rnd(2)))
        elif op == 9:
            if s: show(s.pop())
        elif op == 10: s |= {rnd(1000) for _ in range(rnd(20))}
        elif op == 11: s = s - {rnd(300) for _ in range(rnd(60))}
        elif op == 12: s ^= {rnd(300) for _ in range(rnd(30))}
        elif op == 13: s = s.copy() if rnd(2) else frozenset(s) | set()
        elif op == 14: s = set(list(s)) if rnd(2) else s & set(range(rnd(500)))
        else: s.difference_update([rnd(300) for _ in range(rnd(40))]) if isinstance(s, set) else None
        if isinstance(s, frozenset): s = set(s)
        if rnd(3) == 0: show(s)
def fuzz_instance(steps):
    class A: pass
    objs = []
    for _ in range(steps):
        op = rnd(12)
        if op < 2 or not objs: objs.append(A())
        a = objs[rnd(len(objs))]
        n = 'a%d' % rnd(8 if rnd(10) else 45)
        if op < 7: setattr(a, n, rnd(100))
        elif op == 7: attempt(delattr, a, n)
        elif op == 8: show(a.__dict__)
        elif op == 9: a.__dict__[n] = 5
        elif op == 10: show(list(a.__dict__.items()), len(vars(a)))
        else:
            if rnd(2): attempt(a.__dict__.popitem)
            else: a.__dict__.pop(n, None)
            if rnd(10) == 0: a.__dict__.clear()
            if rnd(4) == 0: show(a.__dict__.copy())
for i in range(6):
    for f in (fuzz_list, fuzz_dict, fuzz_set, fuzz_instance):
        seed = i * 7919 + 1
        total = 0
        f(150)
        print(f.__name__, i, total)
# expect: fuzz_list 0 200713
# expect: fuzz_dict 0 979207
# expect: fuzz_set 0 160689
# expect: fuzz_instance 0 75796
# expect: fuzz_list 1 89430
# expect: fuzz_dict 1 715899
# expect: fuzz_set 1 786991
# expect: fuzz_instance 1 988287
# expect: fuzz_list 2 9537
# expect: fuzz_dict 2 697404
# expect: fuzz_set 2 676449
# expect: fuzz_instance 2 963971
# expect: fuzz_list 3 571875
# expect: fuzz_dict 3 971146
# expect: fuzz_set 3 669690
# expect: fuzz_instance 3 527644
# expect: fuzz_list 4 468621
# expect: fuzz_dict 4 395556
# expect: fuzz_set 4 73238
# expect: fuzz_instance 4 20727
# expect: fuzz_list 5 215607
# expect: fuzz_dict 5 825762
# expect: fuzz_set 5 283301
# expect: fuzz_instance 5 803372
