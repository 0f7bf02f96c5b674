import gc
class A:
    def __init__(self):
        self.x = 'x'
        self.y = ['y']
class S:
    __slots__ = ('b', 'a')
r = gc.get_referents
print(r([1, 'a', None]))
# expect: [None, 'a', 1]
print(r((1, 2)), r({'k': 'v', 'l': 2}), r({1: 2, 'x': 'y'}))
# expect: [2, 1] ['v', 2] [2, 1, 'y', 'x']
print(r(A()) == ['x', ['y'], A])
# expect: True
s = S()
s.a, s.b = 1, 2
print(r(s) == [1, 2, S])
# expect: True
print(r(1, 'a', object()), r())
# expect: [] []
print(r(A().__init__)[1:] == [] or len(r(A().__init__)))
# expect: 2
def f(p=5, *, k=6):
    return p
print([x for x in r(f) if x in ((5,), 'f', '__main__', f.__code__) and x is not f.__code__])
# expect: ['__main__', (5,), 'f', 'f']
print(r(slice(1, 2, 3)), r(iter([7])))
# expect: [1, 2, 3] [[7]]
print(r([1], [2]))
# expect: [1, 2]
