package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.nio.charset.StandardCharsets;

/**
 * Methods of {@code bytes} and {@code bytearray} that look for a part ({@code Objects/bytes_methods.c}). The content is seen as a
 * Java string of one char a byte.
 */
final class BytesSearch {

    private BytesSearch() {
    }

    static void define(TypeBuilder b) {
        b.fast("find", 0, -1, (w, s, a) -> w.newInt(find(w, s, a, "find", false)));
        b.fast("rfind", 0, -1, (w, s, a) -> w.newInt(find(w, s, a, "rfind", true)));
        b.fast("index", 0, -1, (w, s, a) -> w.newInt(found(w, find(w, s, a, "index", false))));
        b.fast("rindex", 0, -1, (w, s, a) -> w.newInt(found(w, find(w, s, a, "rindex", true))));
        b.fast("count", 0, -1, BytesSearch::count);
        b.fast("startswith", 0, -1, (w, s, a) -> w.bool(affix(w, s, a, "startswith", false)));
        b.fast("endswith", 0, -1, (w, s, a) -> w.bool(affix(w, s, a, "endswith", true)));
        b.oneArg("removeprefix", (w, s, a) -> removeAffix(w, s, a, false));
        b.oneArg("removesuffix", (w, s, a) -> removeAffix(w, s, a, true));
        b.fast("replace", 2, 3, BytesSearch::replace);
        b.oneArg("partition", (w, s, sep) -> partition(w, s, sep, false));
        b.oneArg("rpartition", (w, s, sep) -> partition(w, s, sep, true));
        b.fast("strip", 0, 1, (w, s, a) -> strip(w, s, a, true, true));
        b.fast("lstrip", 0, 1, (w, s, a) -> strip(w, s, a, true, false));
        b.fast("rstrip", 0, 1, (w, s, a) -> strip(w, s, a, false, true));
    }

    static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** {@code parse_args_finds_byte}: a bytes-like object or one byte as an int. */
    private static String part(World w, PyObject o) {
        if (BytesBuild.isBytesLike(o)) {
            return BytesBuild.latin1(o);
        }
        if (o.type.slots.nbIndex == null) {
            throw Errors.typeError(w, "argument should be integer or bytes-like object, not '%s'", o.type.name);
        }
        return String.valueOf((char) BytesBuild.byteValue(w, o));
    }

    @TruffleBoundary
    private static int find(World w, PyObject self, PyObject[] args, String name, boolean last) {
        StrArgs.count(w, name, args.length, 1, 3);
        long from = StrArgs.bound(w, args, 1, 0);
        long to = StrArgs.bound(w, args, 2, Long.MAX_VALUE);
        String part = part(w, args[0]);
        String s = BytesBuild.latin1(self);
        int start = StrArgs.start(from, s.length());
        int end = StrArgs.end(to, s.length());
        if (end - start < part.length()) {
            return -1;
        }
        if (!last) {
            return s.indexOf(part, start, end);
        }
        int i = s.lastIndexOf(part, end - part.length());
        return i < start ? -1 : i;
    }

    private static int found(World w, int index) {
        if (index < 0) {
            throw Errors.valueError(w, "subsection not found");
        }
        return index;
    }

    @TruffleBoundary
    private static PyObject count(World w, PyObject self, PyObject[] args) {
        StrArgs.count(w, "count", args.length, 1, 3);
        long from = StrArgs.bound(w, args, 1, 0);
        long to = StrArgs.bound(w, args, 2, Long.MAX_VALUE);
        String part = part(w, args[0]);
        String s = BytesBuild.latin1(self);
        return w.newInt(count(s, part, StrArgs.start(from, s.length()), StrArgs.end(to, s.length()), Integer.MAX_VALUE));
    }

    private static int count(String s, String part, int start, int end, int limit) {
        if (end < start) {
            return 0;
        }
        if (part.isEmpty()) {
            return Math.min(limit, end - start + 1);
        }
        int n = 0;
        for (int i = s.indexOf(part, start, end); i >= 0 && n < limit; i = s.indexOf(part, i + part.length(), end)) {
            n++;
            if (i + part.length() > end) {
                break;
            }
        }
        return n;
    }

