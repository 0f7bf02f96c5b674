def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
d = {'a': 1, 'b': 2, 'c': 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i)
# expect: dict_keys(['a', 'b', 'c']) dict_values([1, 2, 3]) dict_items([('a', 1), ('b', 2), ('c', 3)])
d['d'] = 4
print(len(k), len(v), len(i), 'd' in k, 4 in v, ('d', 4) in i, ('d', 5) in i, 'd' in i)
# expect: 4 4 4 True True True False False
print(sorted(k & {'a', 'z'}), sorted(k | {'z'}), sorted(k - {'a'}), sorted(k ^ {'a', 'z'}))
# expect: ['a'] ['a', 'b', 'c', 'd', 'z'] ['b', 'c', 'd'] ['b', 'c', 'd', 'z']
print(sorted({'a', 'q'} & k), sorted(['a', 'z'] | k), sorted(i & {('a', 1)}), sorted(k & d.keys()))
# expect: ['a'] ['a', 'b', 'c', 'd', 'z'] [('a', 1)] ['a', 'b', 'c', 'd']
print(k == {'a', 'b', 'c', 'd'}, k < {'a', 'b', 'c', 'd', 'e'}, k >= {'a'}, k > k, k <= k, k != {1}, i == dict(d).items(), v == v, v == d.values())
# expect: True True True False True True True True False
print(k.isdisjoint(['x']), k.isdisjoint('a'), i.isdisjoint([('a', 1)]))
# expect: True False False
print(sorted({1: 1, 2: 2}.items() ^ {1: 1, 2: 3, 4: 4}.items()))
# expect: [(2, 2), (2, 3), (4, 4)]
print(k.mapping, k.mapping == d, type(k.mapping).__name__)
# expect: {'a': 1, 'b': 2, 'c': 3, 'd': 4} True mappingproxy
print(attempt(lambda: k.mapping.__setitem__('a', 1)), attempt(lambda: k + k), attempt(lambda: v & v), attempt(lambda: hash(k)), attempt(lambda: k | 5))
# expect: AttributeError: 'mappingproxy' object has no attribute '__setitem__' TypeError: unsupported operand type(s) for +: 'dict_keys' and 'dict_keys' TypeError: unsupported operand type(s) for &: 'dict_values' and 'dict_values' TypeError: unhashable type: 'dict_keys' TypeError: 'int' object is not iterable
print(type(iter(k)).__name__, type(iter(v)).__name__, type(iter(i)).__name__, type(reversed(k)).__name__, type(reversed(v)).__name__, type(reversed(i)).__name__)
# expect: dict_keyiterator dict_valueiterator dict_itemiterator dict_reversekeyiterator dict_reversevalueiterator dict_reverseitemiterator
print(attempt(lambda: type(k)({})), list(reversed(i)))
# expect: TypeError: cannot create 'dict_keys' instances [('d', 4), ('c', 3), ('b', 2), ('a', 1)]
d['self'] = d.values()
print(repr(d['self']))
# expect: dict_values([1, 2, 3, 4, ...])
