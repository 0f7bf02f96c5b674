package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.snapshot.ChunkTable;
import dev.glassheap.runtime.snapshot.Cycles;
import dev.glassheap.runtime.snapshot.Geometry;
import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.HeapTotals;
import dev.glassheap.runtime.snapshot.Holders;
import dev.glassheap.runtime.snapshot.ObjectTable;
import dev.glassheap.runtime.snapshot.PoolTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What the heap's picture and its twin say: sentences and rows, computed once. */
final class HeapFacts {

    /** An arena is called pinned if its blocks fill less than this part of it. */
    private static final int FEW = 20;
    private static final int MOST_PINS = 3;

    final HeapSnapshot snapshot;
    final HeapTotals totals;
    final Geometry geometry;
    final List<ArenaSummary> arenas;
    final Names names;

    HeapFacts(HeapSnapshot snapshot) {
        this.snapshot = snapshot;
        this.totals = snapshot.totals();
        this.geometry = snapshot.header().geometry();
        this.arenas = IntStream.range(0, snapshot.pools().arenaCount()).mapToObj(a -> ArenaSummary.of(snapshot, a)).toList();
        this.names = new Names(snapshot);
    }

    /** One line of the sum: bytes, what draws its bar, and a note. */
    record Row(String name, boolean total, long bytes, Role role, String note) { }

    boolean empty() {
        return totals.mapped() == 0;
    }

    String headline() {
        if (!snapshot.header().fault().isEmpty()) {
            return "This world is broken: " + Words.visible(snapshot.header().fault());
        }
        if (empty()) {
            return "The heap is empty: no arena is mapped, no block allocated";
        }
        if (totals.allocated() == 0) {
            return "No block is allocated; " + Words.size(totals.mapped()) + (totals.mapped() == 1 ? " is" : " are") + " held for none";
        }
        String held = Words.size(totals.mapped()) + " are held for " + Words.size(totals.allocated()) + " of blocks, "
                + (totals.reachable() == totals.allocated() ? "all" : Words.size(totals.reachable())) + " of them reachable";
        List<ArenaSummary> pinned = pinned();
        if (pinned.isEmpty()) {
            return held;
        }
        ArenaSummary arena = pinned.getFirst();
        return Words.count(arena.blocks(), "block") + " " + Words.verb(arena.blocks(), "keep") + " arena " + arena.number()
                + " mapped: " + held;
    }

    /** Arenas that few blocks keep from being returned, the emptiest first, at most three; none in a heap of one arena. */
    List<ArenaSummary> pinned() {
        if (arenas.size() < 2) {
            return List.of();
        }
        return arenas.stream()
                .filter(arena -> arena.blocks() > 0 && arena.bytes() * FEW < geometry.arenaSize())
                .sorted(Comparator.comparingLong(ArenaSummary::bytes).thenComparingInt(ArenaSummary::arena))
                .limit(MOST_PINS)
                .toList();
    }

    /** Who keeps the arena: the block's owner and what holds it, or how many others. */
    String pinDetail(ArenaSummary arena) {
        List<String> inside = names.inPool(arena.pin(), 2);
        String who = inside.size() > 2 ? Words.some(inside.subList(0, 2), 2) + " and others" : Words.list(inside);
        String others = arena.others(snapshot);
        if (!others.isEmpty()) {
            return who + "; " + others;
        }
        String holder = inside.size() == 1 ? holderOfOnly(arena.pin()) : "";
        return holder.isEmpty() ? who : who + ", held by " + holder;
    }

    /** What of {@link #pinDetail} must not be missing: that other pools hold blocks too; who is in the pool if none do. */
    String briefPinDetail(ArenaSummary arena) {
        String others = arena.others(snapshot);
        return others.isEmpty() ? pinDetail(arena) : others;
    }

    private String holderOfOnly(int pool) {
        PoolTable pools = snapshot.pools();
        for (int block = 0; block < pools.carved(pool); block++) {
            if (pools.allocated(pool, block) && pools.owner(pool, block) != PoolTable.NONE) {
                var holders = Holders.of(snapshot);
                List<Holders.Holder> known = holders.of(pools.owner(pool, block));
                return known.size() == 1 ? Words.visible(holders.wording(known.getFirst())) : "";
            }
        }
        return "";
    }

    String overview() {
        int chunks = snapshot.chunks().count();
        String arenasText = arenas.isEmpty() ? "no arena" : Words.count(arenas.size(), "arena") + " of "
                + geometry.poolsPerArena() + " pools, "
                + "each pool a gauge (bar on top: full)";
        if (arenas.size() > HeapPicture.WORDY_ARENAS) {
            arenasText = Words.count(arenas.size(), "arena") + " of " + geometry.poolsPerArena() + " pools, "
                    + (arenas.size() > HeapPicture.DRAWN_ARENAS ? "counted by fullness" : "each pool a dark bar as high as it is full");
        }
        return arenasText + (chunks > 0 ? ", and the C heap, on one scale" : "");
    }

