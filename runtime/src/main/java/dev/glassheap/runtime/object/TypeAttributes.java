package dev.glassheap.runtime.object;

/** The computed attributes of classes: {@code __name__}, {@code __qualname__}, {@code __module__}, {@code __bases__}, ... */
final class TypeAttributes {

    private TypeAttributes() {
    }

    /** {@code check_set_special_type_attr}. */
    private static void checkChange(World w, PyType type, PyObject value, String name) {
        if (type.has(PyType.IMMUTABLE)) {
            throw Errors.typeError(w, "cannot set '%s' attribute of immutable type '%s'", name, type.name);
        }
        if (value == null) {
            // CPython 3.11 says "immutable" here although the type is not.
            throw Errors.typeError(w, "cannot delete '%s' attribute of immutable type '%s'", name, type.name);
        }
    }

    static PyObject getName(World w, PyObject self) {
        PyType type = (PyType) self;
        return type.htName != null ? w.newRef(type.htName, Holder.RESULT) : w.str(type.shortName());
    }

    static void setName(World w, PyObject descr, PyObject self, PyObject value) {
        PyType type = (PyType) self;
        checkChange(w, type, value, "__name__");
        if (!(value instanceof PyStr name)) {
            throw Errors.typeError(w, "can only assign string to %s.__name__, not '%s'", type.name, value.type.name);
        }
        if (name.text().indexOf(0) >= 0) {
            throw Errors.valueError(w, "type name must not contain null characters");
        }
        PyObject old = type.htName;
        type.htName = w.newRef(value, Holder.ATTRIBUTE);
        type.name = name.text();
        w.releaseOrNull(old, Holder.ATTRIBUTE);
    }

    static PyObject getQualname(World w, PyObject self) {
        PyType type = (PyType) self;
        return type.qualname != null ? w.newRef(type.qualname, Holder.RESULT) : w.str(type.shortName());
    }

    static void setQualname(World w, PyObject descr, PyObject self, PyObject value) {
        PyType type = (PyType) self;
        checkChange(w, type, value, "__qualname__");
        if (!(value instanceof PyStr)) {
            throw Errors.typeError(w, "can only assign string to %s.__qualname__, not '%s'", type.name, value.type.name);
        }
        PyObject old = type.qualname;
        type.qualname = w.newRef(value, Holder.ATTRIBUTE);
        w.releaseOrNull(old, Holder.ATTRIBUTE);
    }

    /** {@code type_module}: a class keeps it in its dict, a built-in type has it in front of its name. */
    static PyObject getModule(World w, PyObject self) {
        PyType type = (PyType) self;
        if (type.has(PyType.HEAPTYPE)) {
            PyObject module = type.dict.getStr(w, w.id("__module__"));
            if (module == null) {
                throw Errors.attributeError(w, self, w.id("__module__"), "__module__");
            }
            return w.newRef(module, Holder.RESULT);
        }
        int dot = type.name.lastIndexOf('.');
        return w.str(dot < 0 ? "builtins" : type.name.substring(0, dot));
    }

    static void setModule(World w, PyObject descr, PyObject self, PyObject value) {
        PyType type = (PyType) self;
        checkChange(w, type, value, "__module__");
        type.modified();
        type.dict.setItem(w, w.id("__module__"), value);
    }

    static PyObject getDoc(World w, PyObject self) {
        PyType type = (PyType) self;
        if (type.docText != null) {
            return w.str(type.docText);
        }
        PyObject doc = type.dict.getStr(w, w.id("__doc__"));
        if (doc == null) {
            return w.none();
        }
        w.retain(doc, Holder.NATIVE);
        Slots.DescrGetFunc get = doc.type.slots.tpDescrGet;
        if (get == null) {
            return doc;
        }
        try {
            return get.get(w, doc, null, type);
        } finally {
            w.release(doc, Holder.NATIVE);
        }
    }

    static void setDoc(World w, PyObject descr, PyObject self, PyObject value) {
        PyType type = (PyType) self;
        checkChange(w, type, value, "__doc__");
        type.modified();
        type.dict.setItem(w, w.id("__doc__"), value);
    }

    /** {@code type_get_annotations}: made empty on the first look for a class. */
    static PyObject getAnnotations(World w, PyObject self) {
        PyType type = (PyType) self;
        PyStr key = w.id("__annotations__");
        if (!type.has(PyType.HEAPTYPE)) {
            throw Errors.attributeError(w, self, key, "type object '%s' has no attribute '__annotations__'", type.name);
        }
        PyObject annotations = type.dict.getStr(w, key);
        if (annotations == null) {
            PyDict fresh = PyDict.create(w);
            type.dict.setItem(w, key, fresh);
            type.modified();
            return fresh;
        }
        Slots.DescrGetFunc get = annotations.type.slots.tpDescrGet;
        return get == null ? w.newRef(annotations, Holder.RESULT) : get.get(w, annotations, null, type);
    }

    static void setAnnotations(World w, PyObject descr, PyObject self, PyObject value) {
        PyType type = (PyType) self;
        PyStr key = w.id("__annotations__");
        if (type.has(PyType.IMMUTABLE)) {
            throw Errors.typeError(w, "cannot set '__annotations__' attribute of immutable type '%s'", type.name);
        }
        if (value != null) {
            type.dict.setItem(w, key, value);
        } else if (!type.dict.delItem(w, key)) {
            throw Errors.attributeError(w, self, key, "__annotations__");
        }
        type.modified();
    }

    /** {@code type_set_bases}: the class, and every class below it, gets a new MRO. */
    static void setBases(World w, PyObject descr, PyObject self, PyObject value) {
        PyType type = (PyType) self;
        checkChange(w, type, value, "__bases__");
        if (!(value instanceof PyTuple bases)) {
            throw Errors.typeError(w, "can only assign tuple to %s.__bases__, not %s", type.name, value.type.name);
        }
        if (bases.items.length == 0) {
            throw Errors.typeError(w, "can only assign non-empty tuple to %s.__bases__, not ()", type.name);
        }
        for (PyObject base : bases.items) {
            if (!(base instanceof PyType b)) {
                throw Errors.typeError(w, "%s.__bases__ must be tuple of classes, not '%s'", type.name, base.type.name);
            }
            if (b.isSubtypeOf(type)) {
                throw Errors.typeError(w, "a __bases__ item causes an inheritance cycle");
            }
        }
        PyType newBase = TypeLayout.bestBase(w, bases);
        if (!ClassAssignment.compatible(newBase, type.base)) {
            throw Errors.typeError(w, "__bases__ assignment: '%s' object layout differs from '%s'", newBase.name, type.base.name);
        }
        PyTuple oldBases = type.bases;
        PyType oldBase = type.base;
        type.bases = w.newRef(bases, Holder.BASE);
        type.base = w.newRef(newBase, Holder.BASE);
        try {
            TypeMro.recompute(w, type);
        } catch (PyException e) {
            type.bases = oldBases;
            type.base = oldBase;
            w.release(bases, Holder.BASE);
            w.release(newBase, Holder.BASE);
            throw e;
        }
        Subclasses.removeFrom(w, type, oldBases);
        Subclasses.addTo(w, type, type.bases);
        SlotUpdate.updateAll(w, type);
        w.release(oldBases, Holder.BASE);
        w.release(oldBase, Holder.BASE);
    }
}
