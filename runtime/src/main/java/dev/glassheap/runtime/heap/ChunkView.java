package dev.glassheap.runtime.heap;

import java.util.Optional;

/**
 * One chunk of the C heap, as it was when the view was made. Chunks lie without a gap from the start of the C heap to its end; the last one is
 * the top. Mapped chunks lie elsewhere, each by itself.
 *
 * @param address   of the chunk; the block that a caller gets begins 16 bytes later
 * @param size      bytes of the chunk, its overhead included
 * @param requested bytes asked for; 0 unless allocated
 * @param raw       whether it belongs to the raw domain, which no counter sees
 * @param site      where it was allocated, 0 for none; 0 unless allocated
 * @param birth     event number of its allocation; 0 unless allocated
 * @param occupant  whom it belongs to; empty unless allocated and known
 */
public record ChunkView(long address, long size, State state, long requested, boolean raw, int site, long birth, Optional<Object> occupant) {

    /** What a chunk is. */
    public enum State {
        ALLOCATED,
        /** In a bin, waiting for a request. */
        FREE,
        /** The free end of the C heap: new chunks are cut from it, and only it can be given back. */
        TOP,
        /** Allocated in a mapping of its own. */
        MAPPED
    }

    /** Where the block in this chunk begins. */
    public long block() {
        return address + 16;
    }
}
