package dev.glassheap.runtime.object;

import dev.glassheap.runtime.object.TypeBuilder.GetSet;
import dev.glassheap.runtime.object.TypeBuilder.Method;
import java.util.HashSet;
import java.util.Set;

/** {@code PyType_Ready}: dict, MRO, slot wrappers and slot inheritance of a static type. Asks the guest's heap for nothing. */
final class TypeReady {

    private TypeReady() {
    }

    static void ready(TypeBuilder b) {
        World w = b.w;
        PyType type = b.type;
        type.dict = PyDict.createStatic(w);
        setBasesAndMro(w, type, b.bases == null ? new PyType[] {type.base} : b.bases);
        inheritLayout(type);
        Set<SlotField> own = ownSlots(type);
        addNew(w, type, own);
        addOperators(w, type, own);
        addAttributes(b);
        type.docText = b.doc;
        if (type.dict.getStr(w, w.id("__doc__")) == null) {
            set(w, type, "__doc__", b.doc == null ? w.none() : w.newRef(w.id(b.doc), Holder.VALUE));
        }
        inheritSlots(type);
        if (type.has(PyType.DISALLOW_INSTANTIATION)) {
            type.slots.tpNew = null;
        }
        setHash(w, type);
        type.flags |= PyType.READY;
        if (type.base != null) {
            type.base.subclasses.add(type);
        }
    }

    private static PyTuple staticTuple(World w, PyObject... items) {
        for (PyObject item : items) {
            w.retain(item, Holder.BASE);
        }
        return w.makeStatic(new PyTuple(items), w.types.tupleType, 24 + 8L * items.length, 1);
    }

    private static void setBasesAndMro(World w, PyType type, PyType[] bases) {
        PyType base = type.base;
        if (base == null) {
            type.bases = w.singletons.emptyTuple;
            type.mro = new PyType[] {w.newRef(type, Holder.BASE)};
        } else {
            if (!base.has(PyType.READY)) {
                throw new IllegalStateException(type.name + " is filled before its base " + base.name);
            }
            w.retain(base, Holder.BASE);
            type.bases = staticTuple(w, bases);
            type.mro = TypeMro.compute(w, type);
        }
        type.mroTuple = w.makeStatic(new PyTuple(type.mro.clone()), w.types.tupleType, 24 + 8L * type.mro.length, 1);
    }

    /** {@code inherit_special}. */
    private static void inheritLayout(PyType type) {
        PyType base = type.base;
        if (base == null) {
            return;
        }
        if (!type.has(PyType.HAVE_GC) && base.has(PyType.HAVE_GC) && type.slots.tpTraverse == null && type.slots.tpClear == null) {
            type.flags |= PyType.HAVE_GC;
            type.slots.tpTraverse = base.slots.tpTraverse;
            type.slots.tpClear = base.slots.tpClear;
        }
        if (type.basicSize == 0) {
            type.basicSize = base.basicSize;
        }
        if (type.itemSize == 0) {
            type.itemSize = base.itemSize;
        }
        if (type.factory == null && type.basicSize == base.basicSize) {
            type.factory = base.factory;
        }
        type.flags |= base.flags & (PyType.SEQUENCE | PyType.MAPPING);
        type.hasWeakList |= base.hasWeakList;
        type.hasDict |= base.hasDict;
    }

    private static Set<SlotField> ownSlots(PyType type) {
        Set<SlotField> own = new HashSet<>();
        for (SlotField field : SlotField.values()) {
            if (field.get(type.slots) != null) {
                own.add(field);
            }
        }
        return own;
    }

    /** {@code type_ready_set_new}: a static type directly below object without its own {@code tp_new} cannot be called. */
    private static void addNew(World w, PyType type, Set<SlotField> own) {
        if (own.contains(SlotField.TP_NEW)) {
            PyObject f = PyNativeFunction.createStatic(w, "__new__", TypeCall.NEW_WRAPPER, type, null);
            set(w, type, "__new__", f);
        } else if (type.base == w.types.objectType) {
            type.flags |= PyType.DISALLOW_INSTANTIATION;
        }
    }

    /** {@code add_operators}: a slot wrapper for each special name whose slot the type itself fills. */
    private static void addOperators(World w, PyType type, Set<SlotField> own) {
        for (SlotDef def : SlotTable.ALL) {
            if (def.name().equals("__hash__") && type.slots.tpHash == null && own.contains(SlotField.TP_RICHCOMPARE)) {
                type.slots.tpHash = ObjectType.HASH_NOT_IMPLEMENTED;
                set(w, type, "__hash__", w.none());
            } else if (def.wrapper() != null && own.contains(def.field()) && type.dict.getStr(w, w.id(def.name())) == null) {
                addOperator(w, type, def);
            }
        }
    }

