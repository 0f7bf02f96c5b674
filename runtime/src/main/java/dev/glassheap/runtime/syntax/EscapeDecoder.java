package dev.glassheap.runtime.syntax;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Backslash escapes of string and bytes literals. Unknown escapes stay as they are written. */
final class EscapeDecoder {

    /**
     * CPython decodes a buffer in which every non-ASCII character is written as {@code \UXXXXXXXX}; positions in messages
     * count its bytes.
     */
    private static final int ESCAPED_CHARACTER_BYTES = 10;

    private final int[] source;
    private final int end;
    private final ErrorReporter errors;
    private int at;
    private int bufferPosition;

    private EscapeDecoder(int[] source, int start, int end, ErrorReporter errors) {
        this.source = source;
        this.at = start;
        this.end = end;
        this.errors = errors;
    }

    static int[] text(StringParser.Literal literal, int start, int end, ErrorReporter errors) {
        int[] part = Arrays.copyOfRange(literal.codePoints(), start, end);
        if (literal.raw() || IntStream.of(part).noneMatch(c -> c == '\\')) {
            return part;
        }
        return new EscapeDecoder(part, 0, part.length, errors).text();
    }

    static byte[] bytes(StringParser.Literal literal, ErrorReporter errors) {
        if (literal.raw()) {
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            IntStream.range(literal.offset(), literal.end()).forEach(at -> plain.write(literal.codePoints()[at]));
            return plain.toByteArray();
        }
        return new EscapeDecoder(literal.codePoints(), literal.offset(), literal.end(), errors).bytes(literal.offset());
    }

    private int[] text() {
        int[] decoded = new int[end];
        int length = 0;
        while (at < end) {
            int c = source[at++];
            if (c != '\\') {
                bufferPosition += c < 128 ? 1 : ESCAPED_CHARACTER_BYTES;
                decoded[length++] = c;
                continue;
            }
            int start = bufferPosition;
            if (at == end) {
                // Before a field of an f-string: the backslash stands for itself.
                decoded[length++] = '\\';
                break;
            }
            int escape = source[at];
            int before = at++;
            switch (escape) {
                case '\n' -> { }
                case 'x' -> decoded[length++] = hex(2, "truncated \\xXX escape", start);
                case 'u' -> decoded[length++] = hex(4, "truncated \\uXXXX escape", start);
                case 'U' -> {
                    int value = hex(8, "truncated \\UXXXXXXXX escape", start);
                    if (value < 0 || value > Character.MAX_CODE_POINT) {
                        throw unicodeError(start, start + 9, "illegal Unicode character");
                    }
                    decoded[length++] = value;
                }
                case 'N' -> decoded[length++] = named(start);
                default -> {
                    int simple = simple(escape);
                    if (simple >= 0) {
                        decoded[length++] = simple;
                    } else {
                        decoded[length++] = '\\';
                        at = before;
                        // A backslash before a non-ASCII character is itself escaped in CPython's buffer.
                        bufferPosition += escape < 128 ? 1 : 6;
                        continue;
                    }
                }
            }
            bufferPosition += at - before + 1;
        }
        return Arrays.copyOf(decoded, length);
    }

    /** Escapes that text and bytes share; -1 if it is none. The position is behind the escape's first character. */
    private int simple(int escape) {
        return switch (escape) {
            case '\\', '\'', '"' -> escape;
            case 'a' -> 7;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 11;
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                int value = escape - '0';
                for (int digits = 1; digits < 3 && at < end && source[at] >= '0' && source[at] <= '7'; digits++) {
                    value = value * 8 + source[at++] - '0';
                }
                yield value;
            }
            default -> -1;
        };
    }

    private int hex(int digits, String problem, int start) {
        int value = 0;
        for (int read = 0; read < digits; read++) {
            int digit = at < end && source[at] < 128 ? Character.digit(source[at], 16) : -1;
            if (digit < 0) {
                throw unicodeError(start, start + 1 + read, problem);
            }
            value = value << 4 | digit;
            at++;
        }
        return value;
    }

    private int named(int start) {
        int close = at;
        if (at < end && source[at] == '{') {
            while (close < end && source[close] != '}') {
                close++;
            }
        }
        if (close == at || close == end || close == at + 1) {
            int last = close == at ? start + 1 : close == end ? start + 1 + close - at : start + 2;
            throw unicodeError(start, last, "malformed \\N character escape");
        }
        String name = new String(source, at + 1, close - at - 1);
        int last = start + 2 + close - at;
        at = close + 1;
        try {
            return Character.codePointOf(name);
        } catch (IllegalArgumentException unknown) {
            throw unicodeError(start, last, "unknown Unicode character name");
        }
    }

    private PythonSyntaxError unicodeError(int first, int last, String problem) {
        return errors.raiseHere("(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %s"
                .formatted(first, last, problem));
    }

    private byte[] bytes(int start) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        while (at < end) {
            int c = source[at++];
            if (c != '\\') {
                decoded.write(c);
                continue;
            }
            int escape = source[at++];
            if (escape == '\n') {
                continue;
            }
            if (escape == 'x') {
                decoded.write(hexByte(start));
                continue;
            }
            int simple = simple(escape);
            if (simple < 0) {
                decoded.write('\\');
                decoded.write(escape);
            } else {
                decoded.write(simple);
            }
        }
        return decoded.toByteArray();
    }

    private int hexByte(int start) {
        int high = at < end ? Character.digit(source[at], 16) : -1;
        int low = at + 1 < end ? Character.digit(source[at + 1], 16) : -1;
        if (high < 0 || low < 0) {
            throw errors.raiseHere("(value error) invalid \\x escape at position " + (at - 2 - start));
        }
        at += 2;
        return high << 4 | low;
    }
}
