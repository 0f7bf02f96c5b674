import sys
class L(list):
    def __init__(self, *a):
        super().__init__(*a)
        self.tag = 'tag'
    def __getitem__(self, i):
        return ('got', super().__getitem__(i))
l = L([1, 2, 3])
print(l, l[0], l.tag, len(l), l == [1, 2, 3], type(l[:]) is tuple)
# expect: [1, 2, 3] ('got', 1) tag 3 True True
print(type(l.copy()).__name__, type(l + [4]).__name__, type(l * 2).__name__)
# expect: list list list
l.append(4); l += [5]
print(l, type(l).__name__, isinstance(l, list))
# expect: [1, 2, 3, 4, 5] L True
class S(list):
    __slots__ = ('x',)
s = S('ab')
s.x = 1
print(s, s.x, sys.getsizeof(s), sys.getsizeof(L()) )
# expect: ['a', 'b'] 1 80 80
class K(list):
    pass
k = K()
print(sys.getsizeof(k))
# expect: 80
k.attr = 1
print(k.__dict__, sys.getsizeof(k))
# expect: {'attr': 1} 80
class M(list):
    def __iter__(self):
        return iter('never used')
m = M([1, 2])
print(list(m), [*m], sorted(m))
# expect: ['n', 'e', 'v', 'e', 'r', ' ', 'u', 's', 'e', 'd'] ['n', 'e', 'v', 'e', 'r', ' ', 'u', 's', 'e', 'd'] [' ', 'd', 'e', 'e', 'e', 'n', 'r', 's', 'u', 'v']
