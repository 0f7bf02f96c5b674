def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
def grow(view):
    d = {1: 1, 2: 2}
    for x in view(d):
        d[len(d) + 10] = 0
print(attempt(lambda: grow(dict.keys)), attempt(lambda: grow(dict.values)), attempt(lambda: grow(dict.items)))
# expect: RuntimeError: dictionary changed size during iteration RuntimeError: dictionary changed size during iteration RuntimeError: dictionary changed size during iteration
print(attempt(lambda: grow(reversed)))
# expect: RuntimeError: dictionary changed size during iteration
def swap():
    d = {i: i for i in range(5)}
    out = []
    for k in d:
        out.append(k)
        del d[k]
        d[k + 100] = 0
    return out
print(attempt(swap))
# expect: RuntimeError: dictionary keys changed during iteration
d = {1: 1, 2: 2}
it = iter(d)
next(it)
d[3] = 3
print(attempt(lambda: next(it)), attempt(lambda: next(it)))
# expect: RuntimeError: dictionary changed size during iteration RuntimeError: dictionary changed size during iteration
del d[3]
print(attempt(lambda: next(it)))
# expect: RuntimeError: dictionary changed size during iteration
it = iter({'a': 1, 'b': 2}.items())
print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), it.__length_hint__(), list(it))
# expect: 2 ('a', 1) 1 [('b', 2)] 0 []
for k in d:
    d[k] = 'values may change'
print(d)
# expect: {1: 'values may change', 2: 'values may change'}
s = {1, 2, 3}
def change():
    for x in s:
        s.add(x + 10)
print(attempt(change))
# expect: RuntimeError: Set changed size during iteration
