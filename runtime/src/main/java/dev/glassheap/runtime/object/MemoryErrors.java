package dev.glassheap.runtime.object;

/**
 * The MemoryErrors kept ready: CPython's free list of 16 and the one of last resort, so that running out of memory can be
 * reported without memory. All lie outside the heap.
 */
final class MemoryErrors {

    private static final int MAX = 16;

    /** Never freed: parked again when it dies. */
    private static final class Ready extends PyBaseException {
        Ready() {
            super(0);
        }
    }

    private final PyBaseException[] parked = new PyBaseException[MAX];
    private int size;
    private PyBaseException lastResort;

    void fill(World w) {
        PyType type = w.types.exceptions.memoryError;
        for (size = 0; size < MAX; size++) {
            parked[size] = makeReady(w, type);
        }
        lastResort = makeReady(w, type);
        lastResort.args = w.newRef(w.singletons.emptyTuple, Holder.ATTRIBUTE);
        lastResort.refcnt = 1;
    }

    private static PyBaseException makeReady(World w, PyType type) {
        return w.makeStatic(new Ready(), type, 72, 0);
    }

    /** {@code get_memory_error} without allocation; a new reference. */
    PyBaseException take(World w) {
        if (size == 0) {
            return w.newRef(lastResort, Holder.RESULT);
        }
        PyBaseException e = parked[--size];
        parked[size] = null;
        e.refcnt = 1;
        e.serial = ++e.type.lastSerial;
        e.finalized = false;
        e.args = w.newRef(w.singletons.emptyTuple, Holder.ATTRIBUTE);
        w.track(e);
        return e;
    }

    /** {@code MemoryError_new}: prefers a parked one when it is the exact type. */
    PyObject create(World w, PyType type, PyTuple args, PyDict kwargs) {
        if (type != w.types.exceptions.memoryError || size == 0) {
            return BaseExceptionType.create(w, type, args, kwargs);
        }
        return take(w);
    }

    /** {@code MemoryError_dealloc}. */
    void dealloc(World w, PyObject self) {
        PyBaseException e = (PyBaseException) self;
        w.untrack(e);
        BaseExceptionType.clear(w, e);
        e.suppressContext = false;
        if (e.type == w.types.exceptions.memoryError && size < MAX) {
            parked[size++] = e;
        } else if (!(e instanceof Ready)) {
            TypeObject.free(w, e);
        }
    }
}
