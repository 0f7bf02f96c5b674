package dev.glassheap.runtime.object;

import java.math.BigInteger;

/** {@code slice}: three objects, 40 bytes and the GC head; one block waits in a free list. */
public final class PySlice extends PyObject {

    /** Owned. */
    public final PyObject start, stop, step;

    private PySlice(PyObject start, PyObject stop, PyObject step) {
        this.start = start;
        this.stop = stop;
        this.step = step;
    }

    /**
     * A slice applied to a length ({@code PySlice_AdjustIndices}).
     *
     * @param start first index; {@code 0 <= start <= length} (with a negative step {@code -1 <= start < length})
     * @param stop end, in the same range
     * @param step not 0
     * @param count number of items
     */
    public record Indices(long start, long stop, long step, long count) {
    }

    /** {@code PySlice_New}: retains the parts; tracked. */
    public static PySlice create(World w, PyObject start, PyObject stop, PyObject step) {
        PySlice s = new PySlice(start, stop, step);
        PyType type = w.types.sliceType;
        long parked = w.freeLists.slices.pop();
        if (parked != 0) {
            w.reuse(s, type, parked);
        } else {
            w.allocate(s, type, 40);
        }
        w.retain(start, Holder.ELEMENT);
        w.retain(stop, Holder.ELEMENT);
        w.retain(step, Holder.ELEMENT);
        w.track(s);
        return s;
    }

    /** {@code PySlice_Unpack} and {@code PySlice_AdjustIndices} with a length that guest code cannot change meanwhile. */
    public Indices indices(World w, long length) {
        Unpacked u = unpack(w);
        return u.adjust(length);
    }

    /** {@code PySlice_Unpack}: bounds clipped to 64 bits; may run guest code. */
    Unpacked unpack(World w) {
        PyObject none = w.singletons.none;
        long st = 1;
        if (step != none) {
            st = sliceIndex(w, step);
            if (st == 0) {
                throw Errors.valueError(w, "slice step cannot be zero");
            }
            st = Math.max(st, -Long.MAX_VALUE);
        }
        long from = start == none ? st < 0 ? Long.MAX_VALUE : 0 : sliceIndex(w, start);
        long to = stop == none ? st < 0 ? Long.MIN_VALUE : Long.MAX_VALUE : sliceIndex(w, stop);
        return new Unpacked(from, to, st);
    }

    /** {@code _PyEval_SliceIndex}. */
    private static long sliceIndex(World w, PyObject o) {
        if (o instanceof PyInt i && i.isSmall()) {
            return i.value;
        }
        if (o.type.slots.nbIndex == null) {
            throw Errors.typeError(w, "slice indices must be integers or None or have an __index__ method");
        }
        return Numbers.asIndex(w, o, null);
    }

    /** Bounds not yet applied to a length. */
    record Unpacked(long start, long stop, long step) {

        Indices adjust(long length) {
            long from = clip(start, length);
            long to = clip(stop, length);
            long count = 0;
            if (step < 0) {
                if (to < from) {
                    count = (from - to - 1) / -step + 1;
                }
            } else if (from < to) {
                count = (to - from - 1) / step + 1;
            }
            return new Indices(from, to, step, count);
        }

        private long clip(long bound, long length) {
            if (bound < 0) {
                long b = bound + length;
                return b < 0 ? step < 0 ? -1 : 0 : b;
            }
            return bound >= length ? step < 0 ? length - 1 : length : bound;
        }
    }

    // ------------------------------------------------------------------ the type

    static void define(World w) {
        new TypeBuilder(w, w.types.sliceType, w.types.objectType).size(40, 0).flags(PyType.HAVE_GC)
            .slots(s -> {
                s.tpNew = PySlice::construct;
                s.tpDealloc = PySlice::dealloc;
                s.tpGetattro = ObjectType.GENERIC_GETATTR;
                s.tpTraverse = PySlice::traverse;
                s.tpRepr = PySlice::repr;
                s.tpHash = null;
                s.tpRichcompare = PySlice::compare;
            })
            .attribute("__hash__", World::none)
            .member("start", (world, self) -> world.newRef(((PySlice) self).start, Holder.RESULT), null)
            .member("stop", (world, self) -> world.newRef(((PySlice) self).stop, Holder.RESULT), null)
            .member("step", (world, self) -> world.newRef(((PySlice) self).step, Holder.RESULT), null)
            .oneArg("indices", PySlice::guestIndices)
            .noArgs("__reduce__", PySlice::reduce)
            .ready();
    }

