import sys, gc
gc.collect(); gc.disable()
seed = 1
def rnd(n):
    global seed
    seed = (seed * 75 + 74) % 65537
    return (seed >> 3) % n
def fresh(size):
    """Fills every hole of a size class, up to the first block of a new pool."""
    kept = [None] * 30000
    n = 0
    while n < 8000 or id(kept[n - 1]) & 16383 != 48:
        kept[n] = bytes(size - 33) if size > 33 else object() if size == 16 else float(n)
        n += 1
    return kept
keep = []
for r in range(2):
    for size in range(16, 513, 16):
        keep.append(fresh(size))
floats = [float(i) for i in range(200)]
known = {}
def name(o):
    i = id(o)
    n = known.get(i)
    if n is None:
        n = known[i] = len(known)
    return n
class A:
    pass
makers = [lambda: [], lambda: [seed, 1], lambda: [x for x in trip], lambda: list(duo), lambda: {}, lambda: {'a': 1}, lambda: {1: 1}, lambda: dict(a=1), lambda: (seed, 1), lambda: (seed,), lambda: tuple([1, 2, 3]),
    lambda: set(), lambda: {1, seed}, lambda: frozenset([1]), lambda: A(), lambda: slice(1), lambda: iter([]), lambda: {}.keys(), lambda: enumerate('a'), lambda: zip('a', 'b'), lambda: map(str, 'a'), lambda: range(5), lambda: range(1000), lambda: iter(range(5)), lambda: reversed([1]), lambda: set(range(10)), lambda: [1] * 20, lambda: {i: i for i in range(12)}, lambda: sorted(trip), lambda: [1, 2, 3][1:], lambda: dict({1: 2}), lambda: {1: 2}.copy(), lambda: A().__dict__, lambda: 1.5 + len(known)]
trip = (3, 1, 2)
duo = (1, 2)
objs = [None] * 40
N = 800
out = [None] * N
for step in range(N):
    k = rnd(40)
    op = rnd(4)
    objs[k] = None
    if op < 3:
        m = rnd(len(makers))
        objs[k] = makers[m]()
        out[step] = name(objs[k])
        known[-1 - step] = m
total = 0
for step in range(N):
    if out[step] is not None:
        total = (total * 31 + known[-1 - step] * 7 + out[step]) % 1000003
    if step % 50 == 49:
        print(step, total)
# expect: 49 962487
# expect: 99 374310
# expect: 149 267661
# expect: 199 934273
# expect: 249 731394
# expect: 299 207935
# expect: 349 883984
# expect: 399 794739
# expect: 449 771573
# expect: 499 676381
# expect: 549 668583
# expect: 599 349301
# expect: 649 777173
# expect: 699 484861
# expect: 749 655188
# expect: 799 642532
