package dev.glassheap.runtime.object;

/** {@code types.GenericAlias}: {@code list[int]}; 48 bytes (64 with GC head). */
public final class PyGenericAlias extends PyObject {

    /** Owned, as {@link #args}. */
    public final PyObject origin;
    public final PyTuple args;
    public PyObject weakListHead;

    PyGenericAlias(PyObject origin, PyTuple args) {
        this.origin = origin;
        this.args = args;
    }

    @Override
    public PyObject weakList() {
        return weakListHead;
    }

    @Override
    public void setWeakList(PyObject head) {
        weakListHead = head;
    }
}
