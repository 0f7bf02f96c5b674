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
        return raise(w, Exceptions.create(w, type, PyTuple.steal(w, new PyObject[0])));
    }

    /** {@code PyErr_SetObject}: an exception with one argument, whose reference is stolen. */
    @TruffleBoundary
    public static PyException withValue(World w, PyType type, PyObject argument) {
        return raise(w, Exceptions.create(w, type, PyTuple.steal(w, new PyObject[] {argument})));
    }

    /**
     * {@code _PyErr_SetObject}: the exception is raised now; what is being handled becomes its context, and a cycle of contexts
     * is cut.
     *
     * @param value its reference is stolen
     */
    @TruffleBoundary
    public static PyException raise(World w, PyBaseException value) {
        chain(w, value);
        return new PyException(value);
    }

    /** {@code _PyErr_ChainStackItem}: what is being handled becomes the context of a borrowed exception. */
    @TruffleBoundary
    public static void chain(World w, PyBaseException value) {
        PyBaseException handled = w.thread.handled;
        if (handled != null && handled != value) {
            cutContextCycle(w, handled, value);
            PyObject old = value.context;
            value.context = w.newRef(handled, Holder.EXCEPTION);
            w.releaseOrNull(old, Holder.EXCEPTION);
        }
    }

    /** Walks the contexts of {@code handled}; where {@code value} hangs below, it is unhooked. A hare and a tortoise meet cycles of others. */
    private static void cutContextCycle(World w, PyBaseException handled, PyBaseException value) {
        PyBaseException o = handled;
        PyBaseException slow = handled;
        boolean step = false;
        while (o.context instanceof PyBaseException next) {
            if (next == value) {
                o.context = null;
                w.release(next, Holder.EXCEPTION);
                return;
            }
            o = next;
            if (o == slow) {
                return;
            }
            if (step && slow.context instanceof PyBaseException s) {
                slow = s;
            }
            step = !step;
        }
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
