package dev.glassheap.runtime.object;

/** {@code weakref.ref} and its proxies: 64 bytes (80 with GC head). */
public class PyWeakReference extends PyObject {

    /** {@code wr_object}: borrowed; null once the referent is dead. */
    public PyObject referent;
    /** {@code wr_callback}: owned or null. */
    public PyObject callback;
    /** Neighbours in the referent's list. */
    public PyWeakReference next, prev;
    /** Cached hash of the referent; -1 = not computed. */
    public long hash = -1;
}
