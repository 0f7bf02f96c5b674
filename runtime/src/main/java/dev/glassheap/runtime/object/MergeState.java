package dev.glassheap.runtime.object;

/**
 * The stable adaptive merge sort of CPython 3.11 (timsort with the powersort merge order; {@code MergeState} of
 * {@code Objects/listobject.c}). Makes the same comparisons in the same order and the same temporary blocks, so that a
 * guest's {@code __lt__} sees no difference. After an error the slice is a permutation of what it was.
 *
 * <p>The two merges are long because each is one algorithm with many ends; they are mirror images of each other.
 */
final class MergeState extends Gallop {

    private static final int MAX_MERGE_PENDING = 85;
    private static final int MIN_GALLOP = 7;
    /** {@code MERGESTATE_TEMP_SIZE}: pointers of temporary space that cost no block. */
    static final int TEMP_SIZE = 256;

    private final PyObject owner;
    /** What is compared: the keys, or the items themselves. */
    private final PyObject[] keys;
    /** The items when they are not the keys, else null. */
    private final PyObject[] values;
    private int minGallop = MIN_GALLOP;
    private PyObject[] tempKeys = PyList.EMPTY;
    private PyObject[] tempValues = PyList.EMPTY;
    /** {@code alloced}: pointers of temporary space at hand. */
    private int tempCapacity;
    private long tempAddress;
    private final int[] runBase = new int[MAX_MERGE_PENDING];
    private final int[] runLength = new int[MAX_MERGE_PENDING];
    private final int[] runPower = new int[MAX_MERGE_PENDING];
    private int pending;

    /** @param owner whose temporary blocks these are. @param values what is moved along with the keys, or null */
    MergeState(World w, PyObject owner, PyObject[] keys, PyObject[] values, int n, Less less) {
        super(w, less);
        this.owner = owner;
        this.keys = keys;
        this.values = values;
        this.tempCapacity = values == null ? TEMP_SIZE : Math.min((n + 1) / 2, TEMP_SIZE / 2);
    }

    /** {@code merge_freemem}. */
    void free() {
        w.freeBuffer(tempAddress);
        tempAddress = 0;
    }

    /** Sorts the first {@code n >= 2} items. */
    void sort(int n) {
        int minRun = minRun(n);
        int low = 0;
        int remaining = n;
        do {
            int run = countRun(low, low + remaining);
            if (run < minRun) {
                int force = Math.min(remaining, minRun);
                binarySort(low, low + force, low + run);
                run = force;
            }
            foundNewRun(run, n);
            runBase[pending] = low;
            runLength[pending++] = run;
            low += run;
            remaining -= run;
        } while (remaining > 0);
        forceCollapse();
    }

    // ------------------------------------------------------------------ runs

    /** {@code merge_compute_minrun}: n itself below 64, else 32..64 such that n/minrun is at or just below a power of two. */
    private static int minRun(int length) {
        int n = length;
        int r = 0;
        while (n >= 64) {
            r |= n & 1;
            n >>= 1;
        }
        return n + r;
    }

    /** {@code count_run}: length of the run at {@code low}; a strictly descending one is reversed. */
    private int countRun(int low, int high) {
        int at = low + 1;
        if (at == high) {
            return 1;
        }
        int n = 2;
        if (lessThan(keys[at], keys[at - 1])) {
            for (at++; at < high && lessThan(keys[at], keys[at - 1]); at++) {
                n++;
            }
            reverse(low, low + n);
        } else {
            for (at++; at < high && !lessThan(keys[at], keys[at - 1]); at++) {
                n++;
            }
        }
        return n;
    }

    /** {@code binarysort}: insertion sort of {@code [low, high)} whose part below {@code start} is sorted already. */
    private void binarySort(int low, int high, int start) {
        for (int at = low == start ? start + 1 : start; at < high; at++) {
            int l = low;
            int r = at;
            PyObject pivot = keys[at];
            while (l < r) {
                int p = l + (r - l >> 1);
                if (lessThan(pivot, keys[p])) {
                    r = p;
                } else {
                    l = p + 1;
                }
            }
            System.arraycopy(keys, l, keys, l + 1, at - l);
            keys[l] = pivot;
            if (values != null) {
                PyObject v = values[at];
                System.arraycopy(values, l, values, l + 1, at - l);
                values[l] = v;
            }
        }
    }

