package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.picture.Shape.Anchor;
import dev.glassheap.runtime.picture.Shape.LineRole;
import dev.glassheap.runtime.picture.Shape.Mark;
import dev.glassheap.runtime.picture.Shape.Span;
import dev.glassheap.runtime.snapshot.Geometry;
import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.PoolTable;
import java.util.ArrayList;
import java.util.List;

/** One arena: an address-ordered grid of pool gauges, whether the arena can be returned and what pins it, and the sum of its bytes. */
public final class ArenaPicture {

    private static final int COLUMNS = 8;
    private static final int COLUMN = 90;
    private static final int ROW = 54;
    private static final int GAUGE_HEIGHT = 40;
    /** A capacity of more digits takes two lines. */
    private static final int LONGEST_PAIR = 999;
    private static final int KEY_GAP = 36;

    private final HeapSnapshot snapshot;
    private final PoolTable pools;
    private final ArenaFacts facts;
    private final ArenaSummary arena;
    private final Sheet sheet = new Sheet();

    private ArenaPicture(HeapSnapshot snapshot, int arena) {
        this.snapshot = snapshot;
        this.pools = snapshot.pools();
        this.facts = new ArenaFacts(snapshot, arena);
        this.arena = facts.arena;
    }

    /**
     * @param arena number of the arena
     * @throws IndexOutOfBoundsException if there is no such arena
     */
    public static Scene of(HeapSnapshot snapshot, int arena) {
        java.util.Objects.checkIndex(arena, snapshot.pools().arenaCount());
        return new ArenaPicture(snapshot, arena).draw();
    }

    private Scene draw() {
        List<String> headline = Sheet.headline(facts.headline());
        List<String> breadcrumb = List.of("heap", "arena " + arena.number());
        sheet.headlines(headline);
        sheet.breadcrumb(breadcrumb);
        sheet.skip(14);
        tag();
        grid();
        key();
        sums();
        return sheet.finish("arena", headline, breadcrumb, description(), facts.footer(), new ArenaTwin(facts).text());
    }

    private void tag() {
        double top = sheet.y();
        sheet.box(20.75, top + .75, 718.5, 28, Role.TAG);
        sheet.badge(36, top + 15, Mark.PIN, "");
        String verdict = arena.verdict(snapshot);
        var spans = new ArrayList<Span>();
        spans.add(new Span(verdict, TextStyle.SECTION));
        if (!facts.detail().isEmpty()) {
            double room = Sheet.RIGHT - 50 - 16 - 10 - TextWidth.of(verdict, TextStyle.SECTION);
            spans.add(new Span(TextWidth.firstFitting(TextStyle.MUTED, room, facts.detail(), facts.briefDetail()), TextStyle.MUTED, 16));
        }
        sheet.spans(50, top + 20, Anchor.START, "", spans.toArray(Span[]::new));
        sheet.moveTo(top + 52);
    }

    private void grid() {
        double top = sheet.y();
        for (int index = 0; index < arena.pools(); index++) {
            cell(index, Sheet.LEFT + index % COLUMNS * COLUMN, top + index / COLUMNS * (double) ROW);
        }
        int rows = (arena.pools() + COLUMNS - 1) / COLUMNS;
        sheet.moveTo(top + rows * ROW);
        table();
    }

    private void cell(int index, double x, double top) {
        int pool = pools.pool(arena.arena(), index);
        PoolTable.State state = pools.state(pool);
        String ref = "pool " + index;
        boolean pin = pool == arena.pin();
        if (pin) {
            sheet.box(x - 2, top - 4, 86, 52, Role.PINNED, ref);
        }
        sheet.textEnd(x + 15, top + 10, TextStyle.NOTE, Integer.toString(index));
        double part = state == PoolTable.State.UNTOUCHED ? 0 : (double) pools.used(pool) / pools.capacity(pool);
        gauge(x + 19, top, 16, GAUGE_HEIGHT, state, part, ref);
        if (state == PoolTable.State.UNTOUCHED) {
            boolean first = index == 0 || index % COLUMNS == 0 || pools.state(pool - 1) != PoolTable.State.UNTOUCHED;
            boolean room = index % COLUMNS != COLUMNS - 1;
            if (first && room) {
                sheet.text(x + 40, top + 25, TextStyle.NOTE, "untouched");
            }
            return;
        }
        words(pool, x + 40, top, state, pin);
    }

    private void words(int pool, double x, double top, PoolTable.State state, boolean pin) {
        boolean empty = state == PoolTable.State.EMPTY;
        TextStyle size = empty ? TextStyle.MUTED : TextStyle.BODY;
        TextStyle pair = empty ? TextStyle.NOTE : TextStyle.NOTE_INK;
        sheet.text(x, top + 10, size, pools.blockSize(pool) + " B");
        int capacity = pools.capacity(pool);
        if (capacity > LONGEST_PAIR) {
            sheet.text(x, top + 25, pair, pools.used(pool) + "/");
            sheet.text(x, top + 39, pair, Integer.toString(capacity));
            if (pin) {
                sheet.badge(x + 36, top + 35, Mark.PIN, "");
            }
            return;
        }
        sheet.text(x, top + 25, pair, pools.used(pool) + "/" + capacity);
        if (pin) {
            sheet.badge(x + 4, top + 35, Mark.PIN, "");
            sheet.text(x + 12, top + 39, TextStyle.NOTE_STRONG, "pin");
        } else if (state == PoolTable.State.FULL) {
            sheet.text(x, top + 39, TextStyle.NOTE, "full");
        } else if (empty) {
            sheet.text(x, top + 39, TextStyle.NOTE, "empty");
        }
    }

