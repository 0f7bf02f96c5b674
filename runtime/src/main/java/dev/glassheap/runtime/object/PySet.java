package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/**
 * {@code set} and {@code frozenset}: an open hash table whose first 8 slots lie in the object (200 bytes and GC head); a larger
 * table is a block of 16 bytes a slot. Algebra is in {@link SetAlgebra}, the guest's methods in {@link SetMethods}.
 *
 * <p>Invariants: {@code used} = live slots; {@code fill = used + dummies}; {@code fill * 5 < mask * 3} after every insertion of
 * a new key; {@code tableAddress == 0} iff {@code mask == 7}.
 */
public class PySet extends PyObject {

    static final int MIN_SIZE = 8;
    /** Slots tried one after the other before the next jump. */
    static final int LINEAR_PROBES = 9;
    /** What a deleted slot holds; its hash is -1. */
    static final PyObject DUMMY = new Singletons.Plain();

    /** Keys by slot, owned; null = never used, {@link #DUMMY} = deleted. */
    PyObject[] keys = new PyObject[MIN_SIZE];
    long[] hashes = new long[MIN_SIZE];
    int mask = MIN_SIZE - 1;
    int fill;
    int used;
    /** Block of a table larger than the inline one, else 0. */
    long tableAddress;
    /** Cached hash of a frozenset; -1 = not computed. */
    long hash = -1;
    /** Where {@code pop} looks next. */
    int finger;
    private PyObject weakListHead;

    /** An instance of a class made by guest code. */
    public static final class OfClass extends PySet {
        private final InstanceState state = new InstanceState();

        @Override
        public InstanceState instanceState() {
            return state;
        }
    }

    @Override
    public PyObject weakList() {
        return weakListHead;
    }

    @Override
    public void setWeakList(PyObject head) {
        weakListHead = head;
    }

    // ------------------------------------------------------------------ making

    /** {@code PySet_New(NULL)}. */
    public static PySet create(World w) {
        return create(w, w.types.setType);
    }

    /** {@code make_new_set(type, NULL)}: an empty set or frozenset, tracked. */
    public static PySet create(World w, PyType type) {
        return TypeObject.genericAlloc(w, type, 0);
    }

    /** A frozenset of these items, added in order; the references are stolen, also when it fails. */
    public static PySet frozen(World w, PyObject[] items) {
        PySet s = null;
        try {
            s = create(w, w.types.frozensetType);
            for (PyObject item : items) {
                s.add(w, item);
            }
            return s;
        } catch (PyException e) {
            w.releaseOrNull(s, Holder.NATIVE);
            throw e;
        } finally {
            Objects.releaseAll(w, items);
        }
    }

    /** {@code PySet_New}: a set of an iterable's items. */
    public static PySet of(World w, PyObject iterable) {
        return of(w, w.types.setType, iterable);
    }

    /** {@code make_new_set}: of the items of {@code iterable}; null for none. */
    @TruffleBoundary
    public static PySet of(World w, PyType type, PyObject iterable) {
        PySet s = create(w, type);
        if (iterable != null) {
            try {
                s.update(w, iterable);
            } catch (PyException e) {
                w.release(s, Holder.NATIVE);
                throw e;
            }
        }
        return s;
    }

    /** {@code PyAnySet_CheckExact}. */
    static boolean isExact(World w, PyObject o) {
        return o.type == w.types.setType || o.type == w.types.frozensetType;
    }

    /** Number of items. */
    public int size() {
        return used;
    }

    /** The key in a slot, borrowed; null when there is none. Slots are {@code 0..slots()-1}. */
    public PyObject keyAt(int slot) {
        return isLive(slot) ? keys[slot] : null;
    }

    /** Slots of the table. */
    public int slots() {
        return mask + 1;
    }

    final boolean isLive(int slot) {
        PyObject k = keys[slot];
        return k != null && k != DUMMY;
    }

    // ------------------------------------------------------------------ probing

