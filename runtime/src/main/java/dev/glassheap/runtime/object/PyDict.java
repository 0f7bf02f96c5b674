package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/**
 * {@code dict}: insertion-ordered hash table with CPython 3.11's layouts (combined str table, combined general table, split
 * table sharing a class's keys). The table itself is {@link DictKeys}; guest methods are in {@link DictMethods}.
 *
 * <p>Invariants: {@code used} = number of live entries; {@code split != null} iff {@code keys} is a {@link SharedKeys};
 * an untracked dict holds nothing that may be tracked.
 */
public class PyDict extends PyObject {

    /** What {@link #forEach} calls, in insertion order; both borrowed. */
    public interface EntryVisitor {
        void entry(PyObject key, PyObject value);
    }

    DictKeys keys = DictKeys.EMPTY_KEYS;
    /** Values of a split table ({@code ma_values}); null for a combined one. */
    DictValues split;
    int used;
    /** Changes whenever a key is added or removed or the table is rebuilt: while it stays, an index means the same key. */
    public int keysVersion;

    /** An instance of a class made by guest code. */
    public static final class OfClass extends PyDict {
        private final InstanceState state = new InstanceState();

        @Override
        public InstanceState instanceState() {
            return state;
        }
    }

    // ------------------------------------------------------------------ making

    /** {@code PyDict_New}: a new empty dict (through the free list), untracked until it holds something trackable. */
    public static PyDict create(World w) {
        return header(w, new PyDict());
    }

    /** A dict outside the heap, whose table asks the heap for nothing: the dict of a built-in type. */
    static PyDict createStatic(World w) {
        return w.makeStatic(new PyDict(), w.types.dictType, 48, 1);
    }

    /** {@code new_dict} of a bare Java object: the header from the free list or a new block. */
    static PyDict header(World w, PyDict bare) {
        long parked = w.freeLists.dicts.pop();
        return parked != 0 ? w.reuse(bare, w.types.dictType, parked) : w.allocate(bare, w.types.dictType, 48);
    }

    /** {@code dict_new_presized}: room for that many entries without growth; up to 5 it is the plain empty dict. */
    @TruffleBoundary
    public static PyDict presized(World w, long entries, boolean unicode) {
        if (entries <= 5) {
            return create(w);
        }
        int log2 = entries > DictKeys.usableFraction(17) ? 17 : DictKeys.log2ForEntries(entries);
        PyDict d = new PyDict();
        d.keys = DictKeys.create(w, log2, unicode, d);
        try {
            return header(w, d);
        } catch (PyException e) {
            d.keys.freeBlock(w);
            throw e;
        }
    }

    /** {@code _PyDict_FromItems}: what a dict display makes. Keys and values borrowed, later ones win. */
    @TruffleBoundary
    public static PyDict fromItems(World w, PyObject[] keys, PyObject[] values) {
        boolean unicode = true;
        for (PyObject k : keys) {
            if (k.type != w.types.strType) {
                unicode = false;
                break;
            }
        }
        PyDict d = presized(w, keys.length, unicode);
        try {
            for (int i = 0; i < keys.length; i++) {
                d.setItem(w, keys[i], values[i]);
            }
            return d;
        } catch (PyException e) {
            w.release(d, Holder.NATIVE);
            throw e;
        }
    }

    // ------------------------------------------------------------------ look-up

    /** {@code PyObject_Hash}, short for strs and small ints. */
    static long hashOf(World w, PyObject key) {
        PyType type = key.type;
        if (type == w.types.strType) {
            return ((PyStr) key).hash(w);
        }
        if (type == w.types.intType && key instanceof PyInt i && i.isSmall() && (int) i.value == i.value) {
            return i.value == -1 ? -2 : i.value;
        }
        return Objects.hash(w, key);
    }

    /** {@code PyDict_GetItem} for a str key: a borrowed reference or null; runs guest code only if the table holds keys that are no str. */
    public PyObject getStr(World w, PyStr key) {
        int ix = indexOfStr(w, key);
        return ix < 0 ? null : valueAt(ix);
    }

    /** {@code PyDict_GetItemWithError}: borrowed, or null when missing; may run guest code and raise. */
    public PyObject getItem(World w, PyObject key) {
        return getItem(w, key, hashOf(w, key));
    }

