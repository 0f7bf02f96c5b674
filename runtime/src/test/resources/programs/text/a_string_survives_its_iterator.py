import sys
s = ''.join(['some', ' text'])
before = sys.getrefcount(s)
it = iter(s)
print(sys.getrefcount(s) - before)
# expect: 1
for _ in it:
    pass
print(sys.getrefcount(s) - before)
# expect: 0
t = s + '!'
parts = t.split()
u = [s, s[:], str(s), s.strip()]
print(sys.getrefcount(s) - before, parts)
# expect: 4 ['some', 'text!']
del u
print(sys.getrefcount(s) - before)
# expect: 0
