package dev.glassheap.runtime.object;

/** {@code weakref.ref} and the two proxy types ({@code PyWeakReference}): 64 bytes, 80 with GC head. */
public class PyWeakReference extends PyObject {

    /** {@code wr_object}: borrowed; null once the reference was cleared. */
    PyObject referent;
    /** {@code wr_callback}: owned, or null when there is none (any more). */
    public PyObject callback;
    /** Neighbours in the referent's list. */
    PyWeakReference next, prev;
    /** Cached hash of the referent; -1 = not computed. */
    long hash = -1;

    /** {@code PyWeakref_GET_OBJECT}: the referent, borrowed; null once it is dead or dying. */
    public final PyObject target() {
        PyObject o = referent;
        return o != null && o.refcnt > 0 ? o : null;
    }

    /** The next reference to the same object, or null at the end of its list. */
    public final PyWeakReference next() {
        return next;
    }

    /** An instance of a class derived from {@code weakref.ref}. */
    static final class OfClass extends PyWeakReference {
        private final InstanceState state = new InstanceState();

        @Override
        public InstanceState instanceState() {
            return state;
        }
    }
}
