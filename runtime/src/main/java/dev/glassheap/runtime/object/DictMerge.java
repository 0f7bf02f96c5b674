package dev.glassheap.runtime.object;

/** Copying and merging of dicts: {@code PyDict_Copy}, {@code dict_merge}, {@code PyDict_MergeFromSeq2}. */
final class DictMerge {

    /** What happens with a key both have: keep the old value, take the new one, or KeyError (a duplicate keyword argument). */
    static final int KEEP = 0, OVERRIDE = 1, RAISE = 2;

    private DictMerge() {
    }

    static PyDict copy(World w, PyDict d) {
        if (d.used == 0) {
            return PyDict.create(w);
        }
        if (d.split != null) {
            return copySplit(w, d);
        }
        if (iteratesAsDict(w, d) && d.used >= d.keys.nentries * 2 / 3) {
            PyDict c = new PyDict();
            DictKeys cloned = d.keys.cloneCombined(w, c);
            try {
                PyDict.header(w, c);
            } catch (PyException e) {
                cloned.destroy(w);
                throw e;
            }
            adoptClone(w, c, cloned, d);
            return c;
        }
        PyDict c = PyDict.create(w);
        try {
            merge(w, c, d, OVERRIDE);
        } catch (PyException e) {
            w.release(c, Holder.NATIVE);
            throw e;
        }
        return c;
    }

    private static void adoptClone(World w, PyDict to, DictKeys cloned, PyDict from) {
        to.keys = cloned;
        to.used = from.used;
        to.keysVersion++;
        if (from.isTracked() && !to.isTracked()) {
            w.track(to);
        }
    }

    private static PyDict copySplit(World w, PyDict d) {
        SharedKeys shared = (SharedKeys) d.keys;
        PyDict c = new PyDict();
        DictValues values = d.split.copy(w, shared.room(), c);
        try {
            // not through the free list, as CPython
            w.allocate(c, w.types.dictType, 48);
        } catch (PyException e) {
            values.destroy(w);
            throw e;
        }
        shared.retain();
        c.keys = shared;
        c.split = values;
        c.used = d.used;
        if (d.isTracked()) {
            w.track(c);
        }
        return c;
    }

    /** True unless a subclass brings its own {@code __iter__}. */
    static boolean iteratesAsDict(World w, PyDict d) {
        return d.type.slots.tpIter == w.types.dictType.slots.tpIter;
    }

    /** {@code dict_merge}. */
    static void merge(World w, PyDict to, PyObject from, int mode) {
        if (from instanceof PyDict other && iteratesAsDict(w, other)) {
            mergeDict(w, to, other, mode);
        } else {
            mergeMapping(w, to, from, mode);
        }
    }

    private static void mergeDict(World w, PyDict to, PyDict other, int mode) {
        if (other == to || other.used == 0) {
            return;
        }
        int how = mode;
        if (to.used == 0) {
            how = OVERRIDE;
            if (clonesWhole(other)) {
                DictKeys cloned = other.keys.cloneCombined(w, to);
                DictKeys old = to.keys;
                DictValues oldValues = to.split;
                to.split = null;
                adoptClone(w, to, cloned, other);
                if (old != DictKeys.EMPTY_KEYS) {
                    PyDict.drop(w, old, oldValues);
                }
                return;
            }
        }
        if (DictKeys.usableFraction(to.keys.log2Size) < other.used) {
            to.resize(w, DictKeys.log2ForEntries((long) to.used + other.used), other.keys.isUnicode());
        }
        insertAll(w, to, other, how);
    }

    /** Combined, without holes, and its table not larger than its entries need. */
    private static boolean clonesWhole(PyDict d) {
        return d.split == null && d.used == d.keys.nentries && (d.keys.log2Size == DictKeys.LOG_MIN_SIZE
            || DictKeys.usableFraction(d.keys.log2Size - 1) < d.used);
    }

    private static void insertAll(World w, PyDict to, PyDict other, int how) {
        int size = other.keys.nentries;
        for (int p = 0; p < other.positions(); p++) {
            int ix = other.entryAt(p);
            if (ix < 0) {
                continue;
            }
            PyObject key = w.newRef(other.keys.keys[ix], Holder.NATIVE);
            PyObject value = w.newRef(other.valueAt(ix), Holder.NATIVE);
            long hash = other.keys.hashes[ix];
            try {
                if (how == OVERRIDE || to.getItem(w, key, hash) == null) {
                    to.setItem(w, key, value, hash);
                } else if (how == RAISE) {
                    throw Errors.keyError(w, key);
                }
            } finally {
                w.release(value, Holder.NATIVE);
                w.release(key, Holder.NATIVE);
            }
            if (size != other.keys.nentries) {
                throw Errors.runtimeError(w, "dict mutated during update");
            }
        }
    }

    private static void mergeMapping(World w, PyDict to, PyObject from, int mode) {
        PyObject keys = Calls.callMethod(w, from, "keys");
        PyObject it;
        try {
            it = Objects.iter(w, keys);
        } finally {
            w.release(keys, Holder.NATIVE);
        }
        try {
            for (PyObject key = Objects.next(w, it); key != null; key = Objects.next(w, it)) {
                try {
                    mergeKey(w, to, from, key, mode);
                } finally {
                    w.release(key, Holder.NATIVE);
                }
            }
        } finally {
            w.release(it, Holder.NATIVE);
        }
    }

    private static void mergeKey(World w, PyDict to, PyObject from, PyObject key, int mode) {
        if (mode != OVERRIDE && to.contains(w, key)) {
            if (mode == RAISE) {
                throw Errors.keyError(w, key);
            }
            return;
        }
        PyObject value = Objects.getItem(w, from, key);
        try {
            to.setItem(w, key, value);
        } finally {
            w.release(value, Holder.NATIVE);
        }
    }

    /** {@code PyDict_MergeFromSeq2}: from an iterable of pairs. */
    static void mergePairs(World w, PyDict to, PyObject pairs) {
        PyObject it = Objects.iter(w, pairs);
        try {
            long i = 0;
            for (PyObject item = Objects.next(w, it); item != null; item = Objects.next(w, it)) {
                try {
                    mergePair(w, to, item, i++);
                } finally {
                    w.release(item, Holder.NATIVE);
                }
                if ((i & 0xFFF) == 0) {
                    w.calls.checkInterrupt(w);
                }
            }
        } finally {
            w.release(it, Holder.NATIVE);
        }
    }

    private static void mergePair(World w, PyDict to, PyObject item, long index) {
        PyObject fast = PyList.fast(w, item, "cannot convert dictionary update sequence element #" + index + " to a sequence");
        try {
            PyObject[] pair = PyList.fastItems(fast);
            int n = (int) fast.obSize();
            if (n != 2) {
                throw Errors.valueError(w, "dictionary update sequence element #%d has length %d; 2 is required", index, n);
            }
            PyObject key = w.newRef(pair[0], Holder.NATIVE);
            PyObject value = w.newRef(pair[1], Holder.NATIVE);
            try {
                to.setItem(w, key, value);
            } finally {
                w.release(key, Holder.NATIVE);
                w.release(value, Holder.NATIVE);
            }
        } finally {
            w.release(fast, Holder.NATIVE);
        }
    }
}
