def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(2.675, 2), round(1e300), round(12345.678, -2))
# expect: 0 2 2 0 -2 2.67 1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160 12300.0
print(round(25, -1), round(35, -1), round(-25, -1), round(12345, -3), round(5, 3), round(True), round(2.5, None))
# expect: 20 40 -20 12000 5 1 2
print(round(1.005, 2), round(0.15, 1), round(1e-300, 5), round(float('inf'), 2), attempt(round, float('inf')), attempt(round, float('nan')))
# expect: 1.0 0.1 0.0 inf OverflowError: cannot convert float infinity to integer ValueError: cannot convert float NaN to integer
print(attempt(round, 'a'), attempt(round, 1.5, 'a'), attempt(round, 1.7e308, -308), (2.5).__floor__(), (-2.5).__ceil__(), (-2.5).__trunc__())
# expect: TypeError: type str doesn't define __round__ method TypeError: 'str' object cannot be interpreted as an integer OverflowError: rounded value too large to represent 2 -2 -2
