def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
a = 3 ** 200
print(a)
# expect: 265613988875874769338781322035779626829233452653394495974574961739092490901302182994384699044001
print(a * a == 3 ** 400, a - a, -a + 1, abs(-a) == a, a // 3 ** 199, a % 10 ** 20)
# expect: True 0 -265613988875874769338781322035779626829233452653394495974574961739092490901302182994384699044000 True 3 2182994384699044001
print(2 ** 100 >> 98, -2 ** 100 >> 98, 1 << 70, -5 >> 1, -1 >> 200, attempt(lambda: 1 << -1), attempt(lambda: 1 >> -1))
# expect: 4 -4 1180591620717411303424 -3 -1 ValueError: negative shift count ValueError: negative shift count
print(a & 0xFFFF, a | 1 == a, a ^ a, ~a + a, -a & 0xFF)
# expect: 45217 True 0 -1 95
print(pow(3, 200, 1000007), pow(3, -1, 7), attempt(pow, 2, -1, 4), attempt(pow, 2, 3, 0), pow(2, 5, -7))
# expect: 959082 5 ValueError: base is not invertible for the given modulus ValueError: pow() 3rd argument cannot be 0 -3
print((2 ** 64).bit_length(), (-2 ** 64).bit_length(), (2 ** 64 - 1).bit_count(), (0).bit_length())
# expect: 65 65 64 0
print(a.to_bytes(40, 'big').hex(), int.from_bytes(a.to_bytes(40, 'little'), 'little') == a)
# expect: 1fd5863c3eb0469ec21a937a76f3432ffd73d97e447606b683ecf6f6e4a7ae225bfaff1eaaf8b0a1 True
print(10 ** 400 > 1e308, 10 ** 400 == float('inf'), 2 ** 53 + 1 == 2.0 ** 53, 2 ** 53 + 1 > 2.0 ** 53)
# expect: True False False True
print(attempt(float, 10 ** 400), attempt(lambda: 10 ** 400 / 3), 10 ** 400 / 10 ** 399, attempt(lambda: 10 ** 400 * 1.0))
# expect: OverflowError: int too large to convert to float OverflowError: integer division result too large for a float 10.0 OverflowError: int too large to convert to float
