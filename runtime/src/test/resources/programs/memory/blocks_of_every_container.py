import sys
class A:
    pass
class B:
    def __init__(self):
        self.x = 1
        self.y = 2
class L(list):
    pass
class T(tuple):
    pass
class D(dict):
    pass
class S(set):
    pass
one, two, three, word = 1, 2, 3, 'word'
big = [1] * 50
some = {'a': 1, 'b': 2}
many = {i: i for i in range(100)}
shared = B()
for _ in range(40):
    B()
def gen(n):
    for i in range(n):
        yield i
kinds = {
    '[]': lambda: [], '[1]': lambda: [one], '[1, 2, 3]': lambda: [1, 2, 3], 'list()': lambda: list(), 'list(tuple)': lambda: list((1, 2, 3)),
    'list(gen)': lambda: list(gen(9)), 'list(range(0))': lambda: list(range(0)), 'comprehension': lambda: [x for x in big], 'slice': lambda: big[3:9],
    'empty slice': lambda: big[9:3], 'l + l': lambda: big + big, 'l * 3': lambda: big * 3, 'sorted': lambda: sorted(big), 'l.copy()': lambda: big.copy(),
    'popped': lambda: (lambda l: (l.pop(), l)[1])([one]), 'iter(l)': lambda: iter(big), 'reversed(l)': lambda: reversed(big),
    '()': lambda: (), '(a,)': lambda: (one,), '(a, b)': lambda: (one, two), 'tuple(l)': lambda: tuple(big), 'tuple(gen)': lambda: tuple(gen(9)), 't * 2': lambda: (one, two) * 2,
    '{}': lambda: {}, 'dict()': lambda: dict(), '{a: 1}': lambda: {word: 1}, '{1: 1}': lambda: {one: one}, 'd.copy()': lambda: some.copy(), 'dict(d)': lambda: dict(many),
    '{**d}': lambda: {**some}, 'd | d': lambda: some | some, 'fromkeys': lambda: dict.fromkeys('abc'), 'dict comprehension': lambda: {k: 1 for k in 'abcdefgh'},
    'd.keys()': lambda: some.keys(), 'd.items()': lambda: some.items(), 'iter(d)': lambda: iter(some), 'iter(d.items())': lambda: iter(some.items()),
    'instance': lambda: A(), 'two attributes': lambda: B(), '__dict__': lambda: B().__dict__, 'copy of __dict__': lambda: shared.__dict__.copy(),
    'set()': lambda: set(), '{1, 2}': lambda: {one, two}, 'set(range(5))': lambda: set(range(5)), 'set | set': lambda: {one} | {two}, 'frozenset': lambda: frozenset(big), 'iter(set)': lambda: iter({one}),
    'range(3)': lambda: range(3), 'range(1000)': lambda: range(1000), 'range(1000, 2000)': lambda: range(1000, 2000), 'iter(range)': lambda: iter(range(1000)), 'range slice': lambda: range(1000)[3:500],
    'slice(1)': lambda: slice(1), 'slice(1000, 2000)': lambda: slice(1000, 2000),
    'enumerate': lambda: enumerate(big), 'zip': lambda: zip(big, big), 'map': lambda: map(str, big), 'filter': lambda: filter(None, big),
    'iter(callable)': lambda: iter(gen, 1), 'L()': lambda: L(), 'L([1])': lambda: L([1]), 'T()': lambda: T(), 'T((1, 2))': lambda: T((1, 2)), 'D()': lambda: D(), 'D(a=1)': lambda: D(a=1), 'S()': lambda: S(), 'S([1])': lambda: S([1]),
}
def blocks(f):
    kept = [None] * 1000
    for i in range(3):
        f()
    before = sys.getallocatedblocks()
    for i in range(1000):
        kept[i] = f()
    return round((sys.getallocatedblocks() - before) / 1000)
for name, f in kinds.items():
    print(name, blocks(f))
# expect: [] 1
# expect: [1] 2
# expect: [1, 2, 3] 2
# expect: list() 1
# expect: list(tuple) 2
# expect: list(gen) 2
# expect: list(range(0)) 1
# expect: comprehension 2
# expect: slice 2
# expect: empty slice 1
# expect: l + l 2
# expect: l * 3 2
# expect: sorted 2
# expect: l.copy() 2
# expect: popped 2
# expect: iter(l) 1
# expect: reversed(l) 1
# expect: () 0
# expect: (a,) 1
# expect: (a, b) 1
# expect: tuple(l) 1
# expect: tuple(gen) 1
# expect: t * 2 1
# expect: {} 1
# expect: dict() 1
# expect: {a: 1} 2
# expect: {1: 1} 2
# expect: d.copy() 2
# expect: dict(d) 2
# expect: {**d} 2
# expect: d | d 2
# expect: fromkeys 2
# expect: dict comprehension 2
# expect: d.keys() 1
# expect: d.items() 1
# expect: iter(d) 1
# expect: iter(d.items()) 1
# expect: instance 2
# expect: two attributes 2
# expect: __dict__ 2
# expect: copy of __dict__ 2
# expect: set() 1
# expect: {1, 2} 1
# expect: set(range(5)) 2
# expect: set | set 1
# expect: frozenset 1
# expect: iter(set) 2
# expect: range(3) 1
# expect: range(1000) 2
# expect: range(1000, 2000) 2
# expect: iter(range) 1
# expect: range slice 3
# expect: slice(1) 1
# expect: slice(1000, 2000) 1
# expect: enumerate 2
# expect: zip 4
# expect: map 2
# expect: filter 2
# expect: iter(callable) 1
# expect: L() 1
# expect: L([1]) 2
# expect: T() 1
# expect: T((1, 2)) 1
# expect: D() 1
# expect: D(a=1) 2
# expect: S() 1
# expect: S([1]) 1
