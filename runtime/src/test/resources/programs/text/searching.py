def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
s = 'banana'
print(s.find('an'), s.rfind('an'), s.find('an', 2), s.find('an', -3), s.find('x'), s.index('n'), s.rindex('a'), s.count('an'), s.count('a', 2, 4), s.count(''), s.find('', 6), s.find('', 7), 'ana' in s, '' in s)
# expect: 1 3 3 3 -1 2 5 2 1 7 6 -1 True True
print(s.startswith('ba'), s.startswith(('x', 'b')), s.endswith('na', 0, 4), s.startswith('', 7), s.endswith(('', 'x')), s.startswith('an', 1), s.find('an', None, None), s.find('a', 10 ** 20))
# expect: True True True False True True 1 -1
print(attempt(s.index, 'x'), attempt(s.find), attempt(s.find, 1), attempt(s.startswith, 1), attempt(s.startswith, (1,)), attempt(s.find, 'a', 'b'), attempt(lambda: 1 in s), attempt(s.count))
# expect: ValueError: substring not found TypeError: find() takes at least 1 argument (0 given) TypeError: must be str, not int TypeError: startswith first arg must be str or a tuple of str, not int TypeError: tuple for startswith must only contain str, not int TypeError: slice indices must be integers or None or have an __index__ method TypeError: 'in <string>' requires string as left operand, not int TypeError: count() takes at least 1 argument (0 given)
print('aé𝒳b'.find('𝒳'), 'aé𝒳b'.find('b'), 'a𝒳𝒳'.rfind('𝒳'), 'abc'.find('𝒳'), 'x𝒳y'[1], len('x𝒳y'), 'x𝒳y'[::-1], 'x𝒳y'[2:])
# expect: 2 3 2 -1 𝒳 3 y𝒳x y
