package dev.glassheap.runtime.object;

import java.util.Arrays;

/** {@code type.__new__}: makes a class ({@code type_new} of CPython 3.11), with its blocks in CPython's order. */
final class TypeNew {

    private final World w;
    private final PyType metatype;
    private final PyStr name;
    private PyTuple bases;
    private PyType base;
    private final PyDict namespace;
    private final PyDict kwargs;

    private TypeNew(World w, PyType metatype, PyStr name, PyDict namespace, PyDict kwargs) {
        this.w = w;
        this.metatype = metatype;
        this.name = name;
        this.namespace = namespace;
        this.kwargs = kwargs;
    }

    static PyObject create(World w, PyType metatype, PyTuple args, PyDict kwargs) {
        PyObject[] a = args.items;
        if (a.length != 3) {
            throw Errors.typeError(w, "type.__new__() takes exactly 3 arguments (%d given)", a.length);
        }
        if (!(a[0] instanceof PyStr name)) {
            throw wrongArgument(w, 1, "str", a[0]);
        }
        if (!(a[1] instanceof PyTuple bases)) {
            throw wrongArgument(w, 2, "tuple", a[1]);
        }
        if (!(a[2] instanceof PyDict namespace)) {
            throw wrongArgument(w, 3, "dict", a[2]);
        }
        PyType winner = bases.items.length == 0 ? metatype : calculateMetaclass(w, metatype, bases);
        if (winner != metatype && winner.slots.tpNew != w.types.typeType.slots.tpNew) {
            return winner.slots.tpNew.create(w, winner, args, kwargs);
        }
        return new TypeNew(w, winner, name, namespace, kwargs).make(bases);
    }

    private static PyException wrongArgument(World w, int position, String expected, PyObject given) {
        return Errors.typeError(w, "type.__new__() argument %d must be %s, not %s", position, expected, given.type.name);
    }

    /** {@code _PyType_CalculateMetaclass}: the most derived of the given metaclass and those of the bases. */
    static PyType calculateMetaclass(World w, PyType metatype, PyTuple bases) {
        PyType winner = metatype;
        for (PyObject b : bases.items) {
            PyType candidate = b.type;
            if (winner.isSubtypeOf(candidate)) {
                continue;
            }
            if (!candidate.isSubtypeOf(winner)) {
                throw Errors.typeError(w, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of "
                    + "the metaclasses of all its bases");
            }
            winner = candidate;
        }
        return winner;
    }

    /** {@code type_new_get_bases}, then the class itself. */
    private PyObject make(PyTuple given) {
        if (given.items.length == 0) {
            base = w.types.objectType;
            bases = PyTuple.pack(w, base);
        } else {
            checkMroEntries(given);
            base = TypeLayout.bestBase(w, given);
            bases = w.newRef(given, Holder.BASE);
        }
        try {
            return makeClass();
        } finally {
            w.release(bases, Holder.BASE);
        }
    }

    private void checkMroEntries(PyTuple given) {
        for (PyObject b : given.items) {
            if (!(b instanceof PyType)) {
                PyObject entries = Objects.lookupAttr(w, b, "__mro_entries__");
                if (entries != null) {
                    w.release(entries, Holder.NATIVE);
                    throw Errors.typeError(w, "type() doesn't support MRO entry resolution; use types.new_class()");
                }
            }
        }
    }

    private PyType makeClass() {
        PyDict dict = namespace.copy(w);
        ClassSlots slots = null;
        PyType type;
        try {
            slots = ClassSlots.parse(w, base, bases, name, dict);
            type = allocate(slots);
        } catch (PyException e) {
            w.release(dict, Holder.ATTRIBUTE);
            if (slots != null) {
                w.releaseOrNull(slots.names(), Holder.ATTRIBUTE);
            }
            throw e;
        }
        type.dict = dict;
        try {
            fill(type, slots);
            setNames(type);
            initSubclass(type);
        } catch (PyException e) {
            w.release(type, Holder.NATIVE);
            throw e;
        }
        return type;
    }

    /** {@code type_new_alloc}. */
    private PyType allocate(ClassSlots slots) {
        if (name.text().indexOf(0) >= 0) {
            throw Errors.valueError(w, "type name must not contain null characters");
        }
        PyType type = TypeObject.genericAlloc(w, metatype, slots.count());
        type.flags = PyType.HEAPTYPE | PyType.BASETYPE | PyType.HAVE_GC;
        type.name = name.text();
        type.lastSerial = w.types.serialsOfName(type);
        type.htName = w.newRef(name, Holder.ATTRIBUTE);
        type.bases = w.newRef(bases, Holder.BASE);
        type.base = w.newRef(base, Holder.BASE);
        type.htSlots = slots.names();
        type.slots.tpDealloc = SUBTYPE_DEALLOC;
        type.slots.tpTraverse = SUBTYPE_TRAVERSE;
        type.slots.tpClear = SUBTYPE_CLEAR;
        return type;
    }

    static final Slots.Destructor SUBTYPE_DEALLOC = TypeObject::subtypeDealloc;
    static final Slots.TraverseProc SUBTYPE_TRAVERSE = TypeObject::subtypeTraverse;
    static final Slots.ClearProc SUBTYPE_CLEAR = TypeObject::subtypeClear;

