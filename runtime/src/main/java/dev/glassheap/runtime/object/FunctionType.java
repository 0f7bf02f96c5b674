package dev.glassheap.runtime.object;

/** The type {@code function}: attributes and life of guest functions ({@code Objects/funcobject.c}). */
final class FunctionType {

    private FunctionType() {
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.functionType, w.types.objectType).size(136, 0).withDict().weakReferenceable()
            .flags(PyType.HAVE_GC | PyType.METHOD_DESCRIPTOR)
            .slots(FunctionType::fill)
            .member("__closure__", (world, f) -> Descriptors.orNone(world, ((PyFunction) f).closure), null)
            .member("__doc__", (world, f) -> Descriptors.orNone(world, ((PyFunction) f).doc), FunctionType::setDoc)
            .member("__globals__", (world, f) -> Descriptors.orNone(world, ((PyFunction) f).globals), null)
            .member("__module__", (world, f) -> Descriptors.orNone(world, ((PyFunction) f).module), FunctionType::setModule)
            .member("__builtins__", (world, f) -> Descriptors.orNone(world, ((PyFunction) f).builtins), null)
            .getset("__code__", (world, f) -> world.newRef(((PyFunction) f).code, Holder.RESULT), FunctionType::setCode)
            .getset("__defaults__", (world, f) -> Descriptors.orNone(world, ((PyFunction) f).defaults), FunctionType::setDefaults)
            .getset("__kwdefaults__", (world, f) -> Descriptors.orNone(world, ((PyFunction) f).kwDefaults), FunctionType::setKwDefaults)
            .getset("__annotations__", FunctionType::getAnnotations, FunctionType::setAnnotations)
            .getset("__dict__", GenericAttributes::getDict, (world, d, f, v) -> GenericAttributes.setDict(world, f, v))
            .getset("__name__", (world, f) -> world.newRef(((PyFunction) f).name, Holder.RESULT), FunctionType::setName)
            .getset("__qualname__", (world, f) -> world.newRef(((PyFunction) f).qualname, Holder.RESULT), FunctionType::setQualname)
            .ready();
    }

    private static void fill(TypeSlots s) {
        s.tpVectorcall = (w, callable, args, kwnames) -> w.calls.callFunction(w, callable, args, kwnames);
        s.tpCall = (w, callable, args, kwargs) -> Calls.callTuple(w, callable, args, kwargs);
        s.tpDescrGet = (w, descr, object, type) -> object == null || object == w.singletons.none
            ? w.newRef(descr, Holder.RESULT) : PyMethod.create(w, descr, object);
        s.tpRepr = (w, self) -> w.str("<function " + Objects.strText(w, ((PyFunction) self).qualname) + " at "
            + GenericAttributes.hex(self) + ">");
        s.tpGetattro = ObjectType.GENERIC_GETATTR;
        s.tpSetattro = GenericAttributes::set;
        s.tpTraverse = FunctionType::traverse;
        s.tpClear = FunctionType::clear;
        s.tpDealloc = FunctionType::dealloc;
    }

    // ------------------------------------------------------------------ life

    private static void traverse(PyObject self, Slots.Visitor visitor) {
        PyFunction f = (PyFunction) self;
        visit(f.code, visitor);
        visit(f.globals, visitor);
        visit(f.builtins, visitor);
        visit(f.module, visitor);
        visit(f.defaults, visitor);
        visit(f.kwDefaults, visitor);
        visit(f.doc, visitor);
        visit(f.name, visitor);
        visit(f.dict, visitor);
        visit(f.closure, visitor);
        visit(f.annotations, visitor);
        visit(f.qualname, visitor);
    }

    private static void visit(PyObject o, Slots.Visitor visitor) {
        if (o != null) {
            visitor.visit(o);
        }
    }

    /** {@code func_clear}: everything but the code; the names become empty. */
    private static void clear(World w, PyObject self) {
        PyFunction f = (PyFunction) self;
        f.version++;
        PyObject old = f.globals;
        f.globals = null;
        w.releaseOrNull(old, Holder.GLOBAL);
        old = f.builtins;
        f.builtins = null;
        w.releaseOrNull(old, Holder.GLOBAL);
        old = f.module;
        f.module = null;
        w.releaseOrNull(old, Holder.ATTRIBUTE);
        old = f.defaults;
        f.defaults = null;
        w.releaseOrNull(old, Holder.DEFAULT);
        old = f.kwDefaults;
        f.kwDefaults = null;
        w.releaseOrNull(old, Holder.DEFAULT);
        old = f.doc;
        f.doc = null;
        w.releaseOrNull(old, Holder.ATTRIBUTE);
        old = f.dict;
        f.dict = null;
        w.releaseOrNull(old, Holder.ATTRIBUTE);
        old = f.closure;
        f.closure = null;
        w.releaseOrNull(old, Holder.CLOSURE);
        old = f.annotations;
        f.annotations = null;
        w.releaseOrNull(old, Holder.ATTRIBUTE);
        old = f.name;
        f.name = w.newRef(w.id(""), Holder.ATTRIBUTE);
        w.release(old, Holder.ATTRIBUTE);
        old = f.qualname;
        f.qualname = w.newRef(w.id(""), Holder.ATTRIBUTE);
        w.release(old, Holder.ATTRIBUTE);
    }

    private static void dealloc(World w, PyObject self) {
        PyFunction f = (PyFunction) self;
        w.untrack(f);
        if (f.weakListHead != null) {
            WeakReferences.clearAll(w, f);
        }
        clear(w, f);
        w.release(f.code, Holder.ATTRIBUTE);
        w.release(f.name, Holder.ATTRIBUTE);
        w.release(f.qualname, Holder.ATTRIBUTE);
        w.freeBlock(f);
    }

    // ------------------------------------------------------------------ attributes

    private static void setDoc(World w, PyObject descr, PyObject self, PyObject value) {
        PyFunction f = (PyFunction) self;
        PyObject old = f.doc;
        f.doc = value == null ? null : w.newRef(value, Holder.ATTRIBUTE);
        w.releaseOrNull(old, Holder.ATTRIBUTE);
    }

    private static void setModule(World w, PyObject descr, PyObject self, PyObject value) {
        PyFunction f = (PyFunction) self;
        PyObject old = f.module;
        f.module = value == null ? null : w.newRef(value, Holder.ATTRIBUTE);
        w.releaseOrNull(old, Holder.ATTRIBUTE);
    }

    private static void setCode(World w, PyObject descr, PyObject self, PyObject value) {
        PyFunction f = (PyFunction) self;
        if (!(value instanceof PyCode code)) {
            throw Errors.typeError(w, "__code__ must be set to a code object");
        }
        int cells = f.closure == null ? 0 : f.closure.items.length;
        if (code.freeVars.items.length != cells) {
            throw Errors.valueError(w, "%s() requires a code object with %d free vars, not %d", Objects.strText(w, f.name), cells,
                code.freeVars.items.length);
        }
        f.version++;
        PyObject old = f.code;
        f.code = w.newRef(code, Holder.ATTRIBUTE);
        w.release(old, Holder.ATTRIBUTE);
    }

    /** The value of an optional attribute: None and deletion mean absent. */
    private static PyObject orAbsent(World w, PyObject value) {
        return value == w.singletons.none ? null : value;
    }

    private static void setDefaults(World w, PyObject descr, PyObject self, PyObject value) {
        PyFunction f = (PyFunction) self;
        PyObject fresh = orAbsent(w, value);
        if (fresh != null && !(fresh instanceof PyTuple)) {
            throw Errors.typeError(w, "__defaults__ must be set to a tuple object");
        }
        f.version++;
        PyObject old = f.defaults;
        f.defaults = fresh == null ? null : w.newRef((PyTuple) fresh, Holder.DEFAULT);
        w.releaseOrNull(old, Holder.DEFAULT);
    }

    private static void setKwDefaults(World w, PyObject descr, PyObject self, PyObject value) {
        PyFunction f = (PyFunction) self;
        PyObject fresh = orAbsent(w, value);
        if (fresh != null && !(fresh instanceof PyDict)) {
            throw Errors.typeError(w, "__kwdefaults__ must be set to a dict object");
        }
        f.version++;
        PyObject old = f.kwDefaults;
        f.kwDefaults = fresh == null ? null : w.newRef((PyDict) fresh, Holder.DEFAULT);
        w.releaseOrNull(old, Holder.DEFAULT);
    }

    /** {@code func_get_annotation_dict}: the compiler leaves a tuple of names and values, the first look makes the dict. */
    private static PyObject getAnnotations(World w, PyObject self) {
        PyFunction f = (PyFunction) self;
        if (!(f.annotations instanceof PyDict)) {
            PyDict dict = PyDict.create(w);
            if (f.annotations instanceof PyTuple pairs) {
                for (int i = 0; i < pairs.items.length; i += 2) {
                    dict.setItem(w, pairs.items[i], pairs.items[i + 1]);
                }
            }
            PyObject old = f.annotations;
            f.annotations = dict;
            w.releaseOrNull(old, Holder.ATTRIBUTE);
        }
        return w.newRef(f.annotations, Holder.RESULT);
    }

    private static void setAnnotations(World w, PyObject descr, PyObject self, PyObject value) {
        PyFunction f = (PyFunction) self;
        PyObject fresh = orAbsent(w, value);
        if (fresh != null && !(fresh instanceof PyDict)) {
            throw Errors.typeError(w, "__annotations__ must be set to a dict object");
        }
        PyObject old = f.annotations;
        f.annotations = fresh == null ? null : w.newRef(fresh, Holder.ATTRIBUTE);
        w.releaseOrNull(old, Holder.ATTRIBUTE);
    }

    private static void setName(World w, PyObject descr, PyObject self, PyObject value) {
        PyFunction f = (PyFunction) self;
        if (!(value instanceof PyStr)) {
            throw Errors.typeError(w, "__name__ must be set to a string object");
        }
        PyObject old = f.name;
        f.name = w.newRef(value, Holder.ATTRIBUTE);
        w.release(old, Holder.ATTRIBUTE);
    }

    private static void setQualname(World w, PyObject descr, PyObject self, PyObject value) {
        PyFunction f = (PyFunction) self;
        if (!(value instanceof PyStr)) {
            throw Errors.typeError(w, "__qualname__ must be set to a string object");
        }
        PyObject old = f.qualname;
        f.qualname = w.newRef(value, Holder.ATTRIBUTE);
        w.release(old, Holder.ATTRIBUTE);
    }
}
