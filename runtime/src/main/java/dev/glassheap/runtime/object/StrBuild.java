package dev.glassheap.runtime.object;

import java.util.Arrays;

/** Makes strings: from Java text and code points, of parts of others, joined and repeated; always of the narrowest kind. */
final class StrBuild {

    private StrBuild() {
    }

    /** Texts up to this length are built without asking first. */
    private static final int SMALL = 1 << 16;
    /** Copies that Java has of a large text while a format makes it. */
    private static final int COPIES = 3;

    /** Raises MemoryError when the heap cannot hold a text of that many characters that Java is about to build piece by piece. */
    static void charge(World w, long characters) {
        if (characters > SMALL) {
            if (characters > Integer.MAX_VALUE - 1000) {
                throw Errors.noMemory(w);
            }
            w.freeBuffer(w.allocateBuffer(COPIES * characters, w.singletons.none));
        }
    }

    /** {@code PyUnicode_New} and a text: a new block also where a shared string exists (but not for the empty string). */
    static PyStr fresh(World w, String text) {
        if (text.isEmpty()) {
            return PyStr.of(w, text);
        }
        PyStr s = PyStr.bare(text);
        return w.allocate(s, w.types.strType, s.byteSize());
    }

    /** {@code PyUnicode_FromKindAndData} of chars that are code points each (surrogate pairs stay two characters). */
    static PyStr ofChars(World w, String chars) {
        int n = chars.length();
        if (n == 0 || n == 1 && chars.charAt(0) < 256) {
            return PyStr.of(w, chars);
        }
        int widest = 0;
        for (int i = 0; i < n; i++) {
            widest |= chars.charAt(i);
        }
        return PyStr.begin(w, n, widest < 256 ? 1 : 2, widest < 128).fill(chars);
    }

    /** {@code PyUnicode_FromKindAndData} of the code points {@code from..to-1}; the array is not kept. */
    static PyStr ofPoints(World w, int[] points, int from, int to) {
        int widest = 0;
        for (int i = from; i < to; i++) {
            widest |= points[i];
        }
        if (to - from == 0) {
            return PyStr.of(w, "");
        }
        if (to - from == 1) {
            return PyStr.ofCodePoint(w, points[from]);
        }
        if (widest > 0xFFFF) {
            return PyStr.begin(w, to - from, 4, false).fill(Arrays.copyOfRange(points, from, to));
        }
        PyStr s = PyStr.begin(w, to - from, widest < 256 ? 1 : 2, widest < 128);
        return s.fill(narrow(points, from, to));
    }

    private static String narrow(int[] points, int from, int to) {
        char[] chars = new char[to - from];
        for (int i = from; i < to; i++) {
            chars[i - from] = (char) points[i];
        }
        return new String(chars);
    }

    /** {@code unicode_result_unchanged}: the same object, or an exact copy of a subclass instance. */
    static PyStr unchanged(World w, PyStr s) {
        return s.type == w.types.strType ? w.newRef(s, Holder.RESULT) : copy(w, s);
    }

    /** {@code _PyUnicode_Copy}: a new exact string. */
    static PyStr copy(World w, PyStr s) {
        if (s.length() == 0) {
            return PyStr.of(w, "");
        }
        PyStr z = PyStr.begin(w, s.length(), s.kind, s.ascii);
        z.copyText(s);
        z.hash = -1;
        return z;
    }

    /** {@code PyUnicode_Substring}: {@code 0 <= from <= to <= length}. */
    static PyStr substring(World w, PyStr s, int from, int to) {
        if (from == 0 && to == s.length()) {
            return unchanged(w, s);
        }
        if (from >= to) {
            return PyStr.of(w, "");
        }
        if (to - from == 1) {
            return PyStr.ofCodePoint(w, s.codePointAt(from));
        }
        if (s.points() != null) {
            return ofPoints(w, s.points(), from, to);
        }
        if (s.ascii) {
            return PyStr.begin(w, to - from, 1, true).fill(s.chars().substring(from, to));
        }
        return ofChars(w, s.chars().substring(from, to));
    }

