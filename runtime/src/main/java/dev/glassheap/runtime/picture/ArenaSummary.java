package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.snapshot.Geometry;
import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.PoolTable;

/**
 * The counts of one arena and whether it can be returned.
 *
 * <pre>bytes + freeBlocks + overhead + empty x pool + untouched x pool = arena</pre>
 *
 * @param arena  place in the snapshot
 * @param number what the allocator calls it
 * @param inUse  pools that hold blocks, full ones included
 * @param blocks allocated blocks
 * @param bytes  granted bytes of these blocks
 * @param pin    number of the pool that holds the fewest blocks, but some; {@link PoolTable#NONE} if no pool holds any
 */
record ArenaSummary(int arena, int number, int pools, int inUse, int full, int empty, int untouched, long blocks, long bytes, long slack,
                    long freeBlocks, long overhead, int pin) {

    static ArenaSummary of(HeapSnapshot snapshot, int arena) {
        PoolTable table = snapshot.pools();
        Geometry geometry = snapshot.header().geometry();
        int count = table.poolsOf(arena);
        var states = new int[PoolTable.State.values().length];
        long blocks = 0;
        long bytes = 0;
        long slack = 0;
        long freeBlocks = 0;
        long overhead = geometry.arenaSize() - (long) count * geometry.poolSize();
        int pin = PoolTable.NONE;
        for (int index = 0; index < count; index++) {
            int pool = table.pool(arena, index);
            states[table.state(pool).ordinal()]++;
            if (table.used(pool) == 0) {
                continue;
            }
            int size = table.blockSize(pool);
            blocks += table.used(pool);
            bytes += (long) table.used(pool) * size;
            slack += slack(table, pool);
            freeBlocks += (long) (table.capacity(pool) - table.used(pool)) * size;
            overhead += geometry.poolHeader() + geometry.tail(size);
            if (pin == PoolTable.NONE || table.used(pool) < table.used(pin)) {
                pin = pool;
            }
        }
        int full = states[PoolTable.State.FULL.ordinal()];
        return new ArenaSummary(arena, table.arenaNumber(arena), count, states[PoolTable.State.USED.ordinal()] + full, full,
                states[PoolTable.State.EMPTY.ordinal()], states[PoolTable.State.UNTOUCHED.ordinal()], blocks, bytes, slack, freeBlocks,
                overhead, pin);
    }

    private static long slack(PoolTable table, int pool) {
        long slack = 0;
        for (int block = 0; block < table.carved(pool); block++) {
            if (table.allocated(pool, block)) {
                slack += table.blockSize(pool) - table.requested(pool, block);
            }
        }
        return slack;
    }

    /** {@code can be returned: no, pool 21 holds 1 block}. */
    String verdict(HeapSnapshot snapshot) {
        if (pin == PoolTable.NONE) {
            return snapshot.header().geometry().keepsLastArena() && snapshot.pools().arenaCount() == 1
                    ? "can be returned: yes, but the allocator keeps its last arena"
                    : "can be returned: yes, no pool holds a block";
        }
        return "can be returned: no, pool " + snapshot.pools().indexInArena(pin) + " holds "
                + Words.count(snapshot.pools().used(pin), "block");
    }

    /** How many blocks the other pools hold: {@code 45 other pools hold 1,753 blocks}; empty if there are none. */
    String others(HeapSnapshot snapshot) {
        int others = inUse - 1;
        if (others <= 0) {
            return "";
        }
        return Words.count(others, "other pool") + " " + Words.verb(others, "hold") + " "
                + Words.count(blocks - snapshot.pools().used(pin), "block");
    }

    /** {@code 64 in use (26 full), 3 empty}: the states that occur. */
    String poolCounts() {
        var parts = new java.util.ArrayList<String>();
        if (inUse > 0) {
            parts.add(inUse + " in use" + (full > 0 ? " (" + full + " full)" : ""));
        }
        if (empty > 0) {
            parts.add(empty + " empty");
        }
        if (untouched > 0) {
            parts.add(untouched + " untouched");
        }
        return String.join(", ", parts);
    }
}