    /** {@code set_lookkey}: the slot of an equal key, or -1. */
    final int lookup(World w, PyObject key, long hash) {
        while (true) {
            int slot = probe(w, key, hash, -1);
            if (slot != RESTART) {
                return slot;
            }
        }
    }

    private static final int RESTART = -2;

    /**
     * Walks the probe path to an equal key or the first unused slot. There it returns {@code whenUnused}, or if that is 0 the
     * place for a new key as {@code UNUSED - slot}: the last deleted slot it passed, else the unused one.
     */
    private int probe(World w, PyObject key, long hash, int whenUnused) {
        int deleted = -1;
        PyObject[] table = keys;
        int m = mask;
        long perturb = hash;
        int i = (int) hash & m;
        while (true) {
            int last = i + LINEAR_PROBES <= m ? i + LINEAR_PROBES : i;
            for (int slot = i; slot <= last; slot++) {
                PyObject start = table[slot];
                if (start == null) {
                    return whenUnused != 0 ? whenUnused : UNUSED - (deleted >= 0 ? deleted : slot);
                }
                if (hashes[slot] == hash && start != DUMMY) {
                    if (start == key || sameStr(w, start, key)) {
                        return slot;
                    }
                    boolean equal = ListType.equalHeld(w, start, key);
                    if (table != keys || table[slot] != start) {
                        // an addition takes a key found equal even when the table changed meanwhile
                        return equal && whenUnused == 0 ? FOUND_ELSEWHERE : RESTART;
                    }
                    if (equal) {
                        return slot;
                    }
                } else if (start == DUMMY) {
                    deleted = slot;
                }
            }
            perturb >>>= DictKeys.PERTURB_SHIFT;
            i = (int) (i * 5L + 1 + perturb) & m;
        }
    }

    private static final int FOUND_ELSEWHERE = -3;
    /** {@code UNUSED - slot} names an unused slot. */
    private static final int UNUSED = -10;

    private static boolean sameStr(World w, PyObject a, PyObject b) {
        return a.type == w.types.strType && b.type == w.types.strType && ((PyStr) a).sameText((PyStr) b);
    }

    /** {@code set_contains_entry}. */
    final boolean contains(World w, PyObject key, long hash) {
        return lookup(w, key, hash) >= 0;
    }

    /** {@code PySet_Contains}. */
    public final boolean contains(World w, PyObject key) {
        return lookup(w, key, PyDict.hashOf(w, key)) >= 0;
    }

    // ------------------------------------------------------------------ change

    /** {@code PySet_Add}: retains a new key. */
    public final void add(World w, PyObject key) {
        add(w, key, PyDict.hashOf(w, key));
    }

    /** {@code set_add_entry}. */
    @TruffleBoundary
    final void add(World w, PyObject key, long hash) {
        w.retain(key, Holder.KEY);
        int found;
        try {
            do {
                found = probe(w, key, hash, 0);
            } while (found == RESTART);
        } catch (PyException e) {
            w.release(key, Holder.KEY);
            throw e;
        }
        if (found >= 0 || found == FOUND_ELSEWHERE) {
            w.release(key, Holder.KEY);
            return;
        }
        int slot = UNUSED - found;
        boolean reused = keys[slot] == DUMMY;
        used++;
        keys[slot] = key;
        hashes[slot] = hash;
        if (reused) {
            return;
        }
        fill++;
        if (fill * 5L >= mask * 3L) {
            resize(w, growth());
        }
    }

    final long growth() {
        return used > 50_000 ? used * 2L : used * 4L;
    }

