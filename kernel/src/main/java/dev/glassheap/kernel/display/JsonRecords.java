package dev.glassheap.kernel.display;

import dev.glassheap.runtime.picture.Scene;
import dev.glassheap.runtime.picture.Shape;
import dev.glassheap.runtime.picture.Shape.Badge;
import dev.glassheap.runtime.picture.Shape.Box;
import dev.glassheap.runtime.picture.Shape.Label;
import dev.glassheap.runtime.picture.Shape.Line;
import dev.glassheap.runtime.picture.Shape.Point;
import dev.glassheap.runtime.picture.Shape.Span;
import dev.glassheap.runtime.picture.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A scene as plain maps, lists, strings and numbers, in the form of {@code lab/schema/heap.v1.schema.json}. Whoever writes the wire
 * serialises them. Map order is the order of the schema.
 */
public final class JsonRecords {

    /** Of the form; a reader refuses what it does not know. */
    public static final int VERSION = 1;

    private JsonRecords() { }

    public static Map<String, Object> of(Scene scene) {
        var record = new LinkedHashMap<String, Object>();
        record.put("version", VERSION);
        record.put("kind", scene.kind());
        record.put("headline", scene.headline());
        record.put("breadcrumb", scene.breadcrumb());
        record.put("description", scene.description());
        record.put("width", Scene.WIDTH);
        record.put("height", scene.height());
        record.put("shapes", scene.shapes().stream().map(JsonRecords::shape).toList());
        record.put("tables", scene.tables().stream().map(JsonRecords::table).toList());
        record.put("footer", scene.footer());
        record.put("text", scene.text());
        return record;
    }

    private static Map<String, Object> shape(Shape shape) {
        return switch (shape) {
            case Box box -> box(box);
            case Label label -> label(label);
            case Line line -> line(line);
            case Badge badge -> badge(badge);
        };
    }

    private static Map<String, Object> box(Box box) {
        var record = start("box", box.x(), box.y());
        record.put("width", number(box.width()));
        record.put("height", number(box.height()));
        record.put("role", box.role().wireName());
        putRef(record, box.ref());
        return record;
    }

    private static Map<String, Object> label(Label label) {
        var record = start("text", label.x(), label.y());
        record.put("anchor", label.anchor().wireName());
        record.put("spans", label.spans().stream().map(JsonRecords::span).toList());
        putRef(record, label.ref());
        return record;
    }

    private static Map<String, Object> span(Span span) {
        var record = new LinkedHashMap<String, Object>();
        record.put("text", span.text());
        record.put("style", span.style().wireName());
        if (span.gap() > 0) {
            record.put("gap", span.gap());
        }
        return record;
    }

    private static Map<String, Object> line(Line line) {
        var record = new LinkedHashMap<String, Object>();
        record.put("shape", "line");
        record.put("points", line.points().stream().map(JsonRecords::point).toList());
        record.put("role", line.role().wireName());
        record.put("arrow", line.role().arrow());
        record.put("radius", number(line.radius()));
        return record;
    }

    private static List<Number> point(Point point) {
        return List.of(number(point.x()), number(point.y()));
    }

    private static Map<String, Object> badge(Badge badge) {
        var record = start("badge", badge.x(), badge.y());
        record.put("mark", badge.mark().wireName());
        record.put("text", badge.text());
        return record;
    }

    private static Map<String, Object> table(Table table) {
        var record = new LinkedHashMap<String, Object>();
        record.put("title", table.title());
        record.put("columns", table.columns().stream().map(JsonRecords::column).toList());
        record.put("rows", table.rows());
        return record;
    }

    /** In a fixed order: {@code Map.of} has another one in every process. */
    private static Map<String, Object> column(Table.Column column) {
        var record = new LinkedHashMap<String, Object>();
        record.put("name", column.name());
        record.put("align", column.right() ? "right" : "left");
        return record;
    }

    private static LinkedHashMap<String, Object> start(String kind, double x, double y) {
        var record = new LinkedHashMap<String, Object>();
        record.put("shape", kind);
        record.put("x", number(x));
        record.put("y", number(y));
        return record;
    }

    private static void putRef(Map<String, Object> record, String ref) {
        if (!ref.isEmpty()) {
            record.put("ref", ref);
        }
    }

    /** Whole numbers as integers, others with two decimals: a hundredth of a pixel is nobody's business. */
    private static Number number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        if (rounded == Math.rint(rounded)) {
            return (int) rounded;
        }
        return rounded;
    }
}
