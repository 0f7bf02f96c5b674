import sys
a = [1, 2, 3]
it = iter(a)
print(next(it), it.__length_hint__())
# expect: 1 2
a.append(4)
print(list(it), it.__length_hint__(), list(it))
# expect: [2, 3, 4] 0 []
a.append(5)
print(list(it))
# expect: []
r = reversed(a)
print(r.__length_hint__(), next(r), list(r), r.__length_hint__())
# expect: 5 5 [4, 3, 2, 1] 0
print(type(it).__name__, type(r).__name__, sys.getsizeof(it), sys.getsizeof(r))
# expect: list_iterator list_reverseiterator 48 48
a = [1, 2, 3, 4]
seen = []
for x in a:
    seen.append(x)
    if x < 3:
        a.remove(x)
print(seen, a)
# expect: [1, 3, 4] [2, 3, 4]
before = sys.getrefcount(a)
it = iter(a)
print(sys.getrefcount(a) - before)
# expect: 1
list(it)
print(sys.getrefcount(a) - before)
# expect: 0
it = iter([10, 20, 30])
it.__setstate__(2)
print(list(it))
# expect: [30]
