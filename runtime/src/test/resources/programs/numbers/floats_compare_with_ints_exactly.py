print(2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == float(2 ** 53 + 1), 10 ** 22 == 1e22, 10 ** 23 == 1e23, 10 ** 23 < 1e23)
# expect: True False True False False
print(float('nan') == float('nan'), float('nan') < 1, 1 < float('inf'), 10 ** 400 < float('inf'), -10 ** 400 > -float('inf'))
# expect: False False True True True
print(1 == True, 1.0 == True, hash(1) == hash(1.0) == hash(True), hash(2 ** 61 - 1), hash(-1), hash(-2), hash(2 ** 61), hash(0.5), hash(1e300), hash(float('inf')))
# expect: True True True 0 -2 -2 1 1152921504606846976 1224995262755759164 314159
print({1: 'a', 1.0: 'b', True: 'c'}, 5 in [5.0], 0.0 == -0.0, (0.0).__eq__('x'), (1).__lt__(2.0))
# expect: {1: 'c'} True True NotImplemented NotImplemented
