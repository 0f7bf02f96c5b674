package dev.glassheap.runtime.object;

import java.util.function.Supplier;

/** Tuples of objects that are made one after the other: when one cannot be made, those before it are released. */
final class NewTuple {

    private NewTuple() {
    }

    @SafeVarargs
    static PyTuple of(World w, Supplier<? extends PyObject>... makers) {
        return PyTuple.steal(w, items(w, makers));
    }

    /** The objects, owned by the caller. */
    @SafeVarargs
    static PyObject[] items(World w, Supplier<? extends PyObject>... makers) {
        PyObject[] items = new PyObject[makers.length];
        try {
            for (int i = 0; i < items.length; i++) {
                items[i] = makers[i].get();
            }
            return items;
        } catch (PyException e) {
            for (PyObject item : items) {
                w.releaseOrNull(item, Holder.NATIVE);
            }
            throw e;
        }
    }
}