    /** {@code set_table_resize}: a table of the first power of two above {@code minimum}, without dummies. */
    final void resize(World w, long minimum) {
        long size = MIN_SIZE;
        while (size <= minimum) {
            size <<= 1;
        }
        if (size == MIN_SIZE && tableAddress == 0 && fill == used) {
            return;
        }
        if (size > 1 << 29) {
            throw Errors.noMemory(w);
        }
        long fresh = size == MIN_SIZE ? 0 : w.allocateBuffer(16 * size, this);
        PyObject[] oldKeys = keys;
        long[] oldHashes = hashes;
        long old = tableAddress;
        keys = new PyObject[(int) size];
        hashes = new long[(int) size];
        mask = (int) size - 1;
        tableAddress = fresh;
        fill = used;
        for (int i = 0; i < oldKeys.length; i++) {
            PyObject k = oldKeys[i];
            if (k != null && k != DUMMY) {
                insertClean(k, oldHashes[i]);
            }
        }
        w.freeBuffer(old);
    }

    /** {@code set_insert_clean}: into a table that has neither dummies nor an equal key; steals the key, counts nothing. */
    final void insertClean(PyObject key, long hash) {
        int m = mask;
        long perturb = hash;
        int i = (int) hash & m;
        while (true) {
            int last = i + LINEAR_PROBES <= m ? i + LINEAR_PROBES : i;
            for (int slot = i; slot <= last; slot++) {
                if (keys[slot] == null) {
                    keys[slot] = key;
                    hashes[slot] = hash;
                    return;
                }
            }
            perturb >>>= DictKeys.PERTURB_SHIFT;
            i = (int) (i * 5L + 1 + perturb) & m;
        }
    }

    /** {@code set_discard_entry}: false when there is no equal key. */
    final boolean discard(World w, PyObject key, long hash) {
        int slot = lookup(w, key, hash);
        if (slot < 0) {
            return false;
        }
        w.release(takeSlot(slot), Holder.KEY);
        return true;
    }

    /** Turns a live slot into a dummy; returns its key with its reference. */
    final PyObject takeSlot(int slot) {
        PyObject key = keys[slot];
        keys[slot] = DUMMY;
        hashes[slot] = -1;
        used--;
        return key;
    }

    /** {@code set_update_internal}: adds the items of any iterable. */
    @TruffleBoundary
    public final void update(World w, PyObject iterable) {
        SetAlgebra.update(w, this, iterable);
    }

    /** {@code set_clear_internal}: empty first, then the keys are released in table order. */
    public final void clear(World w) {
        PyObject[] old = keys;
        long address = tableAddress;
        if (fill == 0 && address == 0) {
            return;
        }
        keys = new PyObject[MIN_SIZE];
        hashes = new long[MIN_SIZE];
        mask = MIN_SIZE - 1;
        fill = 0;
        used = 0;
        tableAddress = 0;
        hash = -1;
        for (PyObject k : old) {
            if (k != null && k != DUMMY) {
                w.release(k, Holder.KEY);
            }
        }
        w.freeBuffer(address);
    }

    /** {@code set_swap_bodies}. */
    final void swapBodies(World w, PySet other) {
        PyObject[] k = keys;
        long[] h = hashes;
        int m = mask;
        int f = fill;
        int u = used;
        long t = tableAddress;
        take(w, other.keys, other.hashes, other.mask, other.fill, other.used, other.tableAddress);
        other.take(w, k, h, m, f, u, t);
        hash = -1;
        other.hash = -1;
    }

    private void take(World w, PyObject[] k, long[] h, int m, int f, int u, long t) {
        keys = k;
        hashes = h;
        mask = m;
        fill = f;
        used = u;
        tableAddress = t;
        if (t != 0) {
            w.heap.setOccupant(t, this);
        }
    }

    /** Copies the table of a set of the same size without dummies; this one is empty. Retains the keys. */
    final void copyTable(World w, PySet other) {
        System.arraycopy(other.hashes, 0, hashes, 0, hashes.length);
        for (int i = 0; i <= mask; i++) {
            if (other.keys[i] != null) {
                keys[i] = w.newRef(other.keys[i], Holder.KEY);
            }
        }
        fill = other.fill;
        used = other.used;
    }
}
