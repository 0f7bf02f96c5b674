package dev.glassheap.runtime.object;

/** {@code cell}: 24 bytes (40 with GC head); holds the value of a variable that an inner function shares. */
public final class PyCell extends PyObject {

    /** Owned, or null while the variable is unbound. */
    public PyObject value;
}
