import sys
print([sys.getsizeof(s) for s in ('', 'a', 'abc', 'é', 'éa', '€', '€abc', '𝒳', '𝒳abc')])
# expect: [49, 50, 52, 74, 75, 76, 82, 80, 92]
print(sys.getsizeof('€abc'[1:]), sys.getsizeof('𝒳€'[1:]), sys.getsizeof('aé'[:1]), sys.getsizeof('a€'.replace('€', 'b')), sys.getsizeof('é'.encode()), sys.getsizeof('a' * 1000))
# expect: 52 76 50 51 35 1049
class S(str): pass
class T(str):
    __slots__ = ()
print(sys.getsizeof(S('abc')), sys.getsizeof(S('€')), sys.getsizeof(T('abc')), sys.getsizeof(''.join(['a', '𝒳'])), sys.getsizeof('%s' % 'é'))
# expect: 116 116 100 84 74
