package dev.glassheap.runtime.object;

/** {@code tuple_iterator}: tuple and index; the tuple is dropped on exhaustion. */
public final class PyTupleIterator extends PyObject {

    /** Owned; null after the end. */
    public PyTuple tuple;
    public int index;

    private PyTupleIterator(PyTuple tuple) {
        this.tuple = tuple;
    }

    static PyObject create(World w, PyObject tuple) {
        PyTupleIterator it = w.allocate(new PyTupleIterator((PyTuple) tuple), w.types.tupleIteratorType, 32);
        w.retain(tuple, Holder.ITERATOR);
        w.track(it);
        return it;
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.tupleIteratorType, w.types.objectType).size(32, 0).flags(PyType.HAVE_GC)
            .slots(s -> {
                s.tpDealloc = PyTupleIterator::dealloc;
                s.tpGetattro = ObjectType.GENERIC_GETATTR;
                s.tpTraverse = PyTupleIterator::traverse;
                s.tpIter = SequenceIterator::self;
                s.tpIternext = PyTupleIterator::next;
            })
            .noArgs("__length_hint__", PyTupleIterator::lengthHint)
            .noArgs("__reduce__", PyTupleIterator::reduce)
            .oneArg("__setstate__", PyTupleIterator::setState)
            .ready();
    }

    private static PyObject next(World w, PyObject self) {
        PyTupleIterator it = (PyTupleIterator) self;
        PyTuple t = it.tuple;
        if (t == null) {
            return null;
        }
        if (it.index < t.items.length) {
            return w.newRef(t.items[it.index++], Holder.RESULT);
        }
        it.tuple = null;
        w.release(t, Holder.ITERATOR);
        return null;
    }

    private static PyObject lengthHint(World w, PyObject self) {
        PyTupleIterator it = (PyTupleIterator) self;
        return w.newInt(it.tuple == null ? 0 : it.tuple.items.length - it.index);
    }

    private static PyObject reduce(World w, PyObject self) {
        PyTupleIterator it = (PyTupleIterator) self;
        return it.tuple == null ? IteratorReduce.iter(w, w.newRef(w.singletons.emptyTuple, Holder.ELEMENT))
            : IteratorReduce.resumed(w, "iter", it.tuple, it.index);
    }

    private static PyObject setState(World w, PyObject self, PyObject state) {
        PyTupleIterator it = (PyTupleIterator) self;
        long index = GetArgs.ssize(w, state);
        if (it.tuple != null) {
            it.index = (int) Math.max(0, Math.min(index, it.tuple.items.length));
        }
        return w.none();
    }

    private static void dealloc(World w, PyObject self) {
        PyTupleIterator it = (PyTupleIterator) self;
        w.untrack(it);
        PyTuple t = it.tuple;
        it.tuple = null;
        w.releaseOrNull(t, Holder.ITERATOR);
        w.freeBlock(it);
    }

    private static void traverse(PyObject self, Slots.Visitor visitor) {
        PyTuple t = ((PyTupleIterator) self).tuple;
        if (t != null) {
            visitor.visit(t);
        }
    }
}
