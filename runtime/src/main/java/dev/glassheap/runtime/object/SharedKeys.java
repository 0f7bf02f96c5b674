package dev.glassheap.runtime.object;

/**
 * The keys that instances of one class share ({@code ht_cached_keys}): 64 slots, at most 30 names, one 768-byte block.
 *
 * <p>A name once learned keeps its index for ever, so an index found by {@link #indexOf} may be cached as long as the
 * identity of this object is checked. {@code nentries + usable} never grows: it is the room of the next instance's values.
 */
public final class SharedKeys extends DictKeys {

    /** {@code SHARED_KEYS_MAX_SIZE}. */
    public static final int MAX_SIZE = 30;
    private static final int LOG_SIZE = 6;
    /** Split dicts and the class that use this table ({@code dk_refcnt}). */
    private int users = 1;

    private SharedKeys() {
        super(Kind.SPLIT, LOG_SIZE, MAX_SIZE, false);
    }

    /** {@code _PyDict_NewKeysForClass}: an empty table; its block belongs to the class. */
    public static SharedKeys create(World w, PyType owner) {
        // the block has room for 42 entries, though only 30 names are ever shared
        long block = w.allocateBuffer(byteSize(LOG_SIZE, false), owner);
        SharedKeys k = new SharedKeys();
        k.address = block;
        return k;
    }

    /** Index of a name, or -1 when the class never saw it. */
    public int indexOf(World w, PyStr name) {
        return lookupUnicode(name, PyDict.hashOf(w, name));
    }

    /** {@code insert_into_dictkeys}: index of a name, which is learned if there is room, or -1. */
    int learn(World w, PyStr name) {
        long hash = PyDict.hashOf(w, name);
        int ix = lookupUnicode(name, hash);
        if (ix == EMPTY && usable > 0) {
            ix = append(w.newRef(name, Holder.KEY), hash, null);
        }
        return ix;
    }

    /** The name at an index below {@link #size()}; borrowed. */
    public PyStr nameAt(int index) {
        return (PyStr) keys[index];
    }

    /** Number of names learned. */
    public int size() {
        return nentries;
    }

    /** {@code shared_keys_usable_size}: names learned plus names that may still be learned = room of a new values array. */
    public int room() {
        return nentries + usable;
    }

    /** The creation of an instance uses up one of the remaining names while more than one is left. */
    void countInstance() {
        if (usable > 1) {
            usable--;
        }
    }

    /** Split dicts that use the table, and its class while that lives. */
    int users() {
        return users;
    }

    void retain() {
        users++;
    }

    /** {@code dictkeys_decref}: the last user releases the names and the block. */
    public void release(World w) {
        if (--users > 0) {
            return;
        }
        int n = nentries;
        for (int i = 0; i < n; i++) {
            w.release(keys[i], Holder.KEY);
        }
        freeBlock(w);
    }
}
