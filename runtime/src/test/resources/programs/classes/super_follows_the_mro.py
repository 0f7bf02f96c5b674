class A:
    def f(self): return ['A']
    @classmethod
    def c(cls): return [cls.__name__]
class B(A):
    def f(self): return ['B'] + super().f()
    @classmethod
    def c(cls): return ['B'] + super().c()
class C(A):
    def f(self): return ['C'] + super().f()
class D(B, C):
    def f(self): return ['D'] + super().f()
print(D().f(), D.c())
# expect: ['D', 'B', 'C', 'A'] ['B', 'D']
print(super(B, D()).f())
# expect: ['C', 'A']
print(super(B, D).f(D()))
# expect: ['C', 'A']
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
print(attempt(lambda: super(A, 1)))
# expect: TypeError: super(type, obj): obj must be an instance or subtype of type
print(attempt(lambda: super(1)))
# expect: TypeError: super() argument 1 must be a type, not int
print(attempt(lambda: super(D, D()).nope))
# expect: AttributeError: 'super' object has no attribute 'nope'
s = super(B, D())
print(s.__thisclass__.__name__, s.__self_class__.__name__, s.__self__.__class__.__name__, s.__class__.__name__)
# expect: B D D super
print(super(B))
# expect: <super: <class 'B'>, NULL>
print(super(B, D))
# expect: <super: <class 'B'>, <D object>>
class E(A):
    def g(self):
        return __class__.__name__
print(E().g())
# expect: E
def h():
    super()
print(attempt(h))
# expect: RuntimeError: super(): no arguments
