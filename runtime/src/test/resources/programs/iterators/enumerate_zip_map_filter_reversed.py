def attempt(f, *args, **kw):
    try:
        return f(*args, **kw)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
print(list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate(iterable='a', start=3)), list(enumerate('abc', 2**63 - 2)))
# expect: [(0, 'a'), (1, 'b')] [(5, 'a'), (6, 'b')] [(3, 'a')] [(9223372036854775806, 'a'), (9223372036854775807, 'b'), (9223372036854775808, 'c')]
print(attempt(enumerate), attempt(enumerate, 5), attempt(enumerate, [], 1.5), attempt(enumerate, [], strat=3), attempt(enumerate, 1, 2, 3))
# expect: TypeError: enumerate() missing required argument 'iterable' TypeError: 'int' object is not iterable TypeError: 'float' object cannot be interpreted as an integer TypeError: 'strat' is an invalid keyword argument for enumerate() TypeError: enumerate() takes at most 2 arguments (3 given)
print(list(zip()), list(zip([1])), list(zip([1, 2, 3], 'ab')), list(zip('ab', 'cd', strict=True)))
# expect: [] [(1,)] [(1, 'a'), (2, 'b')] [('a', 'c'), ('b', 'd')]
print(attempt(lambda: list(zip('ab', 'c', strict=True))), attempt(lambda: list(zip('a', 'cd', strict=True))), attempt(lambda: list(zip('ab', 'cd', 'e', strict=True))), attempt(lambda: list(zip('a', 'c', 'ef', strict=True))))
# expect: ValueError: zip() argument 2 is shorter than argument 1 ValueError: zip() argument 2 is longer than argument 1 ValueError: zip() argument 3 is shorter than arguments 1-2 ValueError: zip() argument 3 is longer than arguments 1-2
print(attempt(zip, 1), attempt(zip, x=1), attempt(lambda: zip([], strict=1, k=3)))
# expect: TypeError: 'int' object is not iterable TypeError: 'x' is an invalid keyword argument for zip() TypeError: zip() takes at most 1 keyword argument (2 given)
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(max, [1], [2], [3], [4], [5], [6], [7])))
# expect: ['1', '2'] [11, 22] [7]
print(attempt(map), attempt(map, 1), attempt(map, len, 5), attempt(map, len, [], k=1), attempt(lambda: list(map(len, [5]))))
# expect: TypeError: map() must have at least two arguments. TypeError: map() must have at least two arguments. TypeError: 'int' object is not iterable TypeError: map() takes no keyword arguments TypeError: object of type 'int' has no len()
print(list(filter(None, [0, 1, '', 'a', [], [0]])), list(filter(bool, [0, 2])), list(filter(lambda x: x % 2, range(6))))
# expect: [1, 'a', [0]] [2] [1, 3, 5]
print(attempt(filter, 1), attempt(filter, None, 5), attempt(lambda: list(filter(5, [1]))))
# expect: TypeError: filter expected 2 arguments, got 1 TypeError: 'int' object is not iterable TypeError: 'int' object is not callable
print(list(reversed([1, 2, 3])), list(reversed('abc')), list(reversed((1, 2))), list(reversed(range(3))), list(reversed({1: 2, 3: 4})))
# expect: [3, 2, 1] ['c', 'b', 'a'] [2, 1] [2, 1, 0] [3, 1]
print(attempt(reversed), attempt(reversed, 5), attempt(reversed, {1}), attempt(reversed, x=1))
# expect: TypeError: reversed expected 1 argument, got 0 TypeError: 'int' object is not reversible TypeError: 'set' object is not reversible TypeError: reversed() takes no keyword arguments
class Seq:
    def __len__(self):
        return 3
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i * 10
print(list(Seq()), list(reversed(Seq())), 20 in Seq(), 25 in Seq(), type(iter(Seq())).__name__, type(reversed(Seq())).__name__, iter(Seq()).__length_hint__(), reversed(Seq()).__length_hint__())
# expect: [0, 10, 20] [20, 10, 0] True False iterator reversed 3 3
class Rev:
    def __reversed__(self):
        return 'whatever'
class NoRev(list):
    __reversed__ = None
print(reversed(Rev()), attempt(reversed, NoRev()))
# expect: whatever TypeError: 'NoRev' object is not reversible
n = 0
def count():
    global n
    n += 1
    return n
print(list(iter(count, 4)), type(iter(count, 1)).__name__)
# expect: [1, 2, 3] callable_iterator
def stop():
    raise StopIteration
print(list(iter(stop, 0)))
# expect: []
class E(enumerate):
    pass
class Z(zip):
    pass
class M(map):
    pass
class F(filter):
    pass
class R(reversed):
    pass
print(list(E('a')), list(Z('a', 'b')), list(M(str, [1])), list(F(None, [1])), list(R('ab')), type(R('a')).__name__)
# expect: [(0, 'a')] [('a', 'b')] ['1'] [1] ['b', 'a'] R
import sys
print(sys.getsizeof(enumerate([])), sys.getsizeof(zip()), sys.getsizeof(map(str, [])), sys.getsizeof(filter(None, [])), sys.getsizeof(reversed('')), sys.getsizeof(iter(count, 1)), sys.getsizeof(iter(Seq())), sys.getsizeof({}.keys()), sys.getsizeof(iter({})), sys.getsizeof(iter(range(1))))
# expect: 72 64 48 48 48 48 48 40 72 48