    /** {@code _PyDict_GetItem_KnownHash}. */
    @TruffleBoundary
    public PyObject getItem(World w, PyObject key, long hash) {
        int ix = lookup(w, key, hash);
        return ix < 0 ? null : valueAt(ix);
    }

    /** {@code PyDict_Contains}. */
    public boolean contains(World w, PyObject key) {
        return getItem(w, key) != null;
    }

    /** Index of a live entry, for {@link #valueAt}; -1 when missing. Valid while {@link #keysVersion} stays. */
    @TruffleBoundary
    public int indexOfStr(World w, PyStr key) {
        int ix = lookup(w, key, hashOf(w, key));
        return ix >= 0 && valueAt(ix) == null ? -1 : ix;
    }

    /** The table, to be compared by identity only: dicts with the same split table have the same {@link SharedKeys}. */
    public Object keysIdentity() {
        return keys;
    }

    /** Value at an index below the entries; borrowed, null for a hole. */
    public PyObject valueAt(int index) {
        return split != null ? split.items[index] : keys.values[index];
    }

    /** Key at an index; borrowed, null for a hole. */
    public PyObject keyAt(int index) {
        return keys.keys[index];
    }

    /** Replaces the value of a live entry; retains {@code value}. */
    public void setValueAt(World w, int index, PyObject value) {
        w.retain(value, Holder.VALUE);
        if (gcNext == null && mayBeTracked(value)) {
            w.track(this);
        }
        PyObject[] values = split != null ? split.items : keys.values;
        PyObject old = values[index];
        values[index] = value;
        w.release(old, Holder.VALUE);
    }

    /** {@code _Py_dict_lookup}: entry of the key or {@link DictKeys#EMPTY}; in a split table the value there may be unset. */
    final int lookup(World w, PyObject key, long hash) {
        DictKeys dk = keys;
        if (dk.kind != DictKeys.Kind.GENERAL && key instanceof PyStr s && s.type == w.types.strType) {
            return dk.lookupUnicode(s, hash);
        }
        return lookupGeneric(w, key, hash);
    }

    @TruffleBoundary
    private int lookupGeneric(World w, PyObject key, long hash) {
        while (true) {
            int ix = lookupOnce(w, keys, key, hash);
            if (ix != DictKeys.DUMMY) {
                return ix;
            }
        }
    }

    /** One walk along the probe path; {@link DictKeys#DUMMY} says that a comparison changed the table and the walk starts again. */
    private int lookupOnce(World w, DictKeys dk, PyObject key, long hash) {
        long perturb = hash;
        int i = (int) hash & dk.mask;
        while (true) {
            int ix = dk.indices[i];
            if (ix == DictKeys.EMPTY) {
                return ix;
            }
            if (ix >= 0) {
                PyObject start = dk.keys[ix];
                if (start == key) {
                    return ix;
                }
                if (dk.hashes[ix] == hash) {
                    boolean equal = keysEqual(w, start, key);
                    if (dk != keys || dk.keys[ix] != start) {
                        return DictKeys.DUMMY;
                    }
                    if (equal) {
                        return ix;
                    }
                }
            }
            perturb >>>= DictKeys.PERTURB_SHIFT;
            i = (int) (i * 5L + perturb + 1) & dk.mask;
        }
    }

    private static boolean keysEqual(World w, PyObject start, PyObject key) {
        w.retain(start, Holder.NATIVE);
        try {
            return Objects.compareBool(w, start, key, CompareOp.EQ);
        } finally {
            w.release(start, Holder.NATIVE);
        }
    }

    // ------------------------------------------------------------------ change

    /** {@code PyDict_SetItem}: retains key (if new) and value. */
    public void setItem(World w, PyObject key, PyObject value) {
        setItem(w, key, value, hashOf(w, key));
    }

    /** {@code _PyDict_SetItem_KnownHash}. */
    @TruffleBoundary
    public void setItem(World w, PyObject key, PyObject value, long hash) {
        w.retain(key, Holder.KEY);
        w.retain(value, Holder.VALUE);
        try {
            insert(w, key, hash, value);
        } catch (PyException e) {
            w.release(value, Holder.VALUE);
            w.release(key, Holder.KEY);
            throw e;
        }
    }