    private void gauge(double x, double top, double width, double height, PoolTable.State state, double part, String ref) {
        if (state == PoolTable.State.UNTOUCHED) {
            sheet.box(x + .5, top + .5, width - 1, height - 1, Role.UNTOUCHED, ref);
            return;
        }
        sheet.box(x + .5, top + .5, width - 1, height - 1, Role.OUTLINE, ref);
        if (part > 0) {
            double filled = HeapPicture.halves((height - 2) * part);
            sheet.box(x + 1, top + height - 1 - filled, width - 2, filled, Role.ALLOCATED, ref);
        }
        if (state == PoolTable.State.FULL) {
            sheet.box(x, top - 4, width, 2, Role.FULL_BAR);
        }
    }

    private void table() {
        var rows = new ArrayList<List<String>>();
        for (int index = 0; index < arena.pools(); index++) {
            int pool = pools.pool(arena.arena(), index);
            boolean untouched = pools.state(pool) == PoolTable.State.UNTOUCHED;
            rows.add(List.of(Integer.toString(index), untouched ? "" : Integer.toString(pools.blockSize(pool)),
                    Integer.toString(pools.used(pool)),
                    untouched ? "" : Integer.toString(pools.capacity(pool)), ArenaFacts.word(pools.state(pool))));
        }
        sheet.table(new Table("pools", List.of(Table.right("pool"), Table.right("block size"), Table.right("allocated"),
                Table.right("capacity"),
                Table.left("state")), rows));
    }

    private void key() {
        sheet.skip(2);
        sheet.rule(LineRole.RULE);
        sheet.skip(16);
        double top = sheet.y();
        double x = Sheet.LEFT;
        x = keyEntry(x, top, PoolTable.State.USED, .5, "in use: filled by its blocks");
        x = keyEntry(x, top, PoolTable.State.FULL, 1, "full: bar on top");
        x = keyEntry(x, top, PoolTable.State.EMPTY, 0, "empty: any block size may take it");
        keyEntry(x, top, PoolTable.State.UNTOUCHED, 0, "untouched: never carved");
        sheet.moveTo(top + 48);
    }

    private double keyEntry(double x, double top, PoolTable.State state, double part, String words) {
        gauge(x, top, 10, 18, state, part, "");
        sheet.text(x + 16, top + 13, TextStyle.NOTE, words);
        return x + 16 + Math.round(TextWidth.of(words, TextStyle.NOTE)) + KEY_GAP / 2.0;
    }

    private void sums() {
        Geometry geometry = snapshot.header().geometry();
        sheet.text(Sheet.LEFT, sheet.y(), TextStyle.SECTION, "Where the " + Words.number(geometry.arenaSize())
                + " bytes of arena " + arena.number() + " are");
        double top = sheet.y() + 10;
        double x = Sheet.LEFT;
        double column = Sheet.LEFT;
        var cells = new ArrayList<List<String>>();
        for (ArenaFacts.Part part : facts.parts()) {
            double width = 720.0 * part.bytes() / geometry.arenaSize();
            piece(x, top, width, 16, part.role());
            x += width;
            swatch(column, top + 28, part.role());
            sheet.text(column + 16, top + 37, TextStyle.NOTE_INK, Words.number(part.bytes()) + " " + part.name());
            sheet.text(column + 16, top + 52, TextStyle.NOTE, part.note());
            column += 146;
            cells.add(List.of(part.name(), Words.number(part.bytes()), part.note()));
        }
        sheet.table(new Table("bytes of arena " + arena.number(), List.of(Table.left("part"), Table.right("bytes"),
                Table.left("note")), cells));
        sheet.moveTo(top + 70);
    }

    private void piece(double x, double top, double width, double height, Role role) {
        boolean edged = role == Role.FREE || role == Role.OUTLINE || role == Role.UNTOUCHED;
        if (width >= 3 && edged) {
            sheet.box(x + .5, top + .5, width - 1, height - 1, role);
        } else if (width > 0 && !edged) {
            sheet.box(x, top, Math.max(1, width), height, role);
        }
    }

    private void swatch(double x, double top, Role role) {
        piece(x, top, 10, 10, role);
    }

    private String description() {
        return "A grid of " + Words.count(arena.pools(), "pool") + " in address order, 8 in a row. " + arena.poolCounts() + ". "
                + arena.verdict(snapshot)
                + (facts.detail().isEmpty() ? "" : "; " + facts.detail()) + ". Each gauge shows allocated blocks of its capacity.";
    }
}
