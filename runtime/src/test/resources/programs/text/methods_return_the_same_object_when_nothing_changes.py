s = ''.join(['hello', ' world'])
print(s[:] is s, str(s) is s, s + '' is s, '' + s is s, s * 1 is s, s.strip() is s, s.replace('z', 'y') is s, s.ljust(3) is s, s.center(5) is s, s.zfill(2) is s)
# expect: True True True True True True True True True True
print(''.join([s]) is s, s.split('z')[0] is s, s.partition('z')[0] is s, s.rpartition('z')[2] is s, s.removeprefix('z') is s, s.expandtabs() is s, s.splitlines()[0] is s, '%s' % s is s)
# expect: True True True True True True True True
print(s.lower() is s, s.lower() == s, s.upper() is s, s[0:5] is s[0:5], s[0] is s[0], s[4:5] is 'ohno'[:1], ''.join([]) is '', s[3:3] is '')
# expect: False True False False True True True True
print(format(s) is s, format(s, '') is s, f'{s}' is s, '{}'.format(s) is s, f'{s}' 'x' is s)
# expect: True True True True False
class S(str): pass
t = S('abc')
print(t[:] is t, type(t[:]), type(t + ''), type(t.strip()), type(str(t)), type(t.replace('z', 'y')), t == 'abc', hash(t) == hash('abc'))
# expect: False <class 'str'> <class 'str'> <class 'str'> <class 'str'> <class 'str'> True True
