package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.picture.Shape.LineRole;
import dev.glassheap.runtime.picture.Shape.Mark;
import dev.glassheap.runtime.picture.Shape.Span;
import dev.glassheap.runtime.snapshot.BlockBytes;
import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.PoolTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One pool: its header, its blocks in address order with names and slack, the free list as arrows, the watermark, and if wanted
 * the bytes of one block. Up to 64 blocks stand 8 in a row with names, up to 255 16 in a row with type letters, more 32 or 64 in
 * a row as runs of equal state.
 */
public final class PoolPicture {

    private final HeapSnapshot snapshot;
    private final PoolFacts facts;
    private final PoolTable pools;
    private final int pool;
    private final List<BlockBytes> lens;
    private final BlockGrid grid;
    private final Sheet sheet = new Sheet();

    private PoolPicture(HeapSnapshot snapshot, int pool, List<BlockBytes> lens) {
        this.snapshot = snapshot;
        this.pool = pool;
        this.pools = snapshot.pools();
        this.facts = new PoolFacts(snapshot, pool);
        this.lens = lens;
        this.grid = BlockGrid.of(facts.capacity);
    }

    /**
     * @param pool number in the heap
     * @throws IndexOutOfBoundsException if there is no such pool
     */
    public static Scene of(HeapSnapshot snapshot, int pool) {
        java.util.Objects.checkIndex(pool, snapshot.pools().poolCount());
        return new PoolPicture(snapshot, pool, List.of()).draw();
    }

    /** The pool of a block, with the block marked and its bytes below. */
    public static Scene of(HeapSnapshot snapshot, BlockBytes bytes) {
        java.util.Objects.checkIndex(bytes.block(), snapshot.pools().carved(bytes.pool()));
        return new PoolPicture(snapshot, bytes.pool(), List.of(bytes)).draw();
    }

    private Scene draw() {
        List<String> headline = Sheet.headline(facts.headline());
        sheet.headlines(headline);
        sheet.breadcrumb(facts.breadcrumb());
        if (facts.state == PoolTable.State.UNTOUCHED) {
            sheet.skip(20);
        } else {
            keyFacts();
            sheet.skip(30);
            blocks();
            new PoolKey(facts, grid, sheet).draw();
            lens.forEach(bytes -> new ByteLens(sheet, facts).draw(bytes));
            table();
        }
        return sheet.finish("pool", headline, facts.breadcrumb(), description(), facts.footer(!lens.isEmpty()),
                new PoolTwin(facts, lens).text());
    }

    private void keyFacts() {
        Span[] list = {new Span("free list:", TextStyle.MUTED), new Span(facts.freeListWords(), TextStyle.STRONG, Sheet.SPACE)};
        var spans = new ArrayList<>(List.of(list));
        spans.add(new Span(facts.slackWords(), TextStyle.MUTED, 24));
        var rest = new Span(facts.equation(), TextStyle.MUTED, 24);
        double width = spans.stream().mapToDouble(span -> span.gap() + TextWidth.of(span.text(), span.style())).sum();
        if (width + 24 + TextWidth.of(rest.text(), TextStyle.MUTED) <= Sheet.RIGHT - Sheet.LEFT) {
            spans.add(rest);
            sheet.facts(spans.toArray(Span[]::new));
        } else {
            sheet.facts(spans.toArray(Span[]::new));
            sheet.facts(new Span(facts.equation(), TextStyle.MUTED));
        }
    }

    private void blocks() {
        double top = sheet.y() + 8;
        for (int column = 0; column < grid.perRow(); column += grid.labelStep()) {
            sheet.textMiddle(grid.left(column) + grid.pitch() / 2, sheet.y(), TextStyle.NOTE, "+" + column);
        }
        header(top);
        for (int row = 1; row < grid.rows(facts.capacity); row++) {
            rowLabel(row, top + row * grid.rowPitch());
        }
        if (grid.runs()) {
            runs(top);
        } else {
            Map<String, Character> letters = facts.letters();
            for (int block = 0; block < facts.carved; block++) {
                cell(block, grid.left(block % grid.perRow()), top + block / grid.perRow() * grid.rowPitch(), letters);
            }
            untouched(top);
        }
        if (grid.named()) {
            arrows(top);
        }
        new PoolEnd(facts, grid, sheet).draw(top);
        sheet.moveTo(top + grid.rows(facts.capacity) * grid.rowPitch());
    }

    private void header(double top) {
        sheet.box(Sheet.LEFT, top, 58, grid.height(), Role.HEADER);
        if (grid.named()) {
            sheet.textMiddle(49, top + 14, TextStyle.ON_DARK_STRONG, "H");
            sheet.textMiddle(49, top + 28, TextStyle.ON_DARK_NOTE, facts.geometry.poolHeader() + " B");
        } else {
            sheet.textMiddle(49, top + grid.height() / 2 + 4, TextStyle.ON_DARK_NOTE, "H " + facts.geometry.poolHeader() + " B");
        }
    }

    private void rowLabel(int row, double top) {
        int block = row * grid.perRow();
        if (grid.named()) {
            sheet.textEnd(74, top + 14, TextStyle.NOTE, "block " + block);
            sheet.textEnd(74, top + 28, TextStyle.CODE_NOTE, String.format("+0x%03x", facts.geometry.poolHeader() + block * facts.size));
        } else {
            sheet.textEnd(74, top + grid.height() / 2 + 4, TextStyle.NOTE, Integer.toString(block));
        }
    }