    @TruffleBoundary
    private static boolean affix(World w, PyObject self, PyObject[] args, String name, boolean atEnd) {
        StrArgs.count(w, name, args.length, 1, 3);
        long from = StrArgs.bound(w, args, 1, 0);
        long to = StrArgs.bound(w, args, 2, Long.MAX_VALUE);
        String s = BytesBuild.latin1(self);
        int start = StrArgs.start(from, s.length());
        int end = StrArgs.end(to, s.length());
        if (args[0] instanceof PyTuple options) {
            for (PyObject option : options.items) {
                BytesBuild.required(w, option);
                if (matches(s, BytesBuild.latin1(option), start, end, atEnd)) {
                    return true;
                }
            }
            return false;
        }
        if (!BytesBuild.isBytesLike(args[0])) {
            throw Errors.typeError(w, "%s first arg must be bytes or a tuple of bytes, not %s", name, args[0].type.name);
        }
        return matches(s, BytesBuild.latin1(args[0]), start, end, atEnd);
    }

    private static boolean matches(String s, String part, int start, int end, boolean atEnd) {
        int last = end - part.length();
        return last >= start && s.startsWith(part, atEnd ? last : start);
    }

    private static PyObject removeAffix(World w, PyObject self, PyObject arg, boolean atEnd) {
        byte[] data = BytesBuild.content(self);
        int cut = BytesBuild.required(w, arg).length;
        if (cut == 0 || !matches(BytesBuild.latin1(self), BytesBuild.latin1(arg), 0, data.length, atEnd)) {
            return BytesBuild.unchanged(w, self);
        }
        return atEnd ? BytesBuild.part(w, self, data, 0, data.length - cut) : BytesBuild.part(w, self, data, cut, data.length);
    }

    @TruffleBoundary
    private static PyObject replace(World w, PyObject self, PyObject[] args) {
        BytesBuild.required(w, args[0]);
        BytesBuild.required(w, args[1]);
        long max = StrArgs.size(w, args.length > 2 ? args[2] : null, -1);
        String s = BytesBuild.latin1(self);
        String old = BytesBuild.latin1(args[0]);
        String by = BytesBuild.latin1(args[1]);
        int n = count(s, old, 0, s.length(), max < 0 ? Integer.MAX_VALUE : (int) Math.min(max, Integer.MAX_VALUE));
        if (n == 0) {
            return BytesBuild.unchanged(w, self);
        }
        long length = s.length() + (long) n * (by.length() - old.length());
        BytesCore.charge(w, length);
        StringBuilder out = new StringBuilder((int) length);
        int from = 0;
        for (int k = 0; k < n; k++) {
            int hit = old.isEmpty() ? k : s.indexOf(old, from);
            out.append(s, from, hit).append(by);
            from = hit + old.length();
        }
        return BytesBuild.like(w, self, bytes(out.append(s, from, s.length()).toString()));
    }

    @TruffleBoundary
    private static PyObject partition(World w, PyObject self, PyObject separator, boolean last) {
        byte[] sep = BytesBuild.required(w, separator);
        if (sep.length == 0) {
            throw Errors.valueError(w, "empty separator");
        }
        byte[] data = BytesBuild.content(self);
        String s = BytesBuild.latin1(self);
        String part = BytesBuild.latin1(separator);
        int at = last ? s.lastIndexOf(part) : s.indexOf(part);
        byte[] nothing = {};
        if (at < 0) {
            return last ? NewTuple.of(w, () -> BytesBuild.like(w, self, nothing), () -> BytesBuild.like(w, self, nothing),
                () -> BytesBuild.unchanged(w, self)) : NewTuple.of(w, () -> BytesBuild.unchanged(w, self),
                () -> BytesBuild.like(w, self, nothing), () -> BytesBuild.like(w, self, nothing));
        }
        return NewTuple.of(w, () -> BytesBuild.like(w, self, java.util.Arrays.copyOf(data, at)),
            () -> self instanceof PyBytes ? w.newRef(separator, Holder.ELEMENT) : BytesBuild.like(w, self, sep),
            () -> BytesBuild.like(w, self, java.util.Arrays.copyOfRange(data, at + sep.length, data.length)));
    }

    private static PyObject strip(World w, PyObject self, PyObject[] args, boolean left, boolean right) {
        String set = " \t\n\r\u000b\f";
        if (args.length > 0 && args[0] != w.singletons.none) {
            BytesBuild.required(w, args[0]);
            set = BytesBuild.latin1(args[0]);
        }
        byte[] data = BytesBuild.content(self);
        int from = 0;
        int to = data.length;
        while (left && from < to && set.indexOf(data[from] & 0xFF) >= 0) {
            from++;
        }
        while (right && to > from && set.indexOf(data[to - 1] & 0xFF) >= 0) {
            to--;
        }
        return BytesBuild.part(w, self, data, from, to);
    }
}
