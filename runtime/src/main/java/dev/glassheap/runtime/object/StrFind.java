package dev.glassheap.runtime.object;

/** Search in strings ({@code Objects/stringlib/fastsearch.h}); indices are code points. */
final class StrFind {

    private StrFind() {
    }

    /** First index of {@code part} with {@code from <= index <= to - part.length()}, or -1. */
    static int indexOf(PyStr s, PyStr part, int from, int to) {
        if (to - from < part.length() || part.kind > s.kind) {
            return -1;
        }
        if (s.points() == null) {
            return s.chars().indexOf(part.chars(), from, to);
        }
        for (int i = from; i <= to - part.length(); i++) {
            if (matches(s, part, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Last index of {@code part} with {@code from <= index <= to - part.length()}, or -1. */
    static int lastIndexOf(PyStr s, PyStr part, int from, int to) {
        if (to - from < part.length() || part.kind > s.kind) {
            return -1;
        }
        if (s.points() == null) {
            int i = s.chars().lastIndexOf(part.chars(), to - part.length());
            return i < from ? -1 : i;
        }
        for (int i = to - part.length(); i >= from; i--) {
            if (matches(s, part, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether {@code part} stands at an index; the caller sees to it that it fits. */
    static boolean matches(PyStr s, PyStr part, int at) {
        if (s.points() == null && part.points() == null) {
            return s.chars().startsWith(part.chars(), at);
        }
        for (int k = 0; k < part.length(); k++) {
            if (s.codePointAt(at + k) != part.codePointAt(k)) {
                return false;
            }
        }
        return true;
    }

    /** First index of a character in {@code from..to-1}, or -1. */
    static int indexOf(PyStr s, int character, int from, int to) {
        if (s.points() == null) {
            return character > 0xFFFF ? -1 : s.chars().indexOf(character, from, to);
        }
        for (int i = from; i < to; i++) {
            if (s.points()[i] == character) {
                return i;
            }
        }
        return -1;
    }

    /** Number of non-overlapping places of {@code part} between two indices, at most {@code limit}. */
    static int count(PyStr s, PyStr part, int from, int to, int limit) {
        if (part.length() == 0) {
            return to < from ? 0 : Math.min(limit, to - from + 1);
        }
        int n = 0;
        for (int i = indexOf(s, part, from, to); i >= 0 && n < limit; i = indexOf(s, part, i + part.length(), to)) {
            n++;
        }
        return n;
    }
}
