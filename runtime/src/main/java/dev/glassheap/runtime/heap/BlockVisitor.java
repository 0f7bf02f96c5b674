package dev.glassheap.runtime.heap;

/** Sees every allocated block once, without a record for each: what a snapshot is made with. */
@FunctionalInterface
public interface BlockVisitor {

    /**
     * @param address   of the block
     * @param requested bytes asked for
     * @param granted   bytes usable
     * @param site      where it was allocated, 0 for none
     * @param birth     event number of its allocation
     * @param occupant  whom it belongs to; {@code null} when that was never said
     */
    void block(long address, long requested, long granted, int site, long birth, Object occupant);
}
