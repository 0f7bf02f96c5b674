package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** Methods of {@code str} that cut and join: split, rsplit, splitlines, join ({@code Objects/stringlib/split.h}). */
final class StrSplit {

    /** {@code MAX_PREALLOC}: places a result list has from the beginning. */
    private static final int PREALLOCATED = 12;

    private StrSplit() {
    }

    static void define(TypeBuilder b) {
        b.keywords("split", "sep?, maxsplit?", (w, s, a) -> split(w, (PyStr) s, a, false));
        b.keywords("rsplit", "sep?, maxsplit?", (w, s, a) -> split(w, (PyStr) s, a, true));
        b.keywords("splitlines", "keepends?", (w, s, a) -> splitLines(w, (PyStr) s, a[0] != null && GetArgs.intTruth(w, a[0])));
        b.oneArg("join", (w, s, seq) -> join(w, (PyStr) s, seq));
    }

    /** The list of the parts, which are new references. */
    @TruffleBoundary
    private static PyObject split(World w, PyStr s, PyObject[] args, boolean right) {
        long max = StrArgs.size(w, args[1], -1);
        int limit = max < 0 ? Integer.MAX_VALUE : (int) Math.min(max, Integer.MAX_VALUE);
        PyObject sep = args[0];
        if (sep != null && sep != w.singletons.none) {
            if (!(sep instanceof PyStr separator)) {
                throw Errors.typeError(w, "must be str or None, not %s", sep.type.name);
            }
            if (separator.length() == 0) {
                throw Errors.valueError(w, "empty separator");
            }
            if (separator.kind > s.kind || separator.length() > s.length()) {
                return PyList.steal(w, new PyObject[] {w.newRef(s, Holder.ELEMENT)});
            }
            return filled(w, limit, list -> bySeparator(w, s, separator, limit, right, list));
        }
        return filled(w, limit, right ? list -> byWhitespaceFromRight(w, s, limit, list) : list -> byWhitespace(w, s, limit, list));
    }

    private interface Filler {
        void fill(PyList list);
    }

    private static PyList filled(World w, int limit, Filler filler) {
        PyList list = PyList.withCapacity(w, limit >= PREALLOCATED ? PREALLOCATED : limit + 1);
        try {
            filler.fill(list);
            return list;
        } catch (PyException e) {
            w.release(list, Holder.NATIVE);
            throw e;
        }
    }

    private static void add(World w, PyList list, PyStr s, int from, int to) {
        list.appendSteal(w, StrBuild.substring(w, s, from, to));
    }

    private static void bySeparator(World w, PyStr s, PyStr sep, int limit, boolean right, PyList list) {
        int n = 0;
        if (!right) {
            int from = 0;
            for (int hit; n < limit && (hit = StrFind.indexOf(s, sep, from, s.length())) >= 0; n++) {
                add(w, list, s, from, hit);
                from = hit + sep.length();
            }
            add(w, list, s, from, s.length());
            return;
        }
        int to = s.length();
        for (int hit; n < limit && (hit = StrFind.lastIndexOf(s, sep, 0, to)) >= 0; n++) {
            add(w, list, s, hit + sep.length(), to);
            to = hit;
        }
        add(w, list, s, 0, to);
        reverse(list);
    }

    private static void byWhitespace(World w, PyStr s, int limit, PyList list) {
        int length = s.length();
        int i = 0;
        for (int n = 0; n < limit; n++) {
            while (i < length && StrChars.isSpace(s.codePointAt(i))) {
                i++;
            }
            if (i == length) {
                return;
            }
            int from = i++;
            while (i < length && !StrChars.isSpace(s.codePointAt(i))) {
                i++;
            }
            add(w, list, s, from, i);
        }
        while (i < length && StrChars.isSpace(s.codePointAt(i))) {
            i++;
        }
        if (i < length) {
            add(w, list, s, i, length);
        }
    }

