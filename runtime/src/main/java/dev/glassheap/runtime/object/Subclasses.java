package dev.glassheap.runtime.object;

/** {@code tp_subclasses}: each class knows those directly below it by weak references, in a dict keyed by their addresses. */
final class Subclasses {

    private Subclasses() {
    }

    /** {@code add_all_subclasses}. */
    static void addTo(World w, PyType type, PyTuple bases) {
        for (PyObject b : bases.items) {
            if (b instanceof PyType base) {
                add(w, base, type);
            }
        }
    }

    /** {@code add_subclass}. */
    private static void add(World w, PyType base, PyType type) {
        if (base.subclassRefs == null) {
            base.subclassRefs = base.has(PyType.HEAPTYPE) ? PyDict.create(w) : PyDict.createStatic(w);
        }
        PyInt key = w.newInt(type.address);
        PyObject ref = null;
        try {
            ref = WeakReferences.newRef(w, type);
            base.subclassRefs.setItem(w, key, ref);
        } finally {
            w.releaseOrNull(ref, Holder.NATIVE);
            w.release(key, Holder.NATIVE);
        }
        base.subclasses.add(type);
    }

    /** {@code remove_all_subclasses}. */
    static void removeFrom(World w, PyType type, PyTuple bases) {
        for (PyObject b : bases.items) {
            if (b instanceof PyType base && base.subclasses.remove(type)) {
                PyInt key = w.newInt(type.address);
                base.subclassRefs.delItem(w, key);
                w.release(key, Holder.NATIVE);
                if (base.subclassRefs.size() == 0 && base.has(PyType.HEAPTYPE)) {
                    PyDict empty = base.subclassRefs;
                    base.subclassRefs = null;
                    w.release(empty, Holder.WEAKREF);
                }
            }
        }
    }
}
