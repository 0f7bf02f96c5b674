package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.picture.Shape.LineRole;
import dev.glassheap.runtime.snapshot.PoolTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Braces under an arena's strip with the counts of its runs of pools; one brace with all counts if the runs are too short for words. */
final class ArenaBrackets {

    private final PoolTable pools;
    private final Sheet sheet;
    private final double left;
    private final double pitch;

    ArenaBrackets(HeapFacts facts, Sheet sheet, double left, double pitch) {
        this.pools = facts.snapshot.pools();
        this.sheet = sheet;
        this.left = left;
        this.pitch = pitch;
    }

    private double left(int index) {
        return left + index * pitch;
    }

    private record Run(int first, int last, String label) { }

    void draw(ArenaSummary arena, boolean tagged) {
        List<Run> runs = runs(arena, tagged);
        boolean fits = runs.stream().allMatch(run -> run.label().isEmpty()
                || TextWidth.of(run.label(), TextStyle.NOTE) <= (run.last() - run.first() + 1) * pitch - 4);
        if (!fits || tagged && runs.stream().anyMatch(run -> !run.label().isEmpty() && crossed(arena, run))) {
            runs = List.of(new Run(0, arena.pools() - 1, "pools: " + arena.poolCounts()));
        }
        for (Run run : runs) {
            if (run.label().isEmpty()) {
                continue;
            }
            double from = left(run.first()) + .5;
            double to = left(run.last()) + pitch - 1.5;
            double top = sheet.y() + 4;
            sheet.line(LineRole.BRACKET, 0, from, top, from, top + 4.5, to, top + 4.5, to, top);
            label(arena, run, from, to, tagged);
        }
    }

    private boolean crossed(ArenaSummary arena, Run run) {
        int pin = pools.indexInArena(arena.pin());
        return pin >= run.first() && pin <= run.last();
    }

    /** In the middle below the bracket, or beside the stem that leads from the pinned pool to its tag. */
    private void label(ArenaSummary arena, Run run, double from, double to, boolean tagged) {
        double width = TextWidth.of(run.label(), TextStyle.NOTE);
        double base = sheet.y() + 21;
        double x = Math.max(from, (from + to - width) / 2);
        double stem = tagged ? left(pools.indexInArena(arena.pin())) + (pitch - 1) / 2 : 0;
        boolean crossed = tagged && stem > x - 4 && stem < x + width + 4;
        if (crossed && stem - left > width + 8) {
            sheet.textEnd(stem - 8, base, TextStyle.NOTE, run.label());
        } else if (crossed) {
            sheet.text(stem + 8, base, TextStyle.NOTE, run.label());
        } else if (width <= to - from) {
            sheet.textMiddle((from + to) / 2, base, TextStyle.NOTE, run.label());
        } else {
            sheet.text(from, base, TextStyle.NOTE, run.label());
        }
    }

    private List<Run> runs(ArenaSummary arena, boolean tagged) {
        var runs = new ArrayList<Run>();
        int first = 0;
        for (int index = 1; index <= arena.pools(); index++) {
            if (index == arena.pools() || phase(arena.arena(), index) != phase(arena.arena(), first)) {
                runs.add(new Run(first, index - 1, label(arena, first, index - 1, tagged)));
                first = index;
            }
        }
        return runs;
    }

    private PoolTable.State phase(int arena, int index) {
        PoolTable.State state = pools.state(pools.pool(arena, index));
        return state == PoolTable.State.FULL ? PoolTable.State.USED : state;
    }

    private String label(ArenaSummary arena, int first, int last, boolean tagged) {
        int count = last - first + 1;
        return switch (phase(arena.arena(), first)) {
            case EMPTY -> count + " empty";
            case UNTOUCHED -> count + " untouched";
            case USED, FULL -> {
                if (tagged && arena.inUse() == 1) {
                    yield "";
                }
                long full = IntStream.rangeClosed(first, last)
                        .filter(i -> pools.state(pools.pool(arena.arena(), i)) == PoolTable.State.FULL).count();
                String all = count == arena.pools() ? Words.count(count, "pool") + " in use" : count + " in use";
                yield full == 0 ? all : all + ", " + full + (count == arena.pools() ? " of them full" : " full");
            }
        };
    }
}
