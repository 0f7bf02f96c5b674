package dev.glassheap.runtime.object;

/** The type {@code module} ({@code Objects/moduleobject.c}). */
final class ModuleType {

    private static final Signature INIT = Signature.of("module", "name, doc?");

    private ModuleType() {
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.moduleType, w.types.objectType).size(56, 0).withDict().weakReferenceable()
            .flags(PyType.HAVE_GC | PyType.BASETYPE)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new PyModule.OfClass() : new PyModule())
            .slots(ModuleType::fill)
            .noArgs("__dir__", ModuleType::dir)
            .member("__dict__", (world, m) -> Descriptors.orNone(world, ((PyModule) m).dict), null)
            .getset("__annotations__", ModuleType::getAnnotations, ModuleType::setAnnotations)
            .ready();
    }

    private static void fill(TypeSlots s) {
        s.tpNew = (w, type, args, kwargs) -> {
            PyModule m = TypeObject.genericAlloc(w, type, 0);
            try {
                m.dict = PyDict.create(w);
            } catch (PyException e) {
                w.release(m, Holder.NATIVE);
                throw e;
            }
            return m;
        };
        s.tpInit = (w, self, args, kwargs) -> {
            PyObject[] values = NativeCalls.unpack(w, INIT, args, kwargs);
            if (!(values[0] instanceof PyStr)) {
                throw Errors.typeError(w, "module() argument 'name' must be str, not %s", values[0].type.shortName());
            }
            PyModule m = (PyModule) self;
            initialize(w, m.dict, values[0], values[1] == null ? w.singletons.none : values[1]);
        };
        s.tpGetattro = ModuleType::getattro;
        s.tpSetattro = GenericAttributes::set;
        s.tpRepr = ModuleType::repr;
        s.tpTraverse = (self, visitor) -> {
            if (((PyModule) self).dict != null) {
                visitor.visit(((PyModule) self).dict);
            }
        };
        s.tpClear = (w, self) -> {
            PyDict dict = ((PyModule) self).dict;
            ((PyModule) self).dict = null;
            w.releaseOrNull(dict, Holder.MODULE);
        };
        s.tpDealloc = (w, self) -> {
            PyModule m = (PyModule) self;
            w.untrack(m);
            if (m.weakListHead != null) {
                WeakReferences.clearAll(w, m);
            }
            w.releaseOrNull(m.dict, Holder.MODULE);
            TypeObject.free(w, m);
        };
    }

    /** {@code module_init_dict}; name and doc borrowed. */
    static void initialize(World w, PyDict dict, PyObject name, PyObject doc) {
        PyObject none = w.singletons.none;
        dict.setItem(w, w.id("__name__"), name);
        dict.setItem(w, w.id("__doc__"), doc);
        dict.setItem(w, w.id("__package__"), none);
        dict.setItem(w, w.id("__loader__"), none);
        dict.setItem(w, w.id("__spec__"), none);
    }

    /** {@code module_getattro}: after the general rules the module's own {@code __getattr__}. */
    private static PyObject getattro(World w, PyObject self, PyStr name) {
        PyModule m = (PyModule) self;
        try {
            return GenericAttributes.get(w, self, name);
        } catch (PyException e) {
            if (!e.matches(w.types.exceptions.attributeError)) {
                throw e;
            }
            w.release(e.take(), Holder.EXCEPTION);
        }
        PyObject hook = m.dict == null ? null : m.dict.getStr(w, w.id("__getattr__"));
        if (hook != null) {
            return Calls.call(w, hook, name);
        }
        PyObject own = m.dict == null ? null : m.dict.getStr(w, w.id("__name__"));
        if (own instanceof PyStr n) {
            throw Errors.attributeError(w, self, name, "module '%s' has no attribute '%s'", n.text(), name.text());
        }
        throw Errors.attributeError(w, self, name, "module has no attribute '%s'", name.text());
    }

    /** As importlib's {@code _module_repr}. */
    private static PyObject repr(World w, PyObject self) {
        PyModule m = (PyModule) self;
        PyObject name = m.dict == null ? null : m.dict.getStr(w, w.id("__name__"));
        String shown = name instanceof PyStr ? Objects.reprText(w, name) : "?";
        PyObject file = m.dict == null ? null : m.dict.getStr(w, w.id("__file__"));
        if (file != null) {
            return w.str("<module " + shown + " from " + Objects.reprText(w, file) + ">");
        }
        // native modules are made outside the heap and have no serial number
        return w.str("<module " + shown + (m.serial == 0 ? " (built-in)>" : ">"));
    }

    private static PyObject dir(World w, PyObject self) {
        PyDict dict = ((PyModule) self).dict;
        PyObject hook = dict.getStr(w, w.id("__dir__"));
        return hook != null ? Calls.call(w, hook) : ObjectDir.keys(w, dict);
    }

    private static PyObject getAnnotations(World w, PyObject self) {
        PyDict dict = ((PyModule) self).dict;
        PyStr key = w.id("__annotations__");
        PyObject present = dict.getStr(w, key);
        if (present != null) {
            return w.newRef(present, Holder.RESULT);
        }
        PyDict fresh = PyDict.create(w);
        dict.setItem(w, key, fresh);
        return fresh;
    }

    private static void setAnnotations(World w, PyObject descr, PyObject self, PyObject value) {
        PyDict dict = ((PyModule) self).dict;
        PyStr key = w.id("__annotations__");
        if (value != null) {
            dict.setItem(w, key, value);
        } else if (!dict.delItem(w, key)) {
            throw Errors.attributeError(w, self, key, "__annotations__");
        }
    }
}
