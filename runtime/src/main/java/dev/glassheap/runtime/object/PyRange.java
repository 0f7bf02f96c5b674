package dev.glassheap.runtime.object;

import java.math.BigInteger;

/** {@code range}: four ints of any size, 48 bytes, no GC head. Slots are in {@link RangeType}. */
public final class PyRange extends PyObject {

    /** Owned; {@code length} is the number of items. */
    public final PyInt start, stop, step, length;

    private PyRange(PyInt start, PyInt stop, PyInt step, PyInt length) {
        this.start = start;
        this.stop = stop;
        this.step = step;
        this.length = length;
    }

    /** {@code make_range_object}: steals the three ints, also when it fails. */
    static PyRange steal(World w, PyInt start, PyInt stop, PyInt step) {
        PyInt length = null;
        try {
            length = length(w, start.bigValue(), stop.bigValue(), step.bigValue());
            return w.allocate(new PyRange(start, stop, step, length), w.types.rangeType, 48);
        } catch (PyException e) {
            w.releaseOrNull(length, Holder.NATIVE);
            w.release(start, Holder.NATIVE);
            w.release(stop, Holder.NATIVE);
            w.release(step, Holder.NATIVE);
            throw e;
        }
    }

    /** New ints of these values; none is left over when one of them cannot be had. */
    static PyInt[] ints(World w, BigInteger... values) {
        PyInt[] made = new PyInt[values.length];
        for (int i = 0; i < values.length; i++) {
            try {
                made[i] = w.newInt(values[i]);
            } catch (PyException e) {
                for (int k = 0; k < i; k++) {
                    w.release(made[k], Holder.NATIVE);
                }
                throw e;
            }
        }
        return made;
    }

    /** {@code compute_range_length}: a new int, and on the way the temporaries that CPython makes. */
    private static PyInt length(World w, BigInteger start, BigInteger stop, BigInteger step) {
        boolean up = step.signum() > 0;
        PyInt size = up ? null : w.newInt(step.negate());
        try {
            BigInteger distance = up ? stop.subtract(start) : start.subtract(stop);
            if (distance.signum() <= 0) {
                return w.newInt(0);
            }
            BigInteger steps = distance.subtract(BigInteger.ONE).divide(step.abs());
            PyInt[] made = ints(w, distance, distance.subtract(BigInteger.ONE), steps, steps.add(BigInteger.ONE));
            w.release(made[2], Holder.NATIVE);
            w.release(made[1], Holder.NATIVE);
            w.release(made[0], Holder.NATIVE);
            return made[3];
        } finally {
            w.releaseOrNull(size, Holder.NATIVE);
        }
    }

    /** {@code range_from_array}: 1 to 3 arguments. */
    static PyRange create(World w, PyObject... args) {
        GetArgs.checkPositional(w, "range", args.length, 1, 3);
        if (args.length == 1) {
            PyInt stop = exactIndex(w, args[0]);
            return steal(w, w.newInt(0), stop, w.newInt(1));
        }
        PyInt start = exactIndex(w, args[0]);
        PyInt stop = null;
        PyInt step;
        try {
            stop = exactIndex(w, args[1]);
            step = args.length == 2 ? w.newInt(1) : exactIndex(w, args[2]);
            if (step.bigValue().signum() == 0) {
                w.release(step, Holder.NATIVE);
                throw Errors.valueError(w, "range() arg 3 must not be zero");
            }
        } catch (PyException e) {
            w.releaseOrNull(stop, Holder.NATIVE);
            w.release(start, Holder.NATIVE);
            throw e;
        }
        return steal(w, start, stop, step);
    }

    /** {@code PyNumber_Index}: an exact int. */
    static PyInt exactIndex(World w, PyObject o) {
        PyInt i = Numbers.index(w, o);
        if (i.type == w.types.intType) {
            return i;
        }
        PyInt exact = w.newInt(i.bigValue());
        w.release(i, Holder.NATIVE);
        return exact;
    }

    /** True if every item, and the step beyond the last, fits a long: then the fast iterator serves. */
    boolean isSmall() {
        if (!start.isSmall() || !stop.isSmall() || !step.isSmall() || !length.isSmall()) {
            return false;
        }
        long s = step.value;
        return length.value == 0
            || (s > 0 ? stop.value <= Long.MAX_VALUE - (s - 1) : stop.value >= Long.MIN_VALUE + (-1 - s));
    }

    /** The item at an index that may lie outside. */
    BigInteger item(BigInteger index) {
        return start.bigValue().add(index.multiply(step.bigValue()));
    }

    /** The item at an index as a new reference. */
    PyInt item(World w, long index) {
        if (isSmall()) {
            return w.newInt(start.value + index * step.value);
        }
        return w.newInt(item(BigInteger.valueOf(index)));
    }

    /** True if the value is an item ({@code range_contains_long}). */
    boolean has(BigInteger value) {
        boolean up = step.bigValue().signum() > 0;
        BigInteger low = up ? start.bigValue() : value;
        BigInteger high = up ? value : start.bigValue();
        boolean beforeStop = up ? value.compareTo(stop.bigValue()) < 0 : value.compareTo(stop.bigValue()) > 0;
        return low.compareTo(high) <= 0 && beforeStop
            && value.subtract(start.bigValue()).mod(step.bigValue().abs()).signum() == 0;
    }
}
