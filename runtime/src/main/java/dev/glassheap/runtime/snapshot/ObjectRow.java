package dev.glassheap.runtime.snapshot;

/**
 * One object as the taker hands it over.
 *
 * @param id         guest id, an address
 * @param type       number from {@link HeapSnapshot.Builder#type}
 * @param serial     serial number within the type; 0 for a parked block that is no object any more
 * @param refcount   at the snapshot, without the observer's own references
 * @param size       what {@code sys.getsizeof} says, bytes
 * @param generation 0, 1, 2, or {@link ObjectTable#UNTRACKED}
 * @param length     number of items, keys or code points; {@link ObjectTable#NO_LENGTH} if the type has none
 * @param site       number from {@link HeapSnapshot.Builder#site}, or {@link Site#NONE}
 * @param birthEvent number of the event that made it
 * @param preview    short text made without running guest code; at most 64 characters are kept; may be empty
 * @param flags      sum of {@link #STATIC}, {@link #PARKED}, {@link #WEAKLY_REFERENCED}
 */
public record ObjectRow(long id, int type, int serial, int refcount, long size, int generation, int length, int site,
                        long birthEvent, String preview, int flags) {

    /** Never allocated and never freed: small ints, singletons, builtin types. */
    public static final int STATIC = 4;

    /** Freed, but its block is kept in the type's free list: allocated, and no object. */
    public static final int PARKED = 8;

    /** A weak reference to it exists. */
    public static final int WEAKLY_REFERENCED = 16;
}
