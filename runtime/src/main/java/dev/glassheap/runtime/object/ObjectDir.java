package dev.glassheap.runtime.object;

/** {@code __dir__} of objects, types and modules: lists of names, not sorted. */
final class ObjectDir {

    private ObjectDir() {
    }

    /** {@code object.__dir__}: the object's own names and those of its class and bases. */
    static PyObject ofObject(World w, PyObject self) {
        PyDict names = PyDict.create(w);
        try {
            PyObject own = Objects.lookupAttr(w, self, "__dict__");
            if (own != null) {
                try {
                    if (own instanceof PyDict d) {
                        names.update(w, d);
                    }
                } finally {
                    w.release(own, Holder.NATIVE);
                }
            }
            PyObject type = Objects.lookupAttr(w, self, "__class__");
            if (type != null) {
                try {
                    mergeClass(w, names, type);
                } finally {
                    w.release(type, Holder.NATIVE);
                }
            }
            return keys(w, names);
        } finally {
            w.release(names, Holder.NATIVE);
        }
    }

    /** {@code type.__dir__}: the names of the class and its bases. */
    static PyObject ofType(World w, PyObject self) {
        PyDict names = PyDict.create(w);
        try {
            mergeClass(w, names, self);
            return keys(w, names);
        } finally {
            w.release(names, Holder.NATIVE);
        }
    }

    private static void mergeClass(World w, PyDict names, PyObject type) {
        if (type instanceof PyType t) {
            names.update(w, t.dict);
            for (PyObject base : t.bases.items) {
                mergeClass(w, names, base);
            }
        }
    }

    static PyObject keys(World w, PyDict dict) {
        PyList list = PyList.create(w);
        try {
            dict.forEach((key, value) -> list.append(w, key));
        } catch (PyException e) {
            w.release(list, Holder.NATIVE);
            throw e;
        }
        return list;
    }
}
