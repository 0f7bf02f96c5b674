package dev.glassheap.runtime.object;

/** {@code staticmethod} and {@code classmethod} ({@code Objects/funcobject.c}). */
final class FunctionDescriptors {

    private FunctionDescriptors() {
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.staticmethodType, w.types.objectType).size(32, 0).withDict()
            .flags(PyType.BASETYPE | PyType.HAVE_GC)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new PyStaticMethod.OfClass() : new PyStaticMethod(null))
            .slots(FunctionDescriptors::fillStatic)
            .member("__func__", (world, self) -> Descriptors.orNone(world, ((PyStaticMethod) self).callable), null)
            .member("__wrapped__", (world, self) -> Descriptors.orNone(world, ((PyStaticMethod) self).callable), null)
            .getset("__isabstractmethod__", (world, self) -> world.bool(isAbstract(world, ((PyStaticMethod) self).callable)))
            .getset("__dict__", GenericAttributes::getDict, (world, d, self, v) -> GenericAttributes.setDict(world, self, v))
            .ready();
        new TypeBuilder(w, w.types.classmethodType, w.types.objectType).size(32, 0).withDict()
            .flags(PyType.BASETYPE | PyType.HAVE_GC)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new PyClassMethod.OfClass() : new PyClassMethod(null))
            .slots(FunctionDescriptors::fillClass)
            .member("__func__", (world, self) -> Descriptors.orNone(world, ((PyClassMethod) self).callable), null)
            .member("__wrapped__", (world, self) -> Descriptors.orNone(world, ((PyClassMethod) self).callable), null)
            .getset("__isabstractmethod__", (world, self) -> world.bool(isAbstract(world, ((PyClassMethod) self).callable)))
            .getset("__dict__", GenericAttributes::getDict, (world, d, self, v) -> GenericAttributes.setDict(world, self, v))
            .ready();
    }

    /** {@code _PyObject_IsAbstract}. */
    static boolean isAbstract(World w, PyObject callable) {
        PyObject flag = callable == null ? null : Objects.lookupAttr(w, callable, "__isabstractmethod__");
        return flag != null && Objects.takeTruth(w, flag);
    }

    /** {@code PyStaticMethod_New}; the callable is borrowed. */
    static PyStaticMethod staticMethod(World w, PyObject callable) {
        PyStaticMethod m = TypeObject.genericAlloc(w, w.types.staticmethodType, 0);
        m.callable = w.newRef(callable, Holder.ATTRIBUTE);
        return m;
    }

    /** {@code PyClassMethod_New}; the callable is borrowed. */
    static PyClassMethod classMethod(World w, PyObject callable) {
        PyClassMethod m = TypeObject.genericAlloc(w, w.types.classmethodType, 0);
        m.callable = w.newRef(callable, Holder.ATTRIBUTE);
        return m;
    }

    /** {@code functools_wraps}: takes over what names the wrapped function. */
    private static void wraps(World w, PyObject wrapper, PyObject wrapped) {
        for (String name : new String[] {"__module__", "__name__", "__qualname__", "__doc__"}) {
            copyAttribute(w, wrapper, wrapped, name);
        }
        copyAttribute(w, wrapper, wrapped, "__annotations__");
    }

    private static void copyAttribute(World w, PyObject wrapper, PyObject wrapped, String name) {
        PyObject value = Objects.lookupAttr(w, wrapped, name);
        if (value != null) {
            try {
                Objects.setAttr(w, wrapper, w.id(name), value);
            } finally {
                w.release(value, Holder.NATIVE);
            }
        }
    }

    private static void fillStatic(TypeSlots s) {
        s.tpNew = (w, type, args, kwargs) -> TypeObject.genericAlloc(w, type, 0);
        s.tpInit = (w, self, args, kwargs) -> {
            NativeCalls.checkNoKeywords(w, "staticmethod", kwargs);
            NativeCalls.checkPositional(w, "staticmethod", args, 1, 1);
            PyStaticMethod m = (PyStaticMethod) self;
            PyObject old = m.callable;
            m.callable = w.newRef(args.items[0], Holder.ATTRIBUTE);
            w.releaseOrNull(old, Holder.ATTRIBUTE);
            wraps(w, self, args.items[0]);
        };
        s.tpDescrGet = (w, descr, object, type) -> ready(w, ((PyStaticMethod) descr).callable, "staticmethod");
        s.tpCall = (w, self, args, kwargs) -> Calls.callTuple(w, ((PyStaticMethod) self).callable, args, kwargs);
        s.tpRepr = (w, self) -> w.str("<staticmethod(" + Objects.reprText(w, ((PyStaticMethod) self).callable) + ")>");
        s.tpTraverse = (self, visitor) -> visit(visitor, ((PyStaticMethod) self).dict, ((PyStaticMethod) self).callable);
        s.tpClear = (w, self) -> {
            PyStaticMethod m = (PyStaticMethod) self;
            PyObject callable = m.callable;
            PyDict dict = m.dict;
            m.callable = null;
            m.dict = null;
            w.releaseOrNull(callable, Holder.ATTRIBUTE);
            w.releaseOrNull(dict, Holder.ATTRIBUTE);
        };
        s.tpDealloc = (w, self) -> {
            PyStaticMethod m = (PyStaticMethod) self;
            w.untrack(m);
            w.releaseOrNull(m.callable, Holder.ATTRIBUTE);
            w.releaseOrNull(m.dict, Holder.ATTRIBUTE);
            TypeObject.free(w, m);
        };
    }

    private static PyObject ready(World w, PyObject callable, String type) {
        if (callable == null) {
            throw Errors.runtimeError(w, "uninitialized %s object", type);
        }
        return w.newRef(callable, Holder.RESULT);
    }

    private static void visit(Slots.Visitor visitor, PyObject dict, PyObject callable) {
        if (dict != null) {
            visitor.visit(dict);
        }
        if (callable != null) {
            visitor.visit(callable);
        }
    }

    private static void fillClass(TypeSlots s) {
        s.tpNew = (w, type, args, kwargs) -> TypeObject.genericAlloc(w, type, 0);
        s.tpInit = (w, self, args, kwargs) -> {
            NativeCalls.checkNoKeywords(w, "classmethod", kwargs);
            NativeCalls.checkPositional(w, "classmethod", args, 1, 1);
            PyClassMethod m = (PyClassMethod) self;
            PyObject old = m.callable;
            m.callable = w.newRef(args.items[0], Holder.ATTRIBUTE);
            w.releaseOrNull(old, Holder.ATTRIBUTE);
            wraps(w, self, args.items[0]);
        };
        s.tpDescrGet = (w, descr, object, type) -> {
            PyObject callable = ((PyClassMethod) descr).callable;
            w.release(ready(w, callable, "classmethod"), Holder.RESULT);
            PyObject owner = type != null ? type : object.type;
            // A descriptor inside, such as a property, is bound to the class.
            Slots.DescrGetFunc get = callable.type.slots.tpDescrGet;
            return get != null ? get.get(w, callable, owner, owner.type) : PyMethod.create(w, callable, owner);
        };
        s.tpRepr = (w, self) -> w.str("<classmethod(" + Objects.reprText(w, ((PyClassMethod) self).callable) + ")>");
        s.tpTraverse = (self, visitor) -> visit(visitor, ((PyClassMethod) self).dict, ((PyClassMethod) self).callable);
        s.tpClear = (w, self) -> {
            PyClassMethod m = (PyClassMethod) self;
            PyObject callable = m.callable;
            PyDict dict = m.dict;
            m.callable = null;
            m.dict = null;
            w.releaseOrNull(callable, Holder.ATTRIBUTE);
            w.releaseOrNull(dict, Holder.ATTRIBUTE);
        };
        s.tpDealloc = (w, self) -> {
            PyClassMethod m = (PyClassMethod) self;
            w.untrack(m);
            w.releaseOrNull(m.callable, Holder.ATTRIBUTE);
            w.releaseOrNull(m.dict, Holder.ATTRIBUTE);
            TypeObject.free(w, m);
        };
    }
}
