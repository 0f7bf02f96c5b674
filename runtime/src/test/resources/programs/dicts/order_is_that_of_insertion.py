d = {}
for k in 'hello world':
    d[k] = d.get(k, 0) + 1
print(d)
# expect: {'h': 1, 'e': 1, 'l': 3, 'o': 2, ' ': 1, 'w': 1, 'r': 1, 'd': 1}
del d['l']
d['l'] = 'again'
print(list(d))
# expect: ['h', 'e', 'o', ' ', 'w', 'r', 'd', 'l']
d['h'] = 'changed'
print(list(d.items()))
# expect: [('h', 'changed'), ('e', 1), ('o', 2), (' ', 1), ('w', 1), ('r', 1), ('d', 1), ('l', 'again')]
for i in range(20):
    d[i] = i
for i in range(0, 20, 2):
    del d[i]
print(list(d))
# expect: ['h', 'e', 'o', ' ', 'w', 'r', 'd', 'l', 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]
for i in range(100, 140):
    d[i] = i
print(len(d), list(d)[:20])
# expect: 58 ['h', 'e', 'o', ' ', 'w', 'r', 'd', 'l', 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 100, 101]
print(list(reversed(d))[:3], list(reversed(d.values()))[:3], list(reversed(d.items()))[:2])
# expect: [139, 138, 137] [139, 138, 137] [(139, 139), (138, 138)]
print(d.popitem(), d.popitem(), len(d))
# expect: (139, 139) (138, 138) 56
e = {1: 'int', 1.0: 'float', True: 'bool'}
print(e)
# expect: {1: 'bool'}
f = {'b': 1, 'a': 2} | {'a': 3, 'c': 4}
print(f)
# expect: {'b': 1, 'a': 3, 'c': 4}
