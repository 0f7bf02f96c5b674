package dev.glassheap.runtime.heap;

import java.util.List;

/**
 * One pool, as it was when the view was made.
 *
 * <pre>
 * allocated + free + untouched = capacity (0 = 0 for an untouched pool)
 * watermark = allocated + free
 * 48 + capacity * blockSize + waste = pool size
 * slack = sum over allocated blocks of (blockSize - requested)
 * </pre>
 *
 * @param number    position in its arena, from 0
 * @param address   of its header
 * @param sizeClass the class it serves, or served last when it is empty; -1 when untouched
 * @param blockSize bytes of a block of that class; 0 when untouched
 * @param watermark number of the first block that was never carved
 * @param slack     bytes granted beyond the request in allocated blocks
 * @param waste     bytes behind the last block (lost to quantization)
 */
public record PoolView(int number, long address, PoolState state, int sizeClass, int blockSize, int capacity, int allocated, int free,
        int untouched, int watermark, int slack, int waste) {

    /** All blocks of a pool by address, and the numbers of the free ones in the order in which they will be handed out. */
    public record Blocks(PoolView pool, List<BlockView> blocks, List<Integer> freeList) {
        public Blocks {
            blocks = List.copyOf(blocks);
            freeList = List.copyOf(freeList);
        }
    }
}
