package dev.glassheap.runtime.heap;

import java.util.Arrays;

/**
 * A pool: blocks of one size class behind a header of 48 bytes. Nothing is stored in the simulated blocks; what CPython keeps in a block's
 * first word, the link to the next free block, stands here in {@link #link}.
 *
 * <pre>
 * capacity = floor((poolSize - 48) / blockSize)
 * count + length of the free list = carved &lt;= capacity
 * state USED    1 &lt;= count, free list not empty, in the used list of its class
 * state FULL    count = capacity = carved, free list empty, in no list
 * state EMPTY   count = 0, on its arena's list of free pools (freepools)
 * block b begins at address + 48 + b * blockSize
 * </pre>
 *
 * The arrays are indexed by block number and made when the pool is initialised for a class.
 */
final class Pool {
    static final int HEADER = Heap.POOL_HEADER;
    /** The end of a free list. */
    static final int NO_BLOCK = -1;
    /** A pool that has never been initialised for a class (CPython's DUMMY_SIZE_IDX). */
    static final int NO_CLASS = -1;
    /** Width of the requested size in a {@link #stamp}; the event number has the other 48 bits. */
    static final int SIZE_BITS = 16;
    static final int SIZE_MASK = (1 << SIZE_BITS) - 1;

    final Arena arena;
    final int number;
    final long firstBlock;

    int sizeClass = NO_CLASS;
    int blockSize;
    int capacity;
    /** 2^16 / blockSize, rounded up: divides offsets below 2^16 that are multiples of blockSize exactly. */
    private int reciprocal;

    /** Blocks allocated (CPython's ref.count). */
    int count;
    /** Number of the first free block, or {@link #NO_BLOCK} when the pool is full. */
    int freeBlock = NO_BLOCK;
    /** Blocks set up so far: the watermark, CPython's nextoffset as a number. */
    int carved;
    /** Bytes of this pool that were touched under earlier classes. */
    private int touched;

    /** The neighbours in the used list; {@code next} also links the arena's free pools. */
    Pool next;
    Pool previous;

    /** Of an allocated block its site, at least 0; of a free one {@code -2 - next}, which is below 0. */
    int[] link = {};
    /** Of an allocated block {@code event << 16 | requested size}; of a free one whatever was there. */
    long[] stamp = {};
    /** Of an allocated block its occupant; of a free one null. */
    Object[] occupants = {};

    Pool(Arena arena, int number, long address) {
        this.arena = arena;
        this.number = number;
        this.firstBlock = address + HEADER;
    }

    static int linkTo(int nextFree) {
        return -2 - nextFree;
    }

    long address() {
        return firstBlock - HEADER;
    }

    long block(int b) {
        return firstBlock + (long) b * blockSize;
    }

    /** Prepares an empty pool for another class: the first two blocks are on the free list, the rest is untouched. */
    void initialise(int newClass, int newBlockSize, int newCapacity) {
        touched = touchedBytes();
        sizeClass = newClass;
        blockSize = newBlockSize;
        capacity = newCapacity;
        reciprocal = (1 << 16) / newBlockSize + 1;
        if (link.length < newCapacity) {
            link = new int[newCapacity];
            stamp = new long[newCapacity];
            occupants = new Object[newCapacity];
        }
        carved = 2;
        link[0] = linkTo(1);
        link[1] = linkTo(NO_BLOCK);
        freeBlock = 0;
    }

    boolean isFull() {
        return freeBlock == NO_BLOCK;
    }

    /** Sets up the block at the watermark as the only free one; false when there is none left. */
    boolean carve() {
        if (carved == capacity) {
            return false;
        }
        link[carved] = linkTo(NO_BLOCK);
        freeBlock = carved++;
        return true;
    }

    /**
     * The number of the allocated block that begins at that address of this pool.
     *
     * @throws HeapException when no block begins there or it is not allocated
     */
    int allocatedBlock(long address) {
        int offset = (int) (address - firstBlock);
        int b = offset * reciprocal >>> 16;
        if (b * blockSize != offset || b >= carved || link[b] < 0) {
            throw HeapException.noBlock(address);
        }
        return b;
    }

    boolean isAllocatedBlock(long address) {
        long offset = address - firstBlock;
        return offset >= 0 && offset % blockSize == 0 && state((int) offset / blockSize) == BlockState.ALLOCATED;
    }

    int requested(int b) {
        return (int) stamp[b] & SIZE_MASK;
    }

    long birth(int b) {
        return stamp[b] >>> SIZE_BITS;
    }

    BlockState state(int b) {
        if (b >= carved) {
            return BlockState.UNTOUCHED;
        }
        return link[b] < 0 ? BlockState.FREE : BlockState.ALLOCATED;
    }

    PoolState state() {
        if (count == 0) {
            return PoolState.EMPTY;
        }
        return isFull() ? PoolState.FULL : PoolState.USED;
    }

    /** Bytes from the start of the pool that were ever touched since its arena was mapped. */
    int touchedBytes() {
        return Math.max(touched, HEADER + carved * blockSize);
    }

    /** The numbers of the free blocks, the next one to be handed out first. Ends even when the list is broken. */
    int[] freeList() {
        int[] list = new int[carved];
        int length = 0;
        for (int b = freeBlock; b != NO_BLOCK; b = -2 - link[b]) {
            if (length == list.length || b < 0 || b >= carved || link[b] >= 0) {
                throw new HeapException("free list of pool 0x" + Long.toHexString(address()) + " is broken at block " + b);
            }
            list[length++] = b;
        }
        return Arrays.copyOf(list, length);
    }
}
