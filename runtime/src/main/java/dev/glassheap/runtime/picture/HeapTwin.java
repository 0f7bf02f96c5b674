package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.snapshot.PoolTable;

/** The heap in text: one character a pool, then the same sum. */
final class HeapTwin {

    private static final int LABEL = 9;
    private static final int TENTHS = 10;

    private final HeapFacts facts;
    private final Twin twin = new Twin();

    HeapTwin(HeapFacts facts) {
        this.facts = facts;
    }

    String text() {
        twin.lines(Sheet.headline(facts.headline())).blank();
        if (facts.arenas.size() > HeapPicture.DRAWN_ARENAS) {
            bins();
        } else {
            facts.arenas.forEach(this::arena);
        }
        if (facts.snapshot.chunks().count() > 0) {
            twin.line("C heap   " + Words.number(facts.totals.cHeapBytes()) + " B in " + Words.count(facts.totals.chunks(),
                    "block") + " over "
                    + facts.geometry.largestBlock() + " B");
            twin.line(" ".repeat(LABEL) + facts.cHeapLargest());
        }
        if (!facts.arenas.isEmpty() && facts.arenas.size() <= HeapPicture.DRAWN_ARENAS) {
            twin.blank().line("one character a pool: # full, 1..9 tenths in use, _ empty, . untouched");
        }
        twin.blank();
        sums();
        twin.blank().footer(facts.footer());
        return twin.text();
    }

    private void bins() {
        twin.line(ArenaBins.title(facts));
        int[] bins = ArenaBins.count(facts);
        for (int bin = 0; bin < bins.length; bin++) {
            twin.line("  " + Twin.left(ArenaBins.label(bin), 18) + Twin.right(Words.number(bins[bin]), 8));
        }
        for (ArenaSummary arena : ArenaBins.cheapest(facts)) {
            twin.line("arena " + arena.number() + ": " + Words.number(arena.bytes()) + " B; " + facts.pinDetail(arena));
        }
    }

    private void arena(ArenaSummary arena) {
        boolean wordy = facts.arenas.size() <= HeapPicture.WORDY_ARENAS;
        var pools = new StringBuilder();
        for (int index = 0; index < arena.pools(); index++) {
            pools.append(letter(facts.snapshot.pools().pool(arena.arena(), index)));
        }
        twin.line(Twin.left("arena " + arena.number(), LABEL) + pools);
        String indent = " ".repeat(LABEL);
        if (wordy) {
            twin.line(indent + Words.number(arena.bytes()) + " B in " + Words.count(arena.blocks(), "block"));
            twin.line(indent + "pools: " + arena.poolCounts());
        }
        if (facts.pinned().contains(arena)) {
            twin.line(indent + arena.verdict(facts.snapshot) + " (" + facts.pinDetail(arena) + ")");
        }
    }

    private char letter(int pool) {
        PoolTable pools = facts.snapshot.pools();
        return switch (pools.state(pool)) {
            case FULL -> '#';
            case EMPTY -> '_';
            case UNTOUCHED -> '.';
            case USED -> (char) ('0' + Math.clamp(Math.round((float) pools.used(pool) * TENTHS / pools.capacity(pool)), 1, TENTHS - 1));
        };
    }

    private void sums() {
        for (HeapFacts.Row row : facts.rows()) {
            String name = row.total() ? row.name() : "  " + row.name();
            twin.line(Twin.left(name, 23) + Twin.right(Words.number(row.bytes()), 9) + "  " + row.note());
        }
    }
}
