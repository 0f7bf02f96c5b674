def attempt(f, *a):
    try:
        return f(*a)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
class P:
    x = property()
    @property
    def y(self):
        "doc of y"
        return self._y
    @y.setter
    def y(self, v):
        self._y = v
    @y.deleter
    def y(self):
        del self._y
p = P()
p.y = 3
print(p.y, P.y.__doc__)
# expect: 3 doc of y
del p.y
print(attempt(getattr, p, 'y'))
# expect: AttributeError: 'P' object has no attribute '_y'
print(attempt(getattr, p, 'x'))
# expect: AttributeError: property 'x' of 'P' object has no getter
print(attempt(setattr, p, 'x', 1))
# expect: AttributeError: property 'x' of 'P' object has no setter
print(attempt(delattr, p, 'x'))
# expect: AttributeError: property 'x' of 'P' object has no deleter
print(attempt(property().__get__, 1))
# expect: AttributeError: property of 'int' object has no getter
print(attempt(property, 1, 2, 3, 4, 5))
# expect: TypeError: property() takes at most 4 arguments (5 given)
print(attempt(lambda: property(q=1)))
# expect: TypeError: 'q' is an invalid keyword argument for property()
print(attempt(setattr, P.y, 'fget', 1))
# expect: AttributeError: readonly attribute
print(P.y.fget.__name__, P.y.fset.__name__, P.y.fdel.__name__, P.x.fget)
# expect: y y y None
print(property(None, None, None, 'given').__doc__)
# expect: given
class Q(property):
    pass
class R:
    @Q
    def z(self):
        "z doc"
        return 1
print(R.z.__doc__, R().z, type(R.z).__name__)
# expect: z doc 1 Q
print(P.y.__isabstractmethod__)
# expect: False
