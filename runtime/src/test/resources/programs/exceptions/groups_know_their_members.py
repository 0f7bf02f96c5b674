g = BaseExceptionGroup('msg', [ValueError(1), KeyError('k')])
print(str(g), g.message, g.exceptions)
# expect: msg (2 sub-exceptions) msg (ValueError(1), KeyError('k'))
def attempt(f, *a):
    try:
        return f(*a)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
print(attempt(BaseExceptionGroup, 'm', []))
# expect: ValueError: second argument (exceptions) must be a non-empty sequence
print(attempt(BaseExceptionGroup, 'm', [1]))
# expect: ValueError: Item 0 of second argument (exceptions) is not an exception
print(attempt(BaseExceptionGroup, 1, [ValueError()]))
# expect: TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not int
print(attempt(BaseExceptionGroup, 'm'))
# expect: TypeError: BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)
print(BaseExceptionGroup('m', [KeyboardInterrupt()]))
# expect: m (1 sub-exception)
print(type(g).__name__)
# expect: ExceptionGroup
eg = ExceptionGroup('e', [ValueError(1)])
print(eg, isinstance(eg, Exception), isinstance(eg, BaseExceptionGroup), repr(eg))
# expect: e (1 sub-exception) True True ExceptionGroup('e', [ValueError(1)])
print(attempt(ExceptionGroup, 'm', [KeyboardInterrupt()]))
# expect: TypeError: Cannot nest BaseExceptions in an ExceptionGroup
