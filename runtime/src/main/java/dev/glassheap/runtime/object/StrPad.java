package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** Methods of {@code str} that fill up: center, ljust, rjust, zfill, expandtabs. */
final class StrPad {

    private StrPad() {
    }

    static void define(TypeBuilder b) {
        b.fast("center", 1, 2, (w, s, a) -> {
            long missing = missing(w, s, a);
            int fill = fill(w, a);
            long left = missing / 2 + (missing & GetArgs.ssize(w, a[0]) & 1);
            return StrBuild.padded(w, (PyStr) s, left, missing - left, fill);
        });
        b.fast("ljust", 1, 2, (w, s, a) -> {
            long missing = missing(w, s, a);
            return StrBuild.padded(w, (PyStr) s, 0, missing, fill(w, a));
        });
        b.fast("rjust", 1, 2, (w, s, a) -> {
            long missing = missing(w, s, a);
            return StrBuild.padded(w, (PyStr) s, missing, 0, fill(w, a));
        });
        b.oneArg("zfill", (w, s, width) -> zeroFill(w, (PyStr) s, GetArgs.ssize(w, width)));
        b.keywords("expandtabs", "tabsize?", (w, s, a) -> expandTabs(w, (PyStr) s, a[0]));
    }

    /** Characters that are missing to the width; 0 if none. */
    private static long missing(World w, PyObject self, PyObject[] args) {
        return Math.max(0, GetArgs.ssize(w, args[0]) - ((PyStr) self).length());
    }

    private static int fill(World w, PyObject[] args) {
        if (args.length < 2) {
            return ' ';
        }
        if (!(args[1] instanceof PyStr s)) {
            throw Errors.typeError(w, "The fill character must be a unicode character, not %s", args[1].type.name);
        }
        if (s.length() != 1) {
            throw Errors.typeError(w, "The fill character must be exactly one character long");
        }
        return s.codePointAt(0);
    }

    @TruffleBoundary
    private static PyStr zeroFill(World w, PyStr s, long width) {
        if (width <= s.length()) {
            return StrBuild.unchanged(w, s);
        }
        int first = s.length() == 0 ? 0 : s.codePointAt(0);
        if (first != '+' && first != '-') {
            return StrBuild.padded(w, s, width - s.length(), 0, '0');
        }
        PyStr z = PyStr.begin(w, width, s.kind, s.ascii);
        if (s.kind < 4) {
            StringBuilder out = new StringBuilder((int) width).append((char) first);
            return z.fill(out.repeat('0', (int) width - s.length()).append(s.chars(), 1, s.length()).toString());
        }
        int[] points = new int[(int) width];
        java.util.Arrays.fill(points, '0');
        StrBuild.copyPoints(s, points, (int) width - s.length());
        points[(int) width - s.length()] = '0';
        points[0] = first;
        return z.fill(points);
    }

    @TruffleBoundary
    private static PyStr expandTabs(World w, PyStr s, PyObject size) {
        int tab = size == null ? 8 : StrArgs.cInt(w, size);
        if (StrFind.indexOf(s, '\t', 0, s.length()) < 0) {
            return StrBuild.unchanged(w, s);
        }
        int length = expanded(w, s, tab, null);
        w.freeBuffer(w.allocateBuffer(length, s));
        int[] out = new int[length];
        expanded(w, s, tab, out);
        return StrBuild.freshPoints(w, out, length);
    }

    /** Writes the text with tabs as spaces if {@code out} is there, and says how long it is. */
    private static int expanded(World w, PyStr s, int tab, int[] out) {
        long at = 0;
        long column = 0;
        for (int i = 0; i < s.length(); i++) {
            int c = s.codePointAt(i);
            if (c != '\t') {
                if (out != null) {
                    out[(int) at] = c;
                }
                at++;
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            } else if (tab > 0) {
                long spaces = tab - column % tab;
                for (long k = 0; out != null && k < spaces; k++) {
                    out[(int) (at + k)] = ' ';
                }
                at += spaces;
                column += spaces;
            }
            if (at > Integer.MAX_VALUE - 16) {
                throw Errors.noMemory(w);
            }
        }
        return (int) at;
    }
}
