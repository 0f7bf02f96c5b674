package dev.glassheap.runtime.object;

import java.util.Arrays;

/**
 * {@code PySequence_Tuple} of an iterator: a tuple of the hinted length that is resized as it fills ({@code _PyTuple_Resize}),
 * with the blocks CPython asks for on the way.
 */
final class TupleBuilder {

    private TupleBuilder() {
    }

    /** Stands for the unfinished tuple: an untracked block of a certain number of items. */
    private static final class Growing extends PyTuple {
        private PyObject[] buffer = PyList.EMPTY;
        private int size;
        private long room;

        Growing() {
            super(PyList.EMPTY);
        }
    }

    static PyTuple fromIterator(World w, PyObject iterable) {
        PyObject it = Objects.iter(w, iterable);
        try {
            long hint = Objects.lengthHint(w, iterable, 10);
            Growing g = begin(w, hint);
            try {
                for (PyObject item = Objects.next(w, it); item != null; item = Objects.next(w, it)) {
                    try {
                        add(w, g, item);
                    } catch (PyException e) {
                        w.release(item, Holder.NATIVE);
                        throw e;
                    }
                    if ((g.size & 0xFFF) == 0) {
                        w.calls.checkInterrupt(w);
                    }
                }
                if (g.size > 0 && g.size != g.room) {
                    resize(w, g, g.size);
                }
            } catch (PyException e) {
                abandon(w, g);
                throw e;
            }
            return finish(w, g);
        } finally {
            w.release(it, Holder.NATIVE);
        }
    }

    /** {@code PyTuple_New}: for 0 the shared empty tuple, which costs nothing. */
    private static Growing begin(World w, long room) {
        Growing g = new Growing();
        g.room = room;
        if (room > 0) {
            allocate(w, g, room);
        }
        return g;
    }

    private static void allocate(World w, Growing g, long room) {
        PyType type = w.types.tupleType;
        int serial = type.lastSerial;
        long parked = room < FreeLists.MAX_TUPLE_LENGTH ? w.freeLists.tuples((int) room).pop() : 0;
        if (parked != 0) {
            w.reuse(g, type, parked);
        } else {
            if (room > Integer.MAX_VALUE - 16) {
                throw Errors.noMemory(w);
            }
            w.allocate(g, type, 24 + 8L * room);
        }
        type.lastSerial = serial;
    }

    private static void add(World w, Growing g, PyObject item) {
        if (g.size >= g.room) {
            long more = g.room + 10;
            resize(w, g, more + (more >> 2));
        }
        if (g.size == g.buffer.length) {
            g.buffer = Arrays.copyOf(g.buffer, (int) Math.min(g.room, Math.max(10, 2L * g.size)));
        }
        g.buffer[g.size++] = item;
    }

    /** {@code _PyTuple_Resize}: a realloc of the whole block; from the empty tuple a new one. */
    private static void resize(World w, Growing g, long room) {
        if (g.room == 0) {
            allocate(w, g, room);
        } else {
            long block = w.heap.realloc(g.address - 16, 16 + 24 + 8 * room, w.thread.site);
            if (block == 0) {
                throw Errors.noMemory(w);
            }
            g.address = block + 16;
        }
        g.room = room;
    }

    private static void abandon(World w, Growing g) {
        for (int i = g.size - 1; i >= 0; i--) {
            w.release(g.buffer[i], Holder.NATIVE);
        }
        drop(w, g);
    }

    private static void drop(World w, Growing g) {
        if (g.address != 0 && (g.room > FreeLists.MAX_TUPLE_LENGTH || !w.freeLists.tuples((int) g.room).push(g.address))) {
            w.freeBlock(g);
        }
    }

    private static PyTuple finish(World w, Growing g) {
        if (g.size == 0) {
            drop(w, g);
            return w.newRef(w.singletons.emptyTuple, Holder.RESULT);
        }
        PyTuple t = w.reuse(new PyTuple(Arrays.copyOf(g.buffer, g.size)), w.types.tupleType, g.address);
        w.track(t);
        return t;
    }
}
