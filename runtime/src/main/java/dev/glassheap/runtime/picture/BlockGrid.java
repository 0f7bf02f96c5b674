package dev.glassheap.runtime.picture;

/**
 * Where the blocks of a pool stand: everything is to scale within a row, the same block is always at the same place.
 *
 * @param perRow   blocks in a row
 * @param pitch    px from one block to the next
 * @param gap      px between two blocks
 * @param height   px of a block
 * @param rowPitch px from one row to the next
 */
record BlockGrid(int perRow, double pitch, double gap, double height, double rowPitch) {

    /** Pools of up to so many blocks show names. */
    static final int MOST_NAMED = 64;
    /** Pools of up to so many blocks show a letter per block. */
    static final int MOST_LETTERED = 255;
    private static final int MOST_WIDE_RUNS = 512;
    private static final double LEFT = 79;
    private static final double WIDTH = 656;

    static BlockGrid of(int capacity) {
        if (capacity <= MOST_NAMED) {
            return new BlockGrid(8, WIDTH / 8, 5, 34, 50);
        }
        if (capacity <= MOST_LETTERED) {
            return new BlockGrid(16, WIDTH / 16, 3, 24, 30);
        }
        return capacity <= MOST_WIDE_RUNS ? new BlockGrid(32, WIDTH / 32, 2, 18, 22) : new BlockGrid(64, WIDTH / 64, 1, 14, 18);
    }

    boolean named() {
        return perRow == 8;
    }

    boolean runs() {
        return perRow > 16;
    }

    /** Every how many columns one is numbered. */
    int labelStep() {
        return runs() ? 8 : 1;
    }

    /** Left end of a column, in the middle of the gap before its block. */
    double left(int column) {
        return LEFT + column * pitch;
    }

    int rows(int capacity) {
        return Math.max(1, (capacity + perRow - 1) / perRow);
    }

    /** Right end of the blocks of a row. */
    double right(int capacity, int row) {
        int inRow = Math.clamp(capacity - row * perRow, 0, perRow);
        return left(inRow) - gap / 2;
    }
}
