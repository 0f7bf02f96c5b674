package dev.glassheap.runtime.picture;

import java.util.List;

/**
 * A finished picture as data: what it says, where its shapes stand, and its text twin. Encoders (SVG, PNG, JSON, text)
 * read it; nothing in it is markup, so they escape.
 *
 * @param kind        {@code heap}, {@code arena}, {@code pool}, {@code object} or {@code diff}
 * @param headline    the sentence people paste, in one or two lines
 * @param breadcrumb  the zoom levels from the heap to here; the last is this picture
 * @param description what the picture shows, for readers who do not see it
 * @param height      px; the width is always {@link #WIDTH}
 * @param shapes      in painting order; headline, breadcrumb, key, tables and footer are among them
 * @param tables      the figures as rows
 * @param footer      profile, event, settings, and what was cut
 * @param text        the twin: the same facts, lines of at most 80 ASCII characters, each ended by a line feed
 */
public record Scene(String kind, List<String> headline, List<String> breadcrumb, String description, int height,
                    List<Shape> shapes, List<Table> tables, List<String> footer, String text) {

    /** Width of every picture in px. */
    public static final int WIDTH = 760;

    /** Columns of a text twin. */
    public static final int COLUMNS = 80;

    public Scene {
        headline = List.copyOf(headline);
        breadcrumb = List.copyOf(breadcrumb);
        shapes = List.copyOf(shapes);
        tables = List.copyOf(tables);
        footer = List.copyOf(footer);
        if (headline.isEmpty() || headline.size() > 2) {
            throw new IllegalArgumentException("a headline of " + headline.size() + " lines");
        }
    }

    /** The headline as one sentence. */
    public String title() {
        return String.join(" ", headline);
    }
}
