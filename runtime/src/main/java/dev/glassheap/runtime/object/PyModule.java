package dev.glassheap.runtime.object;

/** {@code module}: 56 bytes (72 with GC head). */
public class PyModule extends PyObject {

    /** {@code md_dict}, owned. */
    public PyDict dict;
    public PyObject weakListHead;

    /** {@code PyModule_New}: a new module with the five names every module has; tracked. */
    public static PyModule create(World w, String name) {
        PyModule m = TypeObject.genericAlloc(w, w.types.moduleType, 0);
        PyStr text = null;
        try {
            m.dict = PyDict.create(w);
            text = w.interned.constant(name);
            ModuleType.initialize(w, m.dict, text, w.singletons.none);
        } catch (PyException e) {
            w.release(m, Holder.NATIVE);
            throw e;
        } finally {
            w.releaseOrNull(text, Holder.VALUE);
        }
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

    @Override
    public PyDict attributeDict() {
        return dict;
    }

    @Override
    public void setAttributeDict(PyDict newDict) {
        dict = newDict;
    }

    /** An instance of a Python class derived from {@code module}. */
    static final class OfClass extends PyModule {
        private final InstanceState state = new InstanceState();

        @Override
        public InstanceState instanceState() {
            return state;
        }
    }
}
