package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Arrays;

/** Case, tests, filling, translation and hexadecimal text of {@code bytes} and {@code bytearray}; all by ASCII rules. */
final class BytesCase {

    private interface Mapping {
        int map(int b, int previous);
    }

    private interface Test {
        boolean test(int b);
    }

    private BytesCase() {
    }

    static void define(TypeBuilder b) {
        b.noArgs("lower", (w, s) -> convert(w, s, (c, p) -> lower(c)));
        b.noArgs("upper", (w, s) -> convert(w, s, (c, p) -> upper(c)));
        b.noArgs("capitalize", (w, s) -> convert(w, s, (c, p) -> p < 0 ? upper(c) : lower(c)));
        b.noArgs("title", (w, s) -> convert(w, s, (c, p) -> p >= 0 && isAlpha(p) ? lower(c) : upper(c)));
        b.noArgs("swapcase", (w, s) -> convert(w, s, (c, p) -> isUpper(c) ? lower(c) : upper(c)));
        b.noArgs("isascii", (w, s) -> w.bool(BytesBuild.length(s) == 0 || all(s, c -> c < 128)));
        b.noArgs("isalpha", (w, s) -> w.bool(all(s, BytesCase::isAlpha)));
        b.noArgs("isalnum", (w, s) -> w.bool(all(s, c -> isAlpha(c) || isDigit(c))));
        b.noArgs("isdigit", (w, s) -> w.bool(all(s, BytesCase::isDigit)));
        b.noArgs("isspace", (w, s) -> w.bool(all(s, c -> c == ' ' || c >= 9 && c <= 13)));
        b.noArgs("islower", (w, s) -> w.bool(all(s, c -> !isUpper(c)) && !all(s, c -> !isLower(c))));
        b.noArgs("isupper", (w, s) -> w.bool(all(s, c -> !isLower(c)) && !all(s, c -> !isUpper(c))));
        b.noArgs("istitle", (w, s) -> w.bool(isTitle(BytesBuild.content(s))));
        b.fast("center", 1, 2, (w, s, a) -> {
            long missing = missing(w, s, a);
            long left = missing / 2 + (missing & GetArgs.ssize(w, a[0]) & 1);
            return pad(w, s, a, "center", left, missing - left);
        });
        b.fast("ljust", 1, 2, (w, s, a) -> pad(w, s, a, "ljust", 0, missing(w, s, a)));
        b.fast("rjust", 1, 2, (w, s, a) -> pad(w, s, a, "rjust", missing(w, s, a), 0));
        b.oneArg("zfill", BytesCase::zeroFill);
        b.keywords("expandtabs", "tabsize?", BytesCase::expandTabs);
        b.keywords("translate", "table, /, delete?", BytesCase::translate);
        b.staticMethod("maketrans", new NativeCode.Fast(2, 2, (w, s, a) -> makeTable(w, a)));
        b.keywords("hex", "sep?, bytes_per_sep?", (w, s, a) -> BytesHex.hex(w, BytesBuild.content(s), a));
        b.classMethod("fromhex", new NativeCode.OneArg(BytesHex::fromHex));
    }

    private static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isAlpha(int c) {
        return isUpper(c) || isLower(c);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static int lower(int c) {
        return isUpper(c) ? c + 32 : c;
    }

    private static int upper(int c) {
        return isLower(c) ? c - 32 : c;
    }

    private static PyObject convert(World w, PyObject self, Mapping mapping) {
        byte[] data = BytesBuild.content(self);
        BytesCore.charge(w, data.length);
        byte[] out = new byte[data.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) mapping.map(data[i] & 0xFF, i == 0 ? -1 : data[i - 1] & 0xFF);
        }
        return BytesBuild.like(w, self, out);
    }

    private static boolean all(PyObject self, Test test) {
        byte[] data = BytesBuild.content(self);
        for (byte b : data) {
            if (!test.test(b & 0xFF)) {
                return false;
            }
        }
        return data.length > 0;
    }

    private static boolean isTitle(byte[] data) {
        boolean cased = false;
        boolean inWord = false;
        for (byte b : data) {
            if (isUpper(b) && inWord || isLower(b) && !inWord) {
                return false;
            }
            inWord = isAlpha(b);
            cased |= inWord;
        }
        return cased;
    }

