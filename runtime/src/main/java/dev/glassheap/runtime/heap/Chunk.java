package dev.glassheap.runtime.heap;

/**
 * A piece of the C heap with its boundary tags: size, neighbours and, while free, its place in a bin.
 *
 * <pre>
 * size is a multiple of 16 and at least 32; the block begins 16 bytes into the chunk
 * usable = size - 8: as in glibc a block reaches into the next chunk's unused previous-size tag (a mapped chunk: size - 16)
 * next.address = address + size, next.previous = this
 * </pre>
 *
 * Chunks are recycled, so that a request makes no Java object once the heap has been as large before.
 */
final class Chunk {
    static final int OVERHEAD = 16;
    static final int MIN_SIZE = 32;

    long address;
    long size;
    ChunkView.State state = ChunkView.State.FREE;
    /** The physical neighbours; none for a mapped chunk. */
    Chunk previous;
    Chunk next;
    /** The neighbours in a bin; {@code nextInBin} also links the recycled ones. */
    Chunk previousInBin;
    Chunk nextInBin;

    long requested;
    boolean raw;
    int site;
    long birth;
    Object occupant;

    /** The size of the chunk that serves a request of {@code size} bytes. */
    static long sizeFor(long size) {
        return Math.max(MIN_SIZE, size + 8 + 15 & -16);
    }

    long block() {
        return address + OVERHEAD;
    }

    long end() {
        return address + size;
    }

    boolean isFree() {
        return state == ChunkView.State.FREE;
    }

    boolean isMapped() {
        return state == ChunkView.State.MAPPED;
    }

    boolean isAllocated() {
        return state == ChunkView.State.ALLOCATED || isMapped();
    }

    long usable() {
        return isMapped() ? size - OVERHEAD : size - 8;
    }
}
