package dev.glassheap.runtime.object;

import java.util.Arrays;

/** Fills {@code tuple}: slots and methods. */
final class TupleType {

    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_5 = 0x27D4EB2F165667C5L;

    private TupleType() {
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.tupleType, w.types.objectType).size(24, 8)
            .flags(PyType.BASETYPE | PyType.HAVE_GC | PyType.SEQUENCE)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new PyTuple.OfClass(PyList.EMPTY) : new PyTuple(PyList.EMPTY))
            .slots(TupleType::slots)
            .noArgs("__getnewargs__", TupleType::getNewArgs)
            .fast("index", 1, 3, TupleType::index)
            .oneArg("count", TupleType::count)
            .classMethod("__class_getitem__", new NativeCode.OneArg(GenericAlias::create))
            .ready();
        w.types.tupleType.construct = TupleType::vectorcall;
        PyTupleIterator.define(w);
    }

    private static void slots(TypeSlots s) {
        s.tpNew = TupleType::construct;
        s.tpDealloc = TupleType::dealloc;
        s.tpGetattro = ObjectType.GENERIC_GETATTR;
        s.tpTraverse = TupleType::traverse;
        s.tpRepr = TupleType::repr;
        s.tpHash = TupleType::hash;
        s.tpRichcompare = TupleType::compare;
        s.tpIter = PyTupleIterator::create;
        s.sqLength = s.mpLength = (w, self) -> ((PyTuple) self).items.length;
        s.sqConcat = TupleType::concat;
        s.sqRepeat = TupleType::repeat;
        s.sqItem = TupleType::item;
        s.sqContains = TupleType::contains;
        s.mpSubscript = TupleType::subscript;
    }

    // ------------------------------------------------------------------ life

    private static PyObject vectorcall(World w, PyObject type, PyObject[] args, PyStr[] kwnames) {
        GetArgs.noKeywords(w, "tuple", kwnames);
        GetArgs.checkPositional(w, "tuple", args.length, 0, 1);
        return args.length == 0 ? w.newRef(w.singletons.emptyTuple, Holder.RESULT) : PyTuple.of(w, args[0]);
    }

    private static PyObject construct(World w, PyType type, PyTuple args, PyDict kwargs) {
        if (type == w.types.tupleType || type.slots.tpInit == w.types.tupleType.slots.tpInit) {
            GetArgs.noKeywords(w, "tuple", kwargs);
        }
        GetArgs.checkPositional(w, "tuple", args.items.length, 0, 1);
        PyTuple exact = args.items.length == 0 ? w.newRef(w.singletons.emptyTuple, Holder.RESULT)
            : PyTuple.of(w, args.items[0]);
        if (type == w.types.tupleType) {
            return exact;
        }
        try {
            return PyTuple.ofClass(w, type, exact.items.clone());
        } finally {
            w.release(exact, Holder.NATIVE);
        }
    }

    /** {@code tupledealloc}. */
    private static void dealloc(World w, PyObject self) {
        PyTuple t = (PyTuple) self;
        w.untrack(t);
        // an instance of a Python class is in the trashcan's care already: subtype_dealloc
        boolean outermost = !t.type.has(PyType.HEAPTYPE);
        if (outermost && w.trashcanBegin(t)) {
            return;
        }
        PyObject[] items = t.items;
        int n = items.length;
        for (int i = n - 1; i >= 0; i--) {
            PyObject item = items[i];
            items[i] = null;
            w.releaseOrNull(item, Holder.ELEMENT);
        }
        boolean parked = t.type == w.types.tupleType && n > 0 && n <= FreeLists.MAX_TUPLE_LENGTH
            && w.freeLists.tuples(n).push(t.address);
        if (!parked) {
            w.freeBlock(t);
        }
        if (outermost) {
            w.trashcanEnd();
        }
    }

    private static void traverse(PyObject self, Slots.Visitor visitor) {
        PyObject[] items = ((PyTuple) self).items;
        for (int i = items.length - 1; i >= 0; i--) {
            if (items[i] != null) {
                visitor.visit(items[i]);
            }
        }
    }

    // ------------------------------------------------------------------ basic protocol

    private static PyObject repr(World w, PyObject self) {
        PyObject[] items = ((PyTuple) self).items;
        if (items.length == 0) {
            return w.str("()");
        }
        if (!ContainerRepr.enter(w, self)) {
            return w.str("(...)");
        }
        try {
            StringBuilder text = new StringBuilder("(");
            for (int i = 0; i < items.length; i++) {
                ContainerRepr.append(w, i == 0 ? text : text.append(", "), items[i]);
            }
            return ContainerRepr.result(w, text.append(items.length == 1 ? ",)" : ")"));
        } finally {
            ContainerRepr.leave(w, self);
        }
    }

    /** The xxHash variant of {@code tuplehash}. */
    private static long hash(World w, PyObject self) {
        PyObject[] items = ((PyTuple) self).items;
        long acc = PRIME_5;
        for (PyObject item : items) {
            acc += Objects.hash(w, item) * PRIME_2;
            acc = Long.rotateLeft(acc, 31) * PRIME_1;
        }
        acc += items.length ^ (PRIME_5 ^ 3527539L);
        return acc == -1 ? 1546275796L : acc;
    }

    private static PyObject compare(World w, PyObject left, PyObject right, CompareOp op) {
        if (!(left instanceof PyTuple a) || !(right instanceof PyTuple b)) {
            return w.notImplemented();
        }
        PyObject[] x = a.items;
        PyObject[] y = b.items;
        int n = Math.min(x.length, y.length);
        for (int i = 0; i < n; i++) {
            if (!Objects.compareBool(w, x[i], y[i], CompareOp.EQ)) {
                return switch (op) {
                    case EQ -> w.bool(false);
                    case NE -> w.bool(true);
                    default -> Objects.richCompare(w, x[i], y[i], op);
                };
            }
        }
        return w.bool(op.holds(Integer.compare(x.length, y.length)));
    }

    private static boolean contains(World w, PyObject self, PyObject value) {
        for (PyObject item : ((PyTuple) self).items) {
            if (Objects.compareBool(w, item, value, CompareOp.EQ)) {
                return true;
            }
        }
        return false;
    }

    // ------------------------------------------------------------------ sequence

    private static PyObject item(World w, PyObject self, long i) {
        PyObject[] items = ((PyTuple) self).items;
        if (i < 0 || i >= items.length) {
            throw Errors.indexError(w, "tuple index out of range");
        }
        return w.newRef(items[(int) i], Holder.RESULT);
    }

    private static PyObject subscript(World w, PyObject self, PyObject key) {
        PyTuple t = (PyTuple) self;
        if (key.type.slots.nbIndex != null) {
            long i = Numbers.asIndex(w, key, w.types.exceptions.indexError);
            return item(w, t, i < 0 ? i + t.items.length : i);
        }
        if (key instanceof PySlice slice) {
            return slice(w, t, slice.indices(w, t.items.length));
        }
        throw Errors.typeError(w, "tuple indices must be integers or slices, not %s", key.type.name);
    }

    private static PyObject slice(World w, PyTuple t, PySlice.Indices s) {
        if (s.count() <= 0) {
            return w.newRef(w.singletons.emptyTuple, Holder.RESULT);
        }
        if (s.start() == 0 && s.step() == 1 && s.count() == t.items.length && t.type == w.types.tupleType) {
            return w.newRef(t, Holder.RESULT);
        }
        PyObject[] items = new PyObject[(int) s.count()];
        long from = s.start();
        for (int i = 0; i < items.length; i++, from += s.step()) {
            items[i] = w.newRef(t.items[(int) from], Holder.ELEMENT);
        }
        return PyTuple.steal(w, items);
    }

    private static PyObject concat(World w, PyObject left, PyObject right) {
        PyTuple a = (PyTuple) left;
        if (a.items.length == 0 && right.type == w.types.tupleType) {
            return w.newRef(right, Holder.RESULT);
        }
        if (!(right instanceof PyTuple b)) {
            throw Errors.typeError(w, "can only concatenate tuple (not \"%s\") to tuple", right.type.name);
        }
        if (b.items.length == 0 && a.type == w.types.tupleType) {
            return w.newRef(a, Holder.RESULT);
        }
        PyObject[] items = Arrays.copyOf(a.items, a.items.length + b.items.length);
        System.arraycopy(b.items, 0, items, a.items.length, b.items.length);
        return PyTuple.packed(w, items);
    }

    private static PyObject repeat(World w, PyObject self, long n) {
        PyTuple t = (PyTuple) self;
        int size = t.items.length;
        if ((size == 0 || n == 1) && t.type == w.types.tupleType) {
            return w.newRef(t, Holder.RESULT);
        }
        if (size == 0 || n <= 0) {
            return w.newRef(w.singletons.emptyTuple, Holder.RESULT);
        }
        if (n > Long.MAX_VALUE / size) {
            throw Errors.noMemory(w);
        }
        return PyTuple.repeated(w, t.items, n);
    }

    // ------------------------------------------------------------------ methods

    private static PyObject getNewArgs(World w, PyObject self) {
        PyTuple copy = PyTuple.packed(w, ((PyTuple) self).items.clone());
        return PyTuple.steal(w, new PyObject[] {copy});
    }

    private static PyObject index(World w, PyObject self, PyObject[] args) {
        PyObject[] items = ((PyTuple) self).items;
        long start = args.length > 1 ? GetArgs.sliceIndexNotNone(w, args[1]) : 0;
        long stop = args.length > 2 ? GetArgs.sliceIndexNotNone(w, args[2]) : Long.MAX_VALUE;
        start = start < 0 ? Math.max(start + items.length, 0) : start;
        stop = stop < 0 ? stop + items.length : Math.min(stop, items.length);
        for (long i = start; i < stop; i++) {
            if (Objects.compareBool(w, items[(int) i], args[0], CompareOp.EQ)) {
                return w.newInt(i);
            }
        }
        throw Errors.valueError(w, "tuple.index(x): x not in tuple");
    }

    private static PyObject count(World w, PyObject self, PyObject value) {
        long n = 0;
        for (PyObject item : ((PyTuple) self).items) {
            if (Objects.compareBool(w, item, value, CompareOp.EQ)) {
                n++;
            }
        }
        return w.newInt(n);
    }
}