    // ------------------------------------------------------------------ filling

    private static long missing(World w, PyObject self, PyObject[] args) {
        return Math.max(0, GetArgs.ssize(w, args[0]) - BytesBuild.length(self));
    }

    private static PyObject pad(World w, PyObject self, PyObject[] args, String name, long left, long right) {
        byte fill = ' ';
        if (args.length > 1) {
            if (!BytesBuild.isBytesLike(args[1]) || BytesBuild.length(args[1]) != 1) {
                throw Errors.typeError(w, "%s() argument 2 must be a byte string of length 1, not %s", name,
                    StrArgs.typeName(w, args[1]));
            }
            fill = BytesBuild.content(args[1])[0];
        }
        if (left == 0 && right == 0) {
            return BytesBuild.unchanged(w, self);
        }
        byte[] data = BytesBuild.content(self);
        BytesCore.charge(w, left + data.length + right);
        byte[] out = new byte[(int) (left + data.length + right)];
        Arrays.fill(out, fill);
        System.arraycopy(data, 0, out, (int) left, data.length);
        return BytesBuild.like(w, self, out);
    }

    private static PyObject zeroFill(World w, PyObject self, PyObject width) {
        byte[] data = BytesBuild.content(self);
        long missing = GetArgs.ssize(w, width) - data.length;
        if (missing <= 0) {
            return BytesBuild.unchanged(w, self);
        }
        BytesCore.charge(w, missing + data.length);
        byte[] out = new byte[(int) missing + data.length];
        Arrays.fill(out, (byte) '0');
        System.arraycopy(data, 0, out, (int) missing, data.length);
        if (data.length > 0 && (data[0] == '+' || data[0] == '-')) {
            out[(int) missing] = '0';
            out[0] = data[0];
        }
        return BytesBuild.like(w, self, out);
    }

    private static PyObject expandTabs(World w, PyObject self, PyObject[] args) {
        int tab = args[0] == null ? 8 : StrArgs.cInt(w, args[0]);
        CodecSink out = new CodecSink(w, BytesBuild.length(self));
        long column = 0;
        for (byte b : BytesBuild.content(self)) {
            if (b != '\t') {
                out.write(b);
                column = b == '\n' || b == '\r' ? 0 : column + 1;
            } else if (tab > 0) {
                long spaces = tab - column % tab;
                column += spaces;
                for (; spaces > 0; spaces--) {
                    out.write(' ');
                }
            }
        }
        return BytesBuild.like(w, self, out.toBytes());
    }

    // ------------------------------------------------------------------ translation

    @TruffleBoundary
    private static PyObject translate(World w, PyObject self, PyObject[] args) {
        byte[] table = args[0] == w.singletons.none ? null : BytesBuild.required(w, args[0]);
        if (table != null && table.length != 256) {
            throw Errors.valueError(w, "translation table must be 256 characters long");
        }
        boolean[] deleted = new boolean[256];
        if (args[1] != null) {
            for (byte b : BytesBuild.required(w, args[1])) {
                deleted[b & 0xFF] = true;
            }
        }
        byte[] data = BytesBuild.content(self);
        byte[] out = new byte[data.length];
        int n = 0;
        for (byte b : data) {
            if (!deleted[b & 0xFF]) {
                out[n++] = table == null ? b : table[b & 0xFF];
            }
        }
        return n == data.length && Arrays.equals(out, data) ? BytesBuild.unchanged(w, self)
            : BytesBuild.like(w, self, Arrays.copyOf(out, n));
    }

    private static PyObject makeTable(World w, PyObject[] args) {
        byte[] from = BytesBuild.required(w, args[0]);
        byte[] to = BytesBuild.required(w, args[1]);
        if (from.length != to.length) {
            throw Errors.valueError(w, "maketrans arguments must have same length");
        }
        byte[] table = new byte[256];
        for (int i = 0; i < 256; i++) {
            table[i] = (byte) i;
        }
        for (int i = 0; i < from.length; i++) {
            table[from[i] & 0xFF] = to[i];
        }
        return PyBytes.of(w, table);
    }
}
