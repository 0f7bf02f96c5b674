package dev.glassheap.runtime.heap;

/** What a block of a pool is. */
public enum BlockState {
    /** Owned by somebody. */
    ALLOCATED,
    /** On its pool's free list: handed out and given back, or carved one ahead. */
    FREE,
    /** Beyond the watermark: never carved since the pool was initialised. */
    UNTOUCHED
}
