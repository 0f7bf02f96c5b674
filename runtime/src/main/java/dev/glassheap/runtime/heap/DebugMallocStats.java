package dev.glassheap.runtime.heap;

import java.util.List;
import java.util.Locale;

/**
 * The text of {@code sys._debugmallocstats()}: every number is computed from the heap, in the layout of CPython's obmalloc.c.
 *
 * <pre>
 * Total = bytes in allocated blocks + in available blocks + in unused pools + lost to headers + to quantization + to arena alignment
 *       = arenas * arena size
 * </pre>
 */
public final class DebugMallocStats {
    /** Of CPython's radix tree over the address bits, in bytes; the root is static. */
    private static final int ROOT_NODE = 262_144;
    private static final int MID_NODE = 262_144;
    private static final int BOT_NODE = 131_072;
    /** Address bits that one bottom node covers. */
    private static final int BOT_BITS = 34;

    private final Profile profile;
    private final ArenaCounts arenas;
    private final int[] pools;
    private final long[] blocks;
    private long unusedPools;
    private final StringBuilder text = new StringBuilder();

    private DebugMallocStats(Heap heap) {
        this.profile = heap.profile();
        this.arenas = heap.arenaCounts();
        this.pools = new int[profile.sizeClasses()];
        this.blocks = new long[profile.sizeClasses()];
        for (Arena arena : heap.pymalloc.arenas.mapped()) {
            unusedPools += arena.freePools;
            for (int i = 0; i < arena.carved; i++) {
                Pool pool = arena.pools[i];
                if (pool.count > 0) {
                    pools[pool.sizeClass]++;
                    blocks[pool.sizeClass] += pool.count;
                }
            }
        }
    }

    /**
     * One line about a type's free list.
     *
     * @param typeName as CPython's report has it: {@code PyListObject}, {@code 3-sized PyTupleObject}
     * @param count    objects that wait on it
     * @param size     bytes of one
     */
    public record FreeListLine(String typeName, long count, long size) {}

    /** The whole report, each line ended by a newline. */
    public static String report(Heap heap, List<FreeListLine> freeLists) {
        DebugMallocStats stats = new DebugMallocStats(heap);
        stats.appendClasses();
        stats.appendArenas();
        stats.appendBytes();
        if (stats.profile.poolSize() > AddressSpace.PAGE) {
            stats.appendArenaMap(); // the radix tree came with the large pools
        }
        stats.appendFreeLists(freeLists);
        return stats.text.toString();
    }

    private void appendClasses() {
        line("Small block threshold = %d, in %d size classes.", profile.smallRequestLimit(), profile.sizeClasses());
        text.append('\n');
        line("class   size   num pools   blocks in use  avail blocks");
        line("-----   ----   ---------   -------------  ------------");
        for (int c = 0; c < pools.length; c++) {
            if (pools[c] > 0) {
                line("%5d %6d %11d %15d %13d", c, profile.blockSize(c), pools[c], blocks[c], available(c));
            }
        }
        text.append('\n');
    }

    private long available(int sizeClass) {
        return (long) pools[sizeClass] * profile.capacity(sizeClass) - blocks[sizeClass];
    }

    private void appendArenas() {
        count("# arenas allocated total", arenas.allocated());
        count("# arenas reclaimed", arenas.reclaimed());
        count("# arenas highwater mark", arenas.highWater());
        count("# arenas allocated current", arenas.current());
        count("%d arenas * %d bytes/arena".formatted(arenas.current(), profile.arenaSize()), arenaBytes());
        text.append('\n');
    }

    private long arenaBytes() {
        return (long) arenas.current() * profile.arenaSize();
    }

    private void appendBytes() {
        long allocated = 0;
        long available = 0;
        long headers = 0;
        long quantization = 0;
        for (int c = 0; c < pools.length; c++) {
            int size = profile.blockSize(c);
            allocated += blocks[c] * size;
            available += available(c) * size;
            headers += (long) pools[c] * Heap.POOL_HEADER;
            quantization += (long) pools[c] * ((profile.poolSize() - Heap.POOL_HEADER) % size);
        }
        long alignment = profile.misaligned() ? (long) arenas.current() * profile.poolSize() : 0;
        long total = count("# bytes in allocated blocks", allocated);
        total += count("# bytes in available blocks", available);
        total += count("%d unused pools * %d bytes".formatted(unusedPools, profile.poolSize()), unusedPools * profile.poolSize());
        total += count("# bytes lost to pool headers", headers);
        total += count("# bytes lost to quantization", quantization);
        total += count("# bytes lost to arena alignment", alignment);
        count("Total", total);
        HeapChecker.require(total == arenaBytes(), "total %d = bytes of arenas %d", total, arenaBytes());
        text.append('\n');
    }

    /** Nodes are made when an arena first needs them and never freed; arenas lie side by side from a boundary of a bottom node. */
    private void appendArenaMap() {
        long spanned = (long) arenas.highWater() * profile.arenaSize() + (profile.misaligned() ? AddressSpace.PAGE : 0);
        long mid = arenas.highWater() > 0 ? 1 : 0;
        long bot = arenas.highWater() > 0 ? (spanned - 1 >> BOT_BITS) + 1 : 0;
        line("arena map counts");
        count("# arena map mid nodes", mid);
        count("# arena map bot nodes", bot);
        text.append('\n');
        long total = count("# bytes lost to arena map root", ROOT_NODE);
        total += count("# bytes lost to arena map mid", mid * MID_NODE);
        total += count("# bytes lost to arena map bot", bot * BOT_NODE);
        count("Total", total);
        text.append('\n');
    }

    private void appendFreeLists(List<FreeListLine> freeLists) {
        for (FreeListLine list : freeLists) {
            String label = "%d free %ss * %d bytes each".formatted(list.count, list.typeName, list.size);
            count("%48s ".formatted(label), list.count * list.size);
        }
    }

    private long count(String label, long value) {
        line("%-35s=%,21d", label, value);
        return value;
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