    private static void addOperator(World w, PyType type, SlotDef def) {
        Object function = def.field().get(type.slots);
        if (function == ObjectType.HASH_NOT_IMPLEMENTED) {
            set(w, type, def.name(), w.none());
            return;
        }
        PyWrapperDescriptor d = new PyWrapperDescriptor(type, w.id(def.name()), def, function);
        set(w, type, def.name(), makeStatic(w, d, w.types.wrapperDescriptorType, 56));
    }

    private static PyObject makeStatic(World w, PyDescriptor d, PyType descriptorType, int size) {
        w.retain(d.owner, Holder.TYPE);
        w.retain(d.name, Holder.ATTRIBUTE);
        return w.makeStatic(d, descriptorType, size, 1);
    }

    private static void addAttributes(TypeBuilder b) {
        World w = b.w;
        PyType type = b.type;
        for (Method m : b.methods) {
            set(w, type, m.name(), methodObject(w, type, m));
        }
        for (GetSet g : b.members) {
            set(w, type, g.name(), makeStatic(w, new PyGetSetDescriptor(type, w.id(g.name()), g.getter(), g.setter(), g.doc(), -1),
                w.types.memberDescriptorType, 48));
        }
        for (GetSet g : b.getsets) {
            set(w, type, g.name(), makeStatic(w, new PyGetSetDescriptor(type, w.id(g.name()), g.getter(), g.setter(), g.doc(), -1),
                w.types.getsetDescriptorType, 48));
        }
        b.attributes.forEach(a -> set(w, type, a.name(), a.value().apply(w)));
    }

    private static PyObject methodObject(World w, PyType type, Method m) {
        PyStr name = w.id(m.name());
        return switch (m.kind()) {
            case METHOD -> makeStatic(w, new PyMethodDescriptor(type, name, m.code(), m.doc()), w.types.methodDescriptorType, 56);
            case CLASS_METHOD -> makeStatic(w, new PyMethodDescriptor(type, name, m.code(), m.doc()),
                w.types.classMethodDescriptorType, 56);
            case STATIC_METHOD -> {
                PyNativeFunction f = PyNativeFunction.createStatic(w, m.name(), m.code(), type, null);
                yield w.makeStatic(new PyStaticMethod(f), w.types.staticmethodType, 32, 1);
            }
        };
    }

    /** Stores in the type's dict; steals the value. A slot wrapper that a method replaces ({@code METH_COEXIST}) lies outside the heap: it is never freed. */
    private static void set(World w, PyType type, String name, PyObject value) {
        PyObject replaced = type.dict.getStr(w, w.id(name));
        if (replaced != null) {
            w.retain(replaced, Holder.RUNTIME);
        }
        type.dict.setItem(w, w.id(name), value);
        w.release(value, Holder.NATIVE);
    }

    /** {@code inherit_slots} along the MRO: what a type leaves empty it takes from the nearest base that has it. */
    static void inheritSlots(PyType type) {
        TypeSlots mine = type.slots;
        for (int i = 1; i < type.mro.length; i++) {
            TypeSlots theirs = type.mro[i].slots;
            if (mine.tpRichcompare == null && mine.tpHash == null) {
                mine.tpRichcompare = theirs.tpRichcompare;
                mine.tpHash = theirs.tpHash;
            }
            if (mine.tpCall == null && mine.tpVectorcall == null && type.has(PyType.IMMUTABLE)) {
                mine.tpVectorcall = theirs.tpVectorcall;
            }
            for (SlotField field : SlotField.values()) {
                if (field != SlotField.TP_HASH && field != SlotField.TP_RICHCOMPARE && field.get(mine) == null) {
                    field.set(mine, field.get(theirs));
                }
            }
            if (mine.tpDealloc == null) {
                mine.tpDealloc = theirs.tpDealloc;
            }
            if (mine.tpTraverse == null && type.has(PyType.HAVE_GC)) {
                mine.tpTraverse = theirs.tpTraverse;
                mine.tpClear = theirs.tpClear;
            }
        }
    }

    /** {@code type_ready_set_hash}. */
    private static void setHash(World w, PyType type) {
        if (type.slots.tpHash == null) {
            type.slots.tpHash = ObjectType.HASH_NOT_IMPLEMENTED;
            if (type.dict.getStr(w, w.id("__hash__")) == null) {
                set(w, type, "__hash__", w.none());
            }
        }
    }
}
