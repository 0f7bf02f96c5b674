package dev.glassheap.runtime.object;

import java.math.BigInteger;

/** {@code range_iterator}: start, step, index and length as C longs; 48 bytes, no GC head. */
public final class PyRangeIterator extends PyObject {

    public long start;
    public long step;
    /** Items there are. */
    public long length;
    /** Items already given. */
    public long index;

    private PyRangeIterator(long start, long step, long length) {
        this.start = start;
        this.step = step;
        this.length = length;
    }

    /** {@code range_iter}: this iterator, or the one of big ints. */
    static PyObject create(World w, PyObject range) {
        PyRange r = (PyRange) range;
        if (r.isSmall()) {
            return make(w, r.start.value, r.step.value, r.length.value);
        }
        return PyLongRangeIterator.steal(w, w.newRef(r.start, Holder.ELEMENT), w.newRef(r.step, Holder.ELEMENT),
            w.newRef(r.length, Holder.ELEMENT));
    }

    /** {@code range_reverse}. */
    static PyObject reversed(World w, PyObject range) {
        PyRange r = (PyRange) range;
        BigInteger last = r.item(r.length.bigValue().subtract(BigInteger.ONE));
        BigInteger step = r.step.bigValue().negate();
        BigInteger end = last.add(step.multiply(r.length.bigValue()));
        if (r.isSmall() && last.bitLength() < 64 && step.bitLength() < 64 && end.bitLength() < 64) {
            return make(w, last.longValue(), step.longValue(), r.length.value);
        }
        PyInt[] made = PyRange.ints(w, last, step);
        return PyLongRangeIterator.steal(w, made[0], made[1], w.newRef(r.length, Holder.ELEMENT));
    }

    private static PyRangeIterator make(World w, long start, long step, long length) {
        return w.allocate(new PyRangeIterator(start, step, length), w.types.rangeIteratorType, 48);
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.rangeIteratorType, w.types.objectType).size(48, 0)
            .slots(s -> {
                s.tpDealloc = World::freeBlock;
                s.tpGetattro = ObjectType.GENERIC_GETATTR;
                s.tpIter = SequenceIterator::self;
                s.tpIternext = PyRangeIterator::next;
            })
            .noArgs("__length_hint__", (world, self) -> world.newInt(((PyRangeIterator) self).length - ((PyRangeIterator) self).index))
            .noArgs("__reduce__", PyRangeIterator::reduce)
            .oneArg("__setstate__", PyRangeIterator::setState)
            .ready();
    }

    private static PyObject next(World w, PyObject self) {
        PyRangeIterator it = (PyRangeIterator) self;
        return it.index < it.length ? w.newInt(it.start + it.index++ * it.step) : null;
    }

    private static PyObject reduce(World w, PyObject self) {
        PyRangeIterator it = (PyRangeIterator) self;
        BigInteger start = BigInteger.valueOf(it.start);
        BigInteger step = BigInteger.valueOf(it.step);
        PyInt[] bounds = PyRange.ints(w, start, start.add(step.multiply(BigInteger.valueOf(it.length))), step);
        PyRange range = PyRange.steal(w, bounds[0], bounds[1], bounds[2]);
        try {
            return IteratorReduce.resumed(w, "iter", range, it.index);
        } finally {
            w.release(range, Holder.NATIVE);
        }
    }

    private static PyObject setState(World w, PyObject self, PyObject state) {
        PyRangeIterator it = (PyRangeIterator) self;
        it.index = Math.max(0, Math.min(GetArgs.ssize(w, state), it.length));
        return w.none();
    }
}
