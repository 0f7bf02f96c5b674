package dev.glassheap.runtime.snapshot;

/**
 * Sizes of the allocator that the snapshot was taken from, in bytes.
 *
 * @param alignment    step of the block sizes
 * @param poolHeader   bytes before a pool's first block
 * @param largestBlock larger requests go to the C heap
 * @param keepsLastArena whether the last arena stays mapped when all its pools are free
 */
public record Geometry(int alignment, int poolSize, int arenaSize, int poolHeader, int largestBlock,
                       boolean keepsLastArena) {

    /** Blocks of a size in one pool. */
    public int capacity(int blockSize) {
        return (poolSize - poolHeader) / blockSize;
    }

    /** Bytes at the end of a pool that are too few for one more block. */
    public int tail(int blockSize) {
        return (poolSize - poolHeader) % blockSize;
    }

    /** Pools of an arena whose base is aligned to pools; an arena that is not has one less. */
    public int poolsPerArena() {
        return arenaSize / poolSize;
    }
}