    /** {@code PyUnicode_Concat}. */
    static PyStr concat(World w, PyStr a, PyStr b) {
        if (a.length() == 0) {
            return unchanged(w, b);
        }
        if (b.length() == 0) {
            return unchanged(w, a);
        }
        PyStr z = PyStr.begin(w, (long) a.length() + b.length(), Math.max(a.kind, b.kind), a.ascii && b.ascii);
        if (z.kind < 4) {
            return z.fill(a.chars().concat(b.chars()));
        }
        int[] points = new int[a.length() + b.length()];
        copyPoints(a, points, 0);
        copyPoints(b, points, a.length());
        return z.fill(points);
    }

    /** Writes the code points of a string into an array. */
    static void copyPoints(PyStr s, int[] into, int at) {
        if (s.points() != null) {
            System.arraycopy(s.points(), 0, into, at, s.points().length);
            return;
        }
        String chars = s.chars();
        for (int i = 0; i < chars.length(); i++) {
            into[at + i] = chars.charAt(i);
        }
    }

    /** The code points of any string in a new array. */
    static int[] toPoints(PyStr s) {
        int[] points = new int[s.length()];
        copyPoints(s, points, 0);
        return points;
    }

    /** {@code unicode_repeat}. */
    static PyStr repeat(World w, PyStr s, long count) {
        if (count < 1 || s.length() == 0) {
            return PyStr.of(w, "");
        }
        if (count == 1) {
            return unchanged(w, s);
        }
        if (count > Long.MAX_VALUE / s.length()) {
            throw Errors.overflowError(w, "repeated string is too long");
        }
        long length = count * s.length();
        if (length > Long.MAX_VALUE / 8) {
            throw Errors.noMemory(w);
        }
        PyStr z = PyStr.begin(w, length, s.kind, s.ascii);
        if (s.kind < 4) {
            return z.fill(s.chars().repeat((int) count));
        }
        int[] points = new int[(int) length];
        for (int i = 0; i < points.length; i += s.length()) {
            System.arraycopy(s.points(), 0, points, i, s.length());
        }
        return z.fill(points);
    }

    /** {@code pad}: a new string with fill characters on both sides; unchanged when there are none. */
    static PyStr padded(World w, PyStr s, long left, long right, int fill) {
        if (left <= 0 && right <= 0) {
            return unchanged(w, s);
        }
        long length = left + s.length() + right;
        if (length < 0) {
            throw Errors.overflowError(w, "padded string is too long");
        }
        int kind = Math.max(s.kind, fill < 256 ? 1 : fill < 0x10000 ? 2 : 4);
        PyStr z = PyStr.begin(w, length, kind, s.ascii && fill < 128);
        if (kind < 4) {
            StringBuilder out = new StringBuilder((int) length);
            return z.fill(out.repeat(fill, (int) left).append(s.chars()).repeat(fill, (int) right).toString());
        }
        int[] points = new int[(int) length];
        Arrays.fill(points, fill);
        copyPoints(s, points, (int) left);
        return z.fill(points);
    }

    /** {@code PyUnicode_New} and the first {@code n} code points: a new block unless there are none. */
    static PyStr freshPoints(World w, int[] points, int n) {
        if (n == 0) {
            return PyStr.of(w, "");
        }
        int widest = 0;
        for (int i = 0; i < n; i++) {
            widest |= points[i];
        }
        if (widest > 0xFFFF) {
            return PyStr.begin(w, n, 4, false).fill(Arrays.copyOf(points, n));
        }
        PyStr s = PyStr.begin(w, n, widest < 256 ? 1 : 2, widest < 128);
        return s.fill(narrow(points, 0, n));
    }

    /** {@link #freshPoints} of chars that are code points each. */
    static PyStr freshChars(World w, String chars) {
        int n = chars.length();
        if (n == 0) {
            return PyStr.of(w, "");
        }
        int widest = 0;
        for (int i = 0; i < n; i++) {
            widest |= chars.charAt(i);
        }
        return PyStr.begin(w, n, widest < 256 ? 1 : 2, widest < 128).fill(chars);
    }
}
