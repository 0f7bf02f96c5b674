package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.picture.Shape.Anchor;
import dev.glassheap.runtime.picture.Shape.Badge;
import dev.glassheap.runtime.picture.Shape.Box;
import dev.glassheap.runtime.picture.Shape.Label;
import dev.glassheap.runtime.picture.Shape.Line;
import dev.glassheap.runtime.picture.Shape.LineRole;
import dev.glassheap.runtime.picture.Shape.Mark;
import dev.glassheap.runtime.picture.Shape.Point;
import dev.glassheap.runtime.picture.Shape.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The layout grid all pictures share: margin 20, content 720 wide; headline at baseline 40, lines 24 apart, one or two lines of facts
 * 22 apart, the picture, rule, footer. Collects shapes in painting order.
 */
final class Sheet {

    static final int LEFT = 20;
    static final int RIGHT = 740;
    private static final int HEADLINE_BASE = 40;
    private static final int HEADLINE_STEP = 24;
    private static final int FACTS_STEP = 22;
    /** Space between two words of different styles: renderers drop spaces at the end of a span. */
    static final int SPACE = 4;

    /** A space after punctuation or before a preposition. */
    private static final Pattern PAUSE = Pattern.compile("(?<=[;:,]) | (?=(for|and|by|of its) )");

    private final List<Shape> shapes = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private double y;

    /** The vertical position up to which the sheet is used, px; pictures move it on. */
    double y() {
        return y;
    }

    void moveTo(double position) {
        y = position;
    }

    void skip(double px) {
        y += px;
    }

    /**
     * Headline lines, each of which fits: broken where the sense pauses if two lines suffice, else between words; a sentence that needs
     * three lines is cut at its end.
     */
    static List<String> headline(String sentence) {
        if (fits(sentence)) {
            return List.of(sentence);
        }
        List<String> best = List.of();
        var pause = PAUSE.matcher(sentence);
        while (pause.find()) {
            List<String> halves = List.of(sentence.substring(0, pause.start()), sentence.substring(pause.end()));
            boolean shorter = best.isEmpty() || longer(halves) < longer(best);
            if (shorter && halves.stream().allMatch(Sheet::fits)) {
                best = halves;
            }
        }
        return best.isEmpty() ? filled(sentence) : best;
    }

    private static boolean fits(String line) {
        return TextWidth.of(line, TextStyle.HEADLINE) <= RIGHT - LEFT;
    }

    private static double longer(List<String> lines) {
        return lines.stream().mapToDouble(line -> TextWidth.of(line, TextStyle.HEADLINE)).max().orElseThrow();
    }

    private static List<String> filled(String sentence) {
        var lines = new ArrayList<String>();
        String rest = sentence;
        while (!rest.isEmpty() && lines.size() < 2) {
            String line = fitting(rest);
            lines.add(line);
            rest = rest.substring(line.length()).stripLeading();
        }
        if (!rest.isEmpty()) {
            String last = lines.removeLast() + " " + rest;
            int length = last.length();
            while (TextWidth.of(Words.cutEnd(last, length), TextStyle.HEADLINE) > RIGHT - LEFT) {
                length--;
            }
            lines.add(Words.cutEnd(last, length));
        }
        return lines;
    }

    private static String fitting(String text) {
        if (TextWidth.of(text, TextStyle.HEADLINE) <= RIGHT - LEFT) {
            return text;
        }
        int end = text.length();
        while (end > 0) {
            int space = text.lastIndexOf(' ', end - 1);
            if (space < 0) {
                break;
            }
            if (TextWidth.of(text.substring(0, space), TextStyle.HEADLINE) <= RIGHT - LEFT) {
                return text.substring(0, space);
            }
            end = space;
        }
        int length = text.length();
        while (TextWidth.of(text.substring(0, length), TextStyle.HEADLINE) > RIGHT - LEFT) {
            length = text.offsetByCodePoints(length, -1);
        }
        return text.substring(0, length);
    }

    /** Draws the headline and leaves y at its last baseline. */
    void headlines(List<String> lines) {
        y = HEADLINE_BASE;
        for (int i = 0; i < lines.size(); i++) {
            y = HEADLINE_BASE + i * HEADLINE_STEP;
            text(LEFT, y, TextStyle.HEADLINE, lines.get(i));
        }
    }

    /** Draws a line of facts under what is there. */
    void facts(Span... spans) {
        y += FACTS_STEP;
        spans(LEFT, y, Anchor.START, "", spans);
    }

    /** Draws the breadcrumb, its last level strong. */
    void breadcrumb(List<String> levels) {
        var spans = new ArrayList<Span>();
        if (levels.size() > 1) {
            spans.add(new Span(String.join(" > ", levels.subList(0, levels.size() - 1)) + " >", TextStyle.MUTED));
        }
        spans.add(new Span(levels.getLast(), TextStyle.STRONG, levels.size() > 1 ? SPACE : 0));
        facts(spans.toArray(Span[]::new));
    }

    void box(double x, double top, double width, double height, Role role) {
        box(x, top, width, height, role, "");
    }

    void box(double x, double top, double width, double height, Role role, String ref) {
        shapes.add(new Box(x, top, width, height, role, ref));
    }

    void text(double x, double base, TextStyle style, String text) {
        spans(x, base, Anchor.START, "", new Span(text, style));
    }

    void textEnd(double x, double base, TextStyle style, String text) {
        spans(x, base, Anchor.END, "", new Span(text, style));
    }

    void textMiddle(double x, double base, TextStyle style, String text) {
        spans(x, base, Anchor.MIDDLE, "", new Span(text, style));
    }

    void spans(double x, double base, Anchor anchor, String ref, Span... spans) {
        shapes.add(new Label(x, base, anchor, List.of(spans), ref));
    }

    /** A line through points given as x, y, x, y, ... */
    void line(LineRole role, double radius, double... coordinates) {
        var points = new ArrayList<Point>();
        for (int i = 0; i < coordinates.length; i += 2) {
            points.add(new Point(coordinates[i], coordinates[i + 1]));
        }
        shapes.add(new Line(points, role, radius));
    }

    void rule(LineRole role) {
        line(role, 0, LEFT, y + .5, RIGHT, y + .5);
    }

    void badge(double x, double centre, Mark mark, String text) {
        shapes.add(new Badge(x, centre, mark, text));
    }

    void table(Table table) {
        tables.add(table);
    }

    /** Rule and footer below y, and the scene. */
    Scene finish(String kind, List<String> headline, List<String> breadcrumb, String description, List<String> footer, String twin) {
        rule(LineRole.RULE);
        y += 18;
        for (String line : footer) {
            text(LEFT, y, TextStyle.NOTE, line);
            y += 15;
        }
        return new Scene(kind, headline, breadcrumb, description, (int) Math.ceil(y), shapes, tables, footer, twin);
    }
}