    private static PyObject construct(World w, PyType type, PyTuple args, PyDict kwargs) {
        GetArgs.noKeywords(w, "slice", kwargs);
        PyObject[] a = args.items;
        GetArgs.checkPositional(w, "slice", a.length, 1, 3);
        PyObject none = w.singletons.none;
        if (a.length == 1) {
            return create(w, none, a[0], none);
        }
        return create(w, a[0], a[1], a.length == 3 ? a[2] : none);
    }

    private static void dealloc(World w, PyObject self) {
        PySlice s = (PySlice) self;
        w.untrack(s);
        w.release(s.step, Holder.ELEMENT);
        w.release(s.start, Holder.ELEMENT);
        w.release(s.stop, Holder.ELEMENT);
        if (!w.freeLists.slices.push(s.address)) {
            w.freeBlock(s);
        }
    }

    private static void traverse(PyObject self, Slots.Visitor visitor) {
        PySlice s = (PySlice) self;
        visitor.visit(s.start);
        visitor.visit(s.stop);
        visitor.visit(s.step);
    }

    private static PyObject repr(World w, PyObject self) {
        PySlice s = (PySlice) self;
        StringBuilder text = new StringBuilder("slice(");
        ContainerRepr.append(w, text, s.start);
        ContainerRepr.append(w, text.append(", "), s.stop);
        ContainerRepr.append(w, text.append(", "), s.step);
        return ContainerRepr.result(w, text.append(')'));
    }

    private static PyObject compare(World w, PyObject left, PyObject right, CompareOp op) {
        if (!(left instanceof PySlice a) || !(right instanceof PySlice b)) {
            return w.notImplemented();
        }
        if (a == b) {
            return w.bool(op == CompareOp.EQ || op == CompareOp.LE || op == CompareOp.GE);
        }
        PyTuple x = PyTuple.pack(w, a.start, a.stop, a.step);
        PyTuple y;
        try {
            y = PyTuple.pack(w, b.start, b.stop, b.step);
        } catch (PyException e) {
            w.release(x, Holder.NATIVE);
            throw e;
        }
        try {
            return Objects.richCompare(w, x, y, op);
        } finally {
            w.release(x, Holder.NATIVE);
            w.release(y, Holder.NATIVE);
        }
    }

    private static PyObject reduce(World w, PyObject self) {
        PySlice s = (PySlice) self;
        PyTuple args = PyTuple.pack(w, s.start, s.stop, s.step);
        return PyTuple.steal(w, new PyObject[] {w.newRef(w.types.sliceType, Holder.ELEMENT), args});
    }

    /** {@code slice.indices}: with ints of any size ({@code _PySlice_GetLongIndices}). */
    private static PyObject guestIndices(World w, PyObject self, PyObject length) {
        PySlice s = (PySlice) self;
        BigInteger n = bigIndex(w, length, false);
        if (n.signum() < 0) {
            throw Errors.valueError(w, "length should not be negative");
        }
        BigInteger[] r = s.bigIndices(w, n);
        PyInt[] made = PyRange.ints(w, r);
        return PyTuple.steal(w, new PyObject[] {made[0], made[1], made[2]});
    }

    /** Start, stop and step for a length of any size. */
    BigInteger[] bigIndices(World w, BigInteger length) {
        PyObject none = w.singletons.none;
        BigInteger st = step == none ? BigInteger.ONE : bigIndex(w, step, true);
        if (st.signum() == 0) {
            throw Errors.valueError(w, "slice step cannot be zero");
        }
        boolean down = st.signum() < 0;
        BigInteger lower = down ? BigInteger.ONE.negate() : BigInteger.ZERO;
        BigInteger upper = down ? length.subtract(BigInteger.ONE) : length;
        BigInteger from = start == none ? down ? upper : lower : clip(bigIndex(w, start, true), length, lower, upper);
        BigInteger to = stop == none ? down ? lower : upper : clip(bigIndex(w, stop, true), length, lower, upper);
        return new BigInteger[] {from, to, st};
    }

    private static BigInteger clip(BigInteger bound, BigInteger length, BigInteger lower, BigInteger upper) {
        return bound.signum() < 0 ? bound.add(length).max(lower) : bound.min(upper);
    }

    private static BigInteger bigIndex(World w, PyObject o, boolean ofSlice) {
        if (ofSlice && o.type.slots.nbIndex == null) {
            throw Errors.typeError(w, "slice indices must be integers or None or have an __index__ method");
        }
        PyInt i = Numbers.index(w, o);
        BigInteger value = i.bigValue();
        w.release(i, Holder.NATIVE);
        return value;
    }
}
