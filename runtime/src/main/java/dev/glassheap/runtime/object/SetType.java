package dev.glassheap.runtime.object;

/** Fills {@code set} and {@code frozenset}: slots; the methods are in {@link SetMethods}. */
final class SetType {

    private SetType() {
    }

    static void define(World w) {
        TypeBuilder set = builder(w, w.types.setType).slots(s -> {
            s.tpNew = (world, type, args, kwargs) -> PySet.create(world, type);
            s.tpInit = SetType::init;
            s.nbInplaceOr = SetType::inplaceOr;
            s.nbInplaceAnd = SetType::inplaceAnd;
            s.nbInplaceSubtract = SetType::inplaceSubtract;
            s.nbInplaceXor = SetType::inplaceXor;
        }).attribute("__hash__", World::none);
        SetMethods.define(set);
        SetMethods.defineChanging(set);
        w.types.setType.construct = SetType::vectorcall;
        set.ready();
        TypeBuilder frozen = builder(w, w.types.frozensetType).slots(s -> {
            s.tpNew = SetType::newFrozen;
            s.tpHash = SetType::hash;
        });
        SetMethods.define(frozen);
        w.types.frozensetType.construct = SetType::vectorcallFrozen;
        frozen.ready();
        PySetIterator.define(w);
    }

    private static TypeBuilder builder(World w, PyType type) {
        return new TypeBuilder(w, type, w.types.objectType).size(200, 0)
            .flags(PyType.BASETYPE | PyType.HAVE_GC).weakReferenceable()
            .factory(t -> t.has(PyType.HEAPTYPE) ? new PySet.OfClass() : new PySet())
            .slots(s -> {
                s.tpDealloc = SetType::dealloc;
                s.tpGetattro = ObjectType.GENERIC_GETATTR;
                s.tpTraverse = SetType::traverse;
                s.tpClear = (world, self) -> ((PySet) self).clear(world);
                s.tpRepr = SetType::repr;
                s.tpRichcompare = SetType::compare;
                s.tpIter = PySetIterator::create;
                s.sqLength = (world, self) -> ((PySet) self).used;
                s.sqContains = SetMethods::contains;
                s.nbSubtract = SetType::subtract;
                s.nbAnd = SetType::and;
                s.nbXor = SetType::xor;
                s.nbOr = SetType::or;
            });
    }

    // ------------------------------------------------------------------ life

    private static PyObject vectorcall(World w, PyObject type, PyObject[] args, PyStr[] kwnames) {
        GetArgs.noKeywords(w, "set", kwnames);
        GetArgs.checkPositional(w, "set", args.length, 0, 1);
        return PySet.of(w, (PyType) type, args.length == 0 ? null : args[0]);
    }

    private static PyObject vectorcallFrozen(World w, PyObject type, PyObject[] args, PyStr[] kwnames) {
        GetArgs.noKeywords(w, "frozenset", kwnames);
        GetArgs.checkPositional(w, "frozenset", args.length, 0, 1);
        return makeFrozen(w, (PyType) type, args.length == 0 ? null : args[0]);
    }

    private static PyObject newFrozen(World w, PyType type, PyTuple args, PyDict kwargs) {
        if (type == w.types.frozensetType || type.slots.tpInit == w.types.frozensetType.slots.tpInit) {
            GetArgs.noKeywords(w, "frozenset", kwargs);
        }
        GetArgs.checkPositional(w, type.name, args.items.length, 0, 1);
        return makeFrozen(w, type, args.items.length == 0 ? null : args.items[0]);
    }

    private static PyObject makeFrozen(World w, PyType type, PyObject iterable) {
        if (type == w.types.frozensetType && iterable != null && iterable.type == type) {
            return w.newRef(iterable, Holder.RESULT);
        }
        return PySet.of(w, type, iterable);
    }

    private static void init(World w, PyObject self, PyTuple args, PyDict kwargs) {
        PySet s = (PySet) self;
        if (s.type == w.types.setType || s.type.slots.tpNew == w.types.setType.slots.tpNew) {
            GetArgs.noKeywords(w, "set", kwargs);
        }
        GetArgs.checkPositional(w, s.type.name, args.items.length, 0, 1);
        if (s.fill > 0) {
            s.clear(w);
        }
        s.hash = -1;
        if (args.items.length == 1) {
            s.update(w, args.items[0]);
        }
    }

    /** {@code set_dealloc}. */
    private static void dealloc(World w, PyObject self) {
        PySet s = (PySet) self;
        w.untrack(s);
        // an instance of a Python class is in the trashcan's care already: subtype_dealloc
        boolean outermost = !s.type.has(PyType.HEAPTYPE);
        if (outermost && w.trashcanBegin(s)) {
            return;
        }
        if (s.weakList() != null) {
            WeakReferences.clearAll(w, s);
        }
        s.clear(w);
        w.freeBlock(s);
        if (outermost) {
            w.trashcanEnd();
        }
    }