    private void cell(int block, double x, double top, Map<String, Character> letters) {
        double left = x + grid.gap() / 2;
        double width = grid.pitch() - grid.gap();
        if (!pools.allocated(pool, block)) {
            sheet.box(left + .5, top + .5, width - 1, grid.height() - 1, Role.FREE);
            if (grid.named()) {
                sheet.box(left + 14, top + 8, width - 28, 18, Role.PLATE);
                sheet.textMiddle(left + width / 2, top + 21, TextStyle.BODY, "free " + place(block));
            }
            return;
        }
        int owner = pools.owner(pool, block);
        String ref = owner == PoolTable.NONE ? "" : facts.names.object(owner);
        sheet.box(left, top, width, grid.height(), Role.ALLOCATED, ref);
        double slack = width * (facts.size - pools.requested(pool, block)) / facts.size;
        if (slack >= 1) {
            sheet.box(left + width - 1 - slack, top + 1, slack, grid.height() - 2, Role.SLACK);
        }
        if (grid.named()) {
            words(block, left + 6, top, width - 10 - Math.max(slack, 0), ref);
        } else {
            sheet.textMiddle(left + width / 2, top + grid.height() / 2 + 4, TextStyle.ON_DARK_NOTE,
                    String.valueOf(letters.getOrDefault(facts.type(block), '*')));
        }
    }

    private void words(int block, double x, double top, double width, String ref) {
        String name = ref.isEmpty() ? Names.RUNTIME : ref;
        sheet.spans(x, top + 15, Shape.Anchor.START, ref, new Span(TextWidth.fit(name, TextStyle.ON_DARK, width), TextStyle.ON_DARK));
        String role = Words.visible(pools.role(pool, block));
        int requested = pools.requested(pool, block);
        String second = facts.garbage(block) ? "garbage" : !role.isEmpty() ? role : requested < facts.size ? requested + " of "
                + facts.size : "";
        if (!second.isEmpty()) {
            sheet.text(x, top + 28, TextStyle.ON_DARK_NOTE, TextWidth.fit(second, TextStyle.ON_DARK_NOTE, width));
        }
    }

    private int place(int block) {
        for (int i = 0; i < facts.freeList.length; i++) {
            if (facts.freeList[i] == block) {
                return i + 1;
            }
        }
        throw new IllegalStateException("block " + block + " is free and not in the free list");
    }

    private void untouched(double top) {
        for (int block = facts.carved; block < facts.capacity; block++) {
            double left = grid.left(block % grid.perRow()) + grid.gap() / 2;
            sheet.box(left + .5, top + block / grid.perRow() * grid.rowPitch() + .5, grid.pitch() - grid.gap() - 1,
                    grid.height() - 1, Role.UNTOUCHED);
        }
    }

    private void runs(double top) {
        int first = 0;
        for (int block = 1; block <= facts.capacity; block++) {
            boolean ends = block == facts.capacity || block % grid.perRow() == 0 || state(block) != state(first);
            if (ends) {
                run(first, block - 1, top);
                first = block;
            }
        }
    }

    private Role state(int block) {
        if (block >= facts.carved) {
            return Role.UNTOUCHED;
        }
        return pools.allocated(pool, block) ? Role.ALLOCATED : Role.FREE;
    }

    private void run(int first, int last, double top) {
        double left = grid.left(first % grid.perRow()) + grid.gap() / 2;
        double right = grid.left(last % grid.perRow()) + grid.pitch() - grid.gap() / 2;
        double y = top + first / grid.perRow() * grid.rowPitch();
        Role role = state(first);
        if (role == Role.ALLOCATED) {
            sheet.box(left, y, right - left, grid.height(), role);
        } else {
            sheet.box(left + .5, y + .5, right - left - 1, grid.height() - 1, role);
        }
    }

    private void arrows(double top) {
        for (BlockBytes bytes : lens) {
            double left = grid.left(bytes.block() % grid.perRow()) + grid.gap() / 2;
            double y = top + bytes.block() / grid.perRow() * grid.rowPitch();
            double width = grid.pitch() - grid.gap();
            sheet.box(left - 1.5, y - 1.5, width + 3, grid.height() + 3, Role.TARGET, ref(bytes));
            sheet.badge(left + width - 13, y + 11, Mark.CIRCLED, "1");
        }
        if (facts.freeList.length <= PoolFacts.LISTED) {
            new FreeListRoutes(grid, top, facts.freeList).lines().forEach(points -> sheet.line(LineRole.FREE_LIST, 3, points));
        }
    }

    private String ref(BlockBytes bytes) {
        int owner = pools.allocated(pool, bytes.block()) ? pools.owner(pool, bytes.block()) : PoolTable.NONE;
        return owner == PoolTable.NONE ? "" : facts.names.object(owner);
    }

    private void table() {
        var rows = new ArrayList<List<String>>();
        if (facts.capacity <= BlockGrid.MOST_LETTERED) {
            for (int block = 0; block < facts.carved; block++) {
                boolean allocated = pools.allocated(pool, block);
                rows.add(List.of(Integer.toString(block), allocated ? facts.names.block(pool, block) : "free " + place(block),
                        allocated ? Integer.toString(pools.requested(pool, block)) : ""));
            }
        }
        sheet.table(new Table("blocks", List.of(Table.right("block"), Table.left("holds"), Table.right("requested")), rows));
    }

    private String description() {
        if (facts.state == PoolTable.State.UNTOUCHED) {
            return "Pool " + facts.index + " has no blocks yet.";
        }
        return "Pool " + facts.index + " of arena " + pools.arenaNumber(pools.arenaOf(pool)) + ", " + facts.size
                + "-byte blocks, " + grid.perRow() + " in a row in address order. "
                + facts.used + " allocated, " + facts.freeList.length + " free" + (facts.freeList.length > 0 ? " in the order "
                + facts.freeListWords().replace(" > ", ", ") : "")
                + ", " + facts.untouched() + " untouched.";
    }
}
