package dev.glassheap.runtime.object;

import java.math.BigInteger;

/** {@code longrange_iterator}: a range iterator whose numbers are int objects; 48 bytes, no GC head. */
public final class PyLongRangeIterator extends PyObject {

    final PyInt start;
    final PyInt step;
    final PyInt length;
    PyInt index;

    private PyLongRangeIterator(PyInt start, PyInt step, PyInt length, PyInt index) {
        this.start = start;
        this.step = step;
        this.length = length;
        this.index = index;
    }

    /** Steals the ints, also when it fails. */
    static PyLongRangeIterator steal(World w, PyInt start, PyInt step, PyInt length) {
        PyInt zero = w.newInt(0);
        try {
            return w.allocate(new PyLongRangeIterator(start, step, length, zero), w.types.longRangeIteratorType, 48);
        } catch (PyException e) {
            for (PyInt i : new PyInt[] {start, step, length, zero}) {
                w.release(i, Holder.NATIVE);
            }
            throw e;
        }
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.longRangeIteratorType, w.types.objectType).size(48, 0)
            .slots(s -> {
                s.tpDealloc = PyLongRangeIterator::dealloc;
                s.tpGetattro = ObjectType.GENERIC_GETATTR;
                s.tpIter = SequenceIterator::self;
                s.tpIternext = PyLongRangeIterator::next;
            })
            .noArgs("__length_hint__", PyLongRangeIterator::lengthHint)
            .noArgs("__reduce__", PyLongRangeIterator::reduce)
            .oneArg("__setstate__", PyLongRangeIterator::setState)
            .ready();
    }

    private static PyObject next(World w, PyObject self) {
        PyLongRangeIterator it = (PyLongRangeIterator) self;
        if (it.index.bigValue().compareTo(it.length.bigValue()) >= 0) {
            return null;
        }
        PyInt next = w.newInt(it.index.bigValue().add(BigInteger.ONE));
        PyInt item;
        try {
            item = w.newInt(it.start.bigValue().add(it.index.bigValue().multiply(it.step.bigValue())));
        } catch (PyException e) {
            w.release(next, Holder.NATIVE);
            throw e;
        }
        PyInt old = it.index;
        it.index = next;
        w.release(old, Holder.ELEMENT);
        return item;
    }

    private static PyObject lengthHint(World w, PyObject self) {
        PyLongRangeIterator it = (PyLongRangeIterator) self;
        return w.newInt(it.length.bigValue().subtract(it.index.bigValue()));
    }

    private static PyObject reduce(World w, PyObject self) {
        PyLongRangeIterator it = (PyLongRangeIterator) self;
        BigInteger start = it.start.bigValue();
        BigInteger step = it.step.bigValue();
        PyInt[] bounds = PyRange.ints(w, start, start.add(step.multiply(it.length.bigValue())), step);
        PyRange range = PyRange.steal(w, bounds[0], bounds[1], bounds[2]);
        try {
            return IteratorReduce.resumed(w, "iter", range, it.index.value);
        } finally {
            w.release(range, Holder.NATIVE);
        }
    }

    private static PyObject setState(World w, PyObject self, PyObject state) {
        PyLongRangeIterator it = (PyLongRangeIterator) self;
        PyInt i = PyRange.exactIndex(w, state);
        PyInt clipped = w.newInt(i.bigValue().max(BigInteger.ZERO).min(it.length.bigValue()));
        w.release(i, Holder.NATIVE);
        PyInt old = it.index;
        it.index = clipped;
        w.release(old, Holder.ELEMENT);
        return w.none();
    }

    private static void dealloc(World w, PyObject self) {
        PyLongRangeIterator it = (PyLongRangeIterator) self;
        w.release(it.index, Holder.ELEMENT);
        w.release(it.start, Holder.ELEMENT);
        w.release(it.step, Holder.ELEMENT);
        w.release(it.length, Holder.ELEMENT);
        w.freeBlock(it);
    }
}
