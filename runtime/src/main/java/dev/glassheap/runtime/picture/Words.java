package dev.glassheap.runtime.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Grammar and numbers of the sentences, the same in pictures and twins. Names of the guest program pass through
 * {@link #visible} before they
 * are used: control characters and characters that reorder text become escapes.
 */
final class Words {

    private static final int KIB = 1024;

    private Words() { }

    /** {@code 1,080}. */
    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** {@code +80}, {@code -64} with a true minus sign, {@code 0}. */
    static String signed(long value) {
        return value > 0 ? "+" + number(value) : value < 0 ? "\u2212" + number(-value) : "0";
    }

    /** {@code 1 block}, {@code 3 blocks}, {@code no blocks}. */
    static String count(long n, String noun) {
        return (n == 0 ? "no" : number(n)) + " " + noun + (n == 1 ? "" : "s");
    }

    /** {@code s} for a verb after one: {@code 1 pool holds}, {@code 3 pools hold}. */
    static String verb(long n, String plural) {
        return n == 1 ? plural + "s" : plural;
    }

    /** {@code once}, {@code 3 times}. */
    static String times(long n) {
        return n == 1 ? "once" : number(n) + " times";
    }

    /** {@code 640 B}, {@code 367.9 KiB}, {@code 12 MiB}: at most one decimal. */
    static String size(long bytes) {
        if (bytes < KIB) {
            return number(bytes) + " B";
        }
        String unit = " KiB";
        double value = bytes / (double) KIB;
        if (value >= KIB) {
            value /= KIB;
            unit = " MiB";
        }
        if (value >= KIB) {
            value /= KIB;
            unit = " GiB";
        }
        String text = String.format(Locale.ROOT, "%,.1f", value);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + unit;
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String list(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    /** The first {@code most} names, then how many more. */
    static String some(List<String> names, int most) {
        if (names.size() <= most) {
            return String.join(", ", names);
        }
        return String.join(", ", names.subList(0, most)) + ", +" + number(names.size() - most) + " more";
    }

    /** At most {@code most} characters, two dots in the middle; the end, where the serial is, stays. */
    static String cutMiddle(String text, int most) {
        int[] points = text.codePoints().toArray();
        if (points.length <= most) {
            return text;
        }
        int tail = (most - 2) / 2;
        int head = most - 2 - tail;
        return new String(points, 0, head) + ".." + new String(points, points.length - tail, tail);
    }

    /** At most {@code most} characters, two dots at the end. */
    static String cutEnd(String text, int most) {
        int[] points = text.codePoints().toArray();
        return points.length <= most ? text : new String(points, 0, most - 2) + "..";
    }

    /** The text with controls, lone surrogates and characters that change its direction as escapes. */
    static String visible(String text) {
        var shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (hidden(c)) {
                shown.append(escape(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    private static boolean hidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            default -> false;
        };
    }

    /** Printable ASCII only, for twins: the rest as Python's {@code ascii()} writes it; the minus sign is a hyphen. */
    static String ascii(String text) {
        var shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\u2212') {
                shown.append('-');
            } else if (c >= ' ' && c <= '~') {
                shown.append((char) c);
            } else {
                shown.append(escape(c));
            }
        });
        return shown.toString();
    }

    private static String escape(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < 0x100 ? String.format("\\x%02x", c) : c < 0x10000 ? String.format("\\u%04x", c) : String.format("\\U%08x", c);
        };
    }

    /** Breaks at spaces into lines of at most {@code width} characters; a longer word is cut hard. */
    static List<String> wrap(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split(" ")) {
            String rest = word;
            if (!line.isEmpty() && line.length() + 1 + rest.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (rest.length() > width) {
                lines.add(rest.substring(0, width));
                rest = rest.substring(width);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }
}