    /** {@code insertdict}: steals both references unless it throws. */
    private void insert(World w, PyObject key, long hash, PyObject value) {
        boolean isStr = key.type == w.types.strType;
        if (keys == DictKeys.EMPTY_KEYS) {
            keys = DictKeys.create(w, DictKeys.LOG_MIN_SIZE, isStr, this);
            maintainTracking(w, key, value);
            addEntry(key, hash, value);
            return;
        }
        if (!isStr && keys.isUnicode()) {
            resize(w, DictKeys.log2For(used * 3L), false);
        }
        int ix = lookup(w, key, hash);
        maintainTracking(w, key, value);
        if (ix == DictKeys.EMPTY) {
            if (keys.usable <= 0) {
                resize(w, DictKeys.log2For(used * 3L), true);
            }
            addEntry(key, hash, value);
            return;
        }
        PyObject old = valueAt(ix);
        if (split != null) {
            split.items[ix] = value;
            if (old == null) {
                split.addToOrder(ix);
                used++;
                keysVersion++;
            }
        } else {
            keys.values[ix] = value;
        }
        w.releaseOrNull(old, Holder.VALUE);
        w.release(key, Holder.KEY);
    }

    /** {@code PyDict_SetDefault}: the value of the key, which is {@code value} if there was none; borrowed. Retains what it stores. */
    @TruffleBoundary
    PyObject setDefault(World w, PyObject key, PyObject value) {
        long hash = hashOf(w, key);
        if (keys != DictKeys.EMPTY_KEYS) {
            if (key.type != w.types.strType && keys.isUnicode()) {
                resize(w, DictKeys.log2For(used * 3L), false);
            }
            int ix = lookup(w, key, hash);
            PyObject present = ix < 0 ? null : valueAt(ix);
            if (present != null) {
                return present;
            }
            if (ix >= 0) {
                setItem(w, key, value, hash);
                return value;
            }
            if (keys.usable <= 0) {
                resize(w, DictKeys.log2For(used * 3L), true);
            }
        } else {
            keys = DictKeys.create(w, DictKeys.LOG_MIN_SIZE, key.type == w.types.strType, this);
        }
        maintainTracking(w, key, value);
        addEntry(w.newRef(key, Holder.KEY), hash, w.newRef(value, Holder.VALUE));
        return value;
    }

    /** {@code _PyDict_Pop}: takes the entry out and returns its value with its reference; null when missing. */
    @TruffleBoundary
    PyObject pop(World w, PyObject key) {
        long hash = hashOf(w, key);
        int ix = lookup(w, key, hash);
        return ix < 0 || valueAt(ix) == null ? null : removeAt(w, hash, ix);
    }

    /** Moves the last entry of a combined, not empty table into {@code pair}, with its references. */
    void takeLast(PyObject[] pair) {
        DictKeys dk = keys;
        int ix = dk.nentries - 1;
        while (dk.values[ix] == null) {
            ix--;
        }
        dk.indices[dk.slotOf(dk.hashes[ix], ix)] = DictKeys.DUMMY;
        pair[0] = dk.keys[ix];
        pair[1] = dk.values[ix];
        dk.keys[ix] = null;
        dk.values[ix] = null;
        dk.nentries = ix;
        used--;
        keysVersion++;
    }

    private void addEntry(PyObject key, long hash, PyObject value) {
        int ix = keys.append(key, hash, value);
        if (split != null) {
            split.items[ix] = value;
            split.addToOrder(ix);
        }
        used++;
        keysVersion++;
    }

    /** {@code MAINTAIN_TRACKING}. */
    final void maintainTracking(World w, PyObject key, PyObject value) {
        if (gcNext == null && (mayBeTracked(key) || mayBeTracked(value))) {
            w.track(this);
        }
    }

    /** {@code _PyObject_GC_MAY_BE_TRACKED}: a GC object, and if an exact tuple, one that is tracked now. */
    static boolean mayBeTracked(PyObject o) {
        return isGc(o) && (o.type != o.type.world.types.tupleType || o.gcNext != null);
    }

    /** {@code PyObject_IS_GC}: static types are none. */
    static boolean isGc(PyObject o) {
        return o.type.has(PyType.HAVE_GC) && !(o instanceof PyType t && !t.has(PyType.HEAPTYPE));
    }

