package dev.glassheap.runtime.object;

/**
 * {@code PyDictValues}: the attribute values of one instance by index in its class's {@link SharedKeys}, and the order in
 * which they were set.
 *
 * <p>Invariants: {@code order[0..size)} are the distinct indices of the non-null items. Block: {@code round8(room + 2)}
 * prefix bytes and 8 bytes an item.
 */
public final class DictValues {

    /** Values by index of the shared keys, owned; null = unset. */
    public final PyObject[] items;
    private final byte[] order;
    private int size;
    /** The block in the heap. */
    public final long address;

    private DictValues(int room, long address) {
        this.items = new PyObject[room];
        this.order = new byte[room];
        this.address = address;
    }

    /** {@code new_values}: all unset. @param owner the instance or dict whose block it is */
    static DictValues create(World w, int room, PyObject owner) {
        return new DictValues(room, w.allocateBuffer(byteSize(room), owner));
    }

    static long byteSize(int room) {
        return (room + 2 + 7 & -8) + 8L * room;
    }

    /** Number of set values. */
    public int size() {
        return size;
    }

    /** Index of the value that was set as the {@code position}-th of those present. */
    public int indexAt(int position) {
        return order[position];
    }

    /** {@code _PyDictValues_AddToInsertionOrder}. */
    public void addToOrder(int index) {
        order[size++] = (byte) index;
    }

    /** {@code delete_index_from_values}. */
    void removeFromOrder(int index) {
        int at = 0;
        while (order[at] != index) {
            at++;
        }
        size--;
        System.arraycopy(order, at + 1, order, at, size - at);
    }

    /** The same values in a new block; retains them. */
    DictValues copy(World w, int room, PyObject owner) {
        DictValues c = create(w, room, owner);
        System.arraycopy(order, 0, c.order, 0, size);
        c.size = size;
        for (int i = 0; i < room; i++) {
            if (items[i] != null) {
                c.items[i] = w.newRef(items[i], Holder.VALUE);
            }
        }
        return c;
    }

    /** Unsets and releases the values in key order. */
    void clear(World w) {
        size = 0;
        for (int i = 0; i < items.length; i++) {
            PyObject v = items[i];
            if (v != null) {
                items[i] = null;
                w.release(v, Holder.VALUE);
            }
        }
    }

    /** Releases the values in key order, then the block. */
    void destroy(World w) {
        clear(w);
        w.freeBuffer(address);
    }
}
