import sys
def sizes(f, n):
    out, last = [], None
    l = []
    for i in range(n):
        f(l, i)
        s = sys.getsizeof(l)
        if s != last:
            out.append(s)
            last = s
    return out
print(sizes(lambda l, i: l.append(i), 600))
# expect: [88, 120, 184, 248, 312, 376, 472, 568, 664, 792, 920, 1080, 1240, 1432, 1656, 1912, 2200, 2520, 2872, 3256, 3704, 4216, 4792, 5432]
print(sizes(lambda l, i: l.insert(0, i), 100))
# expect: [88, 120, 184, 248, 312, 376, 472, 568, 664, 792, 920]
a, b = 1, 2
print(sys.getsizeof([]), sys.getsizeof([a]), sys.getsizeof([a, b]), sys.getsizeof([1, 2, 3]), sys.getsizeof([a, b, a]))
# expect: 56 64 72 88 80
print(sys.getsizeof(list((1, 2, 3))), sys.getsizeof(list(range(7))), sys.getsizeof([*(1, 2, 3)]), sys.getsizeof([x for x in range(5)]))
# expect: 88 120 88 120
print(sys.getsizeof([1, 2, 3][:]), sys.getsizeof([1, 2, 3] + [4, 5]), sys.getsizeof([1] * 7), sys.getsizeof(sorted([3, 1, 2])))
# expect: 80 96 112 88
def gen(n):
    for i in range(n):
        yield i
print([sys.getsizeof(list(gen(n))) for n in range(12)])
# expect: [56, 88, 120, 120, 120, 120, 120, 120, 120, 184, 184, 184]
print([sys.getsizeof(list(iter(range(n)))) for n in range(12)])
# expect: [56, 72, 72, 88, 88, 104, 104, 120, 120, 136, 136, 152]
l = list(range(1000))
out = []
while l:
    l.pop()
    s = sys.getsizeof(l)
    if not out or out[-1] != s:
        out.append(s)
print(out)
# expect: [8056, 4568, 2616, 1528, 920, 568, 376, 248, 184, 152, 120, 88, 56]
l = list(range(100))
del l[10:]
print(sys.getsizeof(l))
# expect: 184
l.extend(gen(3))
print(sys.getsizeof(l))
# expect: 216
l = [1, 2, 3]
l += [4]
print(sys.getsizeof(l))
# expect: 88
l *= 3
print(sys.getsizeof(l))
# expect: 152
l.clear()
print(sys.getsizeof(l))
# expect: 56
