package dev.glassheap.runtime.object;

/**
 * {@code list}: a 40-byte header (56 with GC head) and a buffer of {@code capacity} pointers.
 *
 * <p>Invariants: {@code 0 <= size <= capacity}; {@code capacity == 0} iff {@code bufferAddress == 0} or the buffer is the
 * one-byte block a shrink to nothing leaves; {@code items.length >= capacity} may be smaller in Java while unfilled.
 */
public class PyList extends PyObject {

    static final PyObject[] EMPTY = {};

    /** The items, owned, in {@code 0..size-1}; null beyond. */
    public PyObject[] items = EMPTY;
    public int size;
    /** {@code allocated}: pointers the simulated buffer can hold. */
    public int capacity;
    /** Block of the buffer ({@code ob_item}), 0 when there is none. */
    public long bufferAddress;

    @Override
    public long obSize() {
        return size;
    }
}
