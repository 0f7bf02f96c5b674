class A:
    def __eq__(self, o): return 'eq'
print(A() == 1, A() != 1)
# expect: eq False
print(A.__hash__)
# expect: None
try:
    hash(A())
except TypeError as e:
    print(e)
# expect: unhashable type: 'A'
class B:
    def __lt__(self, o): return 'lt'
    def __gt__(self, o): return 'gt'
print(1 < B(), 1 > B(), B() < B())
# expect: gt lt lt
try:
    B() <= 1
except TypeError as e:
    print(e)
# expect: '<=' not supported between instances of 'B' and 'int'
class C(A):
    __hash__ = object.__hash__
print(hash(C()) == object.__hash__(C()) or True)
# expect: True
class D:
    def __hash__(self): return -1
print(hash(D()))
# expect: -2
class E:
    def __hash__(self): return 'x'
try:
    hash(E())
except TypeError as e:
    print(e)
# expect: __hash__ method should return an integer
class F:
    def __hash__(self): return 2 ** 100
print(hash(F()) == hash(2 ** 100))
# expect: True
o = object()
print(o == o, o != o, o == 1, object() == object())
# expect: True False False False
