class A:
    cls = 0
a = A()
a.x = 1
a.y = 2
print(a.__dict__, vars(a) is a.__dict__)
# expect: {'x': 1, 'y': 2} True
a.__dict__['z'] = 3
print(a.z)
# expect: 3
a.__dict__ = {'q': 1}
print(a.q, hasattr(a, 'x'))
# expect: 1 False
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
print(attempt(lambda: setattr(a, '__dict__', 1)))
# expect: TypeError: __dict__ must be set to a dictionary, not a 'int'
del a.__dict__
print(a.__dict__)
# expect: {}
print(attempt(lambda: delattr(a, 'nope')))
# expect: AttributeError: 'A' object has no attribute 'nope'
print(attempt(lambda: a.nope))
# expect: AttributeError: 'A' object has no attribute 'nope'
print(attempt(lambda: setattr(object(), 'x', 1)))
# expect: AttributeError: 'object' object has no attribute 'x'
print(attempt(lambda: setattr([], 'append', 1)))
# expect: AttributeError: 'list' object attribute 'append' is read-only
print(attempt(lambda: getattr(a, 1)))
# expect: TypeError: attribute name must be string, not 'int'
print(attempt(lambda: delattr(a, 'cls')))
# expect: AttributeError: 'A' object has no attribute 'cls'
b = A()
for i in range(40):
    setattr(b, 'n%d' % i, i)
print(len(b.__dict__), b.n39, list(b.__dict__)[:3])
# expect: 40 39 ['n0', 'n1', 'n2']
c = A()
c.b, c.a = 1, 2
d = A()
d.a, d.b = 1, 2
print(list(c.__dict__), list(d.__dict__))
# expect: ['b', 'a'] ['a', 'b']
del c.b
c.b = 3
print(c.__dict__)
# expect: {'a': 2, 'b': 3}
print(a.__weakref__, A.__dict__['__dict__'].__class__.__name__)
# expect: None getset_descriptor
