package dev.glassheap.runtime.snapshot;

/**
 * The sums of a snapshot, bytes unless said otherwise. Blocks count with their granted size in pools, with the requested size
 * in the C heap.
 *
 * <pre>
 * allocated = poolBytes + cHeapBytes = reachable + garbage + parked
 * free      = freeBlocks + emptyPools + untouchedPools + cHeapFree
 * mapped    = allocated + free + overhead
 * </pre>
 *
 * <p>{@link #verify()} computes them again.
 *
 * @param blocks        allocated blocks in pools
 * @param chunks        allocated chunks of the C heap
 * @param reachable     of what a root reaches, with memory of the runtime itself
 * @param unowned       the part of {@code reachable} that belongs to no object
 * @param slack         granted less requested, in pools
 * @param freeBlocks    blocks free or not yet carved in pools that are in use
 * @param overhead      pool headers, pool tails, arena alignment, chunk headers and rounding
 * @param pools         number of pools by state, in the order of {@link PoolTable.State}
 * @param objects       live objects on the heap: neither static nor parked
 * @param garbageObjects objects that nothing reaches
 * @param parkedObjects blocks kept by free lists of types
 * @param mappedCHeap   the C heap's part of {@code mapped}
 */
public record HeapTotals(int blocks, int chunks, long poolBytes, long cHeapBytes, long reachable, long garbage, long parked,
                         long unowned, long slack, long freeBlocks, long emptyPools, long untouchedPools, long cHeapFree,
                         long overhead, PoolCounts pools, int objects, int garbageObjects, int parkedObjects, long mappedCHeap,
                         long mapped) {

    /** Number of pools by state. */
    public record PoolCounts(int used, int full, int empty, int untouched) { }

    /** Bytes the program has. */
    public long allocated() {
        return poolBytes + cHeapBytes;
    }

    /** Bytes held from the OS that the program does not have, but could get. */
    public long free() {
        return freeBlocks + emptyPools + untouchedPools + cHeapFree;
    }

    /**
     * Checks the equations above.
     *
     * @throws IllegalStateException with both sides, if one does not hold
     */
    public void verify() {
        equal("allocated", allocated(), reachable + garbage + parked);
        equal("mapped", mapped, allocated() + free() + overhead);
    }

    private static void equal(String what, long left, long right) {
        if (left != right) {
            throw new IllegalStateException(what + ": " + left + " is not " + right);
        }
    }

    static HeapTotals of(HeapSnapshot snapshot) {
        var sum = new Sum(snapshot);
        sum.pools();
        sum.chunks();
        sum.objects();
        return sum.totals();
    }

    private static final class Sum {
        private final HeapSnapshot snapshot;
        private final ObjectTable objects;
        private final Geometry geometry;
        private final int[] pools = new int[PoolTable.State.values().length];
        private int blocks;
        private int chunks;
        private long poolBytes;
        private long cHeapBytes;
        private long reachable;
        private long garbage;
        private long parked;
        private long unowned;
        private long slack;
        private long freeBlocks;
        private long cHeapFree;
        private long overhead;
        private long mappedCHeap;
        private int live;
        private int garbageObjects;
        private int parkedObjects;

        Sum(HeapSnapshot snapshot) {
            this.snapshot = snapshot;
            this.objects = snapshot.objects();
            this.geometry = snapshot.header().geometry();
        }

        void pools() {
            PoolTable table = snapshot.pools();
            for (int pool = 0; pool < table.poolCount(); pool++) {
                PoolTable.State state = table.state(pool);
                pools[state.ordinal()]++;
                if (state == PoolTable.State.USED || state == PoolTable.State.FULL) {
                    int size = table.blockSize(pool);
                    overhead += geometry.poolHeader() + geometry.tail(size);
                    freeBlocks += (long) (table.capacity(pool) - table.used(pool)) * size;
                    blocksOf(table, pool, size);
                }
            }
            for (int arena = 0; arena < table.arenaCount(); arena++) {
                overhead += geometry.arenaSize() - (long) table.poolsOf(arena) * geometry.poolSize();
            }
        }

        private void blocksOf(PoolTable table, int pool, int size) {
            for (int block = 0; block < table.carved(pool); block++) {
                if (table.allocated(pool, block)) {
                    blocks++;
                    poolBytes += size;
                    slack += size - table.requested(pool, block);
                    charge(table.owner(pool, block), size);
                }
            }
        }

        void chunks() {
            ChunkTable table = snapshot.chunks();
            for (int chunk = 0; chunk < table.count(); chunk++) {
                mappedCHeap += table.size(chunk);
                if (table.allocated(chunk)) {
                    chunks++;
                    cHeapBytes += table.requested(chunk);
                    overhead += table.size(chunk) - table.requested(chunk);
                    charge(table.owner(chunk), table.requested(chunk));
                } else {
                    cHeapFree += table.size(chunk);
                }
            }
        }

        private void charge(int owner, long bytes) {
            if (owner == PoolTable.NONE) {
                unowned += bytes;
                reachable += bytes;
            } else if (objects.parked(owner)) {
                parked += bytes;
            } else if (objects.reachable(owner)) {
                reachable += bytes;
            } else {
                garbage += bytes;
            }
        }

        void objects() {
            for (int object = 0; object < objects.count(); object++) {
                if (objects.parked(object)) {
                    parkedObjects++;
                } else if (!objects.isStatic(object)) {
                    live++;
                    garbageObjects += objects.garbage(object) ? 1 : 0;
                }
            }
        }

        HeapTotals totals() {
            var counts = new PoolCounts(pools[0], pools[1], pools[2], pools[3]);
            long poolSize = geometry.poolSize();
            long arenas = (long) snapshot.pools().arenaCount() * geometry.arenaSize();
            return new HeapTotals(blocks, chunks, poolBytes, cHeapBytes, reachable, garbage, parked, unowned, slack, freeBlocks,
                    counts.empty() * poolSize, counts.untouched() * poolSize, cHeapFree, overhead, counts, live, garbageObjects,
                    parkedObjects, mappedCHeap, arenas + mappedCHeap);
        }
    }
}
