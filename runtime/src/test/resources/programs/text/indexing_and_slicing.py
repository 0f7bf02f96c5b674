def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
s = 'abcdef'
print(s[0], s[-1], s[1:3], s[::2], s[::-1], s[10:], s[-3:], s[4:1:-1], s[:-10], s[True], s[slice(1, None, 2)])
# expect: a f bc ace fedcba  def edc  b bdf
print(attempt(lambda: s[6]), attempt(lambda: s[-7]), attempt(lambda: s['a']), attempt(lambda: s[1.0]), attempt(lambda: s[::0]), attempt(lambda: s[10 ** 30]), attempt(lambda: s['a':]))
# expect: IndexError: string index out of range IndexError: string index out of range TypeError: string indices must be integers, not 'str' TypeError: string indices must be integers, not 'float' ValueError: slice step cannot be zero IndexError: cannot fit 'int' into an index-sized integer TypeError: slice indices must be integers or None or have an __index__ method
print('a' 'b' + 'c', 'ab' * 3, 3 * 'ab', 'ab' * -1, attempt(lambda: 'a' + 1), attempt(lambda: 'a' * 'b'), attempt(lambda: 'a' * 1.5), attempt(lambda: 'a' - 'b'), 'é' + '𝒳')
# expect: abc ababab ababab  TypeError: can only concatenate str (not "int") to str TypeError: can't multiply sequence by non-int of type 'str' TypeError: can't multiply sequence by non-int of type 'float' TypeError: unsupported operand type(s) for -: 'str' and 'str' é𝒳
print('a' < 'b', 'a' < 'B', 'ab' < 'abc', '𝒳' > '\uffff', 'a' == b'a', attempt(lambda: 'a' < 1), max('hello'), sorted('héllo'), list('a𝒳'), tuple('xy'))
# expect: True False True True False TypeError: '<' not supported between instances of 'str' and 'int' o ['h', 'l', 'l', 'o', 'é'] ['a', '𝒳'] ('x', 'y')
print([ord(c) for c in 'a€𝒳'], chr(97), chr(0x1d4b3), attempt(chr, -1), attempt(chr, 0x110000), attempt(ord, 'ab'), attempt(ord, 1))
# expect: [97, 8364, 119987] a 𝒳 ValueError: chr() arg not in range(0x110000) ValueError: chr() arg not in range(0x110000) TypeError: ord() expected a character, but string of length 2 found TypeError: ord() expected string of length 1, but int found
