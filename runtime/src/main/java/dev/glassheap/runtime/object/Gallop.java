package dev.glassheap.runtime.object;

/** Comparison of sort keys, and the exponential search that finds where a key belongs in a sorted slice ({@code gallop_left}, {@code gallop_right}). */
class Gallop {

    /** {@code ISLT}. */
    interface Less {
        boolean test(World w, PyObject x, PyObject y);
    }

    final World w;
    private final Less less;
    private int comparisons;

    Gallop(World w, Less less) {
        this.w = w;
        this.less = less;
    }

    /** Compares; every few thousand times looks for an interrupt. */
    final boolean lessThan(PyObject x, PyObject y) {
        if ((++comparisons & 0xFFF) == 0) {
            w.calls.checkInterrupt(w);
        }
        return less.test(w, x, y);
    }

    /** {@code gallop_left}: where {@code key} belongs in a sorted slice, left of equal ones; {@code hint} is an index in it. */
    final int gallopLeft(PyObject key, PyObject[] a, int base, int n, int hint) {
        int lastOffset = 0;
        int offset = 1;
        if (lessThan(a[base + hint], key)) {
            int max = n - hint;
            while (offset < max && lessThan(a[base + hint + offset], key)) {
                lastOffset = offset;
                offset = (offset << 1) + 1;
            }
            offset = Math.min(offset, max);
            lastOffset += hint;
            offset += hint;
        } else {
            int max = hint + 1;
            while (offset < max && !lessThan(a[base + hint - offset], key)) {
                lastOffset = offset;
                offset = (offset << 1) + 1;
            }
            offset = Math.min(offset, max);
            int k = lastOffset;
            lastOffset = hint - offset;
            offset = hint - k;
        }
        lastOffset++;
        while (lastOffset < offset) {
            int m = lastOffset + (offset - lastOffset >> 1);
            if (lessThan(a[base + m], key)) {
                lastOffset = m + 1;
            } else {
                offset = m;
            }
        }
        return offset;
    }

    /** {@code gallop_right}: as {@link #gallopLeft}, right of equal ones. */
    final int gallopRight(PyObject key, PyObject[] a, int base, int n, int hint) {
        int lastOffset = 0;
        int offset = 1;
        if (lessThan(key, a[base + hint])) {
            int max = hint + 1;
            while (offset < max && lessThan(key, a[base + hint - offset])) {
                lastOffset = offset;
                offset = (offset << 1) + 1;
            }
            offset = Math.min(offset, max);
            int k = lastOffset;
            lastOffset = hint - offset;
            offset = hint - k;
        } else {
            int max = n - hint;
            while (offset < max && !lessThan(key, a[base + hint + offset])) {
                lastOffset = offset;
                offset = (offset << 1) + 1;
            }
            offset = Math.min(offset, max);
            lastOffset += hint;
            offset += hint;
        }
        lastOffset++;
        while (lastOffset < offset) {
            int m = lastOffset + (offset - lastOffset >> 1);
            if (lessThan(key, a[base + m])) {
                offset = m;
            } else {
                lastOffset = m + 1;
            }
        }
        return offset;
    }
}