    /** {@code dictresize}: a new combined table with the live entries in insertion order. */
    final void resize(World w, int log2Size, boolean unicodeWanted) {
        DictKeys old = keys;
        boolean unicode = unicodeWanted && old.isUnicode();
        DictKeys fresh = DictKeys.create(w, log2Size, unicode, this);
        if (split != null) {
            for (int i = 0; i < used; i++) {
                int ix = split.indexAt(i);
                fresh.append(w.newRef(old.keys[ix], Holder.KEY), old.hashes[ix], split.items[ix]);
            }
            DictValues values = split;
            keys = fresh;
            split = null;
            ((SharedKeys) old).release(w);
            w.freeBuffer(values.address);
        } else {
            for (int i = 0; i < old.nentries; i++) {
                if (old.values[i] != null) {
                    fresh.append(old.keys[i], old.hashes[i], old.values[i]);
                }
            }
            keys = fresh;
            old.freeBlock(w);
        }
        keysVersion++;
    }

    /** {@code PyDict_DelItem}: deletes a key; false when it is missing. */
    public boolean delItem(World w, PyObject key) {
        return delItem(w, key, hashOf(w, key));
    }

    @TruffleBoundary
    boolean delItem(World w, PyObject key, long hash) {
        int ix = lookup(w, key, hash);
        if (ix < 0 || valueAt(ix) == null) {
            return false;
        }
        w.release(removeAt(w, hash, ix), Holder.VALUE);
        return true;
    }

    /** {@code delitem_common}: takes the entry out, releases its key, returns its value with its reference. */
    final PyObject removeAt(World w, long hash, int ix) {
        used--;
        keysVersion++;
        if (split != null) {
            PyObject old = split.items[ix];
            split.items[ix] = null;
            split.removeFromOrder(ix);
            return old;
        }
        DictKeys dk = keys;
        dk.indices[dk.slotOf(hash, ix)] = DictKeys.DUMMY;
        PyObject oldKey = dk.keys[ix];
        PyObject oldValue = dk.values[ix];
        dk.keys[ix] = null;
        dk.values[ix] = null;
        w.release(oldKey, Holder.KEY);
        return oldValue;
    }

    /** {@code PyDict_Clear}: back to the shared empty table; releases in insertion (split: key) order. */
    @TruffleBoundary
    public void clear(World w) {
        DictKeys old = keys;
        if (old == DictKeys.EMPTY_KEYS) {
            return;
        }
        DictValues values = split;
        keys = DictKeys.EMPTY_KEYS;
        split = null;
        used = 0;
        keysVersion++;
        drop(w, old, values);
    }

    /** Releases what a table holds and the table. */
    static void drop(World w, DictKeys keys, DictValues values) {
        if (values != null) {
            values.destroy(w);
            ((SharedKeys) keys).release(w);
        } else {
            keys.destroy(w);
        }
    }

    // ------------------------------------------------------------------ the whole

    /** {@code PyDict_Copy}: an exact dict; clones the table when at least two thirds of its entries live. */
    @TruffleBoundary
    public PyDict copy(World w) {
        return DictMerge.copy(w, this);
    }

    /** {@code PyDict_Update}. @param other a dict or any object with {@code keys()} */
    public void update(World w, PyObject other) {
        DictMerge.merge(w, this, other, DictMerge.OVERRIDE);
    }

    /** Number of entries. */
    public int size() {
        return used;
    }

    @Override
    public long obSize() {
        return 0;
    }

    /** End of the positions of {@link #entryAt}: entries used, live or not. */
    final int positions() {
        return split != null ? used : keys.nentries;
    }

    /** Index of the entry at a position in insertion order, or -1 for a hole. */
    final int entryAt(int position) {
        if (split != null) {
            return split.indexAt(position);
        }
        return keys.values[position] == null ? -1 : position;
    }

    /** Visits the entries in insertion order. The visitor must not change the dict. */
    public void forEach(EntryVisitor visitor) {
        for (int p = 0; p < positions(); p++) {
            int ix = entryAt(p);
            if (ix >= 0) {
                visitor.entry(keys.keys[ix], valueAt(ix));
            }
        }
    }
}
