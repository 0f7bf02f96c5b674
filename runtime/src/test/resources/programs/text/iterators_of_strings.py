import sys
it = iter('ab𝒳')
print(next(it), it.__length_hint__(), list(it), list(it), it.__length_hint__(), type(it).__name__, type(iter('ab')).__name__, sys.getsizeof(it))
# expect: a 2 ['b', '𝒳'] [] 0 str_iterator str_ascii_iterator 48
for c in 'xy':
    for d in 'é𝒳':
        print(c + d)
# expect: xé
# expect: x𝒳
# expect: yé
# expect: y𝒳
print(list(zip('abc', 'de')), list(enumerate('ab')), [*'ab', *'c'], dict(zip('ab', 'cd')), ''.join(reversed('a𝒳b')), 'b' in iter('abc'))
# expect: [('a', 'd'), ('b', 'e')] [(0, 'a'), (1, 'b')] ['a', 'b', 'c'] {'a': 'c', 'b': 'd'} b𝒳a True
