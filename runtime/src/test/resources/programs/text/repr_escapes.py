print(repr('a\'b'), repr('a"b'), repr('a\'b"c'), repr('\\\t\n\r\x00\x7f'), repr('é€𝒳'), repr('\xa0\xad\u2028\ue000\ud800\U000e0001'), ascii('é€𝒳\n'))
# expect: "a'b" 'a"b' 'a\'b"c' '\\\t\n\r\x00\x7f' 'é€𝒳' '\xa0\xad\u2028\ue000\ud800\U000e0001' '\xe9\u20ac\U0001d4b3\n'
print(['a', "b'", 'ü'], ('x',), {'k': 'v\n'}, repr(''), str('\t') == '\t', repr(b'a\'"\x80\n'), repr(bytearray(b'a\'"')))
# expect: ['a', "b'", 'ü'] ('x',) {'k': 'v\n'} '' True b'a\'"\x80\n' bytearray(b'a\'"')
