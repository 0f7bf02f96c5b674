try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError('v')
except ValueError as e:
    print(repr(e.__context__), e.__cause__, e.__suppress_context__)
# expect: ZeroDivisionError('division by zero') None False
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise ValueError('v') from z
except ValueError as e:
    print(repr(e.__context__), repr(e.__cause__), e.__suppress_context__)
# expect: ZeroDivisionError('division by zero') ZeroDivisionError('division by zero') True
try:
    raise KeyError('k') from None
except KeyError as e:
    print(e.__cause__, e.__suppress_context__)
# expect: None True
def attempt(f, *a):
    try:
        return f(*a)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
x = ValueError(1, 2)
print(x.args, str(x), repr(x), x.__traceback__)
# expect: (1, 2) (1, 2) ValueError(1, 2) None
print(attempt(setattr, x, '__cause__', 1))
# expect: TypeError: exception cause must be None or derive from BaseException
print(attempt(setattr, x, '__context__', 1))
# expect: TypeError: exception context must be None or derive from BaseException
print(attempt(delattr, x, '__cause__'))
# expect: TypeError: __cause__ may not be deleted
print(attempt(setattr, x, '__traceback__', 1))
# expect: TypeError: __traceback__ must be a traceback or None
print(attempt(delattr, x, '__traceback__'))
# expect: TypeError: __traceback__ may not be deleted
print(attempt(setattr, x, '__suppress_context__', 1))
# expect: TypeError: attribute value type must be bool
print(attempt(delattr, x, 'args'))
# expect: TypeError: args may not be deleted
print(attempt(x.with_traceback, 1))
# expect: TypeError: __traceback__ must be a traceback or None
x.args = [3]
print(x.args, str(x))
# expect: (3,) 3
x.extra = 1
print(x.__dict__)
# expect: {'extra': 1}
x.add_note('n1')
x.add_note('n2')
print(x.__notes__)
# expect: ['n1', 'n2']
print(attempt(x.add_note, 1))
# expect: TypeError: note must be a str, not 'int'
