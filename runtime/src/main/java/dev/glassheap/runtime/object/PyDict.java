package dev.glassheap.runtime.object;

/**
 * {@code dict}: insertion-ordered hash table with CPython 3.11's layouts (combined str table, combined general table, split
 * table sharing a class's keys).
 */
public class PyDict extends PyObject {

    /** What {@link #forEach} calls, in insertion order; both borrowed. */
    public interface EntryVisitor {
        void entry(PyObject key, PyObject value);
    }

    /** {@code PyDict_New}: a new empty dict (through the free list), untracked until it holds something trackable. */
    public static PyDict create(World w) {
        throw new AssertionError("not written yet");
    }

    /** {@code PyDict_GetItem} for a str key: a borrowed reference or null; runs guest code only if the table holds keys that are no str. */
    public PyObject getStr(World w, PyStr key) {
        throw new AssertionError("not written yet");
    }

    /** {@code PyDict_GetItemWithError}: borrowed, or null when missing; may run guest code and raise. */
    public PyObject getItem(World w, PyObject key) {
        throw new AssertionError("not written yet");
    }

    /** {@code PyDict_SetItem}: retains key (if new) and value. */
    public void setItem(World w, PyObject key, PyObject value) {
        throw new AssertionError("not written yet");
    }

    /** Deletes a key; false when it is missing. */
    public boolean delItem(World w, PyObject key) {
        throw new AssertionError("not written yet");
    }

    /** Number of entries. */
    public int size() {
        throw new AssertionError("not written yet");
    }

    /** Visits the entries in insertion order. The visitor must not change the dict. */
    public void forEach(EntryVisitor visitor) {
        throw new AssertionError("not written yet");
    }
}
