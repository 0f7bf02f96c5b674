package dev.glassheap.runtime.object;

import java.util.Arrays;

/**
 * {@code bytearray}: a 56-byte object and a buffer of {@link #allocated} bytes (none when it never had content).
 *
 * <p>Invariants: {@code allocated == 0} iff {@code bufferAddress == 0}; {@code start + size + 1 <= allocated} unless both are 0;
 * the content is {@code data[start .. start + size - 1]}.
 */
public class PyByteArray extends PyObject {

    private static final byte[] NOTHING = {};

    /** The buffer; may be shorter than {@link #allocated} in Java. */
    byte[] data = NOTHING;
    /** {@code ob_start - ob_bytes}: bytes deleted at the front. */
    int start;
    int size;
    /** {@code ob_alloc}. */
    long allocated;
    long bufferAddress;
    /** {@code ob_exports}: views that forbid a change of size. */
    int exports;

    /** A bytearray that is an instance of a class written in Python. */
    static final class OfClass extends PyByteArray {

        private final InstanceState state = new InstanceState();

        @Override
        public InstanceState instanceState() {
            return state;
        }
    }

    /** {@code PyByteArray_FromStringAndSize}: the array is copied. */
    public static PyByteArray of(World w, byte[] content) {
        return of(w, content, content.length);
    }

    private static PyByteArray of(World w, byte[] content, int length) {
        PyByteArray b = w.allocate(new PyByteArray(), w.types.bytearrayType, 56);
        if (length > 0) {
            try {
                b.bufferAddress = w.allocateBuffer(length + 1L, b);
            } catch (PyException e) {
                w.release(b, Holder.NATIVE);
                throw e;
            }
            b.allocated = length + 1L;
            b.data = Arrays.copyOf(content, length);
            b.size = length;
        }
        return b;
    }

    /** A copy of the content. */
    public byte[] content() {
        return Arrays.copyOfRange(data, start, start + size);
    }

    @Override
    public long obSize() {
        return size;
    }

    /** {@code _canresize}. */
    void checkResizable(World w) {
        if (exports > 0) {
            throw Errors.of(w, w.types.exceptions.bufferError, "Existing exports of data: object cannot be re-sized");
        }
    }

    /** {@code PyByteArray_Resize}; new bytes are zero. */
    void resize(World w, long requested) {
        if (requested == size) {
            return;
        }
        checkResizable(w);
        if (requested > Integer.MAX_VALUE - 64) {
            throw Errors.noMemory(w);
        }
        int n = (int) requested;
        long room;
        if (n + start + 1L <= allocated) {
            if (n >= allocated / 2) {
                ensureArray(start + n);
                setSize(n);
                return;
            }
            room = n + 1L;
        } else {
            room = n <= allocated * 1.125 ? n + (n >> 3) + (n < 9 ? 3 : 6) : n + 1L;
        }
        if (start > 0) {
            long moved = w.allocateBuffer(room, this);
            w.freeBuffer(bufferAddress);
            bufferAddress = moved;
        } else {
            bufferAddress = w.reallocateBuffer(bufferAddress, room, this);
        }
        allocated = room;
        data = Arrays.copyOf(Arrays.copyOfRange(data, start, start + Math.min(size, n)), (int) room);
        start = 0;
        size = n;
    }

    private void setSize(int n) {
        if (n > size) {
            Arrays.fill(data, start + size, start + n, (byte) 0);
        }
        size = n;
    }

    private void ensureArray(int length) {
        if (data.length < length) {
            data = Arrays.copyOf(data, (int) allocated);
        }
    }

    /** {@code bytearray_setslice_linear}: replaces {@code lo..hi-1} by other bytes. */
    void replace(World w, int lo, int hi, byte[] by) {
        int growth = by.length - (hi - lo);
        if (growth < 0) {
            checkResizable(w);
            if (lo == 0) {
                start -= growth;
                try {
                    resize(w, size + (long) growth);
                } catch (PyException e) {
                    start += growth;
                    throw e;
                }
            } else {
                System.arraycopy(data, start + hi, data, start + lo + by.length, size - hi);
                resize(w, size + (long) growth);
            }
        } else if (growth > 0) {
            int tail = size - hi;
            resize(w, size + (long) growth);
            System.arraycopy(data, start + hi, data, start + lo + by.length, tail);
        }
        System.arraycopy(by, 0, data, start + lo, by.length);
    }

    static void dealloc(World w, PyObject self) {
        PyByteArray b = (PyByteArray) self;
        w.freeBuffer(b.bufferAddress);
        w.freeBlock(b);
    }

    @Override
    public String toString() {
        return "bytearray(" + BytesBuild.repr(content(), size, true) + ")";
    }
}
