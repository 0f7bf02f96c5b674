package dev.glassheap.runtime.syntax;

/**
 * Reads the characters of a source and knows its lines. {@code cur}, {@code inp} (the end of the line that is being read),
 * {@code lineStart} and {@code buf} are CPython's pointers as indices into the code points: {@code buf} is where the text
 * begins that an error message shows, and stays behind while a token goes over several lines.
 */
final class SourceReader {

    static final int EOF = -1;

    private final int[] source;
    private final int firstLine;
    private int inp;
    private int buf;
    private boolean ended;

    int cur;
    int line;
    int lineStart;

    SourceReader(int[] source, int firstLine) {
        this.source = source;
        this.firstLine = firstLine;
        this.line = firstLine - 1;
    }

    /**
     * The next character, or EOF.
     *
     * @param inToken whether a token has begun, which a new line would then continue
     */
    int next(boolean inToken) {
        if (cur != inp) {
            return source[cur++];
        }
        if (ended || inp == source.length) {
            ended = true;
            return EOF;
        }
        if (!inToken) {
            buf = cur;
        }
        lineStart = cur;
        line++;
        inp = lineEnd(cur);
        return source[cur++];
    }

    void backup(int c) {
        if (c != EOF) {
            cur--;
        }
    }

    /** Nothing more is read from this line. */
    void giveUpLine() {
        cur = inp;
    }

    /** The character at an index, or EOF. */
    int at(int index) {
        return index < source.length ? source[index] : EOF;
    }

    String text(int from, int to) {
        return new String(source, from, Math.max(0, to - from));
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < source.length && source[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, source.length);
    }

    /** The line that begins at an index, without its newline. */
    String lineFrom(int from) {
        int end = lineEnd(from);
        return text(from, end > from && source[end - 1] == '\n' ? end - 1 : end);
    }

    /** The text CPython shows with an error in {@code errorLine}: with its newline only while it is still being read. */
    String errorText(int errorLine) {
        if (line <= errorLine && inp > buf) {
            return text(buf, inp);
        }
        int from = 0;
        for (int at = firstLine; at < errorLine && from < source.length; at++) {
            from = lineEnd(from);
        }
        return lineFrom(from);
    }

    /** The column of the reading position in the text that an error would show. */
    int bufferColumn() {
        return cur - buf;
    }

    /** Whether anything but blank space and comments follows. */
    boolean hasMoreText() {
        boolean comment = false;
        for (int at = cur; at < source.length; at++) {
            int c = source[at];
            comment = c != '\n' && (comment || c == '#');
            if (!comment && c != ' ' && c != '\t' && c != '\n' && c != '\f') {
                return true;
            }
        }
        return false;
    }
}
