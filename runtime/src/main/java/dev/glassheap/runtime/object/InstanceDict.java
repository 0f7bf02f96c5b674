package dev.glassheap.runtime.object;

/**
 * The attributes of an instance with a managed {@code __dict__}: inline values by index in the class's shared keys until
 * something asks for a real dict, which then adopts the values (reference 2.6; the {@code _PyObject_*InstanceAttribute*}
 * functions of {@code Objects/dictobject.c}).
 *
 * <p>Invariant: of {@code state.values} and {@code state.dict} at most one is not null.
 */
public final class InstanceDict {

    private InstanceDict() {
    }

    /** {@code _PyObject_InitializeDict}: the values array of a new plain instance; each creation shrinks the next one's. */
    public static void initialize(World w, PyObject instance, PyType type) {
        SharedKeys keys = type.sharedKeys;
        if (keys == null) {
            return;
        }
        keys.countInstance();
        instance.instanceState().values = DictValues.create(w, keys.room(), instance);
    }

    /** The attribute's value; borrowed, or null when unset. */
    public static PyObject get(World w, PyObject owner, PyStr name) {
        InstanceState state = owner.instanceState();
        DictValues values = state.values;
        if (values != null) {
            if (name.type == w.types.strType) {
                int ix = owner.type.sharedKeys.indexOf(w, name);
                return ix < 0 ? null : values.items[ix];
            }
            materialize(w, owner);
        }
        return state.dict == null ? null : state.dict.getStr(w, name);
    }

    /** Sets an attribute; retains the value. May turn the values into a dict ({@code _PyObject_StoreInstanceAttribute}). */
    public static void set(World w, PyObject owner, PyStr name, PyObject value) {
        InstanceState state = owner.instanceState();
        DictValues values = state.values;
        int ix = values == null || name.type != w.types.strType ? -1 : owner.type.sharedKeys.learn(w, name);
        if (ix < 0) {
            ownDict(w, owner).setItem(w, name, value);
            return;
        }
        PyObject old = values.items[ix];
        values.items[ix] = w.newRef(value, Holder.ATTRIBUTE);
        if (old == null) {
            values.addToOrder(ix);
        } else {
            w.release(old, Holder.ATTRIBUTE);
        }
    }

    /** Deletes an attribute; false when it was not set. As in CPython the class learns the name even then. */
    public static boolean delete(World w, PyObject owner, PyStr name) {
        InstanceState state = owner.instanceState();
        DictValues values = state.values;
        int ix = values == null || name.type != w.types.strType ? -1 : owner.type.sharedKeys.learn(w, name);
        if (ix < 0) {
            return ownDict(w, owner).delItem(w, name);
        }
        PyObject old = values.items[ix];
        if (old == null) {
            return false;
        }
        values.items[ix] = null;
        values.removeFromOrder(ix);
        w.release(old, Holder.ATTRIBUTE);
        return true;
    }

    /**
     * {@code _PyObject_GetDictPtr} and creation: the instance's {@code __dict__}, which adopts the inline values; borrowed.
     */
    public static PyDict materialize(World w, PyObject owner) {
        InstanceState state = owner.instanceState();
        if (state.values != null) {
            PyDict d = adopt(w, owner.type.sharedKeys, state.values);
            state.values = null;
            state.dict = d;
        } else if (state.dict == null) {
            state.dict = PyDict.create(w);
        }
        return state.dict;
    }

    /** {@code make_dict_from_instance_attributes}. */
    private static PyDict adopt(World w, SharedKeys keys, DictValues values) {
        PyDict d = PyDict.header(w, new PyDict());
        keys.retain();
        d.keys = keys;
        d.split = values;
        w.heap.setOccupant(values.address, d);
        boolean track = false;
        for (PyObject v : values.items) {
            if (v != null) {
                d.used++;
                track |= PyDict.mayBeTracked(v);
            }
        }
        if (track) {
            w.track(d);
        }
        return d;
    }

    /** {@code _PyObjectDict_SetItem}: the dict to store in; when there is neither values nor dict, a new split dict. */
    private static PyDict ownDict(World w, PyObject owner) {
        InstanceState state = owner.instanceState();
        SharedKeys keys = owner.type.sharedKeys;
        if (state.values != null || state.dict != null || keys == null) {
            return materialize(w, owner);
        }
        PyDict d = new PyDict();
        DictValues values = DictValues.create(w, keys.room(), d);
        try {
            PyDict.header(w, d);
        } catch (PyException e) {
            values.destroy(w);
            throw e;
        }
        keys.retain();
        d.keys = keys;
        d.split = values;
        state.dict = d;
        return d;
    }

    /** Replaces the {@code __dict__} ({@code o.__dict__ = d}); retains {@code dict}, null removes it. */
    public static void replace(World w, PyObject owner, PyDict dict) {
        InstanceState state = owner.instanceState();
        if (state.values != null) {
            materialize(w, owner);
        }
        PyDict old = state.dict;
        if (dict != null) {
            w.retain(dict, Holder.ATTRIBUTE);
        }
        state.dict = dict;
        w.releaseOrNull(old, Holder.ATTRIBUTE);
    }

    /** The part of {@code subtype_dealloc} that drops the dict or the values (in class key order). */
    public static void dealloc(World w, PyObject owner) {
        InstanceState state = owner.instanceState();
        PyDict d = state.dict;
        DictValues values = state.values;
        state.dict = null;
        state.values = null;
        if (d != null) {
            w.release(d, Holder.ATTRIBUTE);
        } else if (values != null) {
            values.destroy(w);
        }
    }

    /** The part of {@code subtype_traverse}: values in key order, or the dict. */
    public static void traverse(PyObject owner, Slots.Visitor visitor) {
        InstanceState state = owner.instanceState();
        if (state.values != null) {
            for (PyObject v : state.values.items) {
                if (v != null) {
                    visitor.visit(v);
                }
            }
        } else if (state.dict != null) {
            visitor.visit(state.dict);
        }
    }

    /** The part of {@code subtype_clear}: unsets the values, drops the dict. */
    public static void clear(World w, PyObject owner) {
        InstanceState state = owner.instanceState();
        if (state.values != null) {
            state.values.clear(w);
        }
        PyDict d = state.dict;
        state.dict = null;
        w.releaseOrNull(d, Holder.ATTRIBUTE);
    }
}
