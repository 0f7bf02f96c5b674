package dev.glassheap.runtime.object;

/** {@code function}: 136 bytes (152 with GC head). All object fields are owned; null means absent. */
public final class PyFunction extends PyObject {

    public PyCode code;
    public PyDict globals;
    public PyDict builtins;
    public PyObject name;
    public PyObject qualname;
    public PyTuple defaults;
    public PyDict kwDefaults;
    /** Cells in the order of the code's free variables. */
    public PyTuple closure;
    public PyObject doc;
    public PyDict dict;
    public PyObject module;
    public PyObject annotations;
    public PyObject weakListHead;
    /** {@code func_version}: changes when code, defaults or kwdefaults change, so that inlined calls notice. */
    public int version;

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
