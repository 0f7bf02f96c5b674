class D:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        print('del', self.n)
a = [D(1), D(2), D(3)]
del a
# expect: del 3
# expect: del 2
# expect: del 1
a = [D(i) for i in range(6)]
del a[1:4]
# expect: del 3
# expect: del 2
# expect: del 1
print('slice gone')
# expect: slice gone
a[0] = None
# expect: del 0
print('first gone')
# expect: first gone
del a[::2]
# expect: del 5
print('left', len(a))
# expect: left 1
a.clear()
# expect: del 4
t = (D('x'), D('y'))
del t
# expect: del y
# expect: del x
d = {'k': D('first'), 'l': D('second')}
del d
# expect: del first
# expect: del second
s = {1: D('one')}
s[1] = D('two')
# expect: del one
del s
# expect: del two
print('end')
# expect: end
