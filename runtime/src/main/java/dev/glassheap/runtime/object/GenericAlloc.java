package dev.glassheap.runtime.object;

/** {@code PyType_GenericAlloc} for the containers. */
final class GenericAlloc {

    private GenericAlloc() {
    }

    /** A new object of the type made by its factory, tracked if it is a GC type. */
    static PyObject create(World w, PyType type) {
        return allocate(w, type.factory.create(type), type, 0);
    }

    /** The same for a bare Java object; a variable-size type gets one item more than asked. */
    static <T extends PyObject> T allocate(World w, T bare, PyType type, long items) {
        w.allocate(bare, type, type.basicSize + (type.itemSize == 0 ? 0 : type.itemSize * (items + 1)));
        if (type.has(PyType.HAVE_GC)) {
            w.track(bare);
        }
        return bare;
    }
}
