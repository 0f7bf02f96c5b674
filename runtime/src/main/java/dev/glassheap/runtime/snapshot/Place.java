package dev.glassheap.runtime.snapshot;

/** Where an object's own memory is. */
public sealed interface Place {

    /** A block of a pool; the pool's number is that of the whole heap. */
    record InPool(int pool, int block) implements Place { }

    /** A chunk of the C heap. */
    record InCHeap(int chunk) implements Place { }

    /** Not in the heap: part of the runtime itself. */
    record Static() implements Place { }
}
