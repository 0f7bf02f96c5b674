class D:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        print('del', self.n)
class A:
    pass
a = A()
a.one = D(1)
a.two = D(2)
del a
# expect: del 1
# expect: del 2
b = A()
b.two = D('two')
b.one = D('one')
del b
# expect: del one
# expect: del two
c = A()
c.two = D('dict two')
c.one = D('dict one')
c.__dict__
del c
# expect: del dict one
# expect: del dict two
d = A()
d.one = D('old')
d.one = D('new')
# expect: del old
print('replaced')
# expect: replaced
del d.one
# expect: del new
print('deleted')
# expect: deleted
