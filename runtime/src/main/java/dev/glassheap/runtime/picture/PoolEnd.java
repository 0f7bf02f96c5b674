package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.picture.Shape.LineRole;

/** What ends a pool: the watermark behind the last carved block, and the bytes behind the last block. */
final class PoolEnd {

    private final PoolFacts facts;
    private final BlockGrid grid;
    private final Sheet sheet;

    PoolEnd(PoolFacts facts, BlockGrid grid, Sheet sheet) {
        this.facts = facts;
        this.grid = grid;
        this.sheet = sheet;
    }

    /** @param top y of the first row of blocks */
    void draw(double top) {
        watermark(top);
        waste(top);
    }

    private void watermark(double top) {
        if (facts.untouched() == 0) {
            return;
        }
        double x = grid.left(facts.carved % grid.perRow());
        double y = top + facts.carved / grid.perRow() * grid.rowPitch();
        double over = grid.named() ? 5 : 2;
        sheet.line(LineRole.WATERMARK, 0, x, y - over, x, y + grid.height() + over);
        if (!grid.named()) {
            return;
        }
        int row = facts.carved / grid.perRow();
        int lastRow = grid.rows(facts.capacity) - 1;
        String mark = "watermark: block " + facts.carved + " is carved next";
        double labelLeft = x + 6.5;
        if (grid.right(facts.capacity, row) - labelLeft < TextWidth.of(mark, TextStyle.STRONG) + 12) {
            row++;
            labelLeft = grid.left(0) + 6.5;
        }
        if (row > lastRow) {
            return;
        }
        if (!plate(labelLeft, top + row * grid.rowPitch(), row, TextStyle.STRONG, mark)) {
            return;
        }
        if (row < lastRow) {
            double left = Math.min(labelLeft, grid.left(2) + 6.5);
            plate(left, top + (row + 1) * grid.rowPitch(), row + 1, TextStyle.BODY,
                    Words.count(facts.untouched(), "untouched block") + ": never handed out, nothing written");
        }
    }

    private boolean plate(double left, double top, int row, TextStyle style, String words) {
        double width = TextWidth.of(words, style) + 10;
        if (left + width > Math.max(grid.right(facts.capacity, row), 0)) {
            return false;
        }
        sheet.box(left, top + 8, width, 18, Role.PLATE);
        sheet.text(left + 5, top + 21, style, words);
        return true;
    }

    private void waste(double top) {
        int tail = facts.geometry.tail(facts.size);
        if (tail == 0) {
            return;
        }
        int row = facts.capacity / grid.perRow();
        int column = facts.capacity % grid.perRow();
        boolean fits = column != 0;
        double width = Math.clamp(grid.pitch() * tail / facts.size, 4, grid.pitch() - grid.gap());
        double left = fits ? grid.left(column) + grid.gap() / 2 : grid.left(grid.perRow()) - 2;
        double y = top + (fits ? row : row - 1) * grid.rowPitch();
        if (!fits) {
            width = Math.min(width, 6);
        }
        sheet.box(left + .5, y + .5, width - 1, grid.height() - 1, Role.WASTE);
        double after = left + width + 5;
        if (fits && grid.named() && after + 40 <= Sheet.RIGHT) {
            sheet.text(after, y + 14, TextStyle.NOTE, "waste");
            sheet.text(after, y + 28, TextStyle.NOTE, tail + " B");
        }
    }
}
