d = {1: 'a', 2: 'b', 3: 'c'}
ids = set()
for pair in d.items():
    ids.add(id(pair))
    del pair
print(len(ids))
# expect: 1
kept = list(d.items())
print(len(set(map(id, kept))), kept)
# expect: 3 [(1, 'a'), (2, 'b'), (3, 'c')]
it = enumerate('abc')
first = next(it)
i1 = id(first)
second = next(it)
print(id(second) == i1, first, second)
# expect: False (0, 'a') (1, 'b')
del first, second
z = zip([1, 2, 3], 'abc')
t = next(z)
i1 = id(t)
del t
print(id(next(z)) == i1)
# expect: True
