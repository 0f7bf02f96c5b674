class A:
    def __len__(self):
        return 3
a = A()
a.__len__ = lambda: 7
print(len(a))
# expect: 3
A.__len__ = lambda self: 9
print(len(a))
# expect: 9
class B(A):
    pass
b = B()
print(len(b))
# expect: 9
A.__len__ = lambda self: 11
print(len(b))
# expect: 11
del A.__len__
try:
    len(b)
except TypeError as e:
    print(e)
# expect: object of type 'B' has no len()
class C:
    pass
C.__call__ = lambda self, x: x * 2
print(C()(4))
# expect: 8
C.__getitem__ = lambda self, k: k
print(C()[5])
# expect: 5
print(bool(C()))
# expect: True
C.__bool__ = lambda self: False
print(bool(C()))
# expect: False
C.__bool__ = lambda self: 3
try:
    bool(C())
except TypeError as e:
    print(e)
# expect: __bool__ should return bool, returned int
