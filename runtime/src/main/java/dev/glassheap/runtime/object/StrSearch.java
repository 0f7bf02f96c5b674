package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** Methods of {@code str} that look for a part: find, index, count, startswith, replace, partition, strip and their siblings. */
final class StrSearch {

    private StrSearch() {
    }

    static void define(TypeBuilder b) {
        b.fast("find", 0, -1, (w, s, a) -> w.newInt(find(w, (PyStr) s, a, "find", false)));
        b.fast("rfind", 0, -1, (w, s, a) -> w.newInt(find(w, (PyStr) s, a, "rfind", true)));
        b.fast("index", 0, -1, (w, s, a) -> w.newInt(found(w, find(w, (PyStr) s, a, "index", false))));
        b.fast("rindex", 0, -1, (w, s, a) -> w.newInt(found(w, find(w, (PyStr) s, a, "rindex", true))));
        b.fast("count", 0, -1, StrSearch::count);
        b.fast("startswith", 0, -1, (w, s, a) -> w.bool(affix(w, (PyStr) s, a, "startswith", false)));
        b.fast("endswith", 0, -1, (w, s, a) -> w.bool(affix(w, (PyStr) s, a, "endswith", true)));
        b.oneArg("removeprefix", StrSearch::removePrefix);
        b.oneArg("removesuffix", StrSearch::removeSuffix);
        b.fast("replace", 2, 3, StrSearch::replace);
        b.oneArg("partition", (w, s, sep) -> partition(w, (PyStr) s, sep, false));
        b.oneArg("rpartition", (w, s, sep) -> partition(w, (PyStr) s, sep, true));
        b.fast("strip", 0, 1, (w, s, a) -> strip(w, (PyStr) s, a, "strip", true, true));
        b.fast("lstrip", 0, 1, (w, s, a) -> strip(w, (PyStr) s, a, "lstrip", true, false));
        b.fast("rstrip", 0, 1, (w, s, a) -> strip(w, (PyStr) s, a, "rstrip", false, true));
    }

    // ------------------------------------------------------------------ find

    @TruffleBoundary
    private static int find(World w, PyStr s, PyObject[] args, String name, boolean last) {
        StrArgs.count(w, name, args.length, 1, 3);
        long from = StrArgs.bound(w, args, 1, 0);
        long to = StrArgs.bound(w, args, 2, Long.MAX_VALUE);
        PyStr part = StrArgs.ensure(w, args[0]);
        int start = StrArgs.start(from, s.length());
        int end = StrArgs.end(to, s.length());
        return last ? StrFind.lastIndexOf(s, part, start, end) : StrFind.indexOf(s, part, start, end);
    }

    private static int found(World w, int index) {
        if (index < 0) {
            throw Errors.valueError(w, "substring not found");
        }
        return index;
    }

    @TruffleBoundary
    private static PyObject count(World w, PyObject self, PyObject[] args) {
        StrArgs.count(w, "count", args.length, 1, 3);
        PyStr s = (PyStr) self;
        long from = StrArgs.bound(w, args, 1, 0);
        long to = StrArgs.bound(w, args, 2, Long.MAX_VALUE);
        PyStr part = StrArgs.ensure(w, args[0]);
        int n = StrFind.count(s, part, StrArgs.start(from, s.length()), StrArgs.end(to, s.length()), Integer.MAX_VALUE);
        return w.newInt(n);
    }

    @TruffleBoundary
    private static boolean affix(World w, PyStr s, PyObject[] args, String name, boolean atEnd) {
        StrArgs.count(w, name, args.length, 1, 3);
        long from = StrArgs.bound(w, args, 1, 0);
        long to = StrArgs.bound(w, args, 2, Long.MAX_VALUE);
        int start = StrArgs.start(from, s.length());
        int end = StrArgs.end(to, s.length());
        if (args[0] instanceof PyTuple options) {
            for (PyObject option : options.items) {
                if (!(option instanceof PyStr part)) {
                    throw Errors.typeError(w, "tuple for %s must only contain str, not %s", name, option.type.name);
                }
                if (matchesAffix(s, part, start, end, atEnd)) {
                    return true;
                }
            }
            return false;
        }
        if (!(args[0] instanceof PyStr part)) {
            throw Errors.typeError(w, "%s first arg must be str or a tuple of str, not %s", name, args[0].type.name);
        }
        return matchesAffix(s, part, start, end, atEnd);
    }

    /** {@code tailmatch}. */
    private static boolean matchesAffix(PyStr s, PyStr part, int start, int end, boolean atEnd) {
        int last = end - part.length();
        return last >= start && StrFind.matches(s, part, atEnd ? last : start);
    }

    private static PyObject removePrefix(World w, PyObject self, PyObject arg) {
        PyStr s = (PyStr) self;
        PyStr prefix = StrArgs.text(w, arg, "removeprefix() argument");
        return matchesAffix(s, prefix, 0, s.length(), false) ? StrBuild.substring(w, s, prefix.length(), s.length())
            : StrBuild.unchanged(w, s);
    }