    private static void byWhitespaceFromRight(World w, PyStr s, int limit, PyList list) {
        int i = s.length();
        for (int n = 0; n < limit; n++) {
            while (i > 0 && StrChars.isSpace(s.codePointAt(i - 1))) {
                i--;
            }
            if (i == 0) {
                break;
            }
            int to = i--;
            while (i > 0 && !StrChars.isSpace(s.codePointAt(i - 1))) {
                i--;
            }
            add(w, list, s, i, to);
        }
        while (i > 0 && StrChars.isSpace(s.codePointAt(i - 1))) {
            i--;
        }
        if (i > 0) {
            add(w, list, s, 0, i);
        }
        reverse(list);
    }

    private static void reverse(PyList list) {
        for (int a = 0, b = list.size - 1; a < b; a++, b--) {
            PyObject item = list.items[a];
            list.items[a] = list.items[b];
            list.items[b] = item;
        }
    }

    @TruffleBoundary
    private static PyObject splitLines(World w, PyStr s, boolean keepEnds) {
        PyList list = PyList.create(w);
        try {
            int length = s.length();
            int i = 0;
            while (i < length) {
                int from = i;
                while (i < length && !StrChars.isLineBreak(s.codePointAt(i))) {
                    i++;
                }
                int end = i;
                if (i < length) {
                    i += s.codePointAt(i) == '\r' && i + 1 < length && s.codePointAt(i + 1) == '\n' ? 2 : 1;
                }
                add(w, list, s, from, keepEnds ? i : end);
            }
            return list;
        } catch (PyException e) {
            w.release(list, Holder.NATIVE);
            throw e;
        }
    }

    // ------------------------------------------------------------------ join

    /** {@code PyUnicode_Join}. */
    @TruffleBoundary
    static PyStr join(World w, PyStr separator, PyObject iterable) {
        PyObject fast = PyList.fast(w, iterable, "can only join an iterable");
        try {
            return joined(w, separator, PyList.fastItems(fast), (int) fast.obSize());
        } finally {
            w.release(fast, Holder.NATIVE);
        }
    }

    /** {@code _PyUnicode_JoinArray}: of the first {@code n} items, borrowed. */
    static PyStr joined(World w, PyStr separator, PyObject[] items, int n) {
        if (n == 0) {
            return PyStr.of(w, "");
        }
        if (n == 1 && items[0].type == w.types.strType) {
            return w.newRef((PyStr) items[0], Holder.RESULT);
        }
        long length = 0;
        int kind = 1;
        boolean ascii = true;
        for (int i = 0; i < n; i++) {
            if (!(items[i] instanceof PyStr s)) {
                throw Errors.typeError(w, "sequence item %d: expected str instance, %s found", i, items[i].type.name);
            }
            length += s.length();
            kind = Math.max(kind, s.kind);
            ascii &= s.ascii;
        }
        if (n > 1) {
            length += (n - 1L) * separator.length();
            kind = Math.max(kind, separator.kind);
            ascii &= separator.ascii;
        }
        if (length == 0) {
            return PyStr.of(w, "");
        }
        PyStr z = PyStr.begin(w, length, kind, ascii);
        try {
            return kind < 4 ? z.fill(joinChars(w, separator, items, n, (int) length))
                : z.fill(joinPoints(w, separator, items, n, (int) length));
        } catch (PyException e) {
            w.release(z, Holder.NATIVE);
            throw e;
        }
    }

    private static String joinChars(World w, PyStr separator, PyObject[] items, int n, int length) {
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < n; i++) {
            if (i > 0) {
                out.append(separator.chars());
            }
            out.append(((PyStr) items[i]).chars());
            poll(w, i);
        }
        return out.toString();
    }

    private static int[] joinPoints(World w, PyStr separator, PyObject[] items, int n, int length) {
        int[] out = new int[length];
        int at = 0;
        for (int i = 0; i < n; i++) {
            if (i > 0) {
                StrBuild.copyPoints(separator, out, at);
                at += separator.length();
            }
            PyStr s = (PyStr) items[i];
            StrBuild.copyPoints(s, out, at);
            at += s.length();
            poll(w, i);
        }
        return out;
    }

    private static void poll(World w, int step) {
        if ((step & 0xFFF) == 0xFFF) {
            w.calls.checkInterrupt(w);
        }
    }
}
