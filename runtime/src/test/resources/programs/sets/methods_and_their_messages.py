def attempt(f, *args, **kw):
    try:
        return f(*args, **kw)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
s = {1, 2, 3}
s.add(4); s.discard(1); s.discard(99); s.remove(2)
print(s, attempt(s.remove, 2), attempt(s.remove, [1]), attempt(set().pop))
# expect: {3, 4} KeyError: 2 TypeError: unhashable type: 'list' KeyError: 'pop from an empty set'
print(s.union([5], (6,)), s.intersection([3, 4], [4]), s.difference([3]), s.symmetric_difference([3, 9]), s.union())
# expect: {3, 4, 5, 6} {4} {4} {9, 4} {3, 4}
s.update([7], {8}); s.intersection_update([3, 7, 8, 9]); s.difference_update([3]); s.symmetric_difference_update([8, 10])
print(s)
# expect: {10, 7}
print(s.issubset([7, 10, 11]), s.issuperset([7]), s.isdisjoint([1]), s.isdisjoint({7}), {1} < {1, 2}, {1, 2} <= {1, 2}, {1} > {1}, {1, 2} >= {1}, {1} == frozenset([1]), {1} != {2})
# expect: True True True False True True False True True True
print({1, 2} | {3}, {1, 2} & {2}, {1, 2} - {2}, {1, 2} ^ {2, 3}, type({1} | frozenset()).__name__, type(frozenset() | {1}).__name__)
# expect: {1, 2, 3} {2} {1} {1, 3} set frozenset
print(attempt(lambda: {1} | [2]), attempt(lambda: {1} < [2]), attempt(set, 1), attempt(set, [], []), attempt(lambda: {[]}), attempt(hash, set()))
# expect: TypeError: unsupported operand type(s) for |: 'set' and 'list' TypeError: '<' not supported between instances of 'set' and 'list' TypeError: 'int' object is not iterable TypeError: set expected at most 1 argument, got 2 TypeError: unhashable type: 'list' TypeError: unhashable type: 'set'
t = s
t |= {20}; t &= {20, 7}; t -= {7}; t ^= {21}
print(t, t is s)
# expect: {20, 21} True
f = frozenset([3, 1, 2])
print(f, frozenset(), f.copy() is f, frozenset(f) is f, hash(f) == hash(frozenset([2, 3, 1])), {f: 1}[frozenset({1, 2, 3})], attempt(lambda: f.add))
# expect: frozenset({1, 2, 3}) frozenset() True True True 1 AttributeError: 'frozenset' object has no attribute 'add'
print(frozenset([1]) in {frozenset([1])}, {1} in {frozenset([1])}, set() in set())
# expect: True True False
u = {frozenset([1]), 5}
u.discard({1})
print(u)
# expect: {5}
class S(set):
    pass
c = S([1])
print(c, S(), type(c | {2}).__name__, type(c.copy()).__name__, type(c.union([3])).__name__, S([1]) == {1})
# expect: S({1}) S() set set set True
r = S()
class H:
    def __hash__(self):
        return 1
    def __repr__(self):
        return repr(q)
q = {H()}
print(q, set('') , set())
# expect: {set(...)} set() set()
print(hash(frozenset()), hash(frozenset([1, 2, 3])), hash(frozenset(range(100))), hash(frozenset([frozenset([1]), 2])))
# expect: 133146708735736 -272375401224217160 4411996150312757951 -1248503628839622056
print(set[int], sorted(set('hello')), len({1, 1, 1}), 2 in {1, 2}, attempt(lambda: {} in {1}))
# expect: set[int] ['e', 'h', 'l', 'o'] 1 True TypeError: unhashable type: 'dict'
