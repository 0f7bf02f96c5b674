class A:
    pass
A.__abstractmethods__ = frozenset({'f'})
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
print(attempt(A))
# expect: TypeError: Can't instantiate abstract class A with abstract method f
A.__abstractmethods__ = frozenset({'g', 'f'})
print(attempt(A))
# expect: TypeError: Can't instantiate abstract class A with abstract methods f, g
print(attempt(lambda: type.__abstractmethods__))
# expect: AttributeError: __abstractmethods__
A.__abstractmethods__ = frozenset()
print(type(A()).__name__)
# expect: A
del A.__abstractmethods__
print(attempt(lambda: A.__abstractmethods__))
# expect: AttributeError: __abstractmethods__
