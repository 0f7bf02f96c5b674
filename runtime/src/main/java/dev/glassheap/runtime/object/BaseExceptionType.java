package dev.glassheap.runtime.object;

/** The type {@code BaseException}: args, chain, text ({@code BaseException_*} of {@code Objects/exceptions.c}). */
final class BaseExceptionType {

    private BaseExceptionType() {
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.exceptions.baseException, w.types.objectType).size(72, 0).withDict()
            .flags(PyType.BASETYPE | PyType.HAVE_GC)
            .factory(factory(0))
            .doc("Common base class for all exceptions")
            .slots(BaseExceptionType::fill)
            .method("with_traceback", new NativeCode.OneArg((world, self, tb) -> {
                setTraceback(world, self, tb);
                return world.newRef(self, Holder.RESULT);
            }))
            .method("add_note", new NativeCode.OneArg(BaseExceptionType::addNote))
            .method("__reduce__", new NativeCode.NoArgs((world, self) -> {
                PyBaseException e = (PyBaseException) self;
                return e.dict == null ? PyTuple.pack(world, e.type, e.args) : PyTuple.pack(world, e.type, e.args, e.dict);
            }))
            .member("__suppress_context__", (world, self) -> world.bool(((PyBaseException) self).suppressContext),
                BaseExceptionType::setSuppress)
            .getset("__dict__", GenericAttributes::getDict, (world, d, self, v) -> GenericAttributes.setDict(world, self, v))
            .getset("args", (world, self) -> world.newRef(((PyBaseException) self).args, Holder.RESULT), BaseExceptionType::setArgs)
            .getset("__traceback__", (world, self) -> Descriptors.orNone(world, ((PyBaseException) self).traceback),
                (world, d, self, value) -> setTraceback(world, self, value))
            .getset("__context__", (world, self) -> Descriptors.orNone(world, ((PyBaseException) self).context),
                (world, d, self, value) -> Exceptions.setContext(world, (PyBaseException) self, checkLink(world, value, "context")))
            .getset("__cause__", (world, self) -> Descriptors.orNone(world, ((PyBaseException) self).cause), (world, d, self, value) -> {
                Exceptions.setCause(world, (PyBaseException) self, checkLink(world, value, "cause"));
                ((PyBaseException) self).suppressContext = true;
            })
            .ready();
    }

    static PyType.InstanceFactory factory(int fieldCount) {
        return t -> t.has(PyType.HEAPTYPE) ? new PyBaseException.OfClass(fieldCount) : new PyBaseException(fieldCount);
    }

    private static void fill(TypeSlots s) {
        s.tpNew = BaseExceptionType::create;
        s.tpInit = BaseExceptionType::init;
        s.tpRepr = BaseExceptionType::repr;
        s.tpStr = BaseExceptionType::str;
        s.tpDealloc = BaseExceptionType::dealloc;
        s.tpTraverse = BaseExceptionType::traverse;
        s.tpClear = BaseExceptionType::clear;
        s.tpGetattro = ObjectType.GENERIC_GETATTR;
        s.tpSetattro = GenericAttributes::set;
    }

    static PyObject create(World w, PyType type, PyTuple args, PyDict kwargs) {
        PyBaseException e = TypeObject.genericAlloc(w, type, 0);
        e.args = w.newRef(args, Holder.ATTRIBUTE);
        return e;
    }

    static void init(World w, PyObject self, PyTuple args, PyDict kwargs) {
        NativeCalls.checkNoKeywords(w, self.type.name, kwargs);
        setArgsTuple(w, (PyBaseException) self, args);
    }

    static void setArgsTuple(World w, PyBaseException e, PyTuple args) {
        PyTuple old = e.args;
        e.args = w.newRef(args, Holder.ATTRIBUTE);
        w.releaseOrNull(old, Holder.ATTRIBUTE);
    }

    static PyObject str(World w, PyObject self) {
        PyTuple args = ((PyBaseException) self).args;
        return switch (args.items.length) {
            case 0 -> w.str("");
            case 1 -> Objects.str(w, args.items[0]);
            default -> Objects.str(w, args);
        };
    }

    private static PyObject repr(World w, PyObject self) {
        PyTuple args = ((PyBaseException) self).args;
        String name = self.type.shortName();
        return w.str(args.items.length == 1 ? name + "(" + Objects.reprText(w, args.items[0]) + ")" : name + Objects.reprText(w, args));
    }

    static void traverse(PyObject self, Slots.Visitor visitor) {
        PyBaseException e = (PyBaseException) self;
        for (PyObject field : e.fields) {
            visit(field, visitor);
        }
        visit(e.dict, visitor);
        visit(e.args, visitor);
        visit(e.notes, visitor);
        visit(e.traceback, visitor);
        visit(e.cause, visitor);
        visit(e.context, visitor);
    }

    private static void visit(PyObject o, Slots.Visitor visitor) {
        if (o != null) {
            visitor.visit(o);
        }
    }

    static void clear(World w, PyObject self) {
        PyBaseException e = (PyBaseException) self;
        for (int i = 0; i < e.fields.length; i++) {
            e.setField(w, i, null);
        }
        PyDict dict = e.dict;
        e.dict = null;
        w.releaseOrNull(dict, Holder.ATTRIBUTE);
        PyTuple args = e.args;
        e.args = null;
        w.releaseOrNull(args, Holder.ATTRIBUTE);
        PyObject notes = e.notes;
        e.notes = null;
        w.releaseOrNull(notes, Holder.ATTRIBUTE);
        Exceptions.setTraceback(w, e, null);
        Exceptions.setCause(w, e, null);
        Exceptions.setContext(w, e, null);
    }

    static void dealloc(World w, PyObject self) {
        w.untrack(self);
        // A chain of contexts may be long; an instance of a Python class is in subtype_dealloc's care already.
        boolean outermost = !self.type.has(PyType.HEAPTYPE);
        if (outermost && w.trashcanBegin(self)) {
            return;
        }
        try {
            clear(w, self);
            TypeObject.free(w, self);
        } finally {
            if (outermost) {
                w.trashcanEnd();
            }
        }
    }

    // ------------------------------------------------------------------ attributes

    private static void setSuppress(World w, PyObject descr, PyObject self, PyObject value) {
        if (value == null) {
            throw Errors.typeError(w, "can't delete numeric/char attribute");
        }
        if (value.type != w.types.boolType) {
            throw Errors.typeError(w, "attribute value type must be bool");
        }
        ((PyBaseException) self).suppressContext = value == w.singletons.trueObject;
    }

    private static void setArgs(World w, PyObject descr, PyObject self, PyObject value) {
        if (value == null) {
            throw Errors.typeError(w, "args may not be deleted");
        }
        PyTuple args = PyTuple.steal(w, Objects.toArray(w, value));
        setArgsTuple(w, (PyBaseException) self, args);
        w.release(args, Holder.NATIVE);
    }

    private static void setTraceback(World w, PyObject self, PyObject value) {
        if (value == null) {
            throw Errors.typeError(w, "__traceback__ may not be deleted");
        }
        if (value != w.singletons.none && !(value instanceof PyTraceback)) {
            throw Errors.typeError(w, "__traceback__ must be a traceback or None");
        }
        Exceptions.setTraceback(w, (PyBaseException) self, value == w.singletons.none ? null : value);
    }

    /** The exception of a context or cause to be set; null for None. */
    private static PyObject checkLink(World w, PyObject value, String what) {
        if (value == null) {
            throw Errors.typeError(w, "__%s__ may not be deleted", what);
        }
        if (value == w.singletons.none) {
            return null;
        }
        if (!(value instanceof PyBaseException)) {
            throw Errors.typeError(w, "exception %s must be None or derive from BaseException", what);
        }
        return value;
    }

    private static PyObject addNote(World w, PyObject self, PyObject note) {
        if (!(note instanceof PyStr)) {
            throw Errors.typeError(w, "note must be a str, not '%s'", note.type.name);
        }
        PyObject notes = Objects.lookupAttr(w, self, "__notes__");
        if (notes == null) {
            notes = PyList.create(w);
            try {
                Objects.setAttr(w, self, w.id("__notes__"), notes);
            } catch (PyException e) {
                w.release(notes, Holder.NATIVE);
                throw e;
            }
        }
        try {
            if (!(notes instanceof PyList list)) {
                throw Errors.typeError(w, "Cannot add note: __notes__ is not a list");
            }
            list.append(w, note);
        } finally {
            w.release(notes, Holder.NATIVE);
        }
        return w.none();
    }
}
