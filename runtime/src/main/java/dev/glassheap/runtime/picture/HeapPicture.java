package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.picture.Shape.Anchor;
import dev.glassheap.runtime.picture.Shape.LineRole;
import dev.glassheap.runtime.picture.Shape.Mark;
import dev.glassheap.runtime.picture.Shape.Span;
import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.PoolTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole heap: arenas as strips of pool gauges in address order, the C heap on the same scale, and the sum of all mapped bytes. Up
 * to 8 arenas are drawn with words, up to 60 as thin strips, more as counts by fullness.
 */
public final class HeapPicture {

    static final int WORDY_ARENAS = 8;
    static final int DRAWN_ARENAS = 60;
    private static final int STRIP_LEFT = 108;
    private static final int STRIP_WIDTH = 512;
    private static final int FIGURES = 632;
    private static final int WIDEST_POOL = 64;
    private static final int TALL = 36;
    private static final int THIN = 12;
    private static final int BAR_LEFT = 260;
    private static final int BAR_WIDTH = 170;
    private static final int NOTE_LEFT = 444;
    private static final int ROW = 19;

    private final HeapFacts facts;
    private final HeapSnapshot snapshot;
    private final PoolTable pools;
    private final Sheet sheet = new Sheet();
    /** Px of one pool, its gap included. */
    private final double pitch;

    private HeapPicture(HeapSnapshot snapshot) {
        this.snapshot = snapshot;
        this.facts = new HeapFacts(snapshot);
        this.pools = snapshot.pools();
        this.pitch = Math.min(WIDEST_POOL, Math.floor((double) STRIP_WIDTH / facts.geometry.poolsPerArena()));
    }

    public static Scene of(HeapSnapshot snapshot) {
        return new HeapPicture(snapshot).draw();
    }

    private Scene draw() {
        List<String> headline = Sheet.headline(facts.headline());
        sheet.headlines(headline);
        sheet.facts(new Span("heap", TextStyle.STRONG), new Span(facts.overview(), TextStyle.MUTED, 12));
        sheet.skip(24);
        arenas();
        if (snapshot.chunks().count() > 0) {
            cHeap();
        }
        sums();
        return sheet.finish("heap", headline, List.of("heap"), description(), facts.footer(), new HeapTwin(facts).text());
    }

    private void arenas() {
        if (facts.arenas.size() > DRAWN_ARENAS) {
            new ArenaBins(facts, sheet).draw();
            return;
        }
        boolean wordy = facts.arenas.size() <= WORDY_ARENAS;
        List<ArenaSummary> pinned = facts.pinned();
        for (ArenaSummary arena : facts.arenas) {
            if (wordy) {
                wordyArena(arena, pinned.contains(arena));
            } else {
                thinArena(arena);
            }
        }
        if (!wordy) {
            sheet.skip(6);
            for (ArenaSummary arena : pinned) {
                tag(arena, "arena " + arena.number() + ": ");
                sheet.skip(4);
            }
        }
    }

    private void wordyArena(ArenaSummary arena, boolean tagged) {
        double top = sheet.y();
        sheet.text(Sheet.LEFT, top + 14, TextStyle.SECTION, "arena " + arena.number());
        sheet.text(Sheet.LEFT, top + 30, TextStyle.NOTE, Words.size(facts.geometry.arenaSize()));
        strip(arena, top, TALL);
        figures(top, arena.bytes(), arena.blocks());
        sheet.moveTo(top + TALL);
        new ArenaBrackets(facts, sheet, STRIP_LEFT, pitch).draw(arena, tagged);
        if (tagged) {
            double gauge = gaugeLeft(pools.indexInArena(arena.pin())) + (pitch - 1) / 2;
            sheet.line(LineRole.STEM, 0, gauge, top + TALL + 5, gauge, top + TALL + 35);
            sheet.moveTo(top + TALL + 34);
            tag(arena, "");
        } else {
            sheet.moveTo(top + TALL + 34);
        }
    }

    private void thinArena(ArenaSummary arena) {
        double top = sheet.y();
        sheet.text(Sheet.LEFT, top + 10, TextStyle.NOTE_INK, "arena " + arena.number());
        strip(arena, top, THIN);
        sheet.text(FIGURES, top + 10, TextStyle.NOTE, Words.number(arena.bytes()) + " B");
        sheet.moveTo(top + THIN + 8);
    }

    /** Frames first, then fills, then bars: boxes of one role in a row become one path in SVG. */
    private void strip(ArenaSummary arena, double top, int height) {
        frames(arena, top, height);
        for (int index = 0; index < arena.pools(); index++) {
            int pool = pools.pool(arena.arena(), index);
            if (pools.used(pool) > 0) {
                double filled = halves((height - 2.0) * pools.used(pool) / pools.capacity(pool));
                sheet.box(gaugeLeft(index) + 1, top + height - 1 - filled, pitch - 3, filled, Role.ALLOCATED, facts.names.pool(pool));
            }
        }
        for (int index = 0; index < arena.pools() && height == TALL; index++) {
            if (pools.state(pools.pool(arena.arena(), index)) == PoolTable.State.FULL) {
                sheet.box(gaugeLeft(index), top - 4, pitch - 1, 2, Role.FULL_BAR);
            }
        }
    }

    private void frames(ArenaSummary arena, double top, int height) {
        int first = 0;
        for (int index = 1; index <= arena.pools(); index++) {
            boolean ends = index == arena.pools() || untouched(arena, index) != untouched(arena, first);
            if (height == TALL || ends) {
                Role role = untouched(arena, first) ? Role.UNTOUCHED : Role.OUTLINE;
                String ref = height == TALL ? facts.names.pool(pools.pool(arena.arena(), first)) : "";
                sheet.box(gaugeLeft(first) + .5, top + .5, (index - first) * pitch - 2, height - 1, role, ref);
                first = index;
            }
        }
    }

