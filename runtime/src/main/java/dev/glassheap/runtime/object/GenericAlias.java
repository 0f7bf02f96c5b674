package dev.glassheap.runtime.object;

/** {@code types.GenericAlias}: what {@code list[int]} is. */
final class GenericAlias extends PyObject {

    /** {@code Py_GenericAlias}. */
    static PyObject create(World w, PyObject origin, PyObject arguments) {
        throw new AssertionError("not written yet");
    }
}
