def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
text = 'aé€𝒳'
for name in ['utf-8', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-be', 'utf-8-sig', 'UTF8', 'U8']:
    data = text.encode(name)
    print(name, data, data.decode(name) == text)
# expect: utf-8 b'a\xc3\xa9\xe2\x82\xac\xf0\x9d\x92\xb3' True
# expect: utf-16 b'\xff\xfea\x00\xe9\x00\xac 5\xd8\xb3\xdc' True
# expect: utf-16-le b'a\x00\xe9\x00\xac 5\xd8\xb3\xdc' True
# expect: utf-16-be b'\x00a\x00\xe9 \xac\xd85\xdc\xb3' True
# expect: utf-32 b'\xff\xfe\x00\x00a\x00\x00\x00\xe9\x00\x00\x00\xac \x00\x00\xb3\xd4\x01\x00' True
# expect: utf-32-be b'\x00\x00\x00a\x00\x00\x00\xe9\x00\x00 \xac\x00\x01\xd4\xb3' True
# expect: utf-8-sig b'\xef\xbb\xbfa\xc3\xa9\xe2\x82\xac\xf0\x9d\x92\xb3' True
# expect: UTF8 b'a\xc3\xa9\xe2\x82\xac\xf0\x9d\x92\xb3' True
# expect: U8 b'a\xc3\xa9\xe2\x82\xac\xf0\x9d\x92\xb3' True
for handler in ['ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'namereplace', 'surrogateescape', 'nothing']:
    print(handler, ascii(attempt(text.encode, 'ascii', handler)), ascii(attempt(text.encode, 'latin-1', handler)))
# expect: ignore b'a' b'a\xe9'
# expect: replace b'a???' b'a\xe9??'
# expect: backslashreplace b'a\\xe9\\u20ac\\U0001d4b3' b'a\xe9\\u20ac\\U0001d4b3'
# expect: xmlcharrefreplace b'a&#233;&#8364;&#119987;' b'a\xe9&#8364;&#119987;'
# expect: namereplace b'a\\N{LATIN SMALL LETTER E WITH ACUTE}\\N{EURO SIGN}\\N{MATHEMATICAL SCRIPT CAPITAL X}' b'a\xe9\\N{EURO SIGN}\\N{MATHEMATICAL SCRIPT CAPITAL X}'
# expect: surrogateescape "UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-3: ordinal not in range(128)" "UnicodeEncodeError: 'latin-1' codec can't encode characters in position 2-3: ordinal not in range(256)"
# expect: nothing "LookupError: unknown error handler name 'nothing'" "LookupError: unknown error handler name 'nothing'"
for data in [b'\xff', b'a\xe2\x82', b'\xe2\x82x', b'\xed\xa0\x80', b'\xf4\x90\x80\x80', b'\xc0\x80', b'\x80abc', b'ok\xf0\x9d\x92']:
    print(data, attempt(data.decode), ascii(data.decode('utf-8', 'replace')), ascii(data.decode('utf-8', 'backslashreplace')), ascii(data.decode(errors='surrogateescape')))
# expect: b'\xff' UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte '\ufffd' '\\xff' '\udcff'
# expect: b'a\xe2\x82' UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 1-2: unexpected end of data 'a\ufffd' 'a\\xe2\\x82' 'a\udce2\udc82'
# expect: b'\xe2\x82x' UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte '\ufffdx' '\\xe2\\x82x' '\udce2\udc82x'
# expect: b'\xed\xa0\x80' UnicodeDecodeError: 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte '\ufffd\ufffd\ufffd' '\\xed\\xa0\\x80' '\udced\udca0\udc80'
# expect: b'\xf4\x90\x80\x80' UnicodeDecodeError: 'utf-8' codec can't decode byte 0xf4 in position 0: invalid continuation byte '\ufffd\ufffd\ufffd\ufffd' '\\xf4\\x90\\x80\\x80' '\udcf4\udc90\udc80\udc80'
# expect: b'\xc0\x80' UnicodeDecodeError: 'utf-8' codec can't decode byte 0xc0 in position 0: invalid start byte '\ufffd\ufffd' '\\xc0\\x80' '\udcc0\udc80'
# expect: b'\x80abc' UnicodeDecodeError: 'utf-8' codec can't decode byte 0x80 in position 0: invalid start byte '\ufffdabc' '\\x80abc' '\udc80abc'
# expect: b'ok\xf0\x9d\x92' UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 2-4: unexpected end of data 'ok\ufffd' 'ok\\xf0\\x9d\\x92' 'ok\udcf0\udc9d\udc92'
print(attempt('\ud800x'.encode), attempt('é\ud800\udc00'.encode, 'utf-16'), '\udcff'.encode('utf-8', 'surrogateescape'), '\ud800'.encode('utf-8', 'surrogatepass'), attempt('a'.encode, 'none'), attempt(b'a'.decode, 'none'), attempt(b'a'.decode, 1), attempt('é'.encode, 'ascii'))
# expect: UnicodeEncodeError: 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed UnicodeEncodeError: 'utf-16' codec can't encode character '\ud800' in position 1: surrogates not allowed b'\xff' b'\xed\xa0\x80' LookupError: unknown encoding: none LookupError: unknown encoding: none TypeError: decode() argument 'encoding' must be str, not int UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
try:
    'aé€b'.encode('ascii')
except UnicodeEncodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, e.args)
# expect: ascii aé€b 1 3 ordinal not in range(128) ('ascii', 'aé€b', 1, 3, 'ordinal not in range(128)')
try:
    b'ab\xffc'.decode()
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, str(e))
# expect: utf-8 b'ab\xffc' 2 3 invalid start byte 'utf-8' codec can't decode byte 0xff in position 2: invalid start byte