    private static PyObject removeSuffix(World w, PyObject self, PyObject arg) {
        PyStr s = (PyStr) self;
        PyStr suffix = StrArgs.text(w, arg, "removesuffix() argument");
        return matchesAffix(s, suffix, 0, s.length(), true) ? StrBuild.substring(w, s, 0, s.length() - suffix.length())
            : StrBuild.unchanged(w, s);
    }

    // ------------------------------------------------------------------ replace

    private static PyObject replace(World w, PyObject self, PyObject[] args) {
        PyStr old = StrArgs.text(w, args[0], "replace() argument 1");
        PyStr by = StrArgs.text(w, args[1], "replace() argument 2");
        long limit = StrArgs.size(w, args.length > 2 ? args[2] : null, -1);
        return replace(w, (PyStr) self, old, by, limit < 0 ? Integer.MAX_VALUE : (int) Math.min(limit, Integer.MAX_VALUE));
    }

    @TruffleBoundary
    static PyStr replace(World w, PyStr s, PyStr old, PyStr by, int limit) {
        if (limit == 0 || old.length() > s.length() || old.sameText(by)) {
            return StrBuild.unchanged(w, s);
        }
        int n = StrFind.count(s, old, 0, s.length(), limit);
        if (n == 0) {
            return StrBuild.unchanged(w, s);
        }
        long length = s.length() + (long) n * (by.length() - old.length());
        if (length == 0) {
            return PyStr.of(w, "");
        }
        if (length > Integer.MAX_VALUE - 16) {
            throw Errors.noMemory(w);
        }
        if (s.kind < 4 && by.kind < 4) {
            StrBuild.charge(w, length);
            return StrBuild.freshChars(w, replaceChars(s.chars(), old.chars(), by.chars(), n, (int) length));
        }
        w.freeBuffer(w.allocateBuffer(length * 4, s));
        int[] out = new int[(int) length];
        int at = 0;
        int from = 0;
        for (int k = 0; k < n; k++) {
            int hit = old.length() == 0 ? k : StrFind.indexOf(s, old, from, s.length());
            at = copy(s, from, hit, out, at);
            StrBuild.copyPoints(by, out, at);
            at += by.length();
            from = hit + old.length();
        }
        copy(s, from, s.length(), out, at);
        return StrBuild.freshPoints(w, out, out.length);
    }

    private static String replaceChars(String s, String old, String by, int n, int length) {
        StringBuilder out = new StringBuilder(length);
        int from = 0;
        for (int k = 0; k < n; k++) {
            int hit = old.isEmpty() ? k : s.indexOf(old, from);
            out.append(s, from, hit).append(by);
            from = hit + old.length();
        }
        return out.append(s, from, s.length()).toString();
    }

    private static int copy(PyStr s, int from, int to, int[] out, int at) {
        for (int i = from; i < to; i++) {
            out[at + i - from] = s.codePointAt(i);
        }
        return at + to - from;
    }

    // ------------------------------------------------------------------ partition

    @TruffleBoundary
    private static PyObject partition(World w, PyStr s, PyObject separator, boolean last) {
        PyStr sep = StrArgs.ensure(w, separator);
        if (sep.length() == 0) {
            throw Errors.valueError(w, "empty separator");
        }
        int at = last ? StrFind.lastIndexOf(s, sep, 0, s.length()) : StrFind.indexOf(s, sep, 0, s.length());
        PyStr empty = w.singletons.emptyStr(w);
        PyTuple t = last && at < 0 ? PyTuple.pack(w, empty, empty, s) : PyTuple.pack(w, at < 0 ? s : empty, at < 0 ? empty : sep, empty);
        if (at < 0) {
            return t;
        }
        try {
            place(w, t, 0, StrBuild.substring(w, s, 0, at));
            place(w, t, 2, StrBuild.substring(w, s, at + sep.length(), s.length()));
            return t;
        } catch (PyException e) {
            w.release(t, Holder.NATIVE);
            throw e;
        }
    }

    private static void place(World w, PyTuple t, int index, PyObject item) {
        PyObject old = t.items[index];
        t.items[index] = item;
        w.release(old, Holder.ELEMENT);
    }

    // ------------------------------------------------------------------ strip

    @TruffleBoundary
    private static PyObject strip(World w, PyStr s, PyObject[] args, String name, boolean left, boolean right) {
        PyStr set = null;
        if (args.length > 0 && args[0] != w.singletons.none) {
            if (!(args[0] instanceof PyStr given)) {
                throw Errors.typeError(w, "%s arg must be None or str", name);
            }
            set = given;
        }
        int from = 0;
        int to = s.length();
        while (left && from < to && stripped(s.codePointAt(from), set)) {
            from++;
        }
        while (right && to > from && stripped(s.codePointAt(to - 1), set)) {
            to--;
        }
        return StrBuild.substring(w, s, from, to);
    }

    private static boolean stripped(int c, PyStr set) {
        return set == null ? StrChars.isSpace(c) : StrFind.indexOf(set, c, 0, set.length()) >= 0;
    }
}
