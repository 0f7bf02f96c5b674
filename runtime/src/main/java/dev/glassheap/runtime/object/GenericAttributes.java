package dev.glassheap.runtime.object;

import dev.glassheap.runtime.object.Slots.DescrGetFunc;

/** Attribute access by the general rules: data descriptor, then the object's own dict, then other class attribute. */
public final class GenericAttributes {

    private GenericAttributes() {
    }

    /** {@code PyObject_GenericGetAttr}. */
    public static PyObject get(World w, PyObject object, PyStr name) {
        PyType type = object.type;
        PyObject descr = type.lookup(name);
        if (descr == null) {
            PyObject own = getOwn(w, object, name);
            if (own != null) {
                return own;
            }
            throw missing(w, object, name);
        }
        w.retain(descr, Holder.NATIVE);
        DescrGetFunc get = descr.type.slots.tpDescrGet;
        try {
            if (get != null && isData(descr)) {
                return get.get(w, descr, object, type);
            }
            PyObject own = getOwn(w, object, name);
            if (own != null) {
                return own;
            }
            return get != null ? get.get(w, descr, object, type) : w.newRef(descr, Holder.RESULT);
        } finally {
            w.release(descr, Holder.NATIVE);
        }
    }

    /** True when attributes of the type's instances follow the general rules of {@link #get}. */
    public static boolean isGeneric(PyType type) {
        return type.slots.tpGetattro == ObjectType.GENERIC_GETATTR;
    }

    /** {@code PyDescr_IsData}. */
    public static boolean isData(PyObject descr) {
        return descr.type.slots.tpDescrSet != null;
    }

    /** The attribute in the object's own dict or inline values; a new reference or null. */
    private static PyObject getOwn(World w, PyObject object, PyStr name) {
        if (object.type.has(PyType.MANAGED_DICT)) {
            PyObject value = InstanceDict.get(w, object, name);
            return value == null ? null : w.newRef(value, Holder.RESULT);
        }
        PyDict dict = object.attributeDict();
        if (dict == null) {
            return null;
        }
        PyObject value = dict.getStr(w, name);
        return value == null ? null : w.newRef(value, Holder.RESULT);
    }

    static PyException missing(World w, PyObject object, PyStr name) {
        return Errors.attributeError(w, object, name, "'%s' object has no attribute '%s'", object.type.name, name.text());
    }

    /** {@code PyObject_GenericSetAttr}; value null deletes. */
    public static void set(World w, PyObject object, PyStr name, PyObject value) {
        PyObject descr = object.type.lookup(name);
        if (descr != null && descr.type.slots.tpDescrSet != null) {
            w.retain(descr, Holder.NATIVE);
            try {
                descr.type.slots.tpDescrSet.set(w, descr, object, value);
            } finally {
                w.release(descr, Holder.NATIVE);
            }
            return;
        }
        if (object.type.has(PyType.MANAGED_DICT)) {
            if (value != null) {
                InstanceDict.set(w, object, name, value);
            } else if (!InstanceDict.delete(w, object, name)) {
                throw missing(w, object, name);
            }
        } else if (object.type.hasDict) {
            setInDict(w, object, name, value);
        } else if (descr == null) {
            throw missing(w, object, name);
        } else {
            throw Errors.attributeError(w, object, name, "'%s' object attribute '%s' is read-only", object.type.name, name.text());
        }
    }

    private static void setInDict(World w, PyObject object, PyStr name, PyObject value) {
        PyDict dict = object.attributeDict();
        if (value == null) {
            if (dict == null || !dict.delItem(w, name)) {
                throw missing(w, object, name);
            }
            return;
        }
        if (dict == null) {
            dict = PyDict.create(w);
            object.setAttributeDict(dict);
        }
        w.retain(dict, Holder.NATIVE);
        try {
            dict.setItem(w, name, value);
        } finally {
            w.release(dict, Holder.NATIVE);
        }
    }

    /** {@code PyObject_GenericGetDict}: the {@code __dict__}, made if need be; a new reference. */
    public static PyObject getDict(World w, PyObject object) {
        if (object.type.has(PyType.MANAGED_DICT)) {
            return w.newRef(InstanceDict.materialize(w, object), Holder.RESULT);
        }
        if (!object.type.hasDict) {
            throw Errors.of(w, w.types.exceptions.attributeError, "This object has no __dict__");
        }
        PyDict dict = object.attributeDict();
        if (dict == null) {
            dict = PyDict.create(w);
            object.setAttributeDict(dict);
        }
        return w.newRef(dict, Holder.RESULT);
    }

    /** {@code PyObject_GenericSetDict}; value null deletes, that is empties. */
    public static void setDict(World w, PyObject object, PyObject value) {
        if (value == null && !object.type.has(PyType.MANAGED_DICT)) {
            throw Errors.typeError(w, "cannot delete __dict__");
        }
        if (value != null && !(value instanceof PyDict)) {
            throw Errors.typeError(w, "__dict__ must be set to a dictionary, not a '%s'", value.type.name);
        }
        if (object.type.has(PyType.MANAGED_DICT)) {
            InstanceDict.replace(w, object, (PyDict) value);
            return;
        }
        PyDict old = object.attributeDict();
        w.retain(value, Holder.ATTRIBUTE);
        object.setAttributeDict((PyDict) value);
        w.releaseOrNull(old, Holder.ATTRIBUTE);
    }

    /** The name of an attribute given by the guest. */
    static PyStr checkedName(World w, PyObject name) {
        if (name instanceof PyStr s) {
            return s;
        }
        throw Errors.typeError(w, "attribute name must be string, not '%s'", name.type.name);
    }

    /** The address as {@code repr} prints it. */
    public static String hex(PyObject object) {
        return "0x" + Long.toHexString(object.address);
    }
}