    void reverse(int from, int to) {
        reverseArray(keys, from, to);
        if (values != null) {
            reverseArray(values, from, to);
        }
    }

    static void reverseArray(PyObject[] a, int from, int to) {
        for (int i = from, k = to - 1; i < k; i++, k--) {
            PyObject t = a[i];
            a[i] = a[k];
            a[k] = t;
        }
    }

    // ------------------------------------------------------------------ merge order

    /** {@code powerloop}: depth in the merge tree of the border between two neighbouring runs. */
    private static int power(long s1, long n1, long n2, long n) {
        int result = 0;
        long a = 2 * s1 + n1;
        long b = a + n1 + n2;
        while (true) {
            result++;
            if (a >= n) {
                a -= n;
                b -= n;
            } else if (b >= n) {
                return result;
            }
            a <<= 1;
            b <<= 1;
        }
    }

    /** {@code found_new_run}: merges what must be merged before a run of length {@code n2} is pushed. */
    private void foundNewRun(int n2, int n) {
        if (pending == 0) {
            return;
        }
        int p = power(runBase[pending - 1], runLength[pending - 1], n2, n);
        while (pending > 1 && runPower[pending - 2] > p) {
            mergeAt(pending - 2);
        }
        runPower[pending - 1] = p;
    }

    /** {@code merge_force_collapse}. */
    private void forceCollapse() {
        while (pending > 1) {
            int n = pending - 2;
            if (n > 0 && runLength[n - 1] < runLength[n + 1]) {
                n--;
            }
            mergeAt(n);
        }
    }

    /** {@code merge_at}: merges the neighbouring runs {@code i} and {@code i + 1}. */
    private void mergeAt(int i) {
        int baseA = runBase[i];
        int lengthA = runLength[i];
        int baseB = runBase[i + 1];
        int lengthB = runLength[i + 1];
        runLength[i] = lengthA + lengthB;
        if (i == pending - 3) {
            runBase[i + 1] = runBase[i + 2];
            runLength[i + 1] = runLength[i + 2];
            runPower[i + 1] = runPower[i + 2];
        }
        pending--;
        int k = gallopRight(keys[baseB], keys, baseA, lengthA, 0);
        baseA += k;
        lengthA -= k;
        if (lengthA == 0) {
            return;
        }
        lengthB = gallopLeft(keys[baseA + lengthA - 1], keys, baseB, lengthB, lengthB - 1);
        if (lengthB <= 0) {
            return;
        }
        if (lengthA <= lengthB) {
            mergeLow(baseA, lengthA, baseB, lengthB);
        } else {
            mergeHigh(baseA, lengthA, baseB, lengthB);
        }
    }

    // ------------------------------------------------------------------ merging

    /** {@code merge_getmem}: temporary space for {@code need} pointers (and as many values). */
    private void needTemp(int need) {
        if (need > tempCapacity) {
            w.freeBuffer(tempAddress);
            tempAddress = 0;
            tempCapacity = 0;
            tempAddress = w.allocateBuffer((values == null ? 8L : 16L) * need, owner);
            tempCapacity = need;
        }
        if (tempKeys.length < need) {
            tempKeys = new PyObject[need];
            tempValues = values == null ? PyList.EMPTY : new PyObject[need];
        }
    }

    /** {@code merge_lo}: merges {@code A} with the right neighbour {@code B}, A being the shorter, through a copy of A. */
    private void mergeLow(int baseA, int lengthA, int baseB, int lengthB) {
        needTemp(lengthA);
        System.arraycopy(keys, baseA, tempKeys, 0, lengthA);
        if (values != null) {
            System.arraycopy(values, baseA, tempValues, 0, lengthA);
        }
        int dest = baseA;
        int a = 0;
        int b = baseB;
        int na = lengthA;
        int nb = lengthB;
        boolean bLast = false;
        try {
            move(dest++, b++);
            if (--nb == 0) {
                return;
            }
            if (na == 1) {
                bLast = true;
                return;
            }
            while (true) {
                int countA = 0;
                int countB = 0;
                do {
                    if (lessThan(keys[b], tempKeys[a])) {
                        move(dest++, b++);
                        countB++;
                        countA = 0;
                        if (--nb == 0) {
                            return;
                        }
                    } else {
                        restore(dest++, a++);
                        countA++;
                        countB = 0;
                        if (--na == 1) {
                            bLast = true;
                            return;
                        }
                    }
                } while (countA < minGallop && countB < minGallop);
                minGallop++;
                do {
                    minGallop -= minGallop > 1 ? 1 : 0;
                    countA = gallopRight(keys[b], tempKeys, a, na, 0);
                    if (countA > 0) {
                        restore(dest, a, countA);
                        dest += countA;
                        a += countA;
                        na -= countA;
                        if (na == 1) {
                            bLast = true;
                            return;
                        }
                        if (na == 0) {
                            return;
                        }
                    }
                    move(dest++, b++);
                    if (--nb == 0) {
                        return;
                    }
                    countB = gallopLeft(tempKeys[a], keys, b, nb, 0);
                    if (countB > 0) {
                        move(dest, b, countB);
                        dest += countB;
                        b += countB;
                        nb -= countB;
                        if (nb == 0) {
                            return;
                        }
                    }
                    restore(dest++, a++);
                    if (--na == 1) {
                        bLast = true;
                        return;
                    }
                } while (countA >= MIN_GALLOP || countB >= MIN_GALLOP);
                minGallop++;
            }
        } finally {
            if (bLast) {
                move(dest, b, nb);
                restore(dest + nb, a);
            } else if (na > 0) {
                restore(dest, a, na);
            }
        }
    }