    private static void traverse(PyObject self, Slots.Visitor visitor) {
        PySet s = (PySet) self;
        for (int i = 0; i <= s.mask; i++) {
            if (s.isLive(i)) {
                visitor.visit(s.keys[i]);
            }
        }
    }

    // ------------------------------------------------------------------ basic protocol

    private static PyObject repr(World w, PyObject self) {
        PySet s = (PySet) self;
        if (!ContainerRepr.enter(w, s)) {
            return w.str(s.type.name + "(...)");
        }
        try {
            if (s.used == 0) {
                return w.str(s.type.name + "()");
            }
            PyList list = PyList.of(w, s);
            try {
                StringBuilder text = new StringBuilder();
                ContainerRepr.append(w, text, list);
                String items = text.substring(1, text.length() - 1);
                return w.str(s.type == w.types.setType ? "{" + items + "}" : s.type.name + "({" + items + "})");
            } finally {
                w.release(list, Holder.NATIVE);
            }
        } finally {
            ContainerRepr.leave(w, s);
        }
    }

    /** {@code frozenset_hash}: does not depend on the order of the table. */
    private static long hash(World w, PyObject self) {
        PySet s = (PySet) self;
        if (s.hash != -1) {
            return s.hash;
        }
        long h = 0;
        for (int i = 0; i <= s.mask; i++) {
            if (s.isLive(i)) {
                h ^= shuffleBits(s.hashes[i]);
            }
        }
        h ^= (s.used + 1L) * 1927868237L;
        h ^= h >>> 11 ^ h >>> 25;
        h = h * 69069L + 907133923L;
        s.hash = h == -1 ? 590923713L : h;
        return s.hash;
    }

    private static long shuffleBits(long h) {
        return (h ^ 89869747L ^ h << 16) * 3644798167L;
    }

    private static PyObject compare(World w, PyObject left, PyObject right, CompareOp op) {
        if (!(right instanceof PySet b)) {
            return w.notImplemented();
        }
        PySet a = (PySet) left;
        return w.bool(switch (op) {
            case EQ -> equal(w, a, b);
            case NE -> !equal(w, a, b);
            case LE -> SetAlgebra.isSubset(w, a, b);
            case GE -> SetAlgebra.isSubset(w, b, a);
            case LT -> a.used < b.used && SetAlgebra.isSubset(w, a, b);
            case GT -> a.used > b.used && SetAlgebra.isSubset(w, b, a);
        });
    }

    private static boolean equal(World w, PySet a, PySet b) {
        if (a.used != b.used || a.hash != -1 && b.hash != -1 && a.hash != b.hash) {
            return false;
        }
        return SetAlgebra.isSubset(w, a, b);
    }

    // ------------------------------------------------------------------ operators

    private static PyObject or(World w, PyObject left, PyObject right) {
        if (!(left instanceof PySet a) || !(right instanceof PySet b)) {
            return w.notImplemented();
        }
        PySet r = SetAlgebra.base(w, a, a);
        if (a != b) {
            try {
                r.update(w, b);
            } catch (PyException e) {
                w.release(r, Holder.NATIVE);
                throw e;
            }
        }
        return r;
    }

    private static PyObject and(World w, PyObject left, PyObject right) {
        return left instanceof PySet a && right instanceof PySet b ? SetAlgebra.intersection(w, a, b) : w.notImplemented();
    }

    private static PyObject subtract(World w, PyObject left, PyObject right) {
        return left instanceof PySet a && right instanceof PySet b ? SetAlgebra.difference(w, a, b) : w.notImplemented();
    }

    private static PyObject xor(World w, PyObject left, PyObject right) {
        return left instanceof PySet a && right instanceof PySet b ? SetAlgebra.symmetricDifference(w, a, b)
            : w.notImplemented();
    }

    private static PyObject inplaceOr(World w, PyObject self, PyObject other) {
        if (!(other instanceof PySet)) {
            return w.notImplemented();
        }
        ((PySet) self).update(w, other);
        return w.newRef(self, Holder.RESULT);
    }

    private static PyObject inplaceAnd(World w, PyObject self, PyObject other) {
        if (!(other instanceof PySet)) {
            return w.notImplemented();
        }
        PySet common = SetAlgebra.intersection(w, (PySet) self, other);
        ((PySet) self).swapBodies(w, common);
        w.release(common, Holder.NATIVE);
        return w.newRef(self, Holder.RESULT);
    }

    private static PyObject inplaceSubtract(World w, PyObject self, PyObject other) {
        if (!(other instanceof PySet)) {
            return w.notImplemented();
        }
        SetAlgebra.differenceUpdate(w, (PySet) self, other);
        return w.newRef(self, Holder.RESULT);
    }

    private static PyObject inplaceXor(World w, PyObject self, PyObject other) {
        if (!(other instanceof PySet)) {
            return w.notImplemented();
        }
        SetAlgebra.symmetricDifferenceUpdate(w, (PySet) self, other);
        return w.newRef(self, Holder.RESULT);
    }
}
