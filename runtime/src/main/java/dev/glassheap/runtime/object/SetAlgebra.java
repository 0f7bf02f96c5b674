package dev.glassheap.runtime.object;

/** Union, intersection and their kin of sets ({@code Objects/setobject.c}); the order of insertions decides the result's table. */
final class SetAlgebra {

    private SetAlgebra() {
    }

    /** {@code make_new_set_basetype}: a set or frozenset, never an instance of a subclass. */
    static PySet base(World w, PySet like, PyObject iterable) {
        return PySet.of(w, like.type.isSubtypeOf(w.types.setType) ? w.types.setType : w.types.frozensetType, iterable);
    }

    // ------------------------------------------------------------------ union

    static void update(World w, PySet s, PyObject other) {
        if (other instanceof PySet o) {
            merge(w, s, o);
        } else if (other.type == w.types.dictType) {
            PyDict d = (PyDict) other;
            if ((s.fill + (long) d.used) * 5 >= s.mask * 3L) {
                s.resize(w, (s.used + (long) d.used) * 2);
            }
            for (int p = 0; p < d.positions(); p++) {
                int ix = d.entryAt(p);
                if (ix >= 0) {
                    s.add(w, d.keys.keys[ix], d.keys.hashes[ix]);
                }
            }
        } else {
            forEach(w, other, key -> s.add(w, key));
        }
    }

    /** {@code set_merge}: one resize for all at the start. */
    private static void merge(World w, PySet s, PySet o) {
        if (o == s || o.used == 0) {
            return;
        }
        if ((s.fill + (long) o.used) * 5 >= s.mask * 3L) {
            s.resize(w, (s.used + (long) o.used) * 2);
        }
        if (s.fill == 0 && s.mask == o.mask && o.fill == o.used) {
            s.copyTable(w, o);
        } else if (s.fill == 0) {
            s.fill = o.used;
            s.used = o.used;
            for (int i = 0; i <= o.mask; i++) {
                if (o.isLive(i)) {
                    s.insertClean(w.newRef(o.keys[i], Holder.KEY), o.hashes[i]);
                }
            }
        } else {
            for (int i = 0; i <= o.mask; i++) {
                if (o.isLive(i)) {
                    s.add(w, o.keys[i], o.hashes[i]);
                }
            }
        }
    }

    // ------------------------------------------------------------------ walking

    /** What is done with a borrowed key of an iterable. */
    interface KeyAction {
        void accept(PyObject key);
    }

    /** What is done with a key of a set or dict and its known hash. */
    interface EntryAction {
        void accept(PyObject key, long hash);
    }

    static void forEach(World w, PyObject iterable, KeyAction action) {
        PyObject it = Objects.iter(w, iterable);
        try {
            int steps = 0;
            for (PyObject key = Objects.next(w, it); key != null; key = Objects.next(w, it)) {
                try {
                    action.accept(key);
                } finally {
                    w.release(key, Holder.NATIVE);
                }
                if ((++steps & 0xFFF) == 0) {
                    w.calls.checkInterrupt(w);
                }
            }
        } finally {
            w.release(it, Holder.NATIVE);
        }
    }

    /** {@code set_next} to the end: each key is held while it is worked on; the table may change meanwhile. */
    static void forEntries(World w, PySet s, EntryAction action) {
        for (int i = 0; i <= s.mask; i++) {
            if (s.isLive(i)) {
                held(w, s.keys[i], s.hashes[i], action);
            }
        }
    }

    private static void forEntries(World w, PyDict d, EntryAction action) {
        for (int p = 0; p < d.positions(); p++) {
            int ix = d.entryAt(p);
            if (ix >= 0) {
                held(w, d.keys.keys[ix], d.keys.hashes[ix], action);
            }
        }
    }

    private static void held(World w, PyObject key, long hash, EntryAction action) {
        w.retain(key, Holder.NATIVE);
        try {
            action.accept(key, hash);
        } finally {
            w.release(key, Holder.NATIVE);
        }
    }

    /** Runs a filling of a new set; the set is released when it fails. */
    private static PySet filled(World w, PySet result, Runnable filling) {
        try {
            filling.run();
            return result;
        } catch (PyException e) {
            w.release(result, Holder.NATIVE);
            throw e;
        }
    }

    // ------------------------------------------------------------------ intersection

    /** {@code set_intersection}. */
    static PySet intersection(World w, PySet s, PyObject other) {
        if (s == other) {
            return base(w, s, s);
        }
        PySet result = base(w, s, null);
        return filled(w, result, () -> {
            if (other instanceof PySet o) {
                PySet large = o.used > s.used ? o : s;
                PySet small = large == o ? s : o;
                forEntries(w, small, (key, hash) -> {
                    if (large.contains(w, key, hash)) {
                        result.add(w, key, hash);
                    }
                });
            } else {
                forEach(w, other, key -> {
                    long hash = PyDict.hashOf(w, key);
                    if (s.contains(w, key, hash)) {
                        result.add(w, key, hash);
                    }
                });
            }
        });
    }

