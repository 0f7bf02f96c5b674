def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
print(True + True, True & False, True | 1, True ^ True, ~True, -True, type(True & True), type(True & 1), isinstance(True, int))
# expect: 2 False 1 False -2 -1 <class 'bool'> <class 'int'> True
print(bool(0.0), bool(''), bool('x'), bool(0j), bool([0]), bool(), attempt(bool, 1, 2), attempt(bool, x=1))
# expect: False False True False True False TypeError: bool expected at most 1 argument, got 2 TypeError: bool() takes no keyword arguments
print(True.bit_length(), str(True), repr(False), f'{True:d}', f'{True}', f'{True:>6}', '%d' % True, int(True), float(True), complex(True))
# expect: 1 True False 1 True      1 1 1 1.0 (1+0j)
print(attempt(lambda: type('B', (bool,), {})), sum([True, False, True]), 'ab'[True], [1, 2][False])
# expect: TypeError: type 'bool' is not an acceptable base type 2 b 1
