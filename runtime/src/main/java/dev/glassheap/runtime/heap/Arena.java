package dev.glassheap.runtime.heap;

/**
 * An arena: memory that is mapped and returned as a whole, carved into pools from its lowest address upwards (CPython's arena_object).
 *
 * <pre>
 * freePools = length of the freepools list + (totalPools - carved)
 * in usable_arenas if and only if freePools &gt; 0
 * </pre>
 */
final class Arena {
    /** Of the descriptor in the vector of arenas: the arena's number. */
    final int index;
    /** Which arena-sized place of the address space it occupies. */
    final int slot;
    final long base;
    /** By number; null from {@link #carved} on. */
    final Pool[] pools;
    final long firstPool;

    /** Pools that were carved so far: the high-water mark as a number. */
    int carved;
    /** Empty pools plus untouched pools (nfreepools). */
    int freePools;
    /** The most recently emptied pool, linked through {@link Pool#next}; null when there is none. */
    Pool freeList;

    /** The neighbours in usable_arenas. */
    Arena next;
    Arena previous;

    Arena(int index, int slot, long base, long firstPool, int totalPools) {
        this.index = index;
        this.slot = slot;
        this.base = base;
        this.firstPool = firstPool;
        this.pools = new Pool[totalPools];
        this.freePools = totalPools;
    }

    boolean whollyFree() {
        return freePools == pools.length;
    }

    /** A pool that any class may take: the most recently emptied one, or else the next at the high-water mark. */
    Pool takePool(int poolSize) {
        freePools--;
        Pool pool = freeList;
        if (pool != null) {
            freeList = pool.next;
            return pool;
        }
        pool = new Pool(this, carved, firstPool + (long) carved * poolSize);
        pools[carved++] = pool;
        return pool;
    }

    /** Takes a pool back that holds no block any more. Does not count it: {@link UsableArenas#poolWasFreed} does. */
    void pushFree(Pool pool) {
        pool.next = freeList;
        freeList = pool;
    }
}
