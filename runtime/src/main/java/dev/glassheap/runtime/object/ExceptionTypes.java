package dev.glassheap.runtime.object;

/** The built-in exception types, by CPython's names in Java case. Layouts and methods: {@link Exceptions}. */
public final class ExceptionTypes {

    final MemoryErrors memoryErrors = new MemoryErrors();
    public final PyType baseException;
    public final PyType systemExit;
    public final PyType keyboardInterrupt;
    public final PyType generatorExit;
    public final PyType baseExceptionGroup;
    public final PyType exceptionGroup;
    public final PyType exception;
    public final PyType stopIteration;
    public final PyType stopAsyncIteration;
    public final PyType arithmeticError;
    public final PyType floatingPointError;
    public final PyType overflowError;
    public final PyType zeroDivisionError;
    public final PyType assertionError;
    public final PyType attributeError;
    public final PyType bufferError;
    public final PyType eofError;
    public final PyType importError;
    public final PyType moduleNotFoundError;
    public final PyType lookupError;
    public final PyType indexError;
    public final PyType keyError;
    public final PyType memoryError;
    public final PyType nameError;
    public final PyType unboundLocalError;
    public final PyType osError;
    public final PyType blockingIoError;
    public final PyType childProcessError;
    public final PyType connectionError;
    public final PyType brokenPipeError;
    public final PyType connectionAbortedError;
    public final PyType connectionRefusedError;
    public final PyType connectionResetError;
    public final PyType fileExistsError;
    public final PyType fileNotFoundError;
    public final PyType interruptedError;
    public final PyType isADirectoryError;
    public final PyType notADirectoryError;
    public final PyType permissionError;
    public final PyType processLookupError;
    public final PyType timeoutError;
    public final PyType referenceError;
    public final PyType runtimeError;
    public final PyType notImplementedError;
    public final PyType recursionError;
    public final PyType syntaxError;
    public final PyType indentationError;
    public final PyType tabError;
    public final PyType systemError;
    public final PyType typeError;
    public final PyType valueError;
    public final PyType unicodeError;
    public final PyType unicodeDecodeError;
    public final PyType unicodeEncodeError;
    public final PyType unicodeTranslateError;
    public final PyType warning;
    public final PyType bytesWarning;
    public final PyType deprecationWarning;
    public final PyType encodingWarning;
    public final PyType futureWarning;
    public final PyType importWarning;
    public final PyType pendingDeprecationWarning;
    public final PyType resourceWarning;
    public final PyType runtimeWarning;
    public final PyType syntaxWarning;
    public final PyType unicodeWarning;
    public final PyType userWarning;

    ExceptionTypes(World w, Types types) {
        baseException = types.bare("BaseException");
        systemExit = types.bare("SystemExit");
        keyboardInterrupt = types.bare("KeyboardInterrupt");
        generatorExit = types.bare("GeneratorExit");
        baseExceptionGroup = types.bare("BaseExceptionGroup");
        exceptionGroup = types.bare("ExceptionGroup");
        exception = types.bare("Exception");
        stopIteration = types.bare("StopIteration");
        stopAsyncIteration = types.bare("StopAsyncIteration");
        arithmeticError = types.bare("ArithmeticError");
        floatingPointError = types.bare("FloatingPointError");
        overflowError = types.bare("OverflowError");
        zeroDivisionError = types.bare("ZeroDivisionError");
        assertionError = types.bare("AssertionError");
        attributeError = types.bare("AttributeError");
        bufferError = types.bare("BufferError");
        eofError = types.bare("EOFError");
        importError = types.bare("ImportError");
        moduleNotFoundError = types.bare("ModuleNotFoundError");
        lookupError = types.bare("LookupError");
        indexError = types.bare("IndexError");
        keyError = types.bare("KeyError");
        memoryError = types.bare("MemoryError");
        nameError = types.bare("NameError");
        unboundLocalError = types.bare("UnboundLocalError");
        osError = types.bare("OSError");
        blockingIoError = types.bare("BlockingIOError");
        childProcessError = types.bare("ChildProcessError");
        connectionError = types.bare("ConnectionError");
        brokenPipeError = types.bare("BrokenPipeError");
        connectionAbortedError = types.bare("ConnectionAbortedError");
        connectionRefusedError = types.bare("ConnectionRefusedError");
        connectionResetError = types.bare("ConnectionResetError");
        fileExistsError = types.bare("FileExistsError");
        fileNotFoundError = types.bare("FileNotFoundError");
        interruptedError = types.bare("InterruptedError");
        isADirectoryError = types.bare("IsADirectoryError");
        notADirectoryError = types.bare("NotADirectoryError");
        permissionError = types.bare("PermissionError");
        processLookupError = types.bare("ProcessLookupError");
        timeoutError = types.bare("TimeoutError");
        referenceError = types.bare("ReferenceError");
        runtimeError = types.bare("RuntimeError");
        notImplementedError = types.bare("NotImplementedError");
        recursionError = types.bare("RecursionError");
        syntaxError = types.bare("SyntaxError");
        indentationError = types.bare("IndentationError");
        tabError = types.bare("TabError");
        systemError = types.bare("SystemError");
        typeError = types.bare("TypeError");
        valueError = types.bare("ValueError");
        unicodeError = types.bare("UnicodeError");
        unicodeDecodeError = types.bare("UnicodeDecodeError");
        unicodeEncodeError = types.bare("UnicodeEncodeError");
        unicodeTranslateError = types.bare("UnicodeTranslateError");
        warning = types.bare("Warning");
        bytesWarning = types.bare("BytesWarning");
        deprecationWarning = types.bare("DeprecationWarning");
        encodingWarning = types.bare("EncodingWarning");
        futureWarning = types.bare("FutureWarning");
        importWarning = types.bare("ImportWarning");
        pendingDeprecationWarning = types.bare("PendingDeprecationWarning");
        resourceWarning = types.bare("ResourceWarning");
        runtimeWarning = types.bare("RuntimeWarning");
        syntaxWarning = types.bare("SyntaxWarning");
        unicodeWarning = types.bare("UnicodeWarning");
        userWarning = types.bare("UserWarning");
    }

    /** Every built-in exception type, bases first. */
    public java.util.List<PyType> all() {
        return java.util.List.of(baseException, systemExit, keyboardInterrupt, generatorExit,
            baseExceptionGroup, exceptionGroup, exception, stopIteration, stopAsyncIteration, arithmeticError,
            floatingPointError, overflowError, zeroDivisionError, assertionError, attributeError, bufferError,
            eofError, importError, moduleNotFoundError, lookupError, indexError, keyError, memoryError,
            nameError, unboundLocalError, osError, blockingIoError, childProcessError, connectionError,
            brokenPipeError, connectionAbortedError, connectionRefusedError, connectionResetError,
            fileExistsError, fileNotFoundError, interruptedError, isADirectoryError, notADirectoryError,
            permissionError, processLookupError, timeoutError, referenceError, runtimeError,
            notImplementedError, recursionError, syntaxError, indentationError, tabError, systemError,
            typeError, valueError, unicodeError, unicodeDecodeError, unicodeEncodeError,
            unicodeTranslateError, warning, bytesWarning, deprecationWarning, encodingWarning, futureWarning,
            importWarning, pendingDeprecationWarning, resourceWarning, runtimeWarning, syntaxWarning,
            unicodeWarning, userWarning);
    }
}