    /** {@code set_isdisjoint}. */
    static boolean isDisjoint(World w, PySet s, PyObject other) {
        if (s == other) {
            return s.used == 0;
        }
        if (PySet.isExact(w, other)) {
            PySet o = (PySet) other;
            PySet small = o.used > s.used ? s : o;
            PySet large = small == s ? o : s;
            for (int i = 0; i <= small.mask; i++) {
                if (small.isLive(i) && containsHeld(w, large, small.keys[i], small.hashes[i])) {
                    return false;
                }
            }
            return true;
        }
        return !containsAny(w, s, other);
    }

    private static boolean containsHeld(World w, PySet s, PyObject key, long hash) {
        w.retain(key, Holder.NATIVE);
        try {
            return s.contains(w, key, hash);
        } finally {
            w.release(key, Holder.NATIVE);
        }
    }

    private static boolean containsAny(World w, PySet s, PyObject iterable) {
        PyObject it = Objects.iter(w, iterable);
        try {
            for (PyObject key = Objects.next(w, it); key != null; key = Objects.next(w, it)) {
                boolean in;
                try {
                    in = s.contains(w, key);
                } finally {
                    w.release(key, Holder.NATIVE);
                }
                if (in) {
                    return true;
                }
            }
            return false;
        } finally {
            w.release(it, Holder.NATIVE);
        }
    }

    // ------------------------------------------------------------------ difference

    /** {@code set_difference}. */
    static PySet difference(World w, PySet s, PyObject other) {
        long size = other instanceof PySet o ? o.used : other.type == w.types.dictType ? ((PyDict) other).used : -1;
        if (size < 0 || s.used >> 2 > size) {
            PySet result = base(w, s, s);
            return filled(w, result, () -> differenceUpdate(w, result, other));
        }
        PySet result = base(w, s, null);
        return filled(w, result, () -> forEntries(w, s, (key, hash) -> {
            boolean in = other instanceof PySet o ? o.contains(w, key, hash) : ((PyDict) other).getItem(w, key, hash) != null;
            if (!in) {
                result.add(w, key, hash);
            }
        }));
    }

    /** {@code set_difference_update_internal}. */
    static void differenceUpdate(World w, PySet s, PyObject other) {
        if (s == other) {
            s.clear(w);
            return;
        }
        if (other instanceof PySet o) {
            PySet gone = o.used >> 3 > s.used ? intersection(w, s, o) : w.newRef(o, Holder.NATIVE);
            try {
                forEntries(w, gone, (key, hash) -> s.discard(w, key, hash));
            } finally {
                w.release(gone, Holder.NATIVE);
            }
        } else {
            forEach(w, other, key -> s.discard(w, key, PyDict.hashOf(w, key)));
        }
        if (s.fill - s.used > s.mask / 4) {
            s.resize(w, s.growth());
        }
    }

    /** {@code set_symmetric_difference_update}. */
    static void symmetricDifferenceUpdate(World w, PySet s, PyObject other) {
        EntryAction toggle = (key, hash) -> {
            if (!s.discard(w, key, hash)) {
                s.add(w, key, hash);
            }
        };
        if (s == other) {
            s.clear(w);
        } else if (other.type == w.types.dictType) {
            forEntries(w, (PyDict) other, toggle);
        } else {
            PySet o = other instanceof PySet set ? w.newRef(set, Holder.NATIVE) : base(w, s, other);
            try {
                forEntries(w, o, toggle);
            } finally {
                w.release(o, Holder.NATIVE);
            }
        }
    }

    /** {@code set_symmetric_difference}. */
    static PySet symmetricDifference(World w, PySet s, PyObject other) {
        PySet result = base(w, s, other);
        return filled(w, result, () -> symmetricDifferenceUpdate(w, result, s));
    }

    // ------------------------------------------------------------------ inclusion

    /** {@code set_issubset}. */
    static boolean isSubset(World w, PySet s, PyObject other) {
        if (!(other instanceof PySet o)) {
            PySet common = intersection(w, s, other);
            boolean all = common.used == s.used;
            w.release(common, Holder.NATIVE);
            return all;
        }
        if (s.used > o.used) {
            return false;
        }
        for (int i = 0; i <= s.mask; i++) {
            if (s.isLive(i) && !containsHeld(w, o, s.keys[i], s.hashes[i])) {
                return false;
            }
        }
        return true;
    }

    /** {@code set_issuperset}. */
    static boolean isSuperset(World w, PySet s, PyObject other) {
        if (other instanceof PySet o) {
            return isSubset(w, o, s);
        }
        PyObject it = Objects.iter(w, other);
        try {
            for (PyObject key = Objects.next(w, it); key != null; key = Objects.next(w, it)) {
                boolean in;
                try {
                    in = s.contains(w, key);
                } finally {
                    w.release(key, Holder.NATIVE);
                }
                if (!in) {
                    return false;
                }
            }
            return true;
        } finally {
            w.release(it, Holder.NATIVE);
        }
    }
}
