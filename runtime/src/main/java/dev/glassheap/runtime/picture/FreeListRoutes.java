package dev.glassheap.runtime.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ways for the arrows of a free list through the channels between rows and columns of blocks, so that no arrow crosses a block. A
 * channel has three lanes; if they do not suffice there are no arrows, and the numbers in the blocks say the order.
 */
final class FreeListRoutes {

    private static final double[] LANES = {5, 10, 13};
    private static final double PORT = 9;
    private static final double MARGIN = 8;

    private final BlockGrid grid;
    private final double top;
    private final int[] list;
    private final List<double[]> lanesTaken = new ArrayList<>();
    private final List<double[]> gapsTaken = new ArrayList<>();

    FreeListRoutes(BlockGrid grid, double top, int[] list) {
        this.grid = grid;
        this.top = top;
        this.list = list;
    }

    /** One way per arrow as x, y, x, y, ...; empty if there is no room. */
    List<double[]> lines() {
        var lines = new ArrayList<double[]>();
        for (int i = 0; i + 1 < list.length; i++) {
            double[] line = route(i);
            if (line.length == 0) {
                return List.of();
            }
            lines.add(line);
        }
        return lines;
    }

    private int row(int i) {
        return list[i] / grid.perRow();
    }

    private double middle(int i) {
        return grid.left(list[i] % grid.perRow()) + grid.pitch() / 2;
    }

    /** Whether the arrow i leaves below its block: it does unless the next block is in a row above. */
    private boolean leavesBelow(int i) {
        return row(i + 1) >= row(i);
    }

    /** Whether the arrow i arrives at the lower edge of the next block. */
    private boolean arrivesBelow(int i) {
        return row(i + 1) <= row(i);
    }

    private double leavePort(int i) {
        boolean shared = i > 0 && arrivesBelow(i - 1) == leavesBelow(i);
        return middle(i) + (shared ? out(i) : 0);
    }

    private double arrivePort(int i) {
        boolean shared = i + 2 < list.length && leavesBelow(i + 1) == arrivesBelow(i);
        return middle(i + 1) + (shared ? -out(i + 1) : 0);
    }

    /** On which side of the middle the arrow i leaves when one arrives at the same edge: the side it goes to. */
    private double out(int i) {
        boolean fromLeft = middle(i - 1) < middle(i);
        boolean toRight = middle(i + 1) > middle(i);
        return fromLeft || toRight ? PORT : -PORT;
    }

    private double edge(int i, boolean below) {
        double y = top + row(i) * grid.rowPitch();
        return below ? y + grid.height() : y;
    }

    /** Number of the channel at an edge: channel k is below row k. */
    private int channel(int i, boolean below) {
        return below ? row(i) : row(i) - 1;
    }

    private double[] route(int i) {
        double x1 = leavePort(i);
        double x2 = arrivePort(i);
        double y1 = edge(i, leavesBelow(i));
        double y2 = edge(i + 1, arrivesBelow(i));
        int from = channel(i, leavesBelow(i));
        int to = channel(i + 1, arrivesBelow(i));
        if (from == to) {
            double y = lane(from, x1, x2);
            return y < 0 ? new double[0] : new double[] {x1, y1, x1, y, x2, y, x2, y2};
        }
        double gap = gap(Math.min(from, to), Math.max(from, to), x1, x2);
        double first = gap < 0 ? -1 : lane(from, x1, gap);
        double second = first < 0 ? -1 : lane(to, gap, x2);
        return second < 0 ? new double[0] : new double[] {x1, y1, x1, first, gap, first, gap, second, x2, second, x2, y2};
    }

    /** A free lane of a channel between two x, as its y; -1 if there is none. */
    private double lane(int channel, double x1, double x2) {
        double left = Math.min(x1, x2) - MARGIN;
        double right = Math.max(x1, x2) + MARGIN;
        for (double lane : LANES) {
            boolean taken = lanesTaken.stream().anyMatch(t -> t[0] == channel && t[1] == lane && t[2] < right && left < t[3]);
            if (!taken) {
                lanesTaken.add(new double[] {channel, lane, left, right});
                return top + channel * grid.rowPitch() + grid.height() + lane;
            }
        }
        return -1;
    }

    /** The x of a free column gap that the way between two channels can take with the least detour; -1 if there is none. */
    private double gap(int upper, int lower, double x1, double x2) {
        double[] gaps = new double[grid.perRow() + 1];
        Arrays.setAll(gaps, grid::left);
        return Arrays.stream(gaps).boxed()
                .filter(x -> gapsTaken.stream().noneMatch(t -> t[0] == x && t[1] < lower && upper < t[2]))
                .min((a, b) -> Double.compare(Math.abs(a - x1) + Math.abs(a - x2), Math.abs(b - x1) + Math.abs(b - x2)))
                .map(x -> {
                    gapsTaken.add(new double[] {x, upper, lower});
                    return x;
                })
                .orElse(-1.0);
    }
}
