package dev.glassheap.runtime.object;

/** Making and linking exceptions from native code ({@code Objects/exceptions.c}, {@code Python/errors.c}). */
public final class Exceptions {

    private Exceptions() {
    }

    /**
     * A new exception of a built-in type with its args, whose reference is stolen; runs no guest code. Tracked. An OSError may
     * become the subclass its errno stands for.
     */
    public static PyBaseException create(World w, PyType type, PyTuple args) {
        try {
            PyBaseException e = (PyBaseException) type.slots.tpNew.create(w, type, args, null);
            try {
                e.type.slots.tpInit.init(w, e, args, null);
            } catch (PyException failure) {
                w.release(e, Holder.NATIVE);
                throw failure;
            }
            return e;
        } finally {
            w.release(args, Holder.NATIVE);
        }
    }

    /** Sets {@code name} and {@code obj} (null = absent; both borrowed) of AttributeError and NameError. */
    public static void setNameAndObject(World w, PyBaseException exception, PyStr name, PyObject object) {
        if (exception.type.isSubtypeOf(w.types.exceptions.attributeError)) {
            exception.setField(w, ExceptionLayouts.ATTRIBUTE_OBJ, object);
            exception.setField(w, ExceptionLayouts.ATTRIBUTE_NAME, name);
        } else if (exception.type.isSubtypeOf(w.types.exceptions.nameError)) {
            exception.setField(w, ExceptionLayouts.NAME_NAME, name);
        }
    }

    /** A MemoryError that needs no guest memory; a new reference. */
    public static PyBaseException memoryError(World w) {
        return w.types.exceptions.memoryErrors.take(w);
    }

    /** {@code PyException_SetCause}: the cause is borrowed, null for none; does not touch {@code __suppress_context__}. */
    public static void setCause(World w, PyBaseException exception, PyObject cause) {
        PyObject old = exception.cause;
        exception.cause = cause == null ? null : w.newRef(cause, Holder.EXCEPTION);
        w.releaseOrNull(old, Holder.EXCEPTION);
    }

    /** {@code PyException_SetContext}: the context is borrowed, null for none. */
    public static void setContext(World w, PyBaseException exception, PyObject context) {
        PyObject old = exception.context;
        exception.context = context == null ? null : w.newRef(context, Holder.EXCEPTION);
        w.releaseOrNull(old, Holder.EXCEPTION);
    }

    /** {@code PyException_SetTraceback}: the traceback is borrowed, null for none. */
    public static void setTraceback(World w, PyBaseException exception, PyObject traceback) {
        PyObject old = exception.traceback;
        exception.traceback = traceback == null ? null : w.newRef(traceback, Holder.TRACEBACK);
        w.releaseOrNull(old, Holder.TRACEBACK);
    }

    /** {@code _PyErr_FormatFromCause}: a new exception whose cause and context are another, which is taken over. */
    public static PyException fromCause(World w, PyType type, String message, PyException cause) {
        PyBaseException old = cause.take();
        PyException fresh = Errors.of(w, type, "%s", message);
        setContext(w, fresh.value(), old);
        setCause(w, fresh.value(), old);
        fresh.value().suppressContext = true;
        w.release(old, Holder.EXCEPTION);
        return fresh;
    }

    /** The value a StopIteration carries; borrowed (None if it has none). */
    public static PyObject stopValue(World w, PyBaseException stop) {
        PyObject value = stop.fields[ExceptionLayouts.STOP_VALUE];
        return value == null ? w.singletons.none : value;
    }

    /** The exit status object of a SystemExit; borrowed. */
    public static PyObject exitCode(World w, PyBaseException exit) {
        PyObject code = exit.fields[ExceptionLayouts.EXIT_CODE];
        return code == null ? w.singletons.none : code;
    }
}
