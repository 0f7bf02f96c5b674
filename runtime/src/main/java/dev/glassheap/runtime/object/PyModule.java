package dev.glassheap.runtime.object;

/** {@code module}: 56 bytes (72 with GC head). */
public final class PyModule extends PyObject {

    /** {@code md_dict}, owned. */
    public PyDict dict;
    public PyObject weakListHead;

    @Override
    public PyObject weakList() {
        return weakListHead;
    }

    @Override
    public void setWeakList(PyObject head) {
        weakListHead = head;
    }

    @Override
    public PyDict attributeDict() {
        return dict;
    }

    @Override
    public void setAttributeDict(PyDict newDict) {
        dict = newDict;
    }
}
