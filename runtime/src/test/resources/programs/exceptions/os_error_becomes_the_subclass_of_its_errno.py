e = OSError(2, 'No such file', 'name')
print(type(e).__name__, e.errno, e.strerror, e.filename, e.filename2, e.args)
# expect: FileNotFoundError 2 No such file name None (2, 'No such file')
print(e)
# expect: [Errno 2] No such file: 'name'
print(repr(e))
# expect: FileNotFoundError(2, 'No such file')
print(OSError(13, 'x'), type(OSError(13, 'x')).__name__)
# expect: [Errno 13] x PermissionError
print(OSError('only'), OSError('only').errno, OSError().args)
# expect: only None ()
print(OSError(1, 'a', 'b', None, 'c'))
# expect: [Errno 1] a: 'b' -> 'c'
print(type(OSError(9999, 'a')).__name__, OSError(9999, 'a'))
# expect: OSError [Errno 9999] a
print(type(ValueError(2, 'a')).__name__, IOError is OSError, EnvironmentError is OSError)
# expect: ValueError True True
print(type(FileNotFoundError(13, 'x')).__name__)
# expect: FileNotFoundError
class Mine(OSError): pass
print(type(Mine(2, 'x')).__name__, Mine(2, 'x'))
# expect: Mine [Errno 2] x
print(type(OSError(17, 'x')).__name__, type(OSError(4, 'x')).__name__, type(OSError(32, 'x')).__name__, type(OSError(110, 'x')).__name__)
# expect: FileExistsError InterruptedError BrokenPipeError TimeoutError
