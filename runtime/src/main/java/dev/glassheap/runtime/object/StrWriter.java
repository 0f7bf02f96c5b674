package dev.glassheap.runtime.object;

import java.util.Arrays;

/**
 * Collects a text piece by piece ({@code _PyUnicodeWriter}). One exact string alone is given back as it is, if the last piece is
 * announced by {@link #last}.
 */
final class StrWriter {

    private final World w;
    private int[] points = new int[64];
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

    int size() {
        return size;
    }

    private void room(long more) {
        if (only != null) {
            PyStr s = only;
            only = null;
            append(s, 0, s.length());
            w.release(s, Holder.NATIVE);
        }
        long needed = size + more;
        if (needed > points.length) {
            if (needed > 1 << 18) {
                w.calls.checkInterrupt(w);
                w.freeBuffer(w.allocateBuffer(needed, w.singletons.none));
            }
            if (needed > Integer.MAX_VALUE - 16) {
                throw Errors.noMemory(w);
            }
            points = Arrays.copyOf(points, (int) Math.min(Integer.MAX_VALUE - 16, needed + needed / 2));
        }
    }

    void append(int codePoint) {
        room(1);
        points[size++] = codePoint;
    }

    void append(PyStr s) {
        if (last && size == 0 && only == null && s.type == w.types.strType) {
            only = w.newRef(s, Holder.NATIVE);
            return;
        }
        append(s, 0, s.length());
    }

    void append(PyStr s, int from, int to) {
        room(to - from);
        for (int i = from; i < to; i++) {
            points[size++] = s.codePointAt(i);
        }
    }

    /** Text without characters beyond U+FFFF. */
    void append(String s) {
        room(s.length());
        for (int i = 0; i < s.length(); i++) {
            points[size++] = s.charAt(i);
        }
    }

    void repeat(int codePoint, long count) {
        if (count > 0) {
            room(count);
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
        return StrBuild.freshPoints(w, points, size);
    }

    /** As {@link #finish}, but a shared string where there is one ({@code unicode_result}). */
    PyStr finishShared() {
        return StrBuild.ofPoints(w, points, 0, size);
    }

    /** The collected characters, which are all below 256, as bytes. */
    byte[] toBytes() {
        byte[] out = new byte[size];
        for (int i = 0; i < size; i++) {
            out[i] = (byte) points[i];
        }
        return out;
    }

    /** Gives back what the writer holds, when an exception passes. */
    void abandon() {
        w.releaseOrNull(only, Holder.NATIVE);
        only = null;
    }
}
