package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** {@code tuple}: header 24 bytes and 8 an item, in one block with its GC head. */
public class PyTuple extends PyObject {

    /** The items, owned. Never changed after construction, except by those who build the tuple. */
    public final PyObject[] items;

    public PyTuple(PyObject[] items) {
        this.items = items;
    }

    @Override
    public long obSize() {
        return items.length;
    }

    /** An instance of a class made by guest code. */
    public static final class OfClass extends PyTuple {
        private final InstanceState state = new InstanceState();

        OfClass(PyObject[] items) {
            super(items);
        }

        @Override
        public InstanceState instanceState() {
            return state;
        }
    }

    /**
     * A new tracked tuple of items whose references are stolen; the array is taken over. The shared empty tuple if there are
     * none. On failure the items are released.
     */
    public static PyTuple steal(World w, PyObject[] items) {
        int n = items.length;
        PyType type = w.types.tupleType;
        if (n == 0) {
            return w.newRef(w.singletons.emptyTuple, Holder.RESULT);
        }
        PyTuple t = new PyTuple(items);
        long parked = n < FreeLists.MAX_TUPLE_LENGTH ? w.freeLists.tuples(n).pop() : 0;
        if (parked != 0) {
            w.reuse(t, type, parked);
        } else {
            try {
                w.allocate(t, type, 24 + 8L * n);
            } catch (PyException e) {
                Objects.releaseAll(w, items);
                throw e;
            }
        }
        w.track(t);
        return t;
    }

    /** {@code PyTuple_Pack}: a new tuple of borrowed items. */
    public static PyTuple pack(World w, PyObject... items) {
        return packed(w, items.clone());
    }

    /** {@code _PyTuple_FromArray}: items borrowed, the array taken over. */
    static PyTuple packed(World w, PyObject[] items) {
        for (PyObject item : items) {
            w.retain(item, Holder.ELEMENT);
        }
        return steal(w, items);
    }

    /** {@code PySequence_Tuple}: an exact tuple itself, or a new one of the items. */
    @TruffleBoundary
    public static PyTuple of(World w, PyObject iterable) {
        if (iterable.type == w.types.tupleType) {
            return w.newRef((PyTuple) iterable, Holder.RESULT);
        }
        if (iterable instanceof PyList l && l.type == w.types.listType) {
            return l.asTuple(w);
        }
        return TupleBuilder.fromIterator(w, iterable);
    }

    /** A tuple of {@code n} repetitions; what can never fit is refused before the array exists. */
    static PyTuple repeated(World w, PyObject[] source, long n) {
        long size = source.length * n;
        if (size > Integer.MAX_VALUE - 16 || 8 * size > w.heap.limit()) {
            throw Errors.noMemory(w);
        }
        PyObject[] items = new PyObject[(int) size];
        for (int i = 0; i < size; i++) {
            items[i] = source[i % source.length];
        }
        return packed(w, items);
    }

    /**
     * The reused result of an iterator: if nobody else holds {@code result} its two items are replaced, else a new pair is
     * made. Steals both items; a new reference.
     */
    static PyTuple pair(World w, PyTuple result, PyObject first, PyObject second) {
        if (result.refcnt != 1) {
            return steal(w, new PyObject[] {first, second});
        }
        w.retain(result, Holder.RESULT);
        PyObject oldFirst = result.items[0];
        PyObject oldSecond = result.items[1];
        result.items[0] = first;
        result.items[1] = second;
        w.release(oldFirst, Holder.ELEMENT);
        w.release(oldSecond, Holder.ELEMENT);
        if (!result.isTracked()) {
            w.track(result);
        }
        return result;
    }

    /** {@code tp_alloc} of a subclass and filling it: items borrowed, the array taken over. */
    static PyTuple ofClass(World w, PyType type, PyObject[] items) {
        PyTuple t = w.allocate(new OfClass(items), type, type.basicSize + 8L * (items.length + 1));
        for (PyObject item : items) {
            w.retain(item, Holder.ELEMENT);
        }
        w.track(t);
        return t;
    }
}
