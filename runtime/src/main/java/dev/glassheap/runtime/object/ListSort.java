package dev.glassheap.runtime.object;

/**
 * {@code list.sort}: keys, reversal and the detached list around the merge sort of {@link MergeState}.
 *
 * <p>While it runs the list is empty; whoever fills it meanwhile gets "list modified during sort".
 */
final class ListSort {

    private ListSort() {
    }

    /** {@code list_sort_impl}. @param keyFunction null for none */
    static void sort(World w, PyList list, PyObject keyFunction, boolean reverse) {
        PyObject[] items = list.items;
        int n = list.size;
        int capacity = list.capacity;
        long address = list.bufferAddress;
        list.items = PyList.EMPTY;
        list.size = 0;
        list.capacity = -1;
        list.bufferAddress = 0;
        try {
            sortDetached(w, list, items, n, keyFunction, reverse);
        } finally {
            PyObject[] added = list.items;
            int addedSize = list.size;
            long addedAddress = list.bufferAddress;
            list.items = items;
            list.size = n;
            list.capacity = capacity;
            list.bufferAddress = address;
            for (int i = addedSize - 1; i >= 0; i--) {
                w.release(added[i], Holder.ELEMENT);
            }
            w.freeBuffer(addedAddress);
        }
    }

    private static void sortDetached(World w, PyList list, PyObject[] items, int n, PyObject keyFunction, boolean reverse) {
        if (keyFunction == null) {
            sortItems(w, list, items, null, n, reverse);
        } else {
            long keysAddress = n < MergeState.TEMP_SIZE / 2 ? 0 : w.allocateBuffer(8L * n, list);
            PyObject[] keys;
            try {
                keys = callKeys(w, items, n, keyFunction);
            } catch (PyException e) {
                w.freeBuffer(keysAddress);
                throw e;
            }
            try {
                sortItems(w, list, keys, items, n, reverse);
            } finally {
                for (int i = 0; i < n; i++) {
                    w.release(keys[i], Holder.NATIVE);
                }
                w.freeBuffer(keysAddress);
            }
        }
        if (list.capacity != -1) {
            throw Errors.valueError(w, "list modified during sort");
        }
    }

    private static PyObject[] callKeys(World w, PyObject[] items, int n, PyObject keyFunction) {
        PyObject[] keys = new PyObject[n];
        for (int i = 0; i < n; i++) {
            try {
                keys[i] = Calls.call(w, keyFunction, items[i]);
            } catch (PyException e) {
                for (int k = 0; k < i; k++) {
                    w.release(keys[k], Holder.NATIVE);
                }
                throw e;
            }
        }
        return keys;
    }

    /** Stability of a reverse sort: reverse, sort stably, reverse again; the second also after an error. */
    private static void sortItems(World w, PyList list, PyObject[] keys, PyObject[] values, int n, boolean reverse) {
        if (n < 2) {
            return;
        }
        MergeState s = new MergeState(w, list, keys, values, n, chooseLess(w, keys, n));
        if (reverse) {
            s.reverse(0, n);
        }
        try {
            s.sort(n);
        } finally {
            if (reverse) {
                MergeState.reverseArray(values == null ? keys : values, 0, n);
            }
            s.free();
        }
    }

    /** The pre-sort check: keys all of one simple type are compared without the general protocol. */
    private static Gallop.Less chooseLess(World w, PyObject[] keys, int n) {
        PyType type = keys[0].type;
        boolean allSmall = true;
        for (int i = 0; i < n; i++) {
            if (keys[i].type != type) {
                return ListSort::lessGeneral;
            }
            allSmall &= keys[i] instanceof PyInt k && k.isSmall();
        }
        if (type == w.types.intType && allSmall) {
            return (world, x, y) -> ((PyInt) x).value < ((PyInt) y).value;
        }
        if (type == w.types.floatType) {
            return (world, x, y) -> ((PyFloat) x).value < ((PyFloat) y).value;
        }
        if (type == w.types.strType) {
            return (world, x, y) -> ((PyStr) x).compareText((PyStr) y) < 0;
        }
        return ListSort::lessGeneral;
    }

    private static boolean lessGeneral(World w, PyObject x, PyObject y) {
        return Objects.compareBool(w, x, y, CompareOp.LT);
    }
}
