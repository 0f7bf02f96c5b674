def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
z = 3 + 4j
print(z, abs(z), z.real, z.imag, z.conjugate(), z * z, z / 2j, z ** 2, z ** -1, z ** 0.5, -z, +z, z == 3 + 4j, z != 3)
# expect: (3+4j) 5.0 3.0 4.0 (3-4j) (-7+24j) (2-1.5j) (-7+24j) (0.12-0.16j) (2+1j) (-3-4j) (3+4j) True True
print(1j * 1j, complex('1+2j'), complex(' ( -1.5e3j ) '), complex(1, -0.0), complex('nan+infj'), 0j, -0j, complex(-0.0, 1))
# expect: (-1+0j) (1+2j) -1500j (1-0j) (nan+infj) 0j (-0-0j) (-0+1j)
for args in [('1 + 2j',), ('',), ('1+2',), (1, '2'), ('1', 2), (None,), (1, None), (1, 2, 3)]:
    print(args, attempt(complex, *args))
# expect: ('1 + 2j',) ValueError: complex() arg is a malformed string
# expect: ('',) ValueError: complex() arg is a malformed string
# expect: ('1+2',) ValueError: complex() arg is a malformed string
# expect: (1, '2') TypeError: complex() second arg can't be a string
# expect: ('1', 2) TypeError: complex() can't take second arg if first is a string
# expect: (None,) TypeError: complex() first argument must be a string or a number, not 'NoneType'
# expect: (1, None) TypeError: complex() second argument must be a number, not 'NoneType'
# expect: (1, 2, 3) TypeError: complex() takes at most 2 arguments (3 given)
print(attempt(lambda: 1j < 2), attempt(lambda: 1j // 2), attempt(lambda: 1j % 2), attempt(lambda: 1j / 0), attempt(lambda: 0j ** -1), attempt(int, 1j), attempt(float, 1j), attempt(lambda: (1e200 + 1j) ** 3))
# expect: TypeError: '<' not supported between instances of 'complex' and 'int' TypeError: unsupported operand type(s) for //: 'complex' and 'int' TypeError: unsupported operand type(s) for %: 'complex' and 'int' ZeroDivisionError: complex division by zero ZeroDivisionError: 0.0 to a negative or complex power TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex' TypeError: float() argument must be a string or a real number, not 'complex' OverflowError: complex exponentiation
print(hash(1j), hash(3 + 0j) == hash(3), {1 + 0j: 'one'}[1], f'{z:.2f}', f'{z:>20}', f'{1j}', '%s' % z)
# expect: 1000003 True one 3.00+4.00j               (3+4j) 1j (3+4j)
