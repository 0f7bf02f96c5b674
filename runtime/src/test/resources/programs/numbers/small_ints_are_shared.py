a = int('256')
b = int('257')
print(a is int('256'), b is int('257'), int('-5') is int('-5'), int('-6') is int('-6'), b - 1 is a, (b * 0) is 0 + a * 0)
# expect: True False True False True True
x = int('1000')
print(+x is x, x + 0 is x, abs(x) is x, int(x) is x, x.real is x, x.__index__() is x, x.conjugate() is x, x >> 0 is x)
# expect: True False True True True True True False
f = float('1.5')
print(+f is f, float(f) is f, f.conjugate() is f, f + 0 is f)
# expect: True True True False
