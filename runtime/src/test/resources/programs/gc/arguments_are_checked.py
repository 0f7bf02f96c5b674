import gc
def attempt(f, *a, **k):
    try:
        r = f(*a, **k)
        return type(r).__name__
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
for a in [(-1,), (3,), ('a',), (1.5,), (None,), (2**40,), (2**70,), (0, 1), ()]:
    print(attempt(gc.collect, *a))
# expect: ValueError: invalid generation
# expect: ValueError: invalid generation
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: TypeError: 'NoneType' object cannot be interpreted as an integer
# expect: OverflowError: Python int too large to convert to C int
# expect: OverflowError: Python int too large to convert to C int
# expect: TypeError: collect() takes at most 1 argument (2 given)
# expect: int
print(attempt(gc.collect, generation=1))
# expect: int
print(attempt(gc.collect, x=1))
# expect: TypeError: 'x' is an invalid keyword argument for collect()
for a in [(-1,), (3,), ('a',), (1.5,), (2**40,), (2**70,), (0, 1), (-2,), (None,)]:
    print(attempt(gc.get_objects, *a))
# expect: list
# expect: ValueError: generation parameter must be less than the number of available generations (3)
# expect: TypeError: argument should be integer or None, not 'str'
# expect: TypeError: argument should be integer or None, not 'float'
# expect: ValueError: generation parameter must be less than the number of available generations (3)
# expect: OverflowError: cannot fit 'int' into an index-sized integer
# expect: TypeError: get_objects() takes at most 1 argument (2 given)
# expect: ValueError: generation parameter cannot be negative
# expect: list
print(attempt(gc.get_objects, generation='x'))
# expect: TypeError: argument should be integer or None, not 'str'
before = gc.get_threshold()
for a in [(), (1, 2, 3, 4), ('a',), (2**40,), (2**70,), (1000, 'a'), (-2**40,), (1.5,)]:
    print(attempt(gc.set_threshold, *a))
# expect: TypeError: set_threshold() takes at least 1 argument (0 given)
# expect: TypeError: set_threshold() takes at most 3 arguments (4 given)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: OverflowError: signed integer is greater than maximum
# expect: OverflowError: Python int too large to convert to C long
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: OverflowError: signed integer is less than minimum
# expect: TypeError: 'float' object cannot be interpreted as an integer
print(gc.get_threshold(), before)
# expect: (1000, 10, 10) (700, 10, 10)
print(attempt(gc.set_threshold, threshold0=1))
# expect: TypeError: set_threshold() takes no keyword arguments
print(attempt(gc.set_debug))
# expect: TypeError: gc.set_debug() takes exactly one argument (0 given)
print(attempt(gc.set_debug, 'a'))
# expect: TypeError: 'str' object cannot be interpreted as an integer
print(attempt(gc.set_debug, 2**40))
# expect: OverflowError: Python int too large to convert to C int
print(attempt(gc.get_count, 1))
# expect: TypeError: gc.get_count() takes no arguments (1 given)
print(attempt(gc.is_tracked))
# expect: TypeError: gc.is_tracked() takes exactly one argument (0 given)
print(attempt(gc.enable, 1))
# expect: TypeError: gc.enable() takes no arguments (1 given)
print(attempt(gc.get_referrers, x=1))
# expect: TypeError: get_referrers() takes no keyword arguments
