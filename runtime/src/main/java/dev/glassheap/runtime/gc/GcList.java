package dev.glassheap.runtime.gc;

import dev.glassheap.runtime.object.PyObject;

/**
 * A doubly linked list of tracked objects, through their own {@link PyObject#gcNext} and {@link PyObject#gcPrev}: the head of
 * CPython's {@code PyGC_Head} rings. The head is a sentinel that is never seen by guest code.
 *
 * <p>Invariant, checked by {@link GcChecker}: for every member {@code o}, and for the head,
 * {@code o.gcNext.gcPrev == o} and {@code o.gcPrev.gcNext == o}.
 */
final class GcList extends PyObject {

    GcList() {
        gcNext = this;
        gcPrev = this;
    }

    boolean isEmpty() {
        return gcNext == this;
    }

    /** {@code gc_list_append}: of an object that is in no list. */
    void append(PyObject object) {
        PyObject last = gcPrev;
        object.gcPrev = last;
        object.gcNext = this;
        last.gcNext = object;
        gcPrev = object;
    }

    /** Takes a member out of whatever list it is in; its links are left as they were. */
    static void unlink(PyObject object) {
        PyObject next = object.gcNext;
        PyObject prev = object.gcPrev;
        prev.gcNext = next;
        next.gcPrev = prev;
    }

    /** {@code gc_list_move}: from whatever list it is in to the end of this one. */
    void move(PyObject object) {
        unlink(object);
        append(object);
    }

    /** {@code gc_list_merge}: appends all members of {@code from}, which is empty afterwards. */
    void merge(GcList from) {
        if (from.isEmpty()) {
            return;
        }
        PyObject last = gcPrev;
        last.gcNext = from.gcNext;
        from.gcNext.gcPrev = last;
        gcPrev = from.gcPrev;
        gcPrev.gcNext = this;
        from.gcNext = from;
        from.gcPrev = from;
    }

    /** {@code gc_list_size}; O(n). */
    int size() {
        int n = 0;
        for (PyObject o = gcNext; o != this; o = o.gcNext) {
            n++;
        }
        return n;
    }
}
