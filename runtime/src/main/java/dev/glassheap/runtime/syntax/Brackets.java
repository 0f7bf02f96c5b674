package dev.glassheap.runtime.syntax;

import java.util.Optional;

/** The parentheses, brackets and braces that are open. */
final class Brackets {

    private static final int MAX_LEVEL = 200;

    private final char[] open = new char[MAX_LEVEL];
    private final int[] lines = new int[MAX_LEVEL];
    private final int[] columns = new int[MAX_LEVEL];
    private int level;

    int level() {
        return level;
    }

    char innermost() {
        return open[level - 1];
    }

    int innermostLine() {
        return lines[level - 1];
    }

    int innermostColumn() {
        return columns[level - 1];
    }

    /** Takes note of a character; the result says what is wrong with it. */
    Optional<String> accept(int c, int line, int column) {
        return switch (c) {
            case '(', '[', '{' -> open((char) c, line, column);
            case ')', ']', '}' -> close((char) c, line);
            default -> Optional.empty();
        };
    }

    private Optional<String> open(char c, int line, int column) {
        if (level >= MAX_LEVEL) {
            return Optional.of("too many nested parentheses");
        }
        open[level] = c;
        lines[level] = line;
        columns[level] = column;
        level++;
        return Optional.empty();
    }

    private Optional<String> close(char c, int line) {
        if (level == 0) {
            return Optional.of("unmatched '" + c + "'");
        }
        level--;
        char opening = open[level];
        if ("([{".indexOf(opening) == ")]}".indexOf(c)) {
            return Optional.empty();
        }
        String where = lines[level] == line ? "" : " on line " + lines[level];
        return Optional.of(
                "closing parenthesis '%c' does not match opening parenthesis '%c'%s".formatted(c, opening, where));
    }
}
