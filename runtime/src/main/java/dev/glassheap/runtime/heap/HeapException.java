package dev.glassheap.runtime.heap;

/** The heap was used wrongly or is broken: an address nobody owns, a block freed twice, an invariant that does not hold. */
public final class HeapException extends RuntimeException {
    public HeapException(String message) {
        super(message);
    }

    static HeapException noBlock(long address) {
        return new HeapException("no allocated block begins at 0x" + Long.toHexString(address));
    }
}
