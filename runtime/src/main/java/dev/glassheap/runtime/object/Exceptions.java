package dev.glassheap.runtime.object;

/** The exception types' layouts, constructors and methods ({@code Objects/exceptions.c}). */
public final class Exceptions {

    private Exceptions() {
    }

    /** A new exception of a built-in type with its args, whose reference is stolen; runs no guest code. Tracked. */
    public static PyBaseException create(World w, PyType type, PyTuple args) {
        throw new AssertionError("not written yet");
    }

    /** Sets {@code name} and {@code obj} (null = absent; both borrowed) of AttributeError and NameError. */
    public static void setNameAndObject(World w, PyBaseException exception, PyStr name, PyObject object) {
        throw new AssertionError("not written yet");
    }

    /** A MemoryError that needs no guest memory; a new reference. */
    public static PyBaseException memoryError(World w) {
        throw new AssertionError("not written yet");
    }
}
