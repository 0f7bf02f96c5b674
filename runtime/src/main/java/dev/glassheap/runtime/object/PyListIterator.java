package dev.glassheap.runtime.object;

/**
 * {@code list_iterator} and {@code list_reverseiterator}: list and index; the list is dropped on exhaustion.
 *
 * <p>Invariant: {@code list == null} iff exhausted.
 */
public final class PyListIterator extends PyObject {

    /** Owned; null after the end. */
    public PyList list;
    public int index;

    private PyListIterator(PyList list, int index) {
        this.list = list;
        this.index = index;
    }

    static PyObject create(World w, PyObject list) {
        return make(w, w.types.listIteratorType, (PyList) list, 0);
    }

    static PyObject reversed(World w, PyObject list) {
        return make(w, w.types.listReverseIteratorType, (PyList) list, ((PyList) list).size - 1);
    }

    private static PyObject make(World w, PyType type, PyList list, int index) {
        PyListIterator it = w.allocate(new PyListIterator(list, index), type, 32);
        w.retain(list, Holder.ITERATOR);
        w.track(it);
        return it;
    }

    static void define(World w) {
        builder(w, w.types.listIteratorType).slots(s -> s.tpIternext = PyListIterator::next)
            .noArgs("__length_hint__", PyListIterator::lengthHint)
            .noArgs("__reduce__", (world, self) -> reduce(world, self, "iter"))
            .oneArg("__setstate__", (world, self, state) -> setState(world, self, state, 0)).ready();
        builder(w, w.types.listReverseIteratorType).slots(s -> s.tpIternext = PyListIterator::nextReversed)
            .noArgs("__length_hint__", PyListIterator::reverseLengthHint)
            .noArgs("__reduce__", (world, self) -> reduce(world, self, "reversed"))
            .oneArg("__setstate__", (world, self, state) -> setState(world, self, state, -1)).ready();
    }

    private static TypeBuilder builder(World w, PyType type) {
        return new TypeBuilder(w, type, w.types.objectType).size(32, 0).flags(PyType.HAVE_GC).slots(s -> {
            s.tpDealloc = PyListIterator::dealloc;
            s.tpGetattro = ObjectType.GENERIC_GETATTR;
            s.tpTraverse = PyListIterator::traverse;
            s.tpIter = SequenceIterator::self;
        });
    }

    static PyObject next(World w, PyObject self) {
        PyListIterator it = (PyListIterator) self;
        PyList l = it.list;
        if (l == null) {
            return null;
        }
        if (it.index < l.size) {
            return w.newRef(l.items[it.index++], Holder.RESULT);
        }
        it.list = null;
        w.release(l, Holder.ITERATOR);
        return null;
    }

    private static PyObject nextReversed(World w, PyObject self) {
        PyListIterator it = (PyListIterator) self;
        PyList l = it.list;
        if (l == null) {
            return null;
        }
        if (it.index >= 0 && it.index < l.size) {
            return w.newRef(l.items[it.index--], Holder.RESULT);
        }
        it.index = -1;
        it.list = null;
        w.release(l, Holder.ITERATOR);
        return null;
    }

    private static PyObject lengthHint(World w, PyObject self) {
        PyListIterator it = (PyListIterator) self;
        return w.newInt(it.list == null ? 0 : Math.max(0, it.list.size - it.index));
    }

    private static PyObject reverseLengthHint(World w, PyObject self) {
        PyListIterator it = (PyListIterator) self;
        int left = it.index + 1;
        return w.newInt(it.list == null || it.list.size < left ? 0 : left);
    }

    private static PyObject reduce(World w, PyObject self, String builtin) {
        PyListIterator it = (PyListIterator) self;
        return it.list == null ? IteratorReduce.iter(w, PyList.create(w))
            : IteratorReduce.resumed(w, builtin, it.list, it.index);
    }

    private static PyObject setState(World w, PyObject self, PyObject state, int lowest) {
        PyListIterator it = (PyListIterator) self;
        long index = GetArgs.ssize(w, state);
        if (it.list != null) {
            int highest = lowest == 0 ? it.list.size : it.list.size - 1;
            it.index = (int) Math.max(lowest, Math.min(index, highest));
        }
        return w.none();
    }

    private static void dealloc(World w, PyObject self) {
        PyListIterator it = (PyListIterator) self;
        w.untrack(it);
        PyList l = it.list;
        it.list = null;
        w.releaseOrNull(l, Holder.ITERATOR);
        w.freeBlock(it);
    }

    private static void traverse(PyObject self, Slots.Visitor visitor) {
        PyList l = ((PyListIterator) self).list;
        if (l != null) {
            visitor.visit(l);
        }
    }
}