    /** {@code merge_hi}: as {@link #mergeLow} from the right, B being the shorter. */
    private void mergeHigh(int baseA, int lengthA, int baseB, int lengthB) {
        needTemp(lengthB);
        System.arraycopy(keys, baseB, tempKeys, 0, lengthB);
        if (values != null) {
            System.arraycopy(values, baseB, tempValues, 0, lengthB);
        }
        int na = lengthA;
        int nb = lengthB;
        int dest = baseB + nb - 1;
        int a = baseA + na - 1;
        int b = nb - 1;
        boolean aLast = false;
        try {
            move(dest--, a--);
            if (--na == 0) {
                return;
            }
            if (nb == 1) {
                aLast = true;
                return;
            }
            while (true) {
                int countA = 0;
                int countB = 0;
                do {
                    if (lessThan(tempKeys[b], keys[a])) {
                        move(dest--, a--);
                        countA++;
                        countB = 0;
                        if (--na == 0) {
                            return;
                        }
                    } else {
                        restore(dest--, b--);
                        countB++;
                        countA = 0;
                        if (--nb == 1) {
                            aLast = true;
                            return;
                        }
                    }
                } while (countA < minGallop && countB < minGallop);
                minGallop++;
                do {
                    minGallop -= minGallop > 1 ? 1 : 0;
                    countA = na - gallopRight(tempKeys[b], keys, baseA, na, na - 1);
                    if (countA > 0) {
                        dest -= countA;
                        a -= countA;
                        move(dest + 1, a + 1, countA);
                        na -= countA;
                        if (na == 0) {
                            return;
                        }
                    }
                    restore(dest--, b--);
                    if (--nb == 1) {
                        aLast = true;
                        return;
                    }
                    countB = nb - gallopLeft(keys[a], tempKeys, 0, nb, nb - 1);
                    if (countB > 0) {
                        dest -= countB;
                        b -= countB;
                        restore(dest + 1, b + 1, countB);
                        nb -= countB;
                        if (nb == 1) {
                            aLast = true;
                            return;
                        }
                        if (nb == 0) {
                            return;
                        }
                    }
                    move(dest--, a--);
                    if (--na == 0) {
                        return;
                    }
                } while (countA >= MIN_GALLOP || countB >= MIN_GALLOP);
                minGallop++;
            }
        } finally {
            if (aLast) {
                dest -= na;
                a -= na;
                move(dest + 1, a + 1, na);
                restore(dest, b);
            } else if (nb > 0) {
                restore(dest - nb + 1, 0, nb);
            }
        }
    }

    private void move(int to, int from) {
        keys[to] = keys[from];
        if (values != null) {
            values[to] = values[from];
        }
    }

    private void move(int to, int from, int n) {
        System.arraycopy(keys, from, keys, to, n);
        if (values != null) {
            System.arraycopy(values, from, values, to, n);
        }
    }

    private void restore(int to, int from) {
        keys[to] = tempKeys[from];
        if (values != null) {
            values[to] = tempValues[from];
        }
    }

    private void restore(int to, int from, int n) {
        System.arraycopy(tempKeys, from, keys, to, n);
        if (values != null) {
            System.arraycopy(tempValues, from, values, to, n);
        }
    }
}
