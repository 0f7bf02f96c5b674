package dev.glassheap.runtime.picture;

import java.util.Comparator;
import java.util.List;

/** Too many arenas to draw: how many are how full, in ten bins, and the five that the fewest bytes keep from being returned. */
final class ArenaBins {

    static final int BINS = 10;
    private static final int CHEAPEST = 5;
    private static final int BAR_LEFT = 200;
    private static final double BAR_WIDTH = 420;

    private final HeapFacts facts;
    private final Sheet sheet;

    ArenaBins(HeapFacts facts, Sheet sheet) {
        this.facts = facts;
        this.sheet = sheet;
    }

    /** Number of arenas that are 0..10, 10..20, ... 90..100 per cent full. */
    static int[] count(HeapFacts facts) {
        var bins = new int[BINS];
        for (ArenaSummary arena : facts.arenas) {
            bins[(int) Math.min(BINS - 1, arena.bytes() * BINS / facts.geometry.arenaSize())]++;
        }
        return bins;
    }

    /** The arenas that hold the fewest bytes, but some. */
    static List<ArenaSummary> cheapest(HeapFacts facts) {
        return facts.arenas.stream().filter(arena -> arena.blocks() > 0)
                .sorted(Comparator.comparingLong(ArenaSummary::bytes).thenComparingInt(ArenaSummary::arena)).limit(CHEAPEST).toList();
    }

    static String label(int bin) {
        return bin * BINS + " to " + (bin + 1) * BINS + " % full";
    }

    static String title(HeapFacts facts) {
        return Words.number(facts.arenas.size()) + " arenas counted, by how full they are";
    }

    void draw() {
        sheet.skip(8);
        sheet.text(Sheet.LEFT, sheet.y(), TextStyle.SECTION, title(facts));
        int[] bins = count(facts);
        int most = java.util.Arrays.stream(bins).max().orElse(1);
        for (int bin = 0; bin < BINS; bin++) {
            sheet.skip(19);
            sheet.text(Sheet.LEFT, sheet.y(), TextStyle.BODY, label(bin));
            sheet.textEnd(BAR_LEFT - 12, sheet.y(), TextStyle.BODY, Words.number(bins[bin]));
            if (bins[bin] > 0) {
                sheet.box(BAR_LEFT, sheet.y() - 10, Math.max(1, BAR_WIDTH * bins[bin] / most), 12, Role.ALLOCATED);
            }
        }
        sheet.skip(32);
        sheet.text(Sheet.LEFT, sheet.y(), TextStyle.SECTION, "The arenas that the fewest bytes keep mapped");
        for (ArenaSummary arena : cheapest(facts)) {
            sheet.skip(19);
            sheet.text(Sheet.LEFT, sheet.y(), TextStyle.STRONG, "arena " + arena.number());
            sheet.textEnd(BAR_LEFT - 12, sheet.y(), TextStyle.BODY, Words.number(arena.bytes()) + " B");
            sheet.text(BAR_LEFT, sheet.y(), TextStyle.NOTE,
                    TextWidth.fit(facts.pinDetail(arena), TextStyle.NOTE, Sheet.RIGHT - BAR_LEFT));
        }
        sheet.skip(24);
    }
}
