package dev.glassheap.runtime.object;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Collects a text piece by piece ({@code _PyUnicodeWriter}). One exact string alone is given back as it is, if the last piece is
 * announced by {@link #last}.
 */
final class StrWriter {

    private final World w;
    /** The text while no character is beyond U+FFFF; then null. */
    private StringBuilder chars = new StringBuilder();
    /** The code points once one is beyond U+FFFF; before that null. */
    private int[] points;
    /** Number of code points in {@link #points}. */
    private int size;
    /** The only piece so far, owned; null otherwise. */
    private PyStr only;
    private boolean last;

    StrWriter(World w) {
        this.w = w;
    }

    /** What follows is the last piece. */
    void last() {
        last = true;
    }

    /** Makes sure of place for more characters, of which some may be beyond U+FFFF. */
    private void room(long more, boolean wide) {
        if (only != null) {
            PyStr s = only;
            only = null;
            append(s, 0, s.length());
            w.release(s, Holder.NATIVE);
        }
        long needed = more + (points == null ? chars.length() : size);
        StrBuild.charge(w, needed);
        if (needed > 1 << 18) {
            w.calls.checkInterrupt(w);
        }
        if (wide && points == null) {
            points = new int[(int) needed + 16];
            size = chars.length();
            for (int i = 0; i < size; i++) {
                points[i] = chars.charAt(i);
            }
            chars = null;
        } else if (points != null && needed > points.length) {
            points = Arrays.copyOf(points, (int) Math.min(Integer.MAX_VALUE - 16, needed + needed / 2));
        }
    }

    void append(int codePoint) {
        room(1, codePoint > 0xFFFF);
        if (points == null) {
            chars.append((char) codePoint);
        } else {
            points[size++] = codePoint;
        }
    }

    void append(PyStr s) {
        boolean first = only == null && (points == null ? chars.length() : size) == 0;
        if (last && first && s.type == w.types.strType) {
            only = w.newRef(s, Holder.NATIVE);
            return;
        }
        append(s, 0, s.length());
    }

    void append(PyStr s, int from, int to) {
        room(to - from, s.kind == 4);
        if (points == null) {
            chars.append(s.chars(), from, to);
            return;
        }
        for (int i = from; i < to; i++) {
            points[size++] = s.codePointAt(i);
        }
    }

    /** Text without characters beyond U+FFFF. */
    void append(String s) {
        room(s.length(), false);
        if (points == null) {
            chars.append(s);
            return;
        }
        for (int i = 0; i < s.length(); i++) {
            points[size++] = s.charAt(i);
        }
    }

    void repeat(int codePoint, long count) {
        if (count <= 0) {
            return;
        }
        room(count, codePoint > 0xFFFF);
        if (points == null) {
            chars.repeat(codePoint, (int) count);
        } else {
            Arrays.fill(points, size, size += (int) count, codePoint);
        }
    }

    /** The collected text; ends the use of the writer. */
    PyStr finish() {
        if (only != null) {
            PyStr s = only;
            only = null;
            return s;
        }
        return points == null ? StrBuild.freshChars(w, chars.toString()) : StrBuild.freshPoints(w, points, size);
    }

    /** As {@link #finish}, but a shared string where there is one ({@code unicode_result}). */
    PyStr finishShared() {
        return points == null ? StrBuild.ofChars(w, chars.toString()) : StrBuild.ofPoints(w, points, 0, size);
    }

    /** The collected characters, which are all below 256, as bytes. */
    byte[] toBytes() {
        return chars.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Gives back what the writer holds, when an exception passes. */
    void abandon() {
        w.releaseOrNull(only, Holder.NATIVE);
        only = null;
    }
}
