package dev.glassheap.runtime.snapshot;

import java.util.Arrays;

/** Growing columns of primitives, for the builder only: finished tables hold plain arrays of exact length. */
final class Columns {

    private Columns() { }

    static final class Ints {
        private int[] values = new int[64];
        private int count;

        void add(int value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
            }
            values[count++] = value;
        }

        void addMany(int howMany, int value) {
            for (int i = 0; i < howMany; i++) {
                add(value);
            }
        }

        void set(int index, int value) {
            values[index] = value;
        }

        int at(int index) {
            return values[index];
        }

        int count() {
            return count;
        }

        int[] finish() {
            return Arrays.copyOf(values, count);
        }
    }

    static final class Longs {
        private long[] values = new long[64];
        private int count;

        void add(long value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
            }
            values[count++] = value;
        }

        long at(int index) {
            return values[index];
        }

        int count() {
            return count;
        }

        long[] finish() {
            return Arrays.copyOf(values, count);
        }
    }

    static final class Shorts {
        private short[] values = new short[64];
        private int count;

        void add(int value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
            }
            values[count++] = (short) value;
        }

        void set(int index, int value) {
            values[index] = (short) value;
        }

        short[] finish() {
            return Arrays.copyOf(values, count);
        }
    }

    static final class Bytes {
        private byte[] values = new byte[64];
        private int count;

        void add(int value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
            }
            values[count++] = (byte) value;
        }

        void set(int index, int value) {
            values[index] = (byte) value;
        }

        byte at(int index) {
            return values[index];
        }

        byte[] finish() {
            return Arrays.copyOf(values, count);
        }
    }

    static final class Pools {
        final Ints arenaNumber = new Ints();
        final Longs arenaAddress = new Longs();
        final Ints firstPool = new Ints();
        final Ints blockSize = new Ints();
        final Ints carved = new Ints();
        final Ints used = new Ints();
        final Ints firstFree = new Ints();
        final Ints blockStart = new Ints();
        final Ints turn = new Ints();
        final Shorts requested = new Shorts();
        final Ints owner = new Ints();
        final Bytes role = new Bytes();
    }

    static final class Chunks {
        final Longs address = new Longs();
        final Longs size = new Longs();
        final Longs requested = new Longs();
        final Ints owner = new Ints();
        final Bytes state = new Bytes();
        final Bytes role = new Bytes();
    }

    static final class Objects {
        final Longs id = new Longs();
        final Ints type = new Ints();
        final Ints serial = new Ints();
        final Ints refcount = new Ints();
        final Ints size = new Ints();
        final Ints length = new Ints();
        final Ints site = new Ints();
        final Longs birthEvent = new Longs();
        final Ints preview = new Ints();
        final Shorts flags = new Shorts();
        final Ints labels = new Ints();
        final Ints edgeStart = new Ints();
        final Ints edgeTarget = new Ints();
    }
}
