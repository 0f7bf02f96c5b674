package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** {@code str.maketrans} and {@code str.translate}. */
final class StrTranslate {

    private StrTranslate() {
    }

    static void define(TypeBuilder b) {
        b.staticMethod("maketrans", new NativeCode.Fast(1, 3, (w, s, a) -> makeTable(w, a)));
        b.oneArg("translate", (w, s, table) -> translate(w, (PyStr) s, table));
    }

    @TruffleBoundary
    private static PyObject makeTable(World w, PyObject[] args) {
        PyStr to = args.length > 1 ? StrArgs.text(w, args[1], "maketrans() argument 2") : null;
        PyStr deleted = args.length > 2 ? StrArgs.text(w, args[2], "maketrans() argument 3") : null;
        PyDict table = PyDict.create(w);
        try {
            if (to != null) {
                fromTexts(w, table, args[0], to, deleted);
            } else if (args[0].type == w.types.dictType) {
                ((PyDict) args[0]).forEach((key, value) -> addEntry(w, table, key, value));
            } else {
                throw Errors.typeError(w, "if you give only one argument to maketrans it must be a dict");
            }
            return table;
        } catch (PyException e) {
            w.release(table, Holder.NATIVE);
            throw e;
        }
    }

    private static void fromTexts(World w, PyDict table, PyObject first, PyStr to, PyStr deleted) {
        if (!(first instanceof PyStr from)) {
            throw Errors.typeError(w, "first maketrans argument must be a string if there is a second argument");
        }
        if (from.length() != to.length()) {
            throw Errors.valueError(w, "the first two maketrans arguments must have equal length");
        }
        for (int i = 0; i < from.length(); i++) {
            PyInt value = null;
            PyInt key = w.newInt(from.codePointAt(i));
            try {
                value = w.newInt(to.codePointAt(i));
                table.setItem(w, key, value);
            } finally {
                w.release(key, Holder.NATIVE);
                w.releaseOrNull(value, Holder.NATIVE);
            }
        }
        for (int i = 0; deleted != null && i < deleted.length(); i++) {
            setOrdinal(w, table, deleted.codePointAt(i), w.singletons.none);
        }
    }

    private static void addEntry(World w, PyDict table, PyObject key, PyObject value) {
        if (key instanceof PyStr s) {
            if (s.length() != 1) {
                throw Errors.valueError(w, "string keys in translate table must be of length 1");
            }
            setOrdinal(w, table, s.codePointAt(0), value);
        } else if (key instanceof PyInt) {
            table.setItem(w, key, value);
        } else {
            throw Errors.typeError(w, "keys in translate table must be strings or integers");
        }
    }

    private static void setOrdinal(World w, PyDict table, int c, PyObject value) {
        PyInt key = w.newInt(c);
        try {
            table.setItem(w, key, value);
        } finally {
            w.release(key, Holder.NATIVE);
        }
    }

    /** {@code _PyUnicode_TranslateCharmap}. */
    @TruffleBoundary
    private static PyObject translate(World w, PyStr s, PyObject table) {
        int n = s.length();
        if (n == 0) {
            return StrBuild.unchanged(w, s);
        }
        int[][] known = new int[128][];
        int[] out = new int[n];
        int at = 0;
        for (int i = 0; i < n; i++) {
            int c = s.codePointAt(i);
            int[] mapped = c < 128 ? known[c] : null;
            if (mapped == null) {
                mapped = lookup(w, table, c);
                if (c < 128) {
                    known[c] = mapped;
                }
            }
            if (at + mapped.length > out.length) {
                out = java.util.Arrays.copyOf(out, at + mapped.length + (n - i) + n / 4);
            }
            for (int m : mapped) {
                out[at++] = m;
            }
        }
        return StrBuild.freshPoints(w, out, at);
    }

    /** {@code charmaptranslate_lookup}: what the table says of a character; a LookupError leaves it as it is. */
    private static int[] lookup(World w, PyObject table, int c) {
        PyInt key = w.newInt(c);
        PyObject value;
        try {
            value = Objects.getItem(w, table, key);
        } catch (PyException e) {
            if (!e.matches(w.types.exceptions.lookupError)) {
                throw e;
            }
            w.release(e.take(), Holder.EXCEPTION);
            return new int[] {c};
        } finally {
            w.release(key, Holder.NATIVE);
        }
        try {
            if (value == w.singletons.none) {
                return new int[0];
            }
            if (value instanceof PyInt i) {
                if (!i.isSmall() || i.value < 0 || i.value > 0x10FFFF) {
                    throw Errors.valueError(w, "character mapping must be in range(0x110000)");
                }
                return new int[] {(int) i.value};
            }
            if (value instanceof PyStr text) {
                return StrBuild.toPoints(text);
            }
            throw Errors.typeError(w, "character mapping must return integer, None or str");
        } finally {
            w.release(value, Holder.NATIVE);
        }
    }
}
