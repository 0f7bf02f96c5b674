package dev.glassheap.runtime.object;

/** {@code method}: a function bound to its self; 48 bytes (64 with GC head). */
public final class PyMethod extends PyObject {

    public final PyObject function;
    public final PyObject self;
    public PyObject weakListHead;

    public PyMethod(PyObject function, PyObject self) {
        this.function = function;
        this.self = self;
    }

    /** {@code PyMethod_New}: a new bound method; both borrowed. */
    public static PyMethod create(World w, PyObject function, PyObject self) {
        PyMethod m = w.allocate(new PyMethod(function, self), w.types.methodType, 48);
        w.retain(function, Holder.BOUND);
        w.retain(self, Holder.BOUND);
        w.track(m);
        return m;
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.methodType, w.types.objectType).size(48, 0).flags(PyType.HAVE_GC).weakReferenceable()
            .slots(PyMethod::fill)
            .member("__func__", (world, m) -> world.newRef(((PyMethod) m).function, Holder.RESULT), null)
            .member("__self__", (world, m) -> world.newRef(((PyMethod) m).self, Holder.RESULT), null)
            .getset("__doc__", (world, m) -> {
                PyObject doc = Objects.lookupAttr(world, ((PyMethod) m).function, "__doc__");
                return doc == null ? world.none() : doc;
            })
            .ready();
    }

    private static void fill(TypeSlots s) {
        s.tpNew = PyMethod::construct;
        s.tpVectorcall = PyMethod::call;
        s.tpCall = (w, callable, args, kwargs) -> Calls.callTuple(w, callable, args, kwargs);
        s.tpGetattro = PyMethod::getattro;
        s.tpSetattro = GenericAttributes::set;
        s.tpRepr = PyMethod::repr;
        s.tpHash = (w, self) -> {
            PyMethod m = (PyMethod) self;
            long h = ObjectType.addressHash(m.self) ^ Objects.hash(w, m.function);
            return h == -1 ? -2 : h;
        };
        s.tpRichcompare = (w, left, right, op) -> {
            if (op != CompareOp.EQ && op != CompareOp.NE || !(left instanceof PyMethod a) || !(right instanceof PyMethod b)) {
                return w.notImplemented();
            }
            boolean equal = Objects.compareBool(w, a.function, b.function, CompareOp.EQ) && a.self == b.self;
            return w.bool(equal == (op == CompareOp.EQ));
        };
        s.tpTraverse = (self, visitor) -> {
            visitor.visit(((PyMethod) self).function);
            visitor.visit(((PyMethod) self).self);
        };
        s.tpDealloc = (w, self) -> {
            PyMethod m = (PyMethod) self;
            w.untrack(m);
            if (m.weakListHead != null) {
                WeakReferences.clearAll(w, m);
            }
            w.release(m.function, Holder.BOUND);
            w.release(m.self, Holder.BOUND);
            w.freeBlock(m);
        };
    }

    private static PyObject construct(World w, PyType type, PyTuple args, PyDict kwargs) {
        NativeCalls.checkNoKeywords(w, "method", kwargs);
        NativeCalls.checkPositional(w, "method", args, 2, 2);
        PyObject function = args.items[0];
        if (function.type.slots.tpCall == null && function.type.slots.tpVectorcall == null) {
            throw Errors.typeError(w, "first argument must be callable");
        }
        if (args.items[1] == w.singletons.none) {
            throw Errors.typeError(w, "instance must not be None");
        }
        return create(w, function, args.items[1]);
    }

    /** {@code method_vectorcall}: self goes in front. */
    private static PyObject call(World w, PyObject callable, PyObject[] args, PyStr[] kwnames) {
        PyMethod m = (PyMethod) callable;
        PyObject[] all = new PyObject[args.length + 1];
        all[0] = m.self;
        System.arraycopy(args, 0, all, 1, args.length);
        return Calls.call(w, m.function, all, kwnames);
    }

    /** {@code method_getattro}: what the method does not have itself is its function's. */
    private static PyObject getattro(World w, PyObject self, PyStr name) {
        PyObject descr = self.type.lookup(name);
        if (descr != null) {
            Slots.DescrGetFunc get = descr.type.slots.tpDescrGet;
            return get == null ? w.newRef(descr, Holder.RESULT) : get.get(w, descr, self, self.type);
        }
        return Objects.getAttr(w, ((PyMethod) self).function, name);
    }

    private static PyObject repr(World w, PyObject self) {
        PyMethod m = (PyMethod) self;
        PyObject name = Objects.lookupAttr(w, m.function, "__qualname__");
        if (name == null) {
            name = Objects.lookupAttr(w, m.function, "__name__");
        }
        String text = name instanceof PyStr s ? s.text() : "?";
        w.releaseOrNull(name, Holder.NATIVE);
        return w.str("<bound method " + text + " of " + Objects.reprText(w, m.self) + ">");
    }

    @Override
    public PyObject weakList() {
        return weakListHead;
    }

    @Override
    public void setWeakList(PyObject head) {
        weakListHead = head;
    }
}
