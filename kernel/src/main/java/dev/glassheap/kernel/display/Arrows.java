package dev.glassheap.kernel.display;

import dev.glassheap.runtime.picture.Shape.Point;
import java.util.ArrayList;
import java.util.List;

/** Geometry of lines: arrow heads and rounded corners. */
final class Arrows {

    private Arrows() { }

    /** The line without the part that its head covers. */
    static List<Point> shaft(List<Point> points, double head) {
        var shaft = new ArrayList<>(points.subList(0, points.size() - 1));
        Point end = points.getLast();
        Point before = shaft.getLast();
        double length = Math.hypot(end.x() - before.x(), end.y() - before.y());
        shaft.add(towards(end, before, Math.min(head - 1, Math.max(0, length - .5))));
        return shaft;
    }

    /** The triangle at the end of the line: tip and two corners as x, y, x, y, x, y. */
    static double[] head(List<Point> points, double length) {
        Point tip = points.getLast();
        Point before = points.get(points.size() - 2);
        double distance = Math.max(1e-9, Math.hypot(tip.x() - before.x(), tip.y() - before.y()));
        double dx = (tip.x() - before.x()) / distance;
        double dy = (tip.y() - before.y()) / distance;
        double half = length * .45;
        double x = tip.x() - dx * length;
        double y = tip.y() - dy * length;
        return new double[] {tip.x(), tip.y(), x - dy * half, y + dx * half, x + dy * half, y - dx * half};
    }

    /** Where the rounding of a corner begins, on the way to {@code to}: at most in the middle. */
    static Point rounding(Point corner, Point to, double radius) {
        return towards(corner, to, Math.min(radius, Math.hypot(to.x() - corner.x(), to.y() - corner.y()) / 2));
    }

    /** The point {@code distance} px from {@code from} on the way to {@code to}; at most all the way. */
    static Point towards(Point from, Point to, double distance) {
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
        if (length == 0) {
            return from;
        }
        double part = Math.min(distance / length, 1);
        return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
    }
}
