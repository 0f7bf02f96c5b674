package dev.glassheap.runtime.object;

/** Fills {@code dict}: its slots; the methods are in {@link DictMethods}. */
final class DictType {

    private DictType() {
    }

    static void define(World w) {
        TypeBuilder b = new TypeBuilder(w, w.types.dictType, w.types.objectType).size(48, 0)
            .flags(PyType.BASETYPE | PyType.HAVE_GC | PyType.MAPPING)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new PyDict.OfClass() : new PyDict())
            .slots(DictType::slots)
            .attribute("__hash__", World::none);
        w.types.dictType.construct = DictType::vectorcall;
        DictMethods.define(b);
        b.ready();
        PyDictIterator.define(w);
        PyDictView.define(w);
        PyMappingProxy.define(w);
    }

    private static void slots(TypeSlots s) {
        s.tpNew = (w, type, args, kwargs) -> make(w, type);
        s.tpInit = (w, self, args, kwargs) -> DictMethods.updateCommon(w, (PyDict) self, args, kwargs, "dict");
        s.tpDealloc = DictType::dealloc;
        s.tpGetattro = ObjectType.GENERIC_GETATTR;
        s.tpTraverse = DictType::traverse;
        s.tpClear = (w, self) -> ((PyDict) self).clear(w);
        s.tpRepr = DictType::repr;
        s.tpRichcompare = DictType::compare;
        s.tpIter = (w, self) -> PyDictIterator.create(w, w.types.dictKeyIteratorType, (PyDict) self);
        s.sqContains = (w, self, key) -> ((PyDict) self).contains(w, key);
        s.mpLength = (w, self) -> ((PyDict) self).used;
        s.mpSubscript = DictType::subscript;
        s.mpAssSubscript = DictType::assignSubscript;
        s.nbOr = DictType::or;
        s.nbInplaceOr = DictType::inplaceOr;
    }

    // ------------------------------------------------------------------ life

    /** {@code dict_new}: never through the free list; an exact dict is not tracked. */
    private static PyDict make(World w, PyType type) {
        PyDict d = (PyDict) TypeObject.genericAlloc(w, type, 0);
        if (type == w.types.dictType) {
            w.untrack(d);
        }
        return d;
    }

    private static PyObject vectorcall(World w, PyObject type, PyObject[] args, PyStr[] kwnames) {
        int positional = args.length - kwnames.length;
        GetArgs.checkPositional(w, "dict", positional, 0, 1);
        PyDict d = make(w, (PyType) type);
        try {
            if (positional == 1) {
                DictMethods.updateArgument(w, d, args[0]);
            }
            for (int i = 0; i < kwnames.length; i++) {
                d.setItem(w, kwnames[i], args[positional + i]);
            }
            return d;
        } catch (PyException e) {
            w.release(d, Holder.NATIVE);
            throw e;
        }
    }

    /** {@code dict_dealloc}. */
    private static void dealloc(World w, PyObject self) {
        PyDict d = (PyDict) self;
        w.untrack(d);
        // an instance of a Python class is in the trashcan's care already: subtype_dealloc
        boolean outermost = !d.type.has(PyType.HEAPTYPE);
        if (outermost && w.trashcanBegin(d)) {
            return;
        }
        DictKeys keys = d.keys;
        DictValues values = d.split;
        d.keys = DictKeys.EMPTY_KEYS;
        d.split = null;
        d.used = 0;
        if (keys != DictKeys.EMPTY_KEYS) {
            PyDict.drop(w, keys, values);
        }
        if (d.type != w.types.dictType || !w.freeLists.dicts.push(d.address)) {
            w.freeBlock(d);
        }
        if (outermost) {
            w.trashcanEnd();
        }
    }

    /** Str tables: values only; general tables: value, then key. */
    private static void traverse(PyObject self, Slots.Visitor visitor) {
        PyDict d = (PyDict) self;
        DictKeys keys = d.keys;
        PyObject[] values = d.split != null ? d.split.items : keys.values;
        int n = keys.nentries;
        boolean general = keys.kind == DictKeys.Kind.GENERAL;
        for (int i = 0; i < n; i++) {
            if (values[i] != null) {
                visitor.visit(values[i]);
                if (general) {
                    visitor.visit(keys.keys[i]);
                }
            }
        }
    }

    // ------------------------------------------------------------------ basic protocol

    private static PyObject repr(World w, PyObject self) {
        PyDict d = (PyDict) self;
        if (!ContainerRepr.enter(w, d)) {
            return w.str("{...}");
        }
        try {
            if (d.used == 0) {
                return w.str("{}");
            }
            StringBuilder text = new StringBuilder("{");
            for (int p = 0; p < d.positions(); p++) {
                int ix = d.entryAt(p);
                if (ix >= 0) {
                    appendEntry(w, text, d.keys.keys[ix], d.valueAt(ix));
                }
            }
            return ContainerRepr.result(w, text.append('}'));
        } finally {
            ContainerRepr.leave(w, d);
        }
    }

    private static void appendEntry(World w, StringBuilder text, PyObject key, PyObject value) {
        w.retain(key, Holder.NATIVE);
        w.retain(value, Holder.NATIVE);
        try {
            ContainerRepr.append(w, text.length() == 1 ? text : text.append(", "), key);
            ContainerRepr.append(w, text.append(": "), value);
        } finally {
            w.release(key, Holder.NATIVE);
            w.release(value, Holder.NATIVE);
        }
    }

    private static PyObject compare(World w, PyObject left, PyObject right, CompareOp op) {
        if (!(left instanceof PyDict a) || !(right instanceof PyDict b) || op != CompareOp.EQ && op != CompareOp.NE) {
            return w.notImplemented();
        }
        return w.bool(equal(w, a, b) == (op == CompareOp.EQ));
    }

    /** {@code dict_equal}: in the order of the table of {@code a}. */
    private static boolean equal(World w, PyDict a, PyDict b) {
        if (a.used != b.used) {
            return false;
        }
        for (int i = 0; i < a.keys.nentries; i++) {
            PyObject value = a.valueAt(i);
            if (value != null && !hasEqual(w, b, a.keys.keys[i], a.keys.hashes[i], value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasEqual(World w, PyDict b, PyObject key, long hash, PyObject value) {
        w.retain(value, Holder.NATIVE);
        w.retain(key, Holder.NATIVE);
        try {
            PyObject other = b.getItem(w, key, hash);
            return other != null && ListType.equalHeld(w, other, value);
        } finally {
            w.release(key, Holder.NATIVE);
            w.release(value, Holder.NATIVE);
        }
    }

    // ------------------------------------------------------------------ mapping

    /** {@code dict_subscript}: a subclass may have {@code __missing__}. */
    static PyObject subscript(World w, PyObject self, PyObject key) {
        PyDict d = (PyDict) self;
        PyObject value = d.getItem(w, key);
        if (value != null) {
            return w.newRef(value, Holder.RESULT);
        }
        if (d.type != w.types.dictType) {
            PyObject made = Calls.callSpecial(w, d, "__missing__", key);
            if (made != null) {
                return made;
            }
        }
        throw Errors.keyError(w, key);
    }

    private static void assignSubscript(World w, PyObject self, PyObject key, PyObject value) {
        PyDict d = (PyDict) self;
        if (value != null) {
            d.setItem(w, key, value);
        } else if (!d.delItem(w, key)) {
            throw Errors.keyError(w, key);
        }
    }

    private static PyObject or(World w, PyObject left, PyObject right) {
        if (!(left instanceof PyDict a) || !(right instanceof PyDict)) {
            return w.notImplemented();
        }
        PyDict r = a.copy(w);
        try {
            DictMethods.updateArgument(w, r, right);
            return r;
        } catch (PyException e) {
            w.release(r, Holder.NATIVE);
            throw e;
        }
    }

    private static PyObject inplaceOr(World w, PyObject self, PyObject other) {
        DictMethods.updateArgument(w, (PyDict) self, other);
        return w.newRef(self, Holder.RESULT);
    }
}
