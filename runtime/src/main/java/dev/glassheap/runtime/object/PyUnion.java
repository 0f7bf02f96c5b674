package dev.glassheap.runtime.object;

/** {@code types.UnionType}: {@code X | Y}; 32 bytes (48 with GC head). */
public final class PyUnion extends PyObject {

    /** {@code __args__}: owned. */
    public final PyTuple args;

    PyUnion(PyTuple args) {
        this.args = args;
    }
}
