package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.picture.Shape.Box;
import dev.glassheap.runtime.picture.Shape.Label;
import dev.glassheap.runtime.picture.Shape.Line;
import dev.glassheap.runtime.picture.Shape.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/**
 * What must hold of every scene, computed: all text inside the margins, no text on text, none across an edge or a line, and a twin of at
 * most 80 ASCII columns. For tests and for whoever draws a new kind of picture.
 */
public final class SceneCheck {

    private static final double MARGIN = 12;
    private static final double ASCENT = .74;
    private static final double DESCENT = .2;
    private static final double TOUCH = .75;
    private static final Set<Role> WITHOUT_EDGE = Set.of(Role.PLATE, Role.SLACK, Role.FULL_BAR);

    private final Scene scene;
    private final ToDoubleBiFunction<String, TextStyle> width;
    private final List<String> problems = new ArrayList<>();

    private record Area(double left, double top, double right, double bottom) {
        boolean meets(Area other) {
            return left < other.right - TOUCH && other.left < right - TOUCH && top < other.bottom - TOUCH && other.top < bottom - TOUCH;
        }

        boolean holds(Area other) {
            return left <= other.left + TOUCH && top <= other.top + TOUCH && right >= other.right - TOUCH && bottom >= other.bottom - TOUCH;
        }
    }

    private SceneCheck(Scene scene, ToDoubleBiFunction<String, TextStyle> width) {
        this.scene = scene;
        this.width = width;
    }

    /** Problems in words, with the widths of a wide font; empty if there are none. */
    public static List<String> problems(Scene scene) {
        return problems(scene, TextWidth::of);
    }

    /**
     * @param width px of a text in a style, in the font to check with
     */
    public static List<String> problems(Scene scene, ToDoubleBiFunction<String, TextStyle> width) {
        var check = new SceneCheck(scene, width);
        check.texts();
        check.twin();
        return List.copyOf(check.problems);
    }

    private void texts() {
        List<Label> labels = scene.shapes().stream().filter(Label.class::isInstance).map(Label.class::cast).toList();
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            Area area = area(label);
            if (area.left() < MARGIN || area.right() > Scene.WIDTH - MARGIN || area.top() < 0 || area.bottom() > scene.height()) {
                problems.add("outside the margins: " + label.plain() + " " + area);
            }
            for (int k = 0; k < i; k++) {
                if (area.meets(area(labels.get(k)))) {
                    problems.add("text on text: " + label.plain() + " on " + labels.get(k).plain());
                }
            }
            edges(label, area);
        }
    }

    private void edges(Label label, Area area) {
        for (Shape shape : scene.shapes()) {
            if (shape instanceof Box box && box.role() == Role.PLATE && area(box).holds(area)) {
                return;
            }
        }
        for (Shape shape : scene.shapes()) {
            switch (shape) {
                case Box box -> {
                    if (!WITHOUT_EDGE.contains(box.role()) && area(box).meets(area) && !area(box).holds(area)) {
                        problems.add("text across an edge: " + label.plain() + " and " + box);
                    }
                }
                case Line line -> {
                    if (crosses(line, area)) {
                        problems.add("text across a line: " + label.plain() + " and " + line);
                    }
                }
                case Label other -> { }
                case Shape.Badge badge -> {
                    if (new Area(badge.x() - 4, badge.y() - 4, badge.x() + 4, badge.y() + 4).meets(area)) {
                        problems.add("text on a mark: " + label.plain());
                    }
                }
            }
        }
    }

    private static boolean crosses(Line line, Area area) {
        for (int i = 0; i + 1 < line.points().size(); i++) {
            Point a = line.points().get(i);
            Point b = line.points().get(i + 1);
            for (int step = 0; step <= 64; step++) {
                double t = step / 64.0;
                double x = a.x() + t * (b.x() - a.x());
                double y = a.y() + t * (b.y() - a.y());
                if (x > area.left() + TOUCH && x < area.right() - TOUCH && y > area.top() + TOUCH && y < area.bottom() - TOUCH) {
                    return true;
                }
            }
        }
        return false;
    }

    private Area area(Label label) {
        double total = 0;
        int size = 0;
        for (Shape.Span span : label.spans()) {
            total += span.gap() + width.applyAsDouble(span.text(), span.style());
            size = Math.max(size, span.style().size());
        }
        double left = switch (label.anchor()) {
            case START -> label.x();
            case MIDDLE -> label.x() - total / 2;
            case END -> label.x() - total;
        };
        return new Area(left, label.y() - ASCENT * size, left + total, label.y() + DESCENT * size);
    }

    private static Area area(Box box) {
        return new Area(box.x(), box.y(), box.x() + box.width(), box.y() + box.height());
    }

    private void twin() {
        scene.text().lines().filter(line -> line.length() > Scene.COLUMNS).forEach(line -> problems.add("twin too wide: " + line));
        if (!scene.text().matches("[ -~\\n]*\\n")) {
            problems.add("twin is not printable ASCII ended by a line feed");
        }
    }
}
