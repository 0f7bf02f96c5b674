package dev.glassheap.runtime.object;

import java.util.Arrays;

/** Slices of lists: reading, assigning and deleting them ({@code list_slice}, {@code list_ass_slice}, {@code list_ass_subscript}). */
final class ListSlices {

    /** Up to that many removed items CPython keeps on the C stack. */
    private static final int RECYCLE_ON_STACK = 8;

    private ListSlices() {
    }

    /** {@code list_slice}: a new list of exact capacity; bounds are in range. */
    static PyList slice(World w, PyList l, int low, int high) {
        if (high <= low) {
            return PyList.create(w);
        }
        PyList r = PyList.withCapacity(w, high - low);
        PyObject[] items = Arrays.copyOfRange(l.items, low, high);
        for (PyObject item : items) {
            w.retain(item, Holder.ELEMENT);
        }
        r.items = items;
        r.size = items.length;
        return r;
    }

    /** {@code l[start:stop:step]}. */
    static PyObject subscript(World w, PyList l, PySlice slice) {
        PySlice.Unpacked u = slice.unpack(w);
        PySlice.Indices s = u.adjust(l.size);
        if (s.step() == 1) {
            return slice(w, l, (int) s.start(), (int) s.stop());
        }
        if (s.count() <= 0) {
            return PyList.create(w);
        }
        PyList r = PyList.withCapacity(w, s.count());
        PyObject[] items = new PyObject[(int) s.count()];
        long from = s.start();
        for (int i = 0; i < items.length; i++, from += s.step()) {
            items[i] = w.newRef(l.items[(int) from], Holder.ELEMENT);
        }
        r.items = items;
        r.size = items.length;
        return r;
    }

    /** {@code list_ass_slice}: replaces {@code [low, high)} (clipped); {@code value} null deletes. */
    static void assign(World w, PyList l, long low, long high, PyObject value) {
        if (value == null) {
            replace(w, l, low, high, PyList.EMPTY, 0);
            return;
        }
        PyObject fast = value == l ? slice(w, l, 0, l.size) : PyList.fast(w, value, "can only assign an iterable");
        try {
            replace(w, l, low, high, PyList.fastItems(fast), (int) fast.obSize());
        } finally {
            w.release(fast, Holder.NATIVE);
        }
    }

    private static void replace(World w, PyList l, long from, long to, PyObject[] items, int n) {
        int low = (int) Math.max(0, Math.min(from, l.size));
        int high = (int) Math.max(low, Math.min(to, l.size));
        int removedCount = high - low;
        long delta = (long) n - removedCount;
        int size = l.size;
        if (size + delta == 0) {
            l.clear(w);
            return;
        }
        long recycle = removedCount > RECYCLE_ON_STACK ? w.allocateBuffer(8L * removedCount, l) : 0;
        PyObject[] removed = Arrays.copyOfRange(l.items, low, high);
        try {
            if (delta < 0) {
                shrink(w, l, high, (int) -delta);
            } else if (delta > 0) {
                l.resize(w, size + delta);
                System.arraycopy(l.items, high, l.items, high + (int) delta, size - high);
            }
        } catch (PyException e) {
            w.freeBuffer(recycle);
            throw e;
        }
        for (int i = 0; i < n; i++) {
            l.items[low + i] = w.newRef(items[i], Holder.ELEMENT);
        }
        for (int i = removedCount - 1; i >= 0; i--) {
            w.release(removed[i], Holder.ELEMENT);
        }
        w.freeBuffer(recycle);
    }

    /** Moves the tail from {@code high} down by {@code by} places and cuts the list; undone when the buffer cannot be had. */
    private static void shrink(World w, PyList l, int high, int by) {
        PyObject[] before = l.items;
        int size = l.size;
        PyObject[] lost = Arrays.copyOfRange(before, high - by, high);
        System.arraycopy(before, high, before, high - by, size - high);
        Arrays.fill(before, size - by, size, null);
        try {
            l.resize(w, size - by);
        } catch (PyException e) {
            System.arraycopy(before, high - by, before, high, size - high);
            System.arraycopy(lost, 0, before, high - by, by);
            throw e;
        }
    }

    /** {@code l[start:stop:step] = value} or {@code del} when {@code value} is null. */
    static void assignSubscript(World w, PyList l, PySlice slice, PyObject value) {
        PySlice.Unpacked u = slice.unpack(w);
        PySlice.Indices s = u.adjust(l.size);
        if (s.step() == 1) {
            assign(w, l, s.start(), Math.max(s.start(), s.stop()), value);
        } else if (value == null) {
            deleteExtended(w, l, s);
        } else {
            assignExtended(w, l, s, value);
        }
    }

    private static void deleteExtended(World w, PyList l, PySlice.Indices s) {
        int count = (int) s.count();
        if (count <= 0) {
            return;
        }
        long step = Math.abs(s.step());
        long first = s.step() < 0 ? s.start() + s.step() * (count - 1) : s.start();
        long block = w.allocateBuffer(8L * count, l);
        PyObject[] garbage = new PyObject[count];
        PyObject[] items = l.items;
        int to = (int) first;
        int taken = 0;
        for (int i = to; i < l.size; i++) {
            if (taken < count && i == first + taken * step) {
                garbage[taken++] = items[i];
            } else {
                items[to++] = items[i];
            }
        }
        Arrays.fill(items, to, l.size, null);
        l.size = to;
        try {
            l.resize(w, to);
        } finally {
            for (PyObject g : garbage) {
                w.release(g, Holder.ELEMENT);
            }
            w.freeBuffer(block);
        }
    }

    private static void assignExtended(World w, PyList l, PySlice.Indices s, PyObject value) {
        PyObject fast = value == l ? slice(w, l, 0, l.size)
            : PyList.fast(w, value, "must assign iterable to extended slice");
        try {
            long n = fast.obSize();
            if (n != s.count()) {
                throw Errors.valueError(w, "attempt to assign sequence of size %d to extended slice of size %d", n, s.count());
            }
            if (n == 0) {
                return;
            }
            long block = w.allocateBuffer(8L * n, l);
            PyObject[] garbage = new PyObject[(int) n];
            PyObject[] source = PyList.fastItems(fast);
            long at = s.start();
            for (int i = 0; i < n; i++, at += s.step()) {
                garbage[i] = l.items[(int) at];
                l.items[(int) at] = w.newRef(source[i], Holder.ELEMENT);
            }
            for (PyObject g : garbage) {
                w.release(g, Holder.ELEMENT);
            }
            w.freeBuffer(block);
        } finally {
            w.release(fast, Holder.NATIVE);
        }
    }
}
