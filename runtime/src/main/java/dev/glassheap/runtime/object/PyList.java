package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Arrays;

/**
 * {@code list}: a 40-byte header (56 with GC head) and a buffer of {@code capacity} pointers. Guest methods are in
 * {@link ListMethods}.
 *
 * <p>Invariants: {@code 0 <= size <= capacity}; {@code capacity == 0} iff {@code bufferAddress == 0} or the buffer is the
 * one-byte block a shrink to nothing leaves; {@code size <= items.length <= capacity}: Java's array grows only as it is filled.
 */
public class PyList extends PyObject {

    static final PyObject[] EMPTY = {};

    /** The items, owned, in {@code 0..size-1}; null beyond. */
    public PyObject[] items = EMPTY;
    public int size;
    /** {@code allocated}: pointers the simulated buffer can hold; -1 while the list is being sorted. */
    public int capacity;
    /** Block of the buffer ({@code ob_item}), 0 when there is none. */
    public long bufferAddress;

    /** An instance of a class made by guest code. */
    public static final class OfClass extends PyList {
        private final InstanceState state = new InstanceState();

        @Override
        public InstanceState instanceState() {
            return state;
        }
    }

    @Override
    public long obSize() {
        return size;
    }

    // ------------------------------------------------------------------ making

    /** {@code PyList_New(0)}: a new empty list through the free list, tracked. */
    public static PyList create(World w) {
        PyList l = header(w);
        w.track(l);
        return l;
    }

    private static PyList header(World w) {
        PyList l = new PyList();
        long parked = w.freeLists.lists.pop();
        return parked != 0 ? w.reuse(l, w.types.listType, parked) : w.allocate(l, w.types.listType, 40);
    }

    /** {@code PyList_New(n)} and filling: a new list of exactly that capacity; items and array are taken over. On failure the items are released. */
    public static PyList steal(World w, PyObject[] items) {
        PyList l;
        try {
            l = withCapacity(w, items.length);
        } catch (PyException e) {
            Objects.releaseAll(w, items);
            throw e;
        }
        l.items = items;
        l.size = items.length;
        return l;
    }

    /** {@code PyList_New(n)}: length 0 so far, a buffer for exactly {@code n} items; tracked. */
    @TruffleBoundary
    static PyList withCapacity(World w, long n) {
        PyList l = header(w);
        if (n > 0) {
            try {
                l.bufferAddress = buffer(w, 0, n, l);
            } catch (PyException e) {
                w.track(l);
                w.release(l, Holder.NATIVE);
                throw e;
            }
            l.capacity = (int) n;
        }
        w.track(l);
        return l;
    }

    private static long buffer(World w, long address, long pointers, PyList owner) {
        if (pointers > Integer.MAX_VALUE - 16) {
            throw Errors.noMemory(w);
        }
        return w.reallocateBuffer(address, 8 * pointers, owner);
    }

    /** {@code PySequence_List}: a new list of an iterable's items (header through the free list). */
    @TruffleBoundary
    public static PyList of(World w, PyObject iterable) {
        PyList l = create(w);
        try {
            l.extend(w, iterable);
            return l;
        } catch (PyException e) {
            w.release(l, Holder.NATIVE);
            throw e;
        }
    }

    /** {@code PySequence_Fast}: the list or tuple itself (new reference) or a new list. @param message of the TypeError for a non-iterable */
    static PyObject fast(World w, PyObject o, String message) {
        if (o instanceof PyList || o instanceof PyTuple) {
            if (o.type == w.types.listType || o.type == w.types.tupleType) {
                return w.newRef(o, Holder.NATIVE);
            }
        }
        PyObject it;
        try {
            it = Objects.iter(w, o);
        } catch (PyException e) {
            if (!e.matches(w.types.exceptions.typeError)) {
                throw e;
            }
            w.release(e.take(), Holder.EXCEPTION);
            throw Errors.typeError(w, "%s", message);
        }
        try {
            return of(w, it);
        } finally {
            w.release(it, Holder.NATIVE);
        }
    }

    /** {@code PySequence_Fast_ITEMS}: borrowed; only the first {@code obSize()} are items. */
    static PyObject[] fastItems(PyObject fast) {
        return fast instanceof PyList l ? l.items : ((PyTuple) fast).items;
    }

    // ------------------------------------------------------------------ the buffer

    /**
     * {@code list_resize}: sets the length and, if the capacity is exceeded or less than half used, the capacity
     * (reference 2.5). New places are null and the caller's to fill; places beyond a smaller length must be empty already.
     */
    @TruffleBoundary
    void resize(World w, long newSize) {
        reserve(w, newSize);
        ensureArray((int) newSize);
        size = (int) newSize;
    }

    /** The capacity {@link #resize} gives for a length; Java's array only shrinks here. */
    private void reserve(World w, long newSize) {
        if (capacity >= newSize && newSize >= capacity >> 1) {
            return;
        }
        long newCapacity = newSize + (newSize >> 3) + 6 & ~3L;
        if (newSize - size > newCapacity - newSize) {
            newCapacity = newSize + 3 & ~3L;
        }
        if (newSize == 0) {
            newCapacity = 0;
        }
        bufferAddress = buffer(w, bufferAddress, newCapacity, this);
        capacity = (int) newCapacity;
        if (items.length > capacity) {
            items = Arrays.copyOf(items, capacity);
        }
    }

