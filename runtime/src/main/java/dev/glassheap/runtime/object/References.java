package dev.glassheap.runtime.object;

import java.util.ArrayList;
import java.util.List;

/**
 * Every counted reference of an object, with the name of its place: {@code tp_traverse} for a reader. Unlike that slot it also
 * meets what no cycle can pass (the name of a function, the bounds of a range), and every place of every type, tracked or not.
 * Reads Java fields only: no guest code, no allocation in the heap, no change of a count.
 *
 * <p>The sum over all holders of the references told here = refcount, but for what frames, native code and the runtime hold.
 * References to static types are not counted and not told.
 */
public final class References {

    /** Hears of the references of one object: first all named places, then the others. */
    public interface Sink {

        /** A place with a name; the target is null when it holds nothing. */
        void named(String place, PyObject target);

        /** The next item of a list or tuple; null when it holds nothing. */
        void item(PyObject target);

        /** A key and its value. */
        void entry(PyObject key, PyObject value);

        /** An element of a set, or a place without name or number. */
        void element(PyObject target);
    }

    private References() {
    }

    /** Tells all references of an object of a family that this package knows. */
    public static void of(PyObject object, Sink sink) {
        attributes(object, sink);
        switch (object) {
            case PyType t -> type(t, sink);
            case PyList l -> {
                for (int i = 0; i < l.size; i++) {
                    sink.item(l.items[i]);
                }
            }
            case PyTuple t -> {
                for (PyObject item : t.items) {
                    sink.item(item);
                }
            }
            case PyDict d -> dict(d, sink);
            case PySet s -> set(s, sink);
            case PyFunction f -> function(f, sink);
            case PyCode c -> code(c, sink);
            case PyBaseException e -> exception(e, sink);
            default -> small(object, sink);
        }
    }

    // ------------------------------------------------------------------ what classes written in Python add

    private static void attributes(PyObject object, Sink sink) {
        InstanceState state = object.instanceState();
        if (state != null) {
            memberSlots(object.type, state, sink);
            if (state.values != null) {
                SharedKeys keys = object.type.sharedKeys;
                for (int i = 0; i < state.values.items.length; i++) {
                    if (state.values.items[i] != null) {
                        sink.named(keys.nameAt(i).text(), state.values.items[i]);
                    }
                }
            }
        }
        if (!(object instanceof PyType) && object.attributeDict() != null) {
            sink.named("__dict__", object.attributeDict());
        }
        if (object.type.has(PyType.HEAPTYPE)) {
            sink.named("ob_type", object.type);
        }
    }

    private static void memberSlots(PyType type, InstanceState state, Sink sink) {
        if (type == null || !type.has(PyType.HEAPTYPE)) {
            return;
        }
        memberSlots(type.base, state, sink);
        int first = type.memberSlotCount - type.memberSlots.length;
        for (int i = 0; i < type.memberSlots.length; i++) {
            sink.named(type.memberSlots[i], first + i < state.slots.length ? state.slots[first + i] : null);
        }
    }

    // ------------------------------------------------------------------ large families

    /** A built-in type is static: it owns the list of its subclasses, once there is one made by guest code. */
    private static void type(PyType t, Sink sink) {
        sink.named("__dict__", t.dict);
        sink.named("__base__", t.base);
        sink.named("__bases__", t.bases);
        sink.named("__mro__", t.mroTuple);
        sink.named("__name__", t.htName);
        sink.named("__qualname__", t.qualname);
        sink.named("__slots__", t.htSlots);
        sink.named("__subclasses__", t.subclassRefs);
        if (t.sharedKeys != null) {
            for (int i = 0; i < t.sharedKeys.size(); i++) {
                sink.element(t.sharedKeys.nameAt(i));
            }
        }
    }

    /** The names of a split table belong to the class, its values to the dict. */
    private static void dict(PyDict d, Sink sink) {
        DictKeys keys = d.keys;
        PyObject[] values = d.split != null ? d.split.items : keys.values;
        for (int i = 0; i < keys.nentries; i++) {
            if (i < values.length && values[i] != null) {
                if (d.split != null) {
                    sink.named(((PyStr) keys.keys[i]).text(), values[i]);
                } else {
                    sink.entry(keys.keys[i], values[i]);
                }
            }
        }
    }

    private static void set(PySet s, Sink sink) {
        for (PyObject key : s.keys) {
            if (key != null && key != PySet.DUMMY) {
                sink.element(key);
            }
        }
    }

