package dev.glassheap.runtime.object;

/** {@code iterator}: walks an object by {@code __getitem__} from 0 ({@code PySeqIter}). */
final class SequenceIterator extends PyObject {

    private long index;
    /** Owned; null after the end. */
    private PyObject sequence;

    private SequenceIterator(PyObject sequence) {
        this.sequence = sequence;
    }

    /** {@code PySeqIter_New}. */
    static PyObject create(World w, PyObject sequence) {
        SequenceIterator it = w.allocate(new SequenceIterator(sequence), w.types.seqIteratorType, 32);
        w.retain(sequence, Holder.ITERATOR);
        w.track(it);
        return it;
    }

    /** {@code PyObject_SelfIter}: the {@code tp_iter} of every iterator. */
    static PyObject self(World w, PyObject iterator) {
        return w.newRef(iterator, Holder.RESULT);
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.seqIteratorType, w.types.objectType).size(32, 0).flags(PyType.HAVE_GC)
            .slots(s -> {
                s.tpDealloc = SequenceIterator::dealloc;
                s.tpGetattro = ObjectType.GENERIC_GETATTR;
                s.tpTraverse = SequenceIterator::traverse;
                s.tpIter = SequenceIterator::self;
                s.tpIternext = SequenceIterator::next;
            })
            .noArgs("__length_hint__", SequenceIterator::lengthHint)
            .noArgs("__reduce__", SequenceIterator::reduce)
            .oneArg("__setstate__", SequenceIterator::setState)
            .ready();
    }

    private static PyObject next(World w, PyObject self) {
        SequenceIterator it = (SequenceIterator) self;
        PyObject sequence = it.sequence;
        if (sequence == null) {
            return null;
        }
        if (it.index == Long.MAX_VALUE) {
            throw Errors.overflowError(w, "iter index too large");
        }
        try {
            PyObject item = Objects.sequenceItem(w, sequence, it.index);
            it.index++;
            return item;
        } catch (PyException e) {
            if (!e.matches(w.types.exceptions.indexError) && !e.matches(w.types.exceptions.stopIteration)) {
                throw e;
            }
            w.release(e.take(), Holder.EXCEPTION);
            if (it.sequence != null) {
                it.sequence = null;
                w.release(sequence, Holder.ITERATOR);
            }
            return null;
        }
    }

    private static PyObject lengthHint(World w, PyObject self) {
        SequenceIterator it = (SequenceIterator) self;
        if (it.sequence == null) {
            return w.newInt(0);
        }
        TypeSlots s = it.sequence.type.slots;
        if (s.sqLength == null) {
            return w.notImplemented();
        }
        return w.newInt(Math.max(0, s.sqLength.length(w, it.sequence) - it.index));
    }

    private static PyObject reduce(World w, PyObject self) {
        SequenceIterator it = (SequenceIterator) self;
        return it.sequence == null ? IteratorReduce.iter(w, w.newRef(w.singletons.emptyTuple, Holder.ELEMENT))
            : IteratorReduce.resumed(w, "iter", it.sequence, it.index);
    }

    private static PyObject setState(World w, PyObject self, PyObject state) {
        SequenceIterator it = (SequenceIterator) self;
        long index = GetArgs.ssize(w, state);
        if (it.sequence != null) {
            it.index = Math.max(0, index);
        }
        return w.none();
    }

    private static void dealloc(World w, PyObject self) {
        SequenceIterator it = (SequenceIterator) self;
        w.untrack(it);
        PyObject sequence = it.sequence;
        it.sequence = null;
        w.releaseOrNull(sequence, Holder.ITERATOR);
        w.freeBlock(it);
    }

    private static void traverse(PyObject self, Slots.Visitor visitor) {
        PyObject sequence = ((SequenceIterator) self).sequence;
        if (sequence != null) {
            visitor.visit(sequence);
        }
    }
}