    private void fill(PyType type, ClassSlots slots) {
        setModule(type);
        setQualname(type);
        setDoc(type);
        wrapFunction(type, "__new__", true);
        wrapFunction(type, "__init_subclass__", false);
        wrapFunction(type, "__class_getitem__", false);
        slots.layOut(type);
        setClassCell(type);
        ready(type, slots);
        SlotUpdate.updateAll(w, type);
        if (type.has(PyType.MANAGED_DICT)) {
            type.sharedKeys = SharedKeys.create(w, type);
        }
    }

    /** {@code type_new_set_module}: without {@code __module__} in the namespace, the module of the running function. */
    private void setModule(PyType type) {
        PyStr key = w.id("__module__");
        if (type.dict.getStr(w, key) == null && w.thread.depth > 0 && w.thread.running[w.thread.depth - 1] instanceof PyFunction f
            && f.globals != null) {
            PyObject module = f.globals.getStr(w, w.id("__name__"));
            if (module != null) {
                type.dict.setItem(w, key, module);
            }
        }
    }

    /** {@code type_new_set_ht_name}: {@code __qualname__} moves from the namespace to the class. */
    private void setQualname(PyType type) {
        PyStr key = w.id("__qualname__");
        PyObject qualname = type.dict.getStr(w, key);
        if (qualname == null) {
            type.qualname = w.newRef(name, Holder.ATTRIBUTE);
            return;
        }
        if (!(qualname instanceof PyStr)) {
            throw Errors.typeError(w, "type __qualname__ must be a str, not %s", qualname.type.name);
        }
        type.qualname = w.newRef(qualname, Holder.ATTRIBUTE);
        type.dict.delItem(w, key);
    }

    /** {@code type_new_set_doc}: a copy of the docstring in its own block. */
    private void setDoc(PyType type) {
        if (type.dict.getStr(w, w.id("__doc__")) instanceof PyStr doc) {
            type.docAddress = w.allocateBuffer(doc.text().getBytes(java.nio.charset.StandardCharsets.UTF_8).length + 1L, type);
        }
    }

    /** A plain function under one of these names becomes a static or class method. */
    private void wrapFunction(PyType type, String key, boolean isStatic) {
        if (type.dict.getStr(w, w.id(key)) instanceof PyFunction f) {
            PyObject wrapped = isStatic ? FunctionDescriptors.staticMethod(w, f) : FunctionDescriptors.classMethod(w, f);
            try {
                type.dict.setItem(w, w.id(key), wrapped);
            } finally {
                w.release(wrapped, Holder.NATIVE);
            }
        }
    }

    /** {@code type_new_set_classcell}: the cell of {@code __class__} that zero-argument super() reads. */
    private void setClassCell(PyType type) {
        PyStr key = w.id("__classcell__");
        PyObject cell = type.dict.getStr(w, key);
        if (cell == null) {
            return;
        }
        if (!(cell instanceof PyCell c)) {
            throw Errors.typeError(w, "__classcell__ must be a nonlocal cell, not %s", Objects.reprText(w, cell.type));
        }
        PyObject old = c.value;
        c.value = w.newRef(type, Holder.CELL);
        w.releaseOrNull(old, Holder.CELL);
        type.dict.delItem(w, key);
    }

    /** {@code PyType_Ready} of a class. */
    private void ready(PyType type, ClassSlots slots) {
        TypeMro.set(w, type);
        slots.addDescriptors(type);
        if (type.dict.getStr(w, w.id("__doc__")) == null) {
            type.dict.setItem(w, w.id("__doc__"), w.singletons.none);
        }
        type.factory = base.factory;
        for (PyType t : type.mro) {
            type.flags |= t.flags & (PyType.SEQUENCE | PyType.MAPPING);
        }
        type.flags |= PyType.READY;
        TypeReady.inheritSlots(type);
        if (type.dict.getStr(w, w.id("__eq__")) != null && type.dict.getStr(w, w.id("__hash__")) == null) {
            type.dict.setItem(w, w.id("__hash__"), w.singletons.none);
        }
        Subclasses.addTo(w, type, type.bases);
        type.modified();
    }

    /** {@code type_new_set_names}: tells each attribute that wants to know its name. */
    private void setNames(PyType type) {
        PyDict copy = type.dict.copy(w);
        try {
            copy.forEach((key, value) -> {
                if (value.type.lookup("__set_name__") != null) {
                    setName(type, key, value);
                }
            });
        } finally {
            w.release(copy, Holder.NATIVE);
        }
    }

    private void setName(PyType type, PyObject key, PyObject value) {
        try {
            w.release(Calls.callSpecial(w, value, "__set_name__", type, key), Holder.RESULT);
        } catch (PyException e) {
            String message = String.format("Error calling __set_name__ on '%s' instance %s in '%s'", value.type.name,
                Objects.reprText(w, key), type.name);
            throw Exceptions.fromCause(w, w.types.exceptions.runtimeError, message, e);
        }
    }

    /** {@code type_new_init_subclass}: {@code super(type, type).__init_subclass__(**kwargs)}. */
    private void initSubclass(PyType type) {
        PyObject parent = SuperObject.create(w, type, type);
        PyObject hook;
        try {
            hook = Objects.getAttr(w, parent, "__init_subclass__");
        } finally {
            w.release(parent, Holder.NATIVE);
        }
        try {
            w.release(Calls.callTuple(w, hook, w.singletons.emptyTuple, kwargs), Holder.RESULT);
        } finally {
            w.release(hook, Holder.NATIVE);
        }
    }
}