    private static void function(PyFunction f, Sink sink) {
        sink.named("__code__", f.code);
        sink.named("__globals__", f.globals);
        sink.named("__builtins__", f.builtins);
        sink.named("__name__", f.name);
        sink.named("__qualname__", f.qualname);
        sink.named("__defaults__", f.defaults);
        sink.named("__kwdefaults__", f.kwDefaults);
        sink.named("__closure__", f.closure);
        sink.named("__doc__", f.doc);
        sink.named("__module__", f.module);
        sink.named("__annotations__", f.annotations);
    }

    private static void code(PyCode c, Sink sink) {
        sink.named("co_consts", c.constants);
        sink.named("co_names", c.names);
        sink.named("co_varnames", c.varNames);
        sink.named("co_cellvars", c.cellVars);
        sink.named("co_freevars", c.freeVars);
        sink.named("co_filename", c.fileName);
        sink.named("co_name", c.name);
        sink.named("co_qualname", c.qualname);
    }

    private static void exception(PyBaseException e, Sink sink) {
        sink.named("args", e.args);
        sink.named("__notes__", e.notes);
        sink.named("__traceback__", e.traceback);
        sink.named("__context__", e.context);
        sink.named("__cause__", e.cause);
        List<String> names = fieldNames(e);
        for (int i = 0; i < e.fields.length; i++) {
            sink.named(i < names.size() ? names.get(i) : "field " + i, e.fields[i]);
        }
    }

    /** The fields beyond BaseException's are the first member descriptors of the type that brought them. */
    private static List<String> fieldNames(PyBaseException e) {
        for (PyType t : e.type.mro) {
            List<String> names = new ArrayList<>();
            if (!t.has(PyType.HEAPTYPE)) {
                t.dict.forEach((name, value) -> {
                    if (value.type == t.world.types.memberDescriptorType) {
                        names.add(((PyStr) name).text());
                    }
                });
            }
            if (names.size() >= e.fields.length && t != t.world.types.exceptions.baseException) {
                return names;
            }
        }
        return List.of();
    }

    // ------------------------------------------------------------------ small families

    private static void small(PyObject object, Sink sink) {
        switch (object) {
            case PyCell c -> sink.named("cell_contents", c.value);
            case PyMethod m -> pair(sink, "__func__", m.function, "__self__", m.self);
            case PyNativeFunction f -> pair(sink, "__self__", f.self, "__module__", f.module);
            case PyClassMethod m -> sink.named("__func__", m.callable);
            case PyStaticMethod m -> sink.named("__func__", m.callable);
            case PyProperty p -> {
                pair(sink, "fget", p.getter, "fset", p.setter);
                pair(sink, "fdel", p.deleter, "__doc__", p.doc);
                sink.named("__name__", p.name);
            }
            case PyDescriptor d -> pair(sink, "__objclass__", d.owner, "__name__", d.name);
            case PyMethodWrapper m -> pair(sink, "descriptor", m.descriptor, "__self__", m.self);
            case PyWeakReference r -> sink.named("__callback__", r.callback);
            case PyTraceback t -> pair(sink, "tb_next", t.next, "tb_frame", t.frame);
            case PySlice s -> {
                pair(sink, "start", s.start, "stop", s.stop);
                sink.named("step", s.step);
            }
            case PyRange r -> {
                pair(sink, "start", r.start, "stop", r.stop);
                pair(sink, "step", r.step, "length", r.length);
            }
            case SuperObject s -> {
                pair(sink, "__thisclass__", s.thisClass, "__self__", s.self);
                sink.named("__self_class__", s.selfClass);
            }
            default -> views(object, sink);
        }
    }

    private static void views(PyObject object, Sink sink) {
        switch (object) {
            case PyListIterator i -> sink.named("it_seq", i.list);
            case PyTupleIterator i -> sink.named("it_seq", i.tuple);
            case PyStrIterator i -> sink.named("it_seq", i.string);
            case PyLongRangeIterator i -> {
                pair(sink, "start", i.start, "step", i.step);
                pair(sink, "length", i.length, "index", i.index);
            }
            case PyDictView v -> sink.named("mapping", v.dict);
            case PyMappingProxy p -> sink.named("mapping", p.mapping);
            case PyGenericAlias a -> pair(sink, "__origin__", a.origin, "__args__", a.args);
            case PyUnion u -> sink.named("__args__", u.args);
            case PyModule m -> { }
            case PySimpleNamespace n -> { }
            default -> {
                if (object.type.slots.tpTraverse != null && object.instanceState() == null) {
                    object.type.slots.tpTraverse.traverse(object, sink::element);
                }
            }
        }
    }

    private static void pair(Sink sink, String first, PyObject one, String second, PyObject other) {
        sink.named(first, one);
        sink.named(second, other);
    }
}
