def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
class P:
    x = [10, {'k': 'v'}]
print('{} {}'.format(1, 2), '{1} {0}'.format('a', 'b'), '{a.x[0]} {a.x[1][k]}'.format(a=P), '{0:>{1}}'.format('x', 5), '{!r:>5}'.format('a'), '{{}}'.format(), '{:{}{}}'.format(1, '<', 4) + '|', '{0[1]}'.format('ab'))
# expect: 1 2 b a 10 v     x   'a' {} 1   | b
print('{x}'.format_map({'x': 5}), '{x!s:>3}'.format_map({'x': 5}), '{0[-1]}'.format({'-1': 'neg'}), '{.real}'.format(5), '{a}{b}'.format(**{'a': 1, 'b': 2}))
# expect: 5   5 neg 5 12
for text in ['{}', '{0}{}', '{', '}', '{a', '{!z}', '{!}', '{!rr}', '{0.}', '{0[}', '{0[]}', '{0[0]x}', '{a}', '{:{:{}}}', '{:}}', '{!', '{:d', '{0.b}', '{99999999999999999999}', '{ 0}']:
    print(text, attempt(text.format, *([[1]] if '0' in text else [])))
# expect: {} IndexError: Replacement index 0 out of range for positional args tuple
# expect: {0}{} ValueError: cannot switch from manual field specification to automatic field numbering
# expect: { ValueError: Single '{' encountered in format string
# expect: } ValueError: Single '}' encountered in format string
# expect: {a ValueError: expected '}' before end of string
# expect: {!z} IndexError: Replacement index 0 out of range for positional args tuple
# expect: {!} ValueError: unmatched '{' in format spec
# expect: {!rr} ValueError: expected ':' after conversion specifier
# expect: {0.} ValueError: Empty attribute in format string
# expect: {0[} ValueError: expected '}' before end of string
# expect: {0[]} ValueError: Empty attribute in format string
# expect: {0[0]x} ValueError: Only '.' or '[' may follow ']' in format field specifier
# expect: {a} KeyError: 'a'
# expect: {:{:{}}} IndexError: Replacement index 0 out of range for positional args tuple
# expect: {:}} IndexError: Replacement index 0 out of range for positional args tuple
# expect: {! ValueError: end of string while looking for conversion specifier
# expect: {:d ValueError: unmatched '{' in format spec
# expect: {0.b} AttributeError: 'list' object has no attribute 'b'
# expect: {99999999999999999999} ValueError: Too many decimal digits in format string
# expect: { 0} KeyError: ' 0'
