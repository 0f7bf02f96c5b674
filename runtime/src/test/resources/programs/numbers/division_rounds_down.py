def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
print(7 // 2, -7 // 2, 7 // -2, -7 // -2, 7 % 3, -7 % 3, 7 % -3, -7 % -3)
# expect: 3 -4 -4 3 1 2 -2 -1
print(divmod(-7, 2), divmod(7.5, -2), -7.5 // 2, -7.5 % 2, 0.0 % -1.0)
# expect: (-4, 1) (-4.0, -0.5) -4.0 0.5 -0.0
print(10**30 // 7, -10**30 // 7, 10**30 % -7, divmod(-10**30, 10**15 + 1))
# expect: 142857142857142857142857142857 -142857142857142857142857142858 -6 (-1000000000000000, 1000000000000000)
for op in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: divmod(1, 0), lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1.0, 0), lambda: 1.0 / 0, lambda: 10**40 // 0, lambda: 10**40 % 0, lambda: 0 ** -1):
    print(attempt(op))
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: ZeroDivisionError: integer modulo by zero
# expect: ZeroDivisionError: division by zero
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: ZeroDivisionError: float floor division by zero
# expect: ZeroDivisionError: float modulo
# expect: ZeroDivisionError: float divmod()
# expect: ZeroDivisionError: float division by zero
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: ZeroDivisionError: integer modulo by zero
# expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
