package dev.glassheap.runtime.picture;

import java.util.List;
import java.util.Locale;

/**
 * One thing that is drawn. Coordinates are px, y downwards, in a panel 760 wide; shapes are painted in list order.
 */
public sealed interface Shape {

    /**
     * A rectangle with a meaning. {@code ref} is the identity of what it stands for ({@code "Node#7"}, {@code "pool 3"}) and links it
     * with every other shape of that identity; empty when it stands for nothing by itself.
     */
    record Box(double x, double y, double width, double height, Role role, String ref) implements Shape {
        public Box {
            if (width < 0 || height < 0) {
                throw new IllegalArgumentException("box of " + width + " x " + height);
            }
        }
    }

    /** One run of text in one style. {@code gap} is the free space before it, in px. */
    record Span(String text, TextStyle style, int gap) {
        public Span(String text, TextStyle style) {
            this(text, style, 0);
        }
    }

    /** Where the x of a label is in its text. */
    enum Anchor {
        START, MIDDLE, END;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One line of text; y is the baseline. */
    record Label(double x, double y, Anchor anchor, List<Span> spans, String ref) implements Shape {
        public Label {
            spans = List.copyOf(spans);
            if (spans.isEmpty()) {
                throw new IllegalArgumentException("a label without text");
            }
        }

        /** The text without its styles; spans separated by a gap are separated by two spaces. */
        public String plain() {
            var text = new StringBuilder();
            for (Span span : spans) {
                text.append(span.gap() > 0 ? "  " : "").append(span.text());
            }
            return text.toString();
        }
    }

    /** What a line means: its weight and whether it ends in an arrow. */
    enum LineRole {
        /** Separates sections. */
        RULE(1, false),
        /** Head and foot of a table. */
        RULE_STRONG(1, false),
        /** Brace below a run of pools. */
        BRACKET(1, false),
        /** From a mark to its name. */
        LEADER(1, false),
        /** From the pinned pool to its tag. */
        STEM(1.5, false),
        /** End of the carved part of a pool. */
        WATERMARK(3, false),
        /** From a free block to the next one in the list. */
        FREE_LIST(1.5, true),
        /** A counted reference to the object the picture is about. */
        HOLDS(3, true),
        /** A reference from the object the picture is about. */
        REFERS(1.25, true);

        private final double weight;
        private final boolean arrow;

        LineRole(double weight, boolean arrow) {
            this.weight = weight;
            this.arrow = arrow;
        }

        /** Stroke width in px. */
        public double weight() {
            return weight;
        }

        /** Whether the last point bears an arrow head. */
        public boolean arrow() {
            return arrow;
        }

        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A corner or end of a line. */
    record Point(double x, double y) { }

    /** Straight segments; {@code radius} rounds the corners (0: sharp). */
    record Line(List<Point> points, LineRole role, double radius) implements Shape {
        public Line {
            points = List.copyOf(points);
            if (points.size() < 2) {
                throw new IllegalArgumentException("a line of " + points.size() + " points");
            }
        }
    }

    /** A small drawing around the centre x, y: a circled number (8 px radius) or a pin (6 x 16 px, no text). */
    record Badge(double x, double y, Mark mark, String text) implements Shape { }

    enum Mark {
        CIRCLED, PIN;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
