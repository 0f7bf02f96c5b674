package dev.glassheap.runtime.object;

/** What the object model needs from the collector above it: tracking, and the possible start of a collection. */
public interface Collector {

    /** After a GC object's block was really allocated: counts it in generation 0 and may run a collection. */
    void allocated(World w);

    /** After a GC object's block was really freed. */
    void freed();

    /** {@code PyObject_GC_Track}: puts the object at the end of generation 0. */
    void track(PyObject object);

    /** {@code PyObject_GC_UnTrack}; does nothing when untracked. */
    void untrack(PyObject object);
}
