package dev.glassheap.runtime.object;

/** {@code set_iterator}: walks the table; the set is dropped on exhaustion. */
public final class PySetIterator extends PyObject {

    /** Owned; null after the end. */
    private PySet set;
    /** Size of the set at the start; -1 after it was seen changed. */
    private int used;
    private int slot;
    private int left;

    private PySetIterator(PySet set) {
        this.set = set;
        this.used = set.used;
        this.left = set.used;
    }

    static PyObject create(World w, PyObject set) {
        PySetIterator it = w.allocate(new PySetIterator((PySet) set), w.types.setIteratorType, 48);
        w.retain(set, Holder.ITERATOR);
        w.track(it);
        return it;
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.setIteratorType, w.types.objectType).size(48, 0).flags(PyType.HAVE_GC)
            .slots(s -> {
                s.tpDealloc = PySetIterator::dealloc;
                s.tpGetattro = ObjectType.GENERIC_GETATTR;
                s.tpTraverse = PySetIterator::traverse;
                s.tpIter = SequenceIterator::self;
                s.tpIternext = PySetIterator::next;
            })
            .noArgs("__length_hint__", PySetIterator::lengthHint)
            .noArgs("__reduce__", PySetIterator::reduce)
            .ready();
    }

    private static PyObject next(World w, PyObject self) {
        PySetIterator it = (PySetIterator) self;
        PySet s = it.set;
        if (s == null) {
            return null;
        }
        if (it.used != s.used) {
            it.used = -1;
            throw Errors.runtimeError(w, "Set changed size during iteration");
        }
        int i = it.slot;
        while (i <= s.mask && !s.isLive(i)) {
            i++;
        }
        it.slot = i + 1;
        if (i > s.mask) {
            it.set = null;
            w.release(s, Holder.ITERATOR);
            return null;
        }
        it.left--;
        return w.newRef(s.keys[i], Holder.RESULT);
    }

    private static PyObject lengthHint(World w, PyObject self) {
        PySetIterator it = (PySetIterator) self;
        return w.newInt(it.set != null && it.used == it.set.used ? it.left : 0);
    }

    /** The rest as a list; this iterator stays where it is. */
    private static PyObject reduce(World w, PyObject self) {
        PySetIterator it = (PySetIterator) self;
        PyList rest = PyList.create(w);
        if (it.set != null) {
            PySetIterator copy = (PySetIterator) create(w, it.set);
            copy.used = it.used;
            copy.slot = it.slot;
            copy.left = it.left;
            try {
                rest.extend(w, copy);
            } catch (PyException e) {
                w.release(rest, Holder.NATIVE);
                throw e;
            } finally {
                w.release(copy, Holder.NATIVE);
            }
        }
        return IteratorReduce.iter(w, rest);
    }

    private static void dealloc(World w, PyObject self) {
        PySetIterator it = (PySetIterator) self;
        w.untrack(it);
        PySet s = it.set;
        it.set = null;
        w.releaseOrNull(s, Holder.ITERATOR);
        w.freeBlock(it);
    }

    private static void traverse(PyObject self, Slots.Visitor visitor) {
        PySet s = ((PySetIterator) self).set;
        if (s != null) {
            visitor.visit(s);
        }
    }
}
