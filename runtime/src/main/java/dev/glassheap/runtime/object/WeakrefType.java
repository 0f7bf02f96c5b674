package dev.glassheap.runtime.object;

/** Fills {@code weakref.ReferenceType}. */
final class WeakrefType {

    private WeakrefType() {
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.weakrefType, w.types.objectType).size(64, 0).flags(PyType.HAVE_GC | PyType.BASETYPE)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new PyWeakReference.OfClass() : new PyWeakReference())
            .slots(WeakrefType::fill)
            .member("__callback__", WeakrefType::callback, null)
            .classMethod("__class_getitem__", new NativeCode.OneArg(GenericAlias::create))
            .ready();
    }

    private static void fill(TypeSlots s) {
        life(s);
        s.tpNew = WeakrefType::construct;
        s.tpInit = WeakrefType::init;
        s.tpVectorcall = WeakrefType::vectorcall;
        s.tpCall = (w, self, args, kwargs) -> {
            NativeCalls.checkNoKeywords(w, "weakref", kwargs);
            return referent(w, self, args.items.length);
        };
        s.tpRepr = WeakrefType::repr;
        s.tpHash = WeakrefType::hash;
        s.tpRichcompare = WeakrefType::compare;
    }

    /** What references and proxies have in common. */
    static void life(TypeSlots s) {
        s.tpTraverse = (self, visitor) -> {
            PyObject callback = ((PyWeakReference) self).callback;
            if (callback != null) {
                visitor.visit(callback);
            }
        };
        s.tpClear = (w, self) -> WeakReferences.clear(w, (PyWeakReference) self);
        s.tpDealloc = (w, self) -> {
            w.untrack(self);
            WeakReferences.clear(w, (PyWeakReference) self);
            TypeObject.free(w, self);
        };
    }

    private static PyObject callback(World w, PyObject self) {
        PyObject callback = ((PyWeakReference) self).callback;
        return callback == null ? w.none() : w.newRef(callback, Holder.RESULT);
    }

    /** {@code weakref___new__}: keywords are the business of {@code __init__}, so that subclasses may take some. */
    private static PyObject construct(World w, PyType type, PyTuple args, PyDict kwargs) {
        NativeCalls.checkPositional(w, "__new__", args, 1, 2);
        PyObject object = args.items[0];
        PyObject callback = args.items.length == 2 && args.items[1] != w.singletons.none ? args.items[1] : null;
        WeakReferences.checkReferable(w, object);
        boolean plain = callback == null && type == w.types.weakrefType;
        PyWeakReference shared = plain ? WeakReferences.plainRef(w, object) : null;
        if (shared != null) {
            return w.newRef(shared, Holder.RESULT);
        }
        PyWeakReference made = TypeObject.genericAlloc(w, type, 0);
        made.callback = callback == null ? null : w.newRef(callback, Holder.WEAKREF);
        if (plain) {
            WeakReferences.insert(made, object, null);
        } else {
            WeakReferences.insertOther(w, made, object);
        }
        return made;
    }

    private static void init(World w, PyObject self, PyTuple args, PyDict kwargs) {
        NativeCalls.checkNoKeywords(w, "ref", kwargs);
        NativeCalls.checkPositional(w, "__init__", args, 1, 2);
    }

    private static PyObject vectorcall(World w, PyObject self, PyObject[] args, PyStr[] kwnames) {
        GetArgs.noKeywords(w, "weakref", kwnames);
        return referent(w, self, args.length);
    }

    private static PyObject referent(World w, PyObject self, int given) {
        GetArgs.checkPositional(w, "weakref", given, 0, 0);
        PyObject object = ((PyWeakReference) self).target();
        return object == null ? w.none() : w.newRef(object, Holder.RESULT);
    }

    private static PyObject repr(World w, PyObject self) {
        PyObject object = ((PyWeakReference) self).target();
        String start = "<weakref at " + GenericAttributes.hex(self) + "; ";
        if (object == null) {
            return w.str(start + "dead>");
        }
        w.retain(object, Holder.NATIVE);
        try {
            String to = start + "to '" + object.type.name + "' at " + GenericAttributes.hex(object);
            return w.str(to + nameOf(w, object) + ">");
        } finally {
            w.release(object, Holder.NATIVE);
        }
    }

    /** {@code _PyObject_LookupSpecial}: a {@code __name__} that the type provides; classes and functions have one, modules do not. */
    private static String nameOf(World w, PyObject object) {
        PyObject descr = object.type.lookup("__name__");
        if (descr == null) {
            return "";
        }
        Slots.DescrGetFunc get = descr.type.slots.tpDescrGet;
        PyObject name = get == null ? w.newRef(descr, Holder.NATIVE) : get.get(w, descr, object, object.type);
        String text = name instanceof PyStr n ? " (" + n.text() + ")" : "";
        w.release(name, Holder.NATIVE);
        return text;
    }

    private static long hash(World w, PyObject self) {
        PyWeakReference ref = (PyWeakReference) self;
        if (ref.hash == -1) {
            PyObject object = ref.target();
            if (object == null) {
                throw Errors.typeError(w, "weak object has gone away");
            }
            w.retain(object, Holder.NATIVE);
            try {
                ref.hash = Objects.hash(w, object);
            } finally {
                w.release(object, Holder.NATIVE);
            }
        }
        return ref.hash;
    }

    /** Equal while both live and their referents are equal; a dead one equals only itself. */
    private static PyObject compare(World w, PyObject left, PyObject right, CompareOp op) {
        if (op != CompareOp.EQ && op != CompareOp.NE || !(left instanceof PyWeakReference a) || !(right instanceof PyWeakReference b)) {
            return w.notImplemented();
        }
        PyObject first = a.target();
        PyObject second = b.target();
        if (first == null || second == null) {
            return w.bool((left == right) == (op == CompareOp.EQ));
        }
        w.retain(first, Holder.NATIVE);
        w.retain(second, Holder.NATIVE);
        try {
            return Objects.richCompare(w, first, second, op);
        } finally {
            w.release(first, Holder.NATIVE);
            w.release(second, Holder.NATIVE);
        }
    }
}
