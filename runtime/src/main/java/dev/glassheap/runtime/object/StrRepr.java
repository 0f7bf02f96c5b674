package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** {@code repr(str)} and which characters are printable. */
public final class StrRepr {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private StrRepr() {
    }

    @TruffleBoundary
    static PyObject repr(World w, PyObject self) {
        PyStr s = (PyStr) self;
        int n = s.length();
        int[] out = new int[n + 2];
        int quote = StrFind.indexOf(s, '\'', 0, n) >= 0 && StrFind.indexOf(s, '"', 0, n) < 0 ? '"' : '\'';
        int at = 0;
        out[at++] = quote;
        for (int i = 0; i < n; i++) {
            if (at + 11 > out.length) {
                out = java.util.Arrays.copyOf(out, at + 12 + (n - i) + at / 4);
            }
            at = escape(s.codePointAt(i), quote, out, at);
        }
        if (at == out.length) {
            out = java.util.Arrays.copyOf(out, at + 1);
        }
        out[at++] = quote;
        return StrBuild.ofPoints(w, out, 0, at);
    }

    /** {@code PyObject_ASCII}: the repr with all but ASCII escaped. */
    @TruffleBoundary
    public static PyStr ascii(World w, PyObject o) {
        PyStr repr = Objects.repr(w, o);
        if (repr.ascii) {
            return repr;
        }
        try {
            int[] out = new int[repr.length() * 10];
            int at = 0;
            for (int i = 0; i < repr.length(); i++) {
                int c = repr.codePointAt(i);
                if (c < 128) {
                    out[at++] = c;
                } else {
                    at = hex(c, out, at);
                }
            }
            return StrBuild.ofPoints(w, out, 0, at);
        } finally {
            w.release(repr, Holder.NATIVE);
        }
    }

    private static int escape(int c, int quote, int[] out, int start) {
        int at = start;
        if (c == quote || c == '\\') {
            out[at++] = '\\';
            out[at++] = c;
        } else if (c == '\t' || c == '\n' || c == '\r') {
            out[at++] = '\\';
            out[at++] = c == '\t' ? 't' : c == '\n' ? 'n' : 'r';
        } else if (c >= ' ' && c < 0x7F || c > 0x7F && isPrintable(c)) {
            out[at++] = c;
        } else {
            at = hex(c, out, at);
        }
        return at;
    }

    /** Writes {@code \x41}, {@code \u0141} or {@code \U00010141}. */
    static int hex(int c, int[] out, int start) {
        int at = start;
        int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
        out[at++] = '\\';
        out[at++] = digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out[at++] = HEX[c >>> shift & 15];
        }
        return at;
    }

    /** {@code Py_UNICODE_ISPRINTABLE}: not of the categories Cc, Cf, Cs, Co, Cn, Zl, Zp, Zs; a space is printable. */
    static boolean isPrintable(int c) {
        if (c == ' ') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
