import sys
s, out = set(), []
for i in range(1500):
    s.add(i)
    n = sys.getsizeof(s)
    if not out or out[-1] != (len(s), n):
        if not out or out[-1][1] != n:
            out.append((len(s), n))
print(out)
# expect: [(1, 216), (5, 728), (19, 2264), (77, 8408), (307, 32984), (1229, 131288)]
print(sys.getsizeof(set()), sys.getsizeof(frozenset()), sys.getsizeof({1, 2, 3, 4, 5}), sys.getsizeof(set([1, 2, 3, 4, 5])))
# expect: 216 216 472 728
print([sys.getsizeof(set(range(n))) for n in (4, 5, 18, 19, 76, 77)], [sys.getsizeof(set(set(range(n)))) for n in (4, 5, 18, 19, 76, 77)])
# expect: [216, 728, 728, 2264, 2264, 8408] [216, 472, 1240, 1240, 4312, 4312]
for i in range(1400):
    s.discard(i)
print(len(s), sys.getsizeof(s), sys.getsizeof(s.copy()))
# expect: 100 131288 4312
s.clear()
print(sys.getsizeof(s))
# expect: 216
a = set(range(100))
a.difference_update(range(95))
print(sys.getsizeof(a), a)
# expect: 8408 {95, 96, 97, 98, 99}
a &= {1}
print(sys.getsizeof(a))
# expect: 216
print(sys.getsizeof(iter(a)), sys.getsizeof(set(dict.fromkeys(range(50)))), sys.getsizeof(frozenset(range(30))))
# expect: 64 2264 2264
