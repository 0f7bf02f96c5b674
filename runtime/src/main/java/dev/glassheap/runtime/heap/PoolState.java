package dev.glassheap.runtime.heap;

/** What a pool is; the names are CPython's, plus the one for a pool that its arena has not carved yet. */
public enum PoolState {
    /** At least one block allocated and at least one on the free list; linked in the used list of its class. */
    USED,
    /** Every block allocated; linked nowhere. */
    FULL,
    /** No block allocated; on its arena's list of free pools, any size class may take it. */
    EMPTY,
    /** Never carved from its arena. */
    UNTOUCHED
}
