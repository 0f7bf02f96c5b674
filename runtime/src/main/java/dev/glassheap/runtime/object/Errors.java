package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/**
 * Makes the exceptions native code raises: {@code throw Errors.typeError(w, "...")}. Messages are formatted as
 * {@link String#format}; use CPython's wording.
 */
public final class Errors {

    private Errors() {
    }

    /** {@code PyErr_Format}. */
    @TruffleBoundary
    public static PyException of(World w, PyType type, String format, Object... values) {
        String message = values.length == 0 ? format : String.format(format, values);
        return withValue(w, type, w.str(message));
    }

    /** {@code PyErr_SetNone}. */
    @TruffleBoundary
    public static PyException of(World w, PyType type) {
        return new PyException(Exceptions.create(w, type, PyTuple.steal(w, new PyObject[0])));
    }

    /** {@code PyErr_SetObject}: an exception with one argument, whose reference is stolen. */
    @TruffleBoundary
    public static PyException withValue(World w, PyType type, PyObject argument) {
        return new PyException(Exceptions.create(w, type, PyTuple.steal(w, new PyObject[] {argument})));
    }

    public static PyException typeError(World w, String format, Object... values) {
        return of(w, w.types.exceptions.typeError, format, values);
    }

    public static PyException valueError(World w, String format, Object... values) {
        return of(w, w.types.exceptions.valueError, format, values);
    }

    public static PyException indexError(World w, String format, Object... values) {
        return of(w, w.types.exceptions.indexError, format, values);
    }

    public static PyException overflowError(World w, String format, Object... values) {
        return of(w, w.types.exceptions.overflowError, format, values);
    }

    public static PyException zeroDivisionError(World w, String format, Object... values) {
        return of(w, w.types.exceptions.zeroDivisionError, format, values);
    }

    public static PyException runtimeError(World w, String format, Object... values) {
        return of(w, w.types.exceptions.runtimeError, format, values);
    }

    public static PyException recursionError(World w, String format, Object... values) {
        return of(w, w.types.exceptions.recursionError, format, values);
    }

    public static PyException systemError(World w, String format, Object... values) {
        return of(w, w.types.exceptions.systemError, format, values);
    }

    /** {@code _PyErr_SetKeyError}: the key itself is the argument; borrowed. */
    public static PyException keyError(World w, PyObject key) {
        return withValue(w, w.types.exceptions.keyError, w.newRef(key, Holder.ELEMENT));
    }

    /** AttributeError with its {@code name} and {@code obj} for suggestions. */
    @TruffleBoundary
    public static PyException attributeError(World w, PyObject object, PyStr name, String format, Object... values) {
        PyException e = of(w, w.types.exceptions.attributeError, format, values);
        Exceptions.setNameAndObject(w, e.value(), name, object);
        return e;
    }

    /** NameError with its {@code name}. */
    @TruffleBoundary
    public static PyException nameError(World w, PyStr name, String format, Object... values) {
        PyException e = of(w, w.types.exceptions.nameError, format, values);
        Exceptions.setNameAndObject(w, e.value(), name, null);
        return e;
    }

    /** {@code PyErr_NoMemory}: a MemoryError made without allocating in the guest heap. */
    @TruffleBoundary
    public static PyException noMemory(World w) {
        return new PyException(Exceptions.memoryError(w));
    }

    /** StopIteration with a value, whose reference is stolen; null for none. */
    @TruffleBoundary
    public static PyException stopIteration(World w, PyObject value) {
        PyType type = w.types.exceptions.stopIteration;
        return value == null ? of(w, type) : withValue(w, type, value);
    }
}
