package dev.glassheap.runtime.gc;

import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.Slots;
import dev.glassheap.runtime.object.World;

/** Takes tuples and dicts that can be in no cycle out of the collector's lists. */
final class Untracking {

    private final World w;
    private final MayBeTracked mayBeTracked = new MayBeTracked();

    Untracking(World w) {
        this.w = w;
    }

    /** {@code untrack_tuples}: exact tuples all of whose items can never be tracked. */
    void untrackTuples(GcList list) {
        PyType tupleType = w.types.tupleType;
        PyObject o = list.gcNext;
        while (o != list) {
            PyObject next = o.gcNext;
            if (o.type == tupleType && !holdsTrackable((PyTuple) o)) {
                w.untrack(o);
            }
            o = next;
        }
    }

    /** {@code _PyTuple_MaybeUntrack}; a tuple under construction has items missing and stays. */
    private boolean holdsTrackable(PyTuple tuple) {
        for (PyObject item : tuple.items) {
            if (item == null || mayBeTracked(item)) {
                return true;
            }
        }
        return false;
    }

    /** {@code untrack_dicts}; only full collections do it, because a growing dict would be tracked again each time. */
    void untrackDicts(GcList list) {
        PyType dictType = w.types.dictType;
        PyObject o = list.gcNext;
        while (o != list) {
            PyObject next = o.gcNext;
            if (o.type == dictType && !holdsTrackable((PyDict) o)) {
                w.untrack(o);
            }
            o = next;
        }
    }

    private boolean holdsTrackable(PyDict dict) {
        mayBeTracked.found = false;
        dict.type.slots.tpTraverse.traverse(dict, mayBeTracked);
        return mayBeTracked.found;
    }

    /** {@code _PyObject_GC_MAY_BE_TRACKED}. */
    private boolean mayBeTracked(PyObject o) {
        if (!o.type.has(PyType.HAVE_GC)) {
            return false;
        }
        return o.type == w.types.tupleType ? o.isTracked() : !(o instanceof PyType t) || t.has(PyType.HEAPTYPE);
    }

    private final class MayBeTracked implements Slots.Visitor {
        private boolean found;

        @Override
        public void visit(PyObject referent) {
            if (!found && mayBeTracked(referent)) {
                found = true;
            }
        }
    }
}
