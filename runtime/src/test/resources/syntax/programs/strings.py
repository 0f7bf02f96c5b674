plain = 'a' "b" '''c
d''' """e"""
prefixed = r'\n', b'\x00\xff\n', rb'\d', Rb"x", u'text', u'a' 'b', 'a' u'b'
escapes = '\a\b\f\n\r\t\v\\\'\"\0\07\377\x41\u00e9\U0001F600\N{LATIN SMALL LETTER A}\q\
continued'
surrogates = '\ud800', '\ud83d\ude00'
names = été, ﬁn, 变量
text = "naïve 変数 😀"; after = text
empty = '', "", b'', f'', f'' '', '' f'{x}'
fields = f'{x}', f'{x!r}', f'{x:>10}', f'{x!s:{width}.{precision}}', f'{x=}', f'{x = }', f'{x + 1 = !a:^5}', f"{x:{'a'}}"
nested = f'{f"{y}"}', f"{d['k']}", f'{ {1: 2}[1] }', f'{(lambda: 1)()}', f'{a if b else c}', f'{x!=y}', f'{x==y}', f'{a,b}'
braces = f'{{}}', f'{{{x}}}', f'}}', f'a{x}b{y}c' 'd' f'{z}', rf'\{x}\n', f'\x41{x}\N{BULLET}'
several = (f'first {a}'
           f' second {b:{c}}'
           ' third'
           f'{d}')
block = f'''one {a}
two {b} and {
c}
    three { d!r:>{
    e}}
'''
walrus = f'{(n:=1)} {n:=5}'
call = print(f'{x:%Y-%m-%d}', f'{x:{y}{z}}')
