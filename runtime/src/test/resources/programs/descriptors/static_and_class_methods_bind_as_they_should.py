class A:
    @staticmethod
    def s(x): return x
    @classmethod
    def c(cls, x): return (cls.__name__, x)
    def m(self): "doc"; return self
class B(A): pass
print(A.s(1), A().s(2), A.c(3), B.c(4), B().c(5))
# expect: 1 2 ('A', 3) ('B', 4) ('B', 5)
print(A.__dict__['s'](7))
# expect: 7
print(A.__dict__['s'].__func__.__name__, A.__dict__['c'].__wrapped__.__name__, A.__dict__['s'].__name__)
# expect: s c s
a = A()
print(a.m == a.m, a.m is a.m, a.m.__func__ is A.m, a.m.__self__ is a, a.m.__name__, a.m.__doc__)
# expect: True False True True m doc
print(hash(a.m) == hash(a.m))
# expect: True
def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
print(attempt(A.__dict__['c'], 1))
# expect: TypeError: 'classmethod' object is not callable
print(attempt(staticmethod))
# expect: TypeError: staticmethod expected 1 argument, got 0
print(attempt(classmethod, 1, 2))
# expect: TypeError: classmethod expected 1 argument, got 2
print(attempt(setattr, a.m, 'x', 1))
# expect: AttributeError: 'method' object has no attribute 'x'
print(attempt(lambda: a.m.nope))
# expect: AttributeError: 'function' object has no attribute 'nope'
print(type(A.__dict__['s']).__name__, type(A.__new__).__name__, type(A.__init__).__name__, type(a.__str__).__name__)
# expect: staticmethod builtin_function_or_method wrapper_descriptor method-wrapper
A.m.tag = 'on function'
print(a.m.tag)
# expect: on function
print(A.c.__self__ is A, B.c.__self__ is B)
# expect: True True
