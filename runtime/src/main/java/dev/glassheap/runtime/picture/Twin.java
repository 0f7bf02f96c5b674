package dev.glassheap.runtime.picture;

import java.util.List;

/** Collects the lines of a text twin. Every line is ASCII and at most {@link Scene#COLUMNS} long: longer ones are wrapped at spaces. */
final class Twin {

    private final StringBuilder text = new StringBuilder();

    Twin lines(List<String> lines) {
        lines.forEach(this::line);
        return this;
    }

    /** A line; what does not fit goes on below, indented as the line is and two more. */
    Twin line(String raw) {
        String line = Words.ascii(raw).stripTrailing();
        if (line.length() <= Scene.COLUMNS) {
            text.append(line).append('\n');
            return this;
        }
        int indent = line.length() - line.stripLeading().length();
        List<String> first = Words.wrap(line.stripLeading(), Scene.COLUMNS - indent);
        text.append(" ".repeat(indent)).append(first.getFirst()).append('\n');
        String rest = line.stripLeading().substring(first.getFirst().length()).stripLeading();
        return line(" ".repeat(Math.min(indent + 2, 16)) + rest);
    }

    /** Footer lines, broken at their bars. */
    Twin footer(List<String> lines) {
        for (String whole : lines) {
            String line = "";
            for (String part : whole.split(" \\| ")) {
                String longer = line.isEmpty() ? part : line + " | " + part;
                if (Words.ascii(longer).length() > Scene.COLUMNS) {
                    line(line);
                    line = part;
                } else {
                    line = longer;
                }
            }
            line(line);
        }
        return this;
    }

    Twin blank() {
        text.append('\n');
        return this;
    }

    /** Left-aligned in {@code width} columns; longer text is cut in the middle. */
    static String left(String cell, int width) {
        String ascii = Words.cutMiddle(Words.ascii(cell), width);
        return ascii + " ".repeat(width - ascii.length());
    }

    /** Right-aligned in {@code width} columns. */
    static String right(String cell, int width) {
        String ascii = Words.ascii(cell);
        return " ".repeat(Math.max(0, width - ascii.length())) + ascii;
    }

    String text() {
        return text.toString();
    }
}
