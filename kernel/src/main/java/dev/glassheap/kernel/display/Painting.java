package dev.glassheap.kernel.display;

import dev.glassheap.kernel.display.Palette.Look;
import dev.glassheap.runtime.picture.Role;
import dev.glassheap.runtime.picture.Scene;
import dev.glassheap.runtime.picture.Shape;
import dev.glassheap.runtime.picture.Shape.Badge;
import dev.glassheap.runtime.picture.Shape.Box;
import dev.glassheap.runtime.picture.Shape.Label;
import dev.glassheap.runtime.picture.Shape.Line;
import dev.glassheap.runtime.picture.Shape.LineRole;
import dev.glassheap.runtime.picture.Shape.Mark;
import dev.glassheap.runtime.picture.Shape.Point;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Paints a scene: the panel, then every shape with the look and the mark of its role, in the same way for SVG and PNG. */
final class Painting {

    private static final double CORNER = 8;
    /** Roles without a mark and with square corners. */
    private static final Set<Role> PLAIN = EnumSet.of(Role.ALLOCATED, Role.SLACK, Role.HEADER, Role.FREE, Role.UNTOUCHED, Role.OUTLINE,
            Role.FULL_BAR, Role.SURVIVED);
    private static final Set<Role> MARKED_IN_DIFFS = EnumSet.of(Role.ADDED, Role.REMOVED, Role.CHANGED, Role.REUSED, Role.GARBAGE);
    private static final double MARK_ROOM = 6;
    private static final int MARK = 11;
    private static final int DIGIT = 12;

    private final Painter painter;

    private Painting(Painter painter) {
        this.painter = painter;
    }

    static void paint(Scene scene, Painter painter) {
        painter.rectangle(.5, .5, Scene.WIDTH - 1, scene.height() - 1,
                Look.edged(Palette.PANEL, Palette.PANEL_EDGE, 1).rounded(4));
        var painting = new Painting(painter);
        List<Shape> shapes = scene.shapes();
        int next = 0;
        while (next < shapes.size()) {
            next = painting.run(shapes, next);
        }
    }

    /** Paints the shape at a place together with the boxes of the same plain role that follow it, and returns what comes next. */
    private int run(List<Shape> shapes, int first) {
        if (!(shapes.get(first) instanceof Box box && plain(box))) {
            shape(shapes.get(first));
            return first + 1;
        }
        var rectangles = new ArrayList<double[]>();
        int next = first;
        while (next < shapes.size() && shapes.get(next) instanceof Box other && other.role() == box.role() && plain(other)) {
            rectangles.add(new double[] {other.x(), other.y(), other.width(), other.height()});
            next++;
        }
        painter.rectangles(Palette.narrow(box.role()), rectangles);
        return next;
    }

    /** Whether a box has no mark, or no room for it. */
    private static boolean plain(Box box) {
        return PLAIN.contains(box.role()) || MARKED_IN_DIFFS.contains(box.role()) && box.width() < MARK_ROOM;
    }

    private void shape(Shape shape) {
        switch (shape) {
            case Box box -> box(box);
            case Label label -> painter.label(label);
            case Line line -> painter.line(Palette.line(line.role()), line.role().weight(), line.radius(), arrow(line.role()),
                    line.points());
            case Badge badge -> badge(badge);
        }
    }

    private static double arrow(LineRole role) {
        if (!role.arrow()) {
            return 0;
        }
        return role == LineRole.HOLDS ? 11 : 8;
    }

    private void box(Box box) {
        Look look = Palette.look(box.role());
        double grow = look.grow();
        painter.rectangle(box.x() - grow, box.y() - grow, box.width() + 2 * grow, box.height() + 2 * grow, look);
        mark(box);
    }

    private void mark(Box box) {
        double x = box.x() + box.width() / 2;
        double y = box.y() + box.height() / 2;
        switch (box.role()) {
            case GENERATION_0, GENERATION_1, GENERATION_2 -> painter.mark(x, y + 4.5, DIGIT, Palette.digit(box.role()),
                    box.role().name().substring(box.role().name().length() - 1));
            case UNTRACKED -> painter.line(Palette.INK, 1.5, 0, 0, List.of(new Point(x - 4, y), new Point(x + 4, y)));
            case ADDED -> plus(x, y, Math.min(3.5, box.width() / 2 - 1));
            case REMOVED -> painter.line(Palette.INK, 2, 0, 0, List.of(new Point(x - 3, y), new Point(x + 3, y)));
            case CHANGED -> corner(box);
            case REUSED -> split(box);
            case GARBAGE -> painter.mark(x, y + 4, MARK, Palette.INK, "g");
            case TARGET -> painter.rectangle(box.x() + 2.5, box.y() + 2.5, box.width() - 5, box.height() - 5,
                    Look.edged(Palette.NONE, Palette.PANEL, 1));
            case CARD_TARGET, ALLOCATED, SLACK, HEADER, WASTE, FREE, UNTOUCHED, OUTLINE, FULL_BAR, TAG, PINNED, PLATE, CARD, FIELD,
                    FIELD_GC, SURVIVED -> { }
        }
    }

    private void plus(double x, double y, double arm) {
        painter.line(Palette.PANEL, 2, 0, 0, List.of(new Point(x - arm, y), new Point(x + arm, y)));
        painter.line(Palette.PANEL, 2, 0, 0, List.of(new Point(x, y - arm), new Point(x, y + arm)));
    }

    private void corner(Box box) {
        double right = box.x() + box.width() + .5;
        double top = box.y() - .5;
        double leg = Math.min(CORNER, box.width());
        painter.polygon(Palette.INK, right, top, right - leg, top, right, top + leg);
    }

    private void split(Box box) {
        double right = box.x() + box.width();
        double bottom = box.y() + box.height();
        painter.polygon(Palette.REUSED, box.x() + .5, bottom - .5, right - .5, box.y() + .5, right - .5, bottom - .5);
        painter.line(Palette.INK, 1, 0, 0, List.of(new Point(box.x(), bottom), new Point(right, box.y())));
    }

    private void badge(Badge badge) {
        if (badge.mark() == Mark.PIN) {
            painter.circle(badge.x(), badge.y() - 4, 3.4, Palette.INK, Palette.NONE);
            painter.line(Palette.INK, 1.6, 0, 0, List.of(new Point(badge.x(), badge.y() - 1), new Point(badge.x(), badge.y() + 6)));
        } else {
            painter.circle(badge.x(), badge.y(), CORNER, Palette.PANEL, Palette.INK);
            painter.mark(badge.x(), badge.y() + 4, MARK, Palette.INK, badge.text());
        }
    }
}
