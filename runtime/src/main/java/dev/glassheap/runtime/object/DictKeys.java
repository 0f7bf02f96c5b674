package dev.glassheap.runtime.object;

import java.util.Arrays;

/**
 * {@code PyDictKeysObject}: the hash index and the entries of a dict, or the key table that the instances of a class share.
 *
 * <p>Invariants: {@code indices.length == 1 << log2Size}; {@code usable + nentries <= usableFraction(log2Size)}; an index
 * {@code >= 0} names an entry below {@code nentries}; {@code kind != GENERAL} implies that every key is an exact str.
 * A deleted entry keeps its place with a null key and value; its slot of the index holds {@link #DUMMY}.
 *
 * <p>Block: 32 bytes of header, {@code 2^log2Size} indices of 1, 2 or 4 bytes, and entries of 16 bytes (24 if general).
 */
public class DictKeys {

    /** What the keys may be ({@code dk_kind}). */
    enum Kind { GENERAL, UNICODE, SPLIT }

    static final int EMPTY = -1;
    static final int DUMMY = -2;
    /** {@code PyDict_LOG_MINSIZE}. */
    static final int LOG_MIN_SIZE = 3;
    static final int PERTURB_SHIFT = 5;
    /** {@code Py_EMPTY_KEYS}: the static table of every empty dict; never written to. */
    static final DictKeys EMPTY_KEYS = new DictKeys(Kind.UNICODE, 0, 0, true);

    final Kind kind;
    final int log2Size;
    final int mask;
    /** Index in the entries by slot, or {@link #EMPTY} or {@link #DUMMY}. */
    final int[] indices;
    final PyObject[] keys;
    final long[] hashes;
    /** Values by entry; null for a split table. */
    final PyObject[] values;
    /** Entries that may still be added ({@code dk_usable}). */
    int usable;
    /** Entries used, live or deleted ({@code dk_nentries}). */
    int nentries;
    /** Block of the table, 0 for {@link #EMPTY_KEYS} and for the table of a dict outside the heap. */
    long address;

    DictKeys(Kind kind, int log2Size, int usable, boolean withValues) {
        this.kind = kind;
        this.log2Size = log2Size;
        this.mask = (1 << log2Size) - 1;
        this.usable = usable;
        indices = new int[1 << log2Size];
        Arrays.fill(indices, EMPTY);
        keys = new PyObject[usable];
        hashes = new long[usable];
        values = withValues ? new PyObject[usable] : null;
    }

    // ------------------------------------------------------------------ sizes

    /** {@code USABLE_FRACTION} of a table of that many slots. */
    static long usableFraction(int log2Size) {
        return (2L << log2Size) / 3;
    }

    /** {@code calculate_log2_keysize}: note that 1..7 give 16 slots. */
    static int log2For(long minimum) {
        long m = (minimum | 8) - 1 | 7;
        return 64 - Long.numberOfLeadingZeros(m);
    }

    /** {@code estimate_log2_keysize}: slots for so many entries. */
    static int log2ForEntries(long entries) {
        return log2For((entries * 3 + 1) / 2);
    }

    /** Bytes of the block. */
    static long byteSize(int log2Size, boolean general) {
        int log2Bytes = log2Size < 8 ? log2Size : log2Size < 16 ? log2Size + 1 : log2Size + 2;
        return 32 + (1L << log2Bytes) + (general ? 24 : 16) * usableFraction(log2Size);
    }

    final long byteSize() {
        return byteSize(log2Size, kind == Kind.GENERAL);
    }

    final boolean isUnicode() {
        return kind != Kind.GENERAL;
    }

    // ------------------------------------------------------------------ life