    /** Java's array for at least {@code n <= capacity} items. */
    private void ensureArray(int n) {
        if (items.length < n) {
            items = Arrays.copyOf(items, (int) Math.min(capacity, Math.max(n, 2L * n)));
        }
    }

    /** {@code list_preallocate_exact}: the first buffer of a list that is extended: an even capacity. */
    private void preallocate(World w, long n) {
        long even = n + 1 & ~1L;
        bufferAddress = buffer(w, 0, even, this);
        capacity = (int) even;
    }

    // ------------------------------------------------------------------ items

    /** {@code PyList_Append}: retains the item. */
    public void append(World w, PyObject item) {
        w.retain(item, Holder.ELEMENT);
        appendSteal(w, item);
    }

    /** {@code _PyList_AppendTakeRef}: the reference is taken, also when it fails. */
    public void appendSteal(World w, PyObject item) {
        int n = size;
        if (n < items.length) {
            items[n] = item;
            size = n + 1;
            return;
        }
        appendSlow(w, item);
    }

    @TruffleBoundary
    private void appendSlow(World w, PyObject item) {
        int n = size;
        if (n >= capacity) {
            try {
                reserve(w, n + 1L);
            } catch (PyException e) {
                w.release(item, Holder.ELEMENT);
                throw e;
            }
        }
        ensureArray(n + 1);
        items[n] = item;
        size = n + 1;
    }

    /** {@code ins1}: puts an item before {@code where} (clipped as by {@code insert}); retains it. */
    void insert(World w, long where, PyObject item) {
        int n = size;
        if (n == Integer.MAX_VALUE - 16) {
            throw Errors.overflowError(w, "cannot add more objects to list");
        }
        resize(w, n + 1L);
        int at = (int) Math.min(where < 0 ? Math.max(where + n, 0) : where, n);
        System.arraycopy(items, at, items, at + 1, n - at);
        items[at] = w.newRef(item, Holder.ELEMENT);
    }

    /** {@code PyList_SetItem} by index in {@code 0..size-1}: retains the item, releases the old one after the change. */
    public void setItem(World w, int index, PyObject item) {
        w.retain(item, Holder.ELEMENT);
        PyObject old = items[index];
        items[index] = item;
        w.release(old, Holder.ELEMENT);
    }

    /** {@code list_extend}. */
    @TruffleBoundary
    public void extend(World w, PyObject iterable) {
        if (iterable.type == w.types.listType || iterable.type == w.types.tupleType) {
            extendFast(w, fastItems(iterable), (int) iterable.obSize());
        } else if (iterable == this) {
            PyObject copy = fast(w, iterable, "argument must be iterable");
            try {
                extendFast(w, fastItems(copy), (int) copy.obSize());
            } finally {
                w.release(copy, Holder.NATIVE);
            }
        } else {
            extendIterating(w, iterable);
        }
    }

    private void extendFast(World w, PyObject[] source, int n) {
        if (n == 0) {
            return;
        }
        int m = size;
        if (bufferAddress == 0) {
            preallocate(w, n);
            ensureArray(n);
            size = n;
        } else {
            resize(w, (long) m + n);
        }
        // "l.extend(l)": the source is this list's array from before the growth; its first n items are the same
        for (int i = 0; i < n; i++) {
            items[m + i] = w.newRef(source[i], Holder.ELEMENT);
        }
    }

    private void extendIterating(World w, PyObject iterable) {
        PyObject it = Objects.iter(w, iterable);
        try {
            long hint = Objects.lengthHint(w, iterable, 8);
            if (bufferAddress == 0) {
                if (hint > 0) {
                    preallocate(w, hint);
                }
            } else if (hint <= Long.MAX_VALUE - size) {
                int m = size;
                reserve(w, m + hint);
                size = m;
            }
            Slots.IterNextFunc next = it.type.slots.tpIternext;
            long steps = 0;
            for (PyObject item = pull(w, next, it); item != null; item = pull(w, next, it)) {
                appendSteal(w, item);
                if ((++steps & 0xFFF) == 0) {
                    w.calls.checkInterrupt(w);
                }
            }
            if (size < capacity) {
                resize(w, size);
            }
        } finally {
            w.release(it, Holder.NATIVE);
        }
    }

    private static PyObject pull(World w, Slots.IterNextFunc next, PyObject it) {
        try {
            return next.next(w, it);
        } catch (PyException e) {
            if (!e.matches(w.types.exceptions.stopIteration)) {
                throw e;
            }
            w.release(e.take(), Holder.EXCEPTION);
            return null;
        }
    }

    /** {@code _list_clear}: releases from last to first after the list is empty, then frees the buffer. */
    @TruffleBoundary
    public void clear(World w) {
        if (bufferAddress == 0) {
            return;
        }
        PyObject[] old = items;
        int n = size;
        long address = bufferAddress;
        items = EMPTY;
        size = 0;
        capacity = 0;
        bufferAddress = 0;
        for (int i = n - 1; i >= 0; i--) {
            w.release(old[i], Holder.ELEMENT);
        }
        w.freeBuffer(address);
    }

    /** {@code PyList_AsTuple}. */
    public PyTuple asTuple(World w) {
        PyObject[] copy = Arrays.copyOf(items, size);
        for (PyObject item : copy) {
            w.retain(item, Holder.ELEMENT);
        }
        return PyTuple.steal(w, copy);
    }
}
