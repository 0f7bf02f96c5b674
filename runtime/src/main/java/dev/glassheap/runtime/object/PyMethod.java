package dev.glassheap.runtime.object;

/** {@code method}: a function bound to its self; 48 bytes (64 with GC head). */
public final class PyMethod extends PyObject {

    public final PyObject function;
    public final PyObject self;
    public PyObject weakListHead;

    public PyMethod(PyObject function, PyObject self) {
        this.function = function;
        this.self = self;
    }

    /** {@code PyMethod_New}: a new bound method; both borrowed. */
    public static PyMethod create(World w, PyObject function, PyObject self) {
        PyMethod m = w.allocate(new PyMethod(w.newRef(function, Holder.BOUND), w.newRef(self, Holder.BOUND)), w.types.methodType, 48);
        w.track(m);
        return m;
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
