package dev.glassheap.runtime.object;

/**
 * The type-specific free lists of CPython 3.11: blocks of dead floats, tuples, lists, dicts, dict keys and one slice that
 * wait for the next object of their type. A parked block stays allocated for the heap. LIFO.
 *
 * <p>Maxima (reference: CPython 3.11 {@code pycore_floatobject.h} and siblings): float 100; tuple 2000 for each length 1..20
 * (length 20 is saved but never reused); list 80; dict 80; dict keys 80; slice 1. A full collection empties all but the slice.
 */
public final class FreeLists {

    public static final int MAX_FLOATS = 100, MAX_TUPLES = 2000, MAX_TUPLE_LENGTH = 20, MAX_LISTS = 80, MAX_DICTS = 80,
        MAX_KEYS = 80;

    /** A LIFO of block addresses with a maximum. */
    public static final class Parking {
        private final long[] addresses;
        private int size;

        Parking(int max) {
            addresses = new long[max];
        }

        /** Parks an address (an object's address, not its block's); false when full. */
        public boolean push(long address) {
            if (size == addresses.length) {
                return false;
            }
            addresses[size++] = address;
            return true;
        }

        /** The most recently parked address, or 0. */
        public long pop() {
            return size == 0 ? 0 : addresses[--size];
        }

        public int size() {
            return size;
        }

        /** Address at a position, 0 = the oldest. */
        public long at(int index) {
            return addresses[index];
        }
    }

    public final Parking floats = new Parking(MAX_FLOATS);
    public final Parking lists = new Parking(MAX_LISTS);
    public final Parking dicts = new Parking(MAX_DICTS);
    public final Parking keys = new Parking(MAX_KEYS);
    public final Parking slices = new Parking(1);
    private final Parking[] tuples = new Parking[MAX_TUPLE_LENGTH + 1];

    /** The list of tuples of a length in 1..20. */
    public Parking tuples(int length) {
        Parking p = tuples[length];
        if (p == null) {
            p = tuples[length] = new Parking(MAX_TUPLES);
        }
        return p;
    }

    long popFloat() {
        return floats.pop();
    }

    /** {@code clear_freelists}: what a generation-2 collection does. */
    public void clear(World w) {
        for (int length = 1; length <= MAX_TUPLE_LENGTH; length++) {
            if (tuples[length] != null) {
                drain(w, tuples[length], 16);
            }
        }
        drain(w, floats, 0);
        drain(w, lists, 16);
        drain(w, dicts, 16);
        drain(w, keys, 0);
    }

    private static void drain(World w, Parking parking, int preHeader) {
        for (long a = parking.pop(); a != 0; a = parking.pop()) {
            if (preHeader != 0) {
                w.collector.freed();
            }
            w.heap.free(a - preHeader, w.thread.site);
        }
    }
}
