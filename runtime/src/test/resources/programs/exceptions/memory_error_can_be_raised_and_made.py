a = MemoryError('x')
b = MemoryError()
print(repr(a), repr(b), a is b)
# expect: MemoryError('x') MemoryError() False
many = [MemoryError(i) for i in range(40)]
print(len({id(m) for m in many}), many[39].args)
# expect: 40 (39,)
del many
try:
    raise MemoryError
except MemoryError as e:
    print(repr(e), e.args)
# expect: MemoryError() ()
class M(MemoryError): pass
print(repr(M(1)))
# expect: M(1)
try:
    'a' * 10 ** 15
except MemoryError as e:
    print(repr(e))
# expect: MemoryError()
