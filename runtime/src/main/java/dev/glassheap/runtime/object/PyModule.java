package dev.glassheap.runtime.object;

/** {@code module}: 56 bytes (72 with GC head). */
public final class PyModule extends PyObject {

    /** {@code md_dict}, owned. */
    public PyDict dict;
    public PyObject weakListHead;

    /** {@code PyModule_New}: a new module with the five names every module has; tracked. */
    public static PyModule create(World w, String name) {
        PyModule m = w.allocate(new PyModule(), w.types.moduleType, 56);
        m.dict = PyDict.create(w);
        PyStr text = w.interned.constant(name);
        m.dict.setItem(w, w.id("__name__"), text);
        w.release(text, Holder.VALUE);
        for (String none : new String[] {"__doc__", "__package__", "__loader__", "__spec__"}) {
            m.dict.setItem(w, w.id(none), w.singletons.none);
        }
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

    @Override
    public PyDict attributeDict() {
        return dict;
    }

    @Override
    public void setAttributeDict(PyDict newDict) {
        dict = newDict;
    }
}
