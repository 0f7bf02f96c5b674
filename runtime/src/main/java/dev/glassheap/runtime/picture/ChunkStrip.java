package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.snapshot.ChunkTable;

/**
 * The C heap as rows of the length of an arena, at the arenas' scale: used chunks dark with light gaps where they can be
 * told apart, free ones hatched. At most three rows are drawn; what is beyond is said.
 */
final class ChunkStrip {

    private static final int MOST_ROWS = 3;
    private static final int ROW_HEIGHT = 30;
    private static final int SLIM_HEIGHT = 16;
    private static final int NOTES_BESIDE = 250;

    private final HeapFacts facts;
    private final Sheet sheet;
    private final double left;
    private final double rowWidth;
    private final double bytesPerPx;
    private double runStart = -1;
    private boolean runUsed;

    ChunkStrip(HeapFacts facts, Sheet sheet, double left, double rowWidth, double bytesPerPx) {
        this.facts = facts;
        this.sheet = sheet;
        this.left = left;
        this.rowWidth = rowWidth;
        this.bytesPerPx = bytesPerPx;
    }

    /** Draws from {@code top} and leaves the sheet below the strip and its notes. */
    void draw(double top) {
        double length = facts.totals.mappedCHeap() / bytesPerPx;
        int rows = (int) Math.ceil(length / rowWidth);
        int drawn = Math.min(rows, MOST_ROWS);
        int height = drawn > 1 ? SLIM_HEIGHT : ROW_HEIGHT;
        chunks(top, drawn, height);
        String largest = facts.cHeapLargest();
        String free = facts.cHeapFree() + (rows > drawn ? "; " + Words.size((long) ((length - drawn * rowWidth) * bytesPerPx))
                + " more not drawn" : "");
        double bottom = top + drawn * (height + 4) - 4;
        if (drawn == 1 && length <= NOTES_BESIDE) {
            double x = left + Math.ceil(length) + 14;
            sheet.text(x, top + 14, TextStyle.NOTE_INK, TextWidth.fit(largest, TextStyle.NOTE_INK, 622 - x));
            sheet.text(x, top + 30, TextStyle.NOTE, TextWidth.fit(free, TextStyle.NOTE, 622 - x));
            sheet.moveTo(Math.max(bottom, top + 34) + 16);
        } else {
            sheet.text(left, bottom + 16, TextStyle.NOTE_INK, TextWidth.fit(largest, TextStyle.NOTE_INK, rowWidth));
            sheet.text(left, bottom + 31, TextStyle.NOTE, TextWidth.fit(free, TextStyle.NOTE, rowWidth));
            sheet.moveTo(bottom + 46);
        }
    }

    private void chunks(double top, int rows, int height) {
        ChunkTable chunks = facts.snapshot.chunks();
        double at = 0;
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            double end = at + chunks.size(chunk) / bytesPerPx;
            boolean used = chunks.allocated(chunk);
            boolean apart = runStart >= 0 && (used != runUsed || at - runStart >= 2.5);
            if (apart) {
                run(runStart, at, top, rows, height);
                runStart = -1;
            }
            if (runStart < 0) {
                runStart = at;
                runUsed = used;
            }
            at = end;
        }
        if (runStart >= 0) {
            run(runStart, at, top, rows, height);
        }
    }

    private void run(double from, double to, double top, int rows, int height) {
        int row = (int) (from / rowWidth);
        double start = from;
        while (row < rows && start < to) {
            double end = Math.min(to, (row + 1) * rowWidth);
            piece(left + start - row * rowWidth, top + row * (height + 4), end - start, height);
            start = end;
            row++;
        }
    }

    private void piece(double x, double y, double width, int height) {
        if (runUsed) {
            sheet.box(x, y, Math.max(width - 1, .75), height, Role.ALLOCATED);
        } else if (width >= 3) {
            sheet.box(x + .5, y + .5, width - 1, height - 1, Role.FREE);
        }
    }
}