    /** The sum of {@link HeapTotals}, every line with its share. */
    List<Row> rows() {
        var rows = new ArrayList<Row>();
        rows.add(new Row("used", true, totals.allocated(), Role.ALLOCATED, Words.count(totals.blocks(), "block") + " in pools, "
                + totals.chunks() + " in C heap; slack " + Words.number(totals.slack())));
        rows.add(new Row("reachable", false, totals.reachable(), Role.ALLOCATED, totals.unowned() == 0
                ? "from globals, frames and modules"
                : "from globals, frames and modules; runtime " + Words.number(totals.unowned())));
        rows.add(new Row("garbage", false, totals.garbage(), Role.ALLOCATED, garbageNote()));
        if (totals.parkedObjects() > 0) {
            rows.add(new Row("parked", false, totals.parked(), Role.ALLOCATED, parkedNote()));
        }
        rows.add(new Row("free", true, totals.free(), Role.FREE, ""));
        rows.add(new Row("blocks in used pools", false, totals.freeBlocks(), Role.FREE,
                Words.count(totals.pools().used(), "pool") + " partly used"));
        rows.add(new Row("empty pools", false, totals.emptyPools(), Role.OUTLINE, totals.pools().empty() == 0 ? "no pools"
                : Words.count(totals.pools().empty(), "pool") + "; any block size may take " + (totals.pools().empty() == 1
                ? "it" : "them")));
        rows.add(new Row("untouched pools", false, totals.untouchedPools(), Role.UNTOUCHED, totals.pools().untouched() == 0 ? "no pools"
                : Words.count(totals.pools().untouched(), "pool") + "; " + Words.verb(totals.pools().untouched(), "cost")
                + " no physical memory"));
        if (snapshot.chunks().count() > 0) {
            rows.add(new Row("C heap", false, totals.cHeapFree(), Role.FREE, cHeapFreeNote()));
        }
        rows.add(new Row("overhead", true, totals.overhead(), Role.HEADER, "pool headers and tail waste" + (totals.chunks() > 0
                ? ", chunk headers" : "")));
        rows.add(new Row("mapped", true, totals.mapped(), Role.OUTLINE, mappedNote()));
        return rows;
    }

    private String garbageNote() {
        int count = totals.garbageObjects();
        if (count == 0) {
            return "nothing waits for the collector";
        }
        var garbage = IntStream.range(0, snapshot.objects().count()).filter(snapshot.objects()::garbage).boxed().toList();
        List<List<Integer>> cycles = Cycles.among(snapshot, garbage);
        return garbageWords(count, cycles) + ", not yet collected";
    }

    /** {@code a cycle of 2}, {@code 10 objects in 3 cycles}, {@code a cycle of 5 and 5 objects it holds}. */
    static String garbageWords(int objects, List<List<Integer>> cycles) {
        int inCycles = cycles.stream().mapToInt(List::size).sum();
        if (cycles.isEmpty()) {
            return Words.count(objects, "object");
        }
        if (inCycles == 1) {
            return objects == 1 ? "1 object that holds itself" : "1 object that holds itself and " + Words.count(objects - 1,
                    "object") + " it holds";
        }
        String cycleWords = cycles.size() == 1 ? "a cycle of " + cycles.getFirst().size() : Words.count(cycles.size(), "cycle");
        int hanging = objects - inCycles;
        if (hanging == 0) {
            return cycles.size() == 1 ? cycleWords : Words.count(objects, "object") + " in " + cycleWords;
        }
        return cycleWords + " and " + Words.count(hanging, "object") + " " + (cycles.size() == 1 ? "it holds" : "they hold");
    }

    private String parkedNote() {
        ObjectTable objects = snapshot.objects();
        Set<String> types = new TreeSet<>();
        IntStream.range(0, objects.count()).filter(objects::parked)
                .forEach(o -> types.add(Words.cutMiddle(Words.visible(objects.typeName(o)), 12)));
        return Words.count(totals.parkedObjects(), "block") + ", kept in the free " + (types.size() == 1 ? "list" : "lists") + " of "
                + Words.some(new ArrayList<>(types), 1);
    }

    private String cHeapFreeNote() {
        ChunkTable chunks = snapshot.chunks();
        long holes = IntStream.range(0, chunks.count()).filter(c -> chunks.state(c) == ChunkTable.State.FREE).count();
        boolean top = IntStream.range(0, chunks.count()).anyMatch(c -> chunks.state(c) == ChunkTable.State.TOP && chunks.size(c) > 0);
        if (holes == 0) {
            return top ? "at its end, below the size that is given back" : "nothing";
        }
        return "in " + Words.count(holes, "hole") + (top ? " and at its end" : " between used chunks");
    }

    private String mappedNote() {
        String arenaWords = arenas.isEmpty() ? "no arena" : Words.count(arenas.size(), "arena") + " of "
                + Words.number(geometry.arenaSize());
        return totals.mappedCHeap() == 0 ? arenaWords : arenaWords + ", C heap " + Words.number(totals.mappedCHeap());
    }

    /** {@code list#21 items 45,024 (the wide block), 7 smaller}. */
    String cHeapLargest() {
        int largest = largestChunk();
        if (largest == PoolTable.NONE) {
            return "no block";
        }
        int others = totals.chunks() - 1;
        return names.chunk(largest) + " " + Words.number(snapshot.chunks().requested(largest))
                + (others == 0 ? ", the only block" : " (the widest), " + Words.number(others) + " more");
    }

    /** The allocated chunk with the largest request, or {@link PoolTable#NONE}. */
    int largestChunk() {
        ChunkTable chunks = snapshot.chunks();
        return IntStream.range(0, chunks.count()).filter(chunks::allocated).boxed()
                .max(Comparator.comparingLong(chunks::requested)).orElse(PoolTable.NONE);
    }

    String cHeapFree() {
        return totals.cHeapFree() == 0 ? "nothing free" : Words.number(totals.cHeapFree()) + " free, " + cHeapFreeNote()
                .replaceAll(", below.*", "");
    }

    List<String> footer() {
        return Footer.of(snapshot.header(), "arena " + Words.size(geometry.arenaSize()) + ", pool " + Words.size(geometry.poolSize())
                + ", blocks of " + geometry.alignment() + " to " + geometry.largestBlock() + " bytes");
    }
}
