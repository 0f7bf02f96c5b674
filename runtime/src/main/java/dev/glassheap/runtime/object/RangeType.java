package dev.glassheap.runtime.object;

import java.math.BigInteger;

/** Fills {@code range}. */
final class RangeType {

    private RangeType() {
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.rangeType, w.types.objectType).size(48, 0).flags(PyType.SEQUENCE)
            .slots(RangeType::slots)
            .noArgs("__reversed__", PyRangeIterator::reversed)
            .noArgs("__reduce__", RangeType::reduce)
            .oneArg("count", RangeType::count)
            .oneArg("index", RangeType::index)
            .member("start", (world, self) -> world.newRef(((PyRange) self).start, Holder.RESULT), null)
            .member("stop", (world, self) -> world.newRef(((PyRange) self).stop, Holder.RESULT), null)
            .member("step", (world, self) -> world.newRef(((PyRange) self).step, Holder.RESULT), null)
            .ready();
        w.types.rangeType.construct = (world, type, args, kwnames) -> {
            GetArgs.noKeywords(world, "range", kwnames);
            return PyRange.create(world, args);
        };
        PyRangeIterator.define(w);
        PyLongRangeIterator.define(w);
    }

    private static void slots(TypeSlots s) {
        s.tpNew = (w, type, args, kwargs) -> {
            GetArgs.noKeywords(w, "range", kwargs);
            return PyRange.create(w, args.items);
        };
        s.tpDealloc = RangeType::dealloc;
        s.tpGetattro = ObjectType.GENERIC_GETATTR;
        s.tpRepr = RangeType::repr;
        s.tpHash = RangeType::hash;
        s.tpRichcompare = RangeType::compare;
        s.tpIter = PyRangeIterator::create;
        s.nbBool = (w, self) -> ((PyRange) self).length.bigValue().signum() != 0;
        s.sqLength = s.mpLength = RangeType::length;
        s.sqItem = RangeType::item;
        s.sqContains = RangeType::contains;
        s.mpSubscript = RangeType::subscript;
    }

    private static void dealloc(World w, PyObject self) {
        PyRange r = (PyRange) self;
        w.release(r.start, Holder.ELEMENT);
        w.release(r.stop, Holder.ELEMENT);
        w.release(r.step, Holder.ELEMENT);
        w.release(r.length, Holder.ELEMENT);
        w.freeBlock(r);
    }

    // ------------------------------------------------------------------ basic protocol

    private static PyObject repr(World w, PyObject self) {
        PyRange r = (PyRange) self;
        StringBuilder text = new StringBuilder("range(");
        ContainerRepr.append(w, text, r.start);
        ContainerRepr.append(w, text.append(", "), r.stop);
        if (r.step.value != 1 || !r.step.isSmall()) {
            ContainerRepr.append(w, text.append(", "), r.step);
        }
        return ContainerRepr.result(w, text.append(')'));
    }

    /** Of (length, start, step), with None for what does not matter. */
    private static long hash(World w, PyObject self) {
        PyRange r = (PyRange) self;
        int n = r.length.bigValue().min(BigInteger.TWO).intValue();
        PyObject none = w.singletons.none;
        PyTuple key = PyTuple.pack(w, r.length, n > 0 ? r.start : none, n > 1 ? r.step : none);
        try {
            return Objects.hash(w, key);
        } finally {
            w.release(key, Holder.NATIVE);
        }
    }

    private static PyObject compare(World w, PyObject left, PyObject right, CompareOp op) {
        if (!(right instanceof PyRange b) || op != CompareOp.EQ && op != CompareOp.NE) {
            return w.notImplemented();
        }
        return w.bool(equal((PyRange) left, b) == (op == CompareOp.EQ));
    }

    private static boolean equal(PyRange a, PyRange b) {
        BigInteger n = a.length.bigValue();
        if (!n.equals(b.length.bigValue())) {
            return false;
        }
        return n.signum() == 0 || a.start.bigValue().equals(b.start.bigValue())
            && (n.equals(BigInteger.ONE) || a.step.bigValue().equals(b.step.bigValue()));
    }

    // ------------------------------------------------------------------ sequence

    private static long length(World w, PyObject self) {
        PyRange r = (PyRange) self;
        if (!r.length.isSmall()) {
            throw Errors.overflowError(w, "Python int too large to convert to C ssize_t");
        }
        return r.length.value;
    }

    private static PyObject item(World w, PyObject self, long i) {
        PyRange r = (PyRange) self;
        if (i < 0 || r.length.isSmall() && i >= r.length.value) {
            throw Errors.indexError(w, "range object index out of range");
        }
        return r.item(w, i);
    }

    private static PyObject subscript(World w, PyObject self, PyObject key) {
        PyRange r = (PyRange) self;
        if (key.type.slots.nbIndex != null) {
            PyInt i = Numbers.index(w, key);
            BigInteger index = i.bigValue();
            w.release(i, Holder.NATIVE);
            BigInteger at = index.signum() < 0 ? index.add(r.length.bigValue()) : index;
            if (at.signum() < 0 || at.compareTo(r.length.bigValue()) >= 0) {
                throw Errors.indexError(w, "range object index out of range");
            }
            return w.newInt(r.item(at));
        }
        if (key instanceof PySlice slice) {
            BigInteger[] s = slice.bigIndices(w, r.length.bigValue());
            BigInteger step = s[2].multiply(r.step.bigValue());
            PyInt[] bounds = PyRange.ints(w, r.item(s[0]), r.item(s[1]), step);
            return PyRange.steal(w, bounds[0], bounds[1], bounds[2]);
        }
        throw Errors.typeError(w, "range indices must be integers or slices, not %s", key.type.name);
    }

    /** Only exact ints and bools are computed; anything else may have its own {@code __eq__}. */
    private static boolean isPlain(World w, PyObject o) {
        return o.type == w.types.intType || o.type == w.types.boolType;
    }

    private static boolean contains(World w, PyObject self, PyObject value) {
        PyRange r = (PyRange) self;
        return isPlain(w, value) ? r.has(((PyInt) value).bigValue()) : search(w, r, value, false) >= 0;
    }

    /** {@code _PySequence_IterSearch}: index of the first equal item or -1; or how many are equal. */
    private static long search(World w, PyRange r, PyObject value, boolean count) {
        PyObject it = Objects.iter(w, r);
        long i = 0;
        long found = 0;
        try {
            for (PyObject item = Objects.next(w, it); item != null; item = Objects.next(w, it), i++) {
                boolean equal;
                try {
                    equal = Objects.compareBool(w, item, value, CompareOp.EQ);
                } finally {
                    w.release(item, Holder.NATIVE);
                }
                if (equal && !count) {
                    return i;
                }
                found += equal ? 1 : 0;
                if ((i & 0xFFF) == 0xFFF) {
                    w.calls.checkInterrupt(w);
                }
            }
            return count ? found : -1;
        } finally {
            w.release(it, Holder.NATIVE);
        }
    }

    private static PyObject count(World w, PyObject self, PyObject value) {
        PyRange r = (PyRange) self;
        return w.newInt(isPlain(w, value) ? r.has(((PyInt) value).bigValue()) ? 1 : 0 : search(w, r, value, true));
    }

    private static PyObject index(World w, PyObject self, PyObject value) {
        PyRange r = (PyRange) self;
        if (isPlain(w, value)) {
            BigInteger v = ((PyInt) value).bigValue();
            if (r.has(v)) {
                return w.newInt(v.subtract(r.start.bigValue()).divide(r.step.bigValue()));
            }
            PyStr text = Objects.repr(w, value);
            String s = text.text();
            w.release(text, Holder.NATIVE);
            throw Errors.valueError(w, "%s is not in range", s);
        }
        long i = search(w, r, value, false);
        if (i < 0) {
            throw Errors.valueError(w, "sequence.index(x): x not in sequence");
        }
        return w.newInt(i);
    }

    private static PyObject reduce(World w, PyObject self) {
        PyRange r = (PyRange) self;
        PyTuple args = PyTuple.pack(w, r.start, r.stop, r.step);
        return PyTuple.steal(w, new PyObject[] {w.newRef(w.types.rangeType, Holder.ELEMENT), args});
    }
}
