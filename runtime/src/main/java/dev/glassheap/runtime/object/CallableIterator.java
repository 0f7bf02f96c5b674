package dev.glassheap.runtime.object;

/** {@code callable_iterator}: what {@code iter(callable, sentinel)} makes; 32 bytes and the GC head. */
public final class CallableIterator extends PyObject {

    /** Owned; both null after the end. */
    private PyObject callable;
    private PyObject sentinel;

    private CallableIterator(PyObject callable, PyObject sentinel) {
        this.callable = callable;
        this.sentinel = sentinel;
    }

    /** {@code PyCallIter_New}. */
    public static CallableIterator create(World w, PyObject callable, PyObject sentinel) {
        CallableIterator it = w.allocate(new CallableIterator(callable, sentinel), w.types.callIteratorType, 32);
        w.retain(callable, Holder.ITERATOR);
        w.retain(sentinel, Holder.ITERATOR);
        w.track(it);
        return it;
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.callIteratorType, w.types.objectType).size(32, 0).flags(PyType.HAVE_GC)
            .slots(s -> {
                s.tpDealloc = CallableIterator::dealloc;
                s.tpGetattro = ObjectType.GENERIC_GETATTR;
                s.tpTraverse = CallableIterator::traverse;
                s.tpIter = SequenceIterator::self;
                s.tpIternext = CallableIterator::next;
            })
            .noArgs("__reduce__", CallableIterator::reduce)
            .ready();
    }

    private static PyObject next(World w, PyObject self) {
        CallableIterator it = (CallableIterator) self;
        if (it.callable == null) {
            return null;
        }
        PyObject result;
        try {
            result = Calls.call(w, it.callable);
        } catch (PyException e) {
            if (!e.matches(w.types.exceptions.stopIteration)) {
                throw e;
            }
            w.release(e.take(), Holder.EXCEPTION);
            it.finish(w);
            return null;
        }
        PyObject sentinel = it.sentinel;
        boolean end = false;
        if (sentinel != null) {
            try {
                end = ListType.equalHeld(w, sentinel, result);
            } catch (PyException e) {
                w.release(result, Holder.NATIVE);
                throw e;
            }
        }
        if (sentinel != null && !end) {
            return result;
        }
        it.finish(w);
        w.release(result, Holder.NATIVE);
        return null;
    }

    private static PyObject reduce(World w, PyObject self) {
        CallableIterator it = (CallableIterator) self;
        return it.callable == null ? IteratorReduce.iter(w, w.newRef(w.singletons.emptyTuple, Holder.ELEMENT))
            : IteratorReduce.iter(w, w.newRef(it.callable, Holder.ELEMENT), w.newRef(it.sentinel, Holder.ELEMENT));
    }

    private void finish(World w) {
        PyObject c = callable;
        PyObject s = sentinel;
        callable = null;
        sentinel = null;
        w.releaseOrNull(c, Holder.ITERATOR);
        w.releaseOrNull(s, Holder.ITERATOR);
    }

    private static void dealloc(World w, PyObject self) {
        CallableIterator it = (CallableIterator) self;
        w.untrack(it);
        it.finish(w);
        w.freeBlock(it);
    }

    private static void traverse(PyObject self, Slots.Visitor visitor) {
        CallableIterator it = (CallableIterator) self;
        if (it.callable != null) {
            visitor.visit(it.callable);
        }
        if (it.sentinel != null) {
            visitor.visit(it.sentinel);
        }
    }
}
