package dev.glassheap.runtime.object;

/**
 * {@code bytes}: {@code 33 + length} bytes in one block. The empty one and those of one byte are static and shared.
 * The content never changes once the object has left the function that made it.
 */
public class PyBytes extends PyObject {

    private static final byte[] EMPTY = {};

    /** The bytes; not to be changed. */
    public byte[] data;
    /** The cached hash; -1 = not computed. */
    private long hash = -1;

    PyBytes(byte[] data) {
        this.data = data;
    }

    /** A bytes object that is an instance of a class written in Python. */
    static final class OfClass extends PyBytes {

        private final InstanceState state = new InstanceState();

        OfClass() {
            super(EMPTY);
        }

        @Override
        public InstanceState instanceState() {
            return state;
        }
    }

    static PyBytes bare() {
        return new PyBytes(EMPTY);
    }

    /** {@code PyBytes_FromStringAndSize}: shared if there is at most one byte; the array is taken over. */
    public static PyBytes of(World w, byte[] data) {
        if (data.length <= 1) {
            return w.newRef(w.singletons.bytes(w, data), Holder.RESULT);
        }
        return w.allocate(new PyBytes(data), w.types.bytesType, 33L + data.length);
    }

    /** {@code PyBytes_FromStringAndSize(NULL, n)}: charged before the content is made; {@link #finish} follows. */
    static PyBytes begin(World w, long length) {
        if (length < 0 || length > Integer.MAX_VALUE - 64) {
            throw length < 0 ? Errors.systemError(w, "Negative size passed to PyBytes_FromStringAndSize") : Errors.noMemory(w);
        }
        return length == 0 ? of(w, EMPTY) : w.allocate(bare(), w.types.bytesType, 33 + length);
    }

    /** Gives bytes of {@link #begin} their content; steals and returns them. */
    static PyBytes finish(World w, PyBytes begun, byte[] data) {
        if (data.length > 0) {
            begun.data = data;
        }
        return begun;
    }

    @Override
    public long obSize() {
        return data.length;
    }

    static long hash(World w, PyObject self) {
        PyBytes b = (PyBytes) self;
        if (b.hash == -1) {
            b.hash = w.stringHash.of(b.data, b.data.length);
        }
        return b.hash;
    }

    @Override
    public String toString() {
        return BytesBuild.repr(data, data.length, false);
    }
}
