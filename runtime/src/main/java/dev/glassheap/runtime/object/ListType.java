package dev.glassheap.runtime.object;

import java.util.Arrays;

/** Fills {@code list}: its slots; the methods are in {@link ListMethods}. */
final class ListType {

    private ListType() {
    }

    static void define(World w) {
        TypeBuilder b = new TypeBuilder(w, w.types.listType, w.types.objectType).size(40, 0)
            .flags(PyType.BASETYPE | PyType.HAVE_GC | PyType.SEQUENCE)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new PyList.OfClass() : new PyList())
            .slots(ListType::slots)
            .attribute("__hash__", World::none);
        w.types.listType.construct = ListType::vectorcall;
        ListMethods.define(b);
        b.ready();
        PyListIterator.define(w);
    }

    private static void slots(TypeSlots s) {
        s.tpNew = (w, type, args, kwargs) -> TypeObject.genericAlloc(w, type, 0);
        s.tpInit = ListType::init;
        s.tpDealloc = ListType::dealloc;
        s.tpGetattro = ObjectType.GENERIC_GETATTR;
        s.tpTraverse = ListType::traverse;
        s.tpClear = (w, self) -> ((PyList) self).clear(w);
        s.tpRepr = ListType::repr;
        s.tpRichcompare = ListType::compare;
        s.tpIter = PyListIterator::create;
        s.sqLength = s.mpLength = (w, self) -> ((PyList) self).size;
        s.sqConcat = ListType::concat;
        s.sqRepeat = ListType::repeat;
        s.sqItem = ListType::item;
        s.sqAssItem = ListType::assignItem;
        s.sqContains = ListType::contains;
        s.sqInplaceConcat = ListType::inplaceConcat;
        s.sqInplaceRepeat = ListType::inplaceRepeat;
        s.mpSubscript = ListType::subscript;
        s.mpAssSubscript = ListType::assignSubscript;
    }

    // ------------------------------------------------------------------ life

    /** {@code list_vectorcall}: never through the free list. */
    private static PyObject vectorcall(World w, PyObject type, PyObject[] args, PyStr[] kwnames) {
        GetArgs.noKeywords(w, "list", kwnames);
        GetArgs.checkPositional(w, "list", args.length, 0, 1);
        PyList l = (PyList) TypeObject.genericAlloc(w, (PyType) type, 0);
        if (args.length == 1) {
            try {
                l.extend(w, args[0]);
            } catch (PyException e) {
                w.release(l, Holder.NATIVE);
                throw e;
            }
        }
        return l;
    }

    private static void init(World w, PyObject self, PyTuple args, PyDict kwargs) {
        if (self.type == w.types.listType || self.type.slots.tpNew == w.types.listType.slots.tpNew) {
            GetArgs.noKeywords(w, "list", kwargs);
        }
        GetArgs.checkPositional(w, "list", args.items.length, 0, 1);
        PyList l = (PyList) self;
        l.clear(w);
        if (args.items.length == 1) {
            l.extend(w, args.items[0]);
        }
    }

    /** {@code list_dealloc}. */
    private static void dealloc(World w, PyObject self) {
        PyList l = (PyList) self;
        w.untrack(l);
        // an instance of a Python class is in the trashcan's care already: subtype_dealloc
        boolean outermost = !l.type.has(PyType.HEAPTYPE);
        if (outermost && w.trashcanBegin(l)) {
            return;
        }
        PyObject[] items = l.items;
        int n = l.size;
        l.items = PyList.EMPTY;
        l.size = 0;
        for (int i = n - 1; i >= 0; i--) {
            w.release(items[i], Holder.ELEMENT);
        }
        w.freeBuffer(l.bufferAddress);
        l.bufferAddress = 0;
        l.capacity = 0;
        if (l.type != w.types.listType || !w.freeLists.lists.push(l.address)) {
            w.freeBlock(l);
        }
        if (outermost) {
            w.trashcanEnd();
        }
    }

    private static void traverse(PyObject self, Slots.Visitor visitor) {
        PyList l = (PyList) self;
        PyObject[] items = l.items;
        for (int i = l.size - 1; i >= 0; i--) {
            if (items[i] != null) {
                visitor.visit(items[i]);
            }
        }
    }

    // ------------------------------------------------------------------ basic protocol

    private static PyObject repr(World w, PyObject self) {
        PyList l = (PyList) self;
        if (l.size == 0) {
            return w.str("[]");
        }
        if (!ContainerRepr.enter(w, l)) {
            return w.str("[...]");
        }
        try {
            StringBuilder text = new StringBuilder("[");
            for (int i = 0; i < l.size; i++) {
                ContainerRepr.append(w, i == 0 ? text : text.append(", "), l.items[i]);
            }
            return ContainerRepr.result(w, text.append(']'));
        } finally {
            ContainerRepr.leave(w, l);
        }
    }

    private static PyObject compare(World w, PyObject left, PyObject right, CompareOp op) {
        if (!(left instanceof PyList a) || !(right instanceof PyList b)) {
            return w.notImplemented();
        }
        if (a.size != b.size && (op == CompareOp.EQ || op == CompareOp.NE)) {
            return w.bool(op == CompareOp.NE);
        }
        for (int i = 0; i < a.size && i < b.size; i++) {
            PyObject x = a.items[i];
            PyObject y = b.items[i];
            if (x == y) {
                continue;
            }
            w.retain(x, Holder.NATIVE);
            w.retain(y, Holder.NATIVE);
            try {
                if (!Objects.compareBool(w, x, y, CompareOp.EQ)) {
                    return switch (op) {
                        case EQ -> w.bool(false);
                        case NE -> w.bool(true);
                        default -> Objects.richCompare(w, x, y, op);
                    };
                }
            } finally {
                w.release(x, Holder.NATIVE);
                w.release(y, Holder.NATIVE);
            }
        }
        return w.bool(op.holds(Integer.compare(a.size, b.size)));
    }

    private static boolean contains(World w, PyObject self, PyObject value) {
        PyList l = (PyList) self;
        for (int i = 0; i < l.size; i++) {
            if (equalHeld(w, l.items[i], value)) {
                return true;
            }
            if ((i & 0xFFF) == 0xFFF) {
                w.calls.checkInterrupt(w);
            }
        }
        return false;
    }

    /** {@code PyObject_RichCompareBool(item, value, Py_EQ)} of an item the container might lose meanwhile. */
    static boolean equalHeld(World w, PyObject item, PyObject value) {
        if (item == value) {
            return true;
        }
        w.retain(item, Holder.NATIVE);
        try {
            return Objects.compareBool(w, item, value, CompareOp.EQ);
        } finally {
            w.release(item, Holder.NATIVE);
        }
    }

    // ------------------------------------------------------------------ sequence

    private static PyObject item(World w, PyObject self, long i) {
        PyList l = (PyList) self;
        if (i < 0 || i >= l.size) {
            throw Errors.indexError(w, "list index out of range");
        }
        return w.newRef(l.items[(int) i], Holder.RESULT);
    }

    private static void assignItem(World w, PyObject self, long i, PyObject value) {
        PyList l = (PyList) self;
        if (i < 0 || i >= l.size) {
            throw Errors.indexError(w, "list assignment index out of range");
        }
        if (value == null) {
            ListSlices.assign(w, l, i, i + 1, null);
        } else {
            l.setItem(w, (int) i, value);
        }
    }

    static PyObject subscript(World w, PyObject self, PyObject key) {
        PyList l = (PyList) self;
        if (key instanceof PyInt k && k.isSmall()) {
            return item(w, l, k.value < 0 ? k.value + l.size : k.value);
        }
        if (key.type.slots.nbIndex != null) {
            long i = Numbers.asIndex(w, key, w.types.exceptions.indexError);
            return item(w, l, i < 0 ? i + l.size : i);
        }
        if (key instanceof PySlice slice) {
            return ListSlices.subscript(w, l, slice);
        }
        throw Errors.typeError(w, "list indices must be integers or slices, not %s", key.type.name);
    }

    private static void assignSubscript(World w, PyObject self, PyObject key, PyObject value) {
        PyList l = (PyList) self;
        if (key.type.slots.nbIndex != null) {
            long i = Numbers.asIndex(w, key, w.types.exceptions.indexError);
            assignItem(w, l, i < 0 ? i + l.size : i, value);
        } else if (key instanceof PySlice slice) {
            ListSlices.assignSubscript(w, l, slice, value);
        } else {
            throw Errors.typeError(w, "list indices must be integers or slices, not %s", key.type.name);
        }
    }

    private static PyObject concat(World w, PyObject left, PyObject right) {
        if (!(right instanceof PyList b)) {
            throw Errors.typeError(w, "can only concatenate list (not \"%s\") to list", right.type.name);
        }
        PyList a = (PyList) left;
        PyList r = PyList.withCapacity(w, (long) a.size + b.size);
        PyObject[] items = Arrays.copyOf(a.items, a.size + b.size);
        System.arraycopy(b.items, 0, items, a.size, b.size);
        return filled(w, r, items);
    }

    /** Gives a new list copies of references. */
    private static PyList filled(World w, PyList r, PyObject[] items) {
        for (PyObject item : items) {
            w.retain(item, Holder.ELEMENT);
        }
        r.items = items;
        r.size = items.length;
        return r;
    }

    private static PyObject repeat(World w, PyObject self, long times) {
        PyList l = (PyList) self;
        long n = Math.max(times, 0);
        if (n > 0 && l.size > Long.MAX_VALUE / n) {
            throw Errors.noMemory(w);
        }
        long size = l.size * n;
        PyList r = PyList.withCapacity(w, size);
        PyObject[] items = new PyObject[(int) size];
        fillRepeated(l.items, l.size, items);
        return filled(w, r, items);
    }

    private static void fillRepeated(PyObject[] source, int n, PyObject[] to) {
        if (n == 1) {
            Arrays.fill(to, source[0]);
            return;
        }
        for (int at = 0; at < to.length; at += n) {
            System.arraycopy(source, 0, to, at, n);
        }
    }

    private static PyObject inplaceConcat(World w, PyObject self, PyObject other) {
        ((PyList) self).extend(w, other);
        return w.newRef(self, Holder.RESULT);
    }

    private static PyObject inplaceRepeat(World w, PyObject self, long n) {
        PyList l = (PyList) self;
        int size = l.size;
        if (size != 0 && n != 1) {
            if (n < 1) {
                l.clear(w);
            } else {
                if (size > Long.MAX_VALUE / n) {
                    throw Errors.noMemory(w);
                }
                l.resize(w, size * n);
                for (int i = size; i < l.size; i++) {
                    l.items[i] = w.newRef(l.items[i - size], Holder.ELEMENT);
                }
            }
        }
        return w.newRef(l, Holder.RESULT);
    }
}
