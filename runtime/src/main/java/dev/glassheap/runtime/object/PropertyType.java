package dev.glassheap.runtime.object;

/** The type {@code property} ({@code property_*} of {@code Objects/descrobject.c}). */
final class PropertyType {

    private static final Signature INIT = Signature.of("property", "fget?, fset?, fdel?, doc?");

    private PropertyType() {
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.propertyType, w.types.objectType).size(64, 0).flags(PyType.HAVE_GC | PyType.BASETYPE)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new PyProperty.OfClass() : new PyProperty())
            .slots(PropertyType::fill)
            .oneArg("getter", (world, self, f) -> copy(world, (PyProperty) self, f, null, null))
            .oneArg("setter", (world, self, f) -> copy(world, (PyProperty) self, null, f, null))
            .oneArg("deleter", (world, self, f) -> copy(world, (PyProperty) self, null, null, f))
            .method("__set_name__", new NativeCode.Fast(0, -1, PropertyType::setName))
            .member("fget", (world, p) -> Descriptors.orNone(world, ((PyProperty) p).getter), null)
            .member("fset", (world, p) -> Descriptors.orNone(world, ((PyProperty) p).setter), null)
            .member("fdel", (world, p) -> Descriptors.orNone(world, ((PyProperty) p).deleter), null)
            .member("__doc__", (world, p) -> Descriptors.orNone(world, ((PyProperty) p).doc), PropertyType::setDoc)
            .getset("__isabstractmethod__", (world, self) -> {
                PyProperty p = (PyProperty) self;
                return world.bool(FunctionDescriptors.isAbstract(world, p.getter) || FunctionDescriptors.isAbstract(world, p.setter)
                    || FunctionDescriptors.isAbstract(world, p.deleter));
            })
            .ready();
    }

    private static void fill(TypeSlots s) {
        s.tpNew = (w, type, args, kwargs) -> TypeObject.genericAlloc(w, type, 0);
        s.tpInit = PropertyType::init;
        s.tpDescrGet = PropertyType::get;
        s.tpDescrSet = PropertyType::set;
        s.tpTraverse = (self, visitor) -> {
            PyProperty p = (PyProperty) self;
            for (PyObject part : new PyObject[] {p.getter, p.setter, p.deleter, p.doc, p.name}) {
                if (part != null) {
                    visitor.visit(part);
                }
            }
        };
        s.tpClear = (w, self) -> {
            PyProperty p = (PyProperty) self;
            PyObject doc = p.doc;
            p.doc = null;
            w.releaseOrNull(doc, Holder.ATTRIBUTE);
        };
        s.tpDealloc = (w, self) -> {
            PyProperty p = (PyProperty) self;
            w.untrack(p);
            for (PyObject part : new PyObject[] {p.getter, p.setter, p.deleter, p.doc, p.name}) {
                w.releaseOrNull(part, Holder.ATTRIBUTE);
            }
            TypeObject.free(w, p);
        };
    }

    private static PyObject owned(World w, PyObject value) {
        return value == null || value == w.singletons.none ? null : w.newRef(value, Holder.ATTRIBUTE);
    }

    private static void init(World w, PyObject self, PyTuple args, PyDict kwargs) {
        PyObject[] v = NativeCalls.unpack(w, INIT, args, kwargs);
        PyProperty p = (PyProperty) self;
        PyObject[] old = {p.getter, p.setter, p.deleter, p.doc, p.name};
        p.getter = owned(w, v[0]);
        p.setter = owned(w, v[1]);
        p.deleter = owned(w, v[2]);
        p.doc = v[3] == null ? null : w.newRef(v[3], Holder.ATTRIBUTE);
        p.name = null;
        p.getterDoc = false;
        for (PyObject o : old) {
            w.releaseOrNull(o, Holder.ATTRIBUTE);
        }
        if (owned(w, v[3]) instanceof PyObject given) {
            w.release(given, Holder.ATTRIBUTE);
        } else if (p.getter != null) {
            takeDocOfGetter(w, p);
        }
    }

    /** The getter's docstring; a class derived from property keeps it in the instance's dict. */
    private static void takeDocOfGetter(World w, PyProperty p) {
        PyObject doc = Objects.lookupAttr(w, p.getter, "__doc__");
        if (doc == null) {
            return;
        }
        p.getterDoc = true;
        if (p.type == w.types.propertyType) {
            PyObject old = p.doc;
            p.doc = doc;
            w.releaseOrNull(old, Holder.ATTRIBUTE);
            return;
        }
        try {
            Objects.setAttr(w, p, w.id("__doc__"), doc);
        } finally {
            w.release(doc, Holder.NATIVE);
        }
    }

    /** {@code property_copy}: a property of the same class with one function exchanged. */
    private static PyObject copy(World w, PyProperty p, PyObject get, PyObject set, PyObject delete) {
        PyObject none = w.singletons.none;
        PyObject getter = get == null || get == none ? p.getter : get;
        PyObject setter = set == null || set == none ? p.setter : set;
        PyObject deleter = delete == null || delete == none ? p.deleter : delete;
        PyObject doc = p.getterDoc && getter != null || p.doc == null ? none : p.doc;
        PyObject fresh = Calls.call(w, p.type, getter == null ? none : getter, setter == null ? none : setter,
            deleter == null ? none : deleter, doc);
        if (fresh instanceof PyProperty f && f.name == null && p.name != null) {
            f.name = w.newRef(p.name, Holder.ATTRIBUTE);
        }
        return fresh;
    }

    private static PyObject setName(World w, PyObject self, PyObject[] args) {
        if (args.length != 2) {
            throw Errors.typeError(w, "__set_name__() takes 2 positional arguments but %d were given", args.length);
        }
        PyProperty p = (PyProperty) self;
        PyObject old = p.name;
        p.name = w.newRef(args[1], Holder.ATTRIBUTE);
        w.releaseOrNull(old, Holder.ATTRIBUTE);
        return w.none();
    }

    private static void setDoc(World w, PyObject descr, PyObject self, PyObject value) {
        PyProperty p = (PyProperty) self;
        PyObject old = p.doc;
        p.doc = value == null ? null : w.newRef(value, Holder.ATTRIBUTE);
        w.releaseOrNull(old, Holder.ATTRIBUTE);
    }

    private static PyObject get(World w, PyObject descr, PyObject object, PyObject type) {
        if (object == null || object == w.singletons.none) {
            return w.newRef(descr, Holder.RESULT);
        }
        PyProperty p = (PyProperty) descr;
        if (p.getter == null) {
            throw without(w, p, object, "getter");
        }
        return Calls.call(w, p.getter, object);
    }

    private static void set(World w, PyObject descr, PyObject object, PyObject value) {
        PyProperty p = (PyProperty) descr;
        PyObject function = value == null ? p.deleter : p.setter;
        if (function == null) {
            throw without(w, p, object, value == null ? "deleter" : "setter");
        }
        w.release(value == null ? Calls.call(w, function, object) : Calls.call(w, function, object, value), Holder.RESULT);
    }

    private static PyException without(World w, PyProperty p, PyObject object, String what) {
        String name = p.name == null ? "" : " " + Objects.reprText(w, p.name);
        return Errors.of(w, w.types.exceptions.attributeError, "property%s of %s object has no %s", name,
            Objects.reprText(w, w.id(object.type.qualifiedNameText())), what);
    }
}
