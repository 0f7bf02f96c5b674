import sys
def sizes(keys):
    d, out = {}, []
    for k in keys:
        d[k] = None
        s = sys.getsizeof(d)
        if not out or out[-1] != s:
            out.append(s)
    return out
print(sys.getsizeof({}), sys.getsizeof(dict()), sys.getsizeof({'a': 1}), sys.getsizeof({1: 1}))
# expect: 64 64 184 224
print(sizes('k%d' % i for i in range(1400)))
# expect: [184, 272, 464, 832, 1584, 3328, 6576, 13056, 26032, 51968]
print(sizes(range(1400)))
# expect: [224, 352, 632, 1168, 2264, 4688, 9304, 18512, 36952, 73808]
d = {'a': 1, 'b': 2}
d[1] = 1
print(sys.getsizeof(d))
# expect: 352
d = {'a': 1}
del d['a']
d[1] = 1
print(sys.getsizeof(d))
# expect: 224
print([sys.getsizeof(dict.fromkeys(set(range(n)))) for n in (0, 1, 5, 6, 10, 21, 22, 42, 43, 85, 86)])
# expect: [224, 352, 224, 352, 352, 1168, 1168, 1168, 2264, 4688, 4688]
print([sys.getsizeof(dict.fromkeys(dict.fromkeys(map(str, range(n))))) for n in (0, 1, 5, 6, 10, 21, 22, 42, 43, 85, 86)])
# expect: [184, 272, 184, 272, 272, 832, 832, 832, 1584, 3328, 3328]
for n in (5, 6, 21, 22, 85):
    a = {i: i for i in range(n)}
    b = {}
    b.update(a)
    print(n, sys.getsizeof(a), sys.getsizeof(b), sys.getsizeof(dict(a)), sys.getsizeof(a.copy()), sys.getsizeof({**a}), sys.getsizeof(a | a))
# expect: 5 224 224 224 224 224 224
# expect: 6 352 352 352 352 352 352
# expect: 21 632 632 632 632 632 632
# expect: 22 1168 1168 1168 1168 1168 1168
# expect: 85 2264 2264 2264 2264 2264 2264
a = {i: i for i in range(100)}
for i in range(90):
    del a[i]
print(sys.getsizeof(a), sys.getsizeof(a.copy()), sys.getsizeof(dict(a)))
# expect: 4688 352 352
for i in range(1000, 1080):
    a[i] = i
print(sys.getsizeof(a))
# expect: 4688
a.clear()
print(sys.getsizeof(a))
# expect: 64
d = dict(a=1, b=2, c=3, d=4, e=5)
print(sys.getsizeof(d))
# expect: 184
d['f'] = 6
print(sys.getsizeof(d))
# expect: 272
print(sys.getsizeof({'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 5, 'f': 6}))
# expect: 272
while d:
    d.popitem()
print(sys.getsizeof(d))
# expect: 272
for i in range(30):
    d['x%d' % i] = 0
    d.popitem()
print(sys.getsizeof(d))
# expect: 184
