print(repr(Exception()), str(Exception()), repr(Exception('a')), repr(Exception('a', 1)))
# expect: Exception()  Exception('a') Exception('a', 1)
print(str(Exception('a')), str(Exception('a', 1)), str(Exception(['x'])))
# expect: a ('a', 1) ['x']
print(str(KeyError('k')), str(KeyError('')), str(KeyError(1, 2)), repr(KeyError('k')))
# expect: 'k' '' (1, 2) KeyError('k')
class E(ValueError): pass
print(repr(E('q')), str(E()))
# expect: E('q') 
class F(Exception):
    def __init__(self, x):
        self.x = x
print(repr(F(5)), F(5).args, F(5).x)
# expect: F(5) (5,) 5
class G(Exception):
    def __str__(self): return 'custom'
print(str(G(1)), repr(G(1)))
# expect: custom G(1)
print(StopIteration(5).value, StopIteration().value, SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code)
# expect: 5 None 3 None (1, 2)
def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
print(attempt(ValueError, x=1))
# expect: TypeError: ValueError() takes no keyword arguments
print(attempt(lambda: AttributeError('m', name='n', obj=5).obj))
# expect: 5
print(attempt(lambda: NameError('m', name='n').name))
# expect: n
print(attempt(NameError, foo=1))
# expect: TypeError: 'foo' is an invalid keyword argument for NameError()
print(attempt(AttributeError, foo=1))
# expect: TypeError: 'foo' is an invalid keyword argument for AttributeError()
print(attempt(ImportError, foo=1))
# expect: TypeError: 'foo' is an invalid keyword argument for ImportError()
i = ImportError('msg', name='n', path='p')
print(i.msg, i.name, i.path, i)
# expect: msg n p msg
print(issubclass(ModuleNotFoundError, ImportError), issubclass(IndexError, LookupError), issubclass(RecursionError, RuntimeError))
# expect: True True True
try:
    None.foo
except AttributeError as e:
    print(e, e.name, e.obj)
# expect: 'NoneType' object has no attribute 'foo' foo None
try:
    undefined_name
except NameError as e:
    print(e, e.name)
# expect: name 'undefined_name' is not defined undefined_name
