def attempt(f, *args, **kw):
    try:
        return f(*args, **kw)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
d = {'a': 1, 'b': 2}
print(d.get('a'), d.get('z'), d.get('z', 9), d.setdefault('c'), d.setdefault('a', 5), d)
# expect: 1 None 9 None 1 {'a': 1, 'b': 2, 'c': None}
print(d.pop('a'), d.pop('a', None), attempt(d.pop, 'a'), attempt(d.pop), d)
# expect: 1 None KeyError: 'a' TypeError: pop expected at least 1 argument, got 0 {'b': 2, 'c': None}
print(d.popitem(), d.popitem(), attempt(d.popitem), d)
# expect: ('c', None) ('b', 2) KeyError: 'popitem(): dictionary is empty' {}
d.update({'x': 1}, y=2)
d.update([('z', 3), 'wv'])
print(d, attempt(d.update, 1), attempt(d.update, [1]), attempt(d.update, [(1, 2, 3)]), attempt(d.update, 1, 2))
# expect: {'x': 1, 'y': 2, 'z': 3, 'w': 'v'} TypeError: 'int' object is not iterable TypeError: cannot convert dictionary update sequence element #0 to a sequence ValueError: dictionary update sequence element #0 has length 3; 2 is required TypeError: update expected at most 1 argument, got 2
print(attempt(lambda: d['nope']), attempt(lambda: d[[]]), attempt(lambda: {[]: 1}))
# expect: KeyError: 'nope' TypeError: unhashable type: 'list' TypeError: unhashable type: 'list'
print(dict.fromkeys('abca'), dict.fromkeys([1, 2], 0), dict.fromkeys({1: 2}), dict.fromkeys({3}))
# expect: {'a': None, 'b': None, 'c': None} {1: 0, 2: 0} {1: None} {3: None}
print(dict(a=1), dict([(1, 2)]), dict({1: 2}, b=3), dict(zip('ab', [1, 2])), attempt(dict, 1), attempt(dict, 1, 2))
# expect: {'a': 1} {1: 2} {1: 2, 'b': 3} {'a': 1, 'b': 2} TypeError: 'int' object is not iterable TypeError: dict expected at most 1 argument, got 2
print({1: 'a'} | {2: 'b'}, attempt(lambda: {} | []), {'a': 1, 'b': 2} == {'b': 2, 'a': 1}, {} != {1: 1})
# expect: {1: 'a', 2: 'b'} TypeError: unsupported operand type(s) for |: 'dict' and 'list' True True
e = {1: 1}
e |= [(2, 2)]
print(e, attempt(lambda: {} < {}))
# expect: {1: 1, 2: 2} TypeError: '<' not supported between instances of 'dict' and 'dict'
print('a' in {'a': 1}, 1 in {'a': 1}, 1.0 in {1: 2}, True in {1: 2}, attempt(lambda: [] in {}))
# expect: True False True True TypeError: unhashable type: 'list'
print(len(d), bool({}), list(d), list(reversed(d)), {**e, 'k': 0})
# expect: 4 False ['x', 'y', 'z', 'w'] ['w', 'z', 'y', 'x'] {1: 1, 2: 2, 'k': 0}
del d['x']
print(d, attempt(d.__delitem__, 'x'))
# expect: {'y': 2, 'z': 3, 'w': 'v'} KeyError: 'x'
c = d.copy()
c['new'] = 1
print(d, c)
# expect: {'y': 2, 'z': 3, 'w': 'v'} {'y': 2, 'z': 3, 'w': 'v', 'new': 1}
d.clear()
print(d, d.copy(), repr({}))
# expect: {} {} {}
r = {}
r['me'] = r
r['l'] = [r]
print(r)
# expect: {'me': {...}, 'l': [{...}]}
class Miss(dict):
    def __missing__(self, key):
        return key * 2
m = Miss(a=1)
print(m['a'], m['bc'], m.get('zz'), m)
# expect: 1 bcbc None {'a': 1}
print(dict[str, int])
# expect: dict[str, int]