    /** {@code new_keys_object}: charges the block (from the free list for the smallest str table) before the Java arrays grow. */
    static DictKeys create(World w, int log2Size, boolean unicode, PyObject owner) {
        long address = 0;
        // the dict of a built-in type, filled before the guest's heap is used
        boolean outside = owner.serial == 0 && owner.address != 0;
        if (log2Size == LOG_MIN_SIZE && unicode && !outside) {
            address = w.freeLists.keys.pop();
            if (address != 0) {
                w.heap.setOccupant(address, owner);
            }
        }
        if (address == 0 && !outside) {
            if (log2Size > 28) {
                throw Errors.noMemory(w);
            }
            address = w.allocateBuffer(byteSize(log2Size, !unicode), owner);
        }
        DictKeys k = new DictKeys(unicode ? Kind.UNICODE : Kind.GENERAL, log2Size, (int) usableFraction(log2Size), true);
        k.address = address;
        return k;
    }

    /** {@code clone_combined_dict_keys}: the same table, holes included; retains keys and values. Never from the free list. */
    final DictKeys cloneCombined(World w, PyObject owner) {
        long block = w.allocateBuffer(byteSize(), owner);
        DictKeys k = new DictKeys(kind, log2Size, keys.length, true);
        k.address = block;
        System.arraycopy(indices, 0, k.indices, 0, indices.length);
        System.arraycopy(hashes, 0, k.hashes, 0, nentries);
        for (int i = 0; i < nentries; i++) {
            PyObject value = values[i];
            if (value != null) {
                k.keys[i] = w.newRef(keys[i], Holder.KEY);
                k.values[i] = w.newRef(value, Holder.VALUE);
            }
        }
        k.usable = usable;
        k.nentries = nentries;
        return k;
    }

    /** {@code free_keys_object} without its entries: parks or frees the block. */
    final void freeBlock(World w) {
        if (address == 0) {
            return;
        }
        long block = address;
        address = 0;
        if (kind != Kind.GENERAL && log2Size == LOG_MIN_SIZE && w.freeLists.keys.push(block)) {
            return;
        }
        w.freeBuffer(block);
    }

    /** The last {@code dictkeys_decref} of a combined table: releases key and value of each entry in order, then the block. */
    final void destroy(World w) {
        int n = nentries;
        for (int i = 0; i < n; i++) {
            PyObject key = keys[i];
            PyObject value = values[i];
            if (key != null) {
                keys[i] = null;
                values[i] = null;
                w.release(key, Holder.KEY);
                w.releaseOrNull(value, Holder.VALUE);
            }
        }
        freeBlock(w);
    }

    // ------------------------------------------------------------------ probing

    /** {@code unicodekeys_lookup_unicode}: entry of an exact str in a table of exact strs, or {@link #EMPTY}. Runs no guest code. */
    final int lookupUnicode(PyStr key, long hash) {
        int[] table = indices;
        int m = mask;
        long perturb = hash;
        int i = (int) hash & m;
        while (true) {
            int ix = table[i];
            if (ix >= 0) {
                PyObject k = keys[ix];
                if (k == key || hashes[ix] == hash && ((PyStr) k).sameText(key)) {
                    return ix;
                }
            } else if (ix == EMPTY) {
                return EMPTY;
            }
            perturb >>>= PERTURB_SHIFT;
            i = (int) (i * 5L + perturb + 1) & m;
        }
    }

    /** {@code lookdict_index}: the slot that holds entry {@code index}. */
    final int slotOf(long hash, int index) {
        long perturb = hash;
        int i = (int) hash & mask;
        while (indices[i] != index) {
            perturb >>>= PERTURB_SHIFT;
            i = (int) (i * 5L + perturb + 1) & mask;
        }
        return i;
    }

    /** {@code find_empty_slot}: the first slot on the probe path that names no entry (a deleted one is taken, too). */
    final int freeSlot(long hash) {
        long perturb = hash;
        int i = (int) hash & mask;
        while (indices[i] >= 0) {
            perturb >>>= PERTURB_SHIFT;
            i = (int) (i * 5L + perturb + 1) & mask;
        }
        return i;
    }

    /** Appends an entry whose key is known to be absent; references are stolen. Returns its index. */
    final int append(PyObject key, long hash, PyObject value) {
        int ix = nentries++;
        indices[freeSlot(hash)] = ix;
        keys[ix] = key;
        hashes[ix] = hash;
        if (values != null) {
            values[ix] = value;
        }
        usable--;
        return ix;
    }
}