    private boolean untouched(ArenaSummary arena, int index) {
        return pools.state(pools.pool(arena.arena(), index)) == PoolTable.State.UNTOUCHED;
    }

    private double gaugeLeft(int index) {
        return STRIP_LEFT + index * pitch;
    }

    /** Something rather than nothing: half a pixel steps, at least one pixel and a half. */
    static double halves(double px) {
        return Math.max(1.5, Math.round(px * 2) / 2.0);
    }

    private void figures(double top, long bytes, long blocks) {
        sheet.text(FIGURES, top + 14, TextStyle.STRONG, Words.number(bytes) + " B");
        sheet.text(FIGURES, top + 30, TextStyle.NOTE, "in " + Words.count(blocks, "block"));
    }

    private void tag(ArenaSummary arena, String prefix) {
        double top = sheet.y();
        sheet.box(STRIP_LEFT + .75, top + .75, Sheet.RIGHT - STRIP_LEFT - 1.5, 28, Role.TAG);
        sheet.badge(STRIP_LEFT + 16, top + 14, Mark.PIN, "");
        String verdict = prefix + arena.verdict(snapshot);
        double left = Sheet.RIGHT - STRIP_LEFT - 30 - 16 - 12 - TextWidth.of(verdict, TextStyle.SECTION);
        sheet.spans(STRIP_LEFT + 30, top + 19, Anchor.START, facts.names.pool(arena.pin()), new Span(verdict, TextStyle.SECTION),
                new Span(TextWidth.firstFitting(TextStyle.MUTED, left, facts.pinDetail(arena), facts.briefPinDetail(arena)),
                TextStyle.MUTED, 16));
        sheet.moveTo(top + 46);
    }

    private void cHeap() {
        double top = sheet.y();
        sheet.text(Sheet.LEFT, top + 14, TextStyle.SECTION, "C heap");
        sheet.text(Sheet.LEFT, top + 30, TextStyle.NOTE, Words.size(facts.totals.mappedCHeap()));
        figures(top, facts.totals.cHeapBytes(), facts.totals.chunks());
        double bytesPerPx = facts.geometry.poolSize() / pitch;
        var strip = new ChunkStrip(facts, sheet, STRIP_LEFT, pitch * facts.geometry.poolsPerArena(), bytesPerPx);
        strip.draw(top);
    }

    private void sums() {
        sheet.skip(18);
        sheet.text(Sheet.LEFT, sheet.y(), TextStyle.SECTION, facts.empty() ? "Where the mapped bytes are: there are none"
                : "Where the " + Words.number(facts.totals.mapped()) + " mapped bytes are");
        sheet.skip(23);
        var cells = new ArrayList<List<String>>();
        for (HeapFacts.Row row : facts.rows()) {
            boolean mapped = row.name().equals("mapped");
            if (mapped) {
                sheet.skip(-12);
                sheet.rule(LineRole.RULE_STRONG);
                sheet.skip(17);
            }
            sumRow(row);
            cells.add(List.of(row.name(), Words.number(row.bytes()), row.note()));
            sheet.skip(mapped ? 16 : ROW);
        }
        sheet.table(new Table("mapped bytes", List.of(Table.left("part"), Table.right("bytes"), Table.left("note")), cells));
    }

    private void sumRow(HeapFacts.Row row) {
        double base = sheet.y();
        sheet.text(row.total() ? Sheet.LEFT : Sheet.LEFT + 16, base, row.total() ? TextStyle.STRONG : TextStyle.BODY, row.name());
        sheet.textEnd(248, base, row.total() ? TextStyle.STRONG : TextStyle.BODY, Words.number(row.bytes()));
        if (row.name().equals("free")) {
            double x = BAR_LEFT;
            x = bar(x, base, facts.totals.freeBlocks() + facts.totals.cHeapFree(), Role.FREE);
            x = bar(x, base, facts.totals.emptyPools(), Role.OUTLINE);
            bar(x, base, facts.totals.untouchedPools(), Role.UNTOUCHED);
        } else {
            bar(BAR_LEFT, base, row.bytes(), row.role());
        }
        if (!row.note().isEmpty()) {
            sheet.text(NOTE_LEFT, base, TextStyle.NOTE, TextWidth.fit(row.note(), TextStyle.NOTE, Sheet.RIGHT - NOTE_LEFT));
        }
    }

    private double bar(double x, double base, long bytes, Role role) {
        if (bytes == 0 || facts.empty()) {
            return x;
        }
        double width = Math.max(1, BAR_WIDTH * (double) bytes / facts.totals.mapped());
        boolean edged = role != Role.ALLOCATED && role != Role.HEADER;
        if (edged && width < 3) {
            sheet.box(x, base - 9, width, 10, Role.HEADER);
        } else if (edged) {
            sheet.box(x + .5, base - 8.5, width - 1, 9, role);
        } else {
            sheet.box(x, base - 9, width, 10, role);
        }
        return x + width;
    }

    private String description() {
        var text = new StringBuilder(facts.empty() ? "An empty heap." : "The heap as " + facts.overview() + ".");
        facts.arenas.stream().limit(WORDY_ARENAS).forEach(arena ->
                text.append(" Arena ").append(arena.number()).append(": ").append(arena.poolCounts()).append('.'));
        for (ArenaSummary arena : facts.pinned()) {
            text.append(" Arena ").append(arena.number()).append(' ').append(arena.verdict(snapshot)).append(": ")
                    .append(facts.pinDetail(arena)).append('.');
        }
        return text.toString();
    }
}
