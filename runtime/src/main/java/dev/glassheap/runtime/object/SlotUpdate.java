package dev.glassheap.runtime.object;

import java.util.EnumSet;
import java.util.List;

/** Keeps the slots of Python classes in step with the special methods of their MRO ({@code update_slot} and siblings). */
final class SlotUpdate {

    private SlotUpdate() {
    }

    /**
     * {@code fixup_slot_dispatchers}: every slot of a class whose MRO or bases are new.
     *
     * <p>Fast path: a class that only puts itself in front of its base's MRO has the slots that the base gives a subclass, but
     * for those whose names its own dict defines.
     */
    static void updateAll(World w, PyType type) {
        PyType base = type.base;
        if (type.mro.length != base.mro.length + 1 || !base.has(PyType.HEAPTYPE) && base.slotsForSubclass == null) {
            updateEach(w, type);
            return;
        }
        TypeSlots inherited = base.has(PyType.HEAPTYPE) ? base.slots : base.slotsForSubclass;
        for (SlotField field : SlotField.values()) {
            field.set(type.slots, field.get(inherited));
        }
        EnumSet<SlotField> own = EnumSet.noneOf(SlotField.class);
        type.dict.forEach((key, value) -> {
            for (SlotDef def : key instanceof PyStr name ? SlotTable.BY_NAME.getOrDefault(name.text(), List.of()) : List.<SlotDef>of()) {
                own.add(def.field());
            }
        });
        for (SlotField field : own) {
            updateOne(w, type, field);
        }
    }

    private static void updateEach(World w, PyType type) {
        PyType base = type.base;
        if (!base.has(PyType.HEAPTYPE) && base.slotsForSubclass == null) {
            base.slotsForSubclass = slotsForSubclass(w, base);
        }
        for (SlotField field : SlotField.values()) {
            updateOne(w, type, field);
        }
    }

    /** The slots of an imagined class with nothing of its own below a built-in type. */
    private static TypeSlots slotsForSubclass(World w, PyType base) {
        PyType imagined = new PyType(w, base.name);
        imagined.base = base;
        imagined.mro = base.mro;
        for (SlotField field : SlotField.values()) {
            field.set(imagined.slots, field.get(base.slots));
        }
        for (SlotField field : SlotField.values()) {
            updateOne(w, imagined, field);
        }
        return imagined.slots;
    }

    /** {@code update_slot}: the slots of one special name, here and in every subclass that does not define it. */
    static void updateSlot(World w, PyType type, String name) {
        List<SlotDef> defs = SlotTable.BY_NAME.get(name);
        if (defs != null) {
            updateSubclasses(w, type, w.id(name), defs);
        }
    }

    private static void updateSubclasses(World w, PyType type, PyStr name, List<SlotDef> defs) {
        for (SlotDef def : defs) {
            updateOne(w, type, def.field());
        }
        for (PyType sub : type.subclasses.toArray(PyType[]::new)) {
            if (sub.dict.getStr(w, name) == null) {
                updateSubclasses(w, sub, name, defs);
            }
        }
    }

    /**
     * {@code update_one_slot}: the native function if every name of the slot leads to one and the same built-in slot wrapper,
     * else the generic function that calls the special method; nothing when no name is defined.
     */
    private static void updateOne(World w, PyType type, SlotField field) {
        Object specific = null;
        Object generic = null;
        boolean useGeneric = false;
        for (SlotDef def : SlotTable.BY_FIELD.get(field)) {
            PyObject descr = type.lookup(def.name());
            if (descr == null) {
                continue;
            }
            if (descr instanceof PyWrapperDescriptor d && d.def.name().equals(def.name())) {
                SlotField only = resolveDuplicates(type, def.name());
                if (only == null || only == field) {
                    generic = def.generic();
                }
                if ((specific == null || specific == d.function) && d.def.wrapper() == def.wrapper() && type.isSubtypeOf(d.owner)) {
                    specific = d.function;
                } else {
                    useGeneric = true;
                }
            } else if (field == SlotField.TP_NEW && descr instanceof PyNativeFunction f && f.code == TypeCall.NEW_WRAPPER) {
                specific = ((PyType) f.self).slots.tpNew;
            } else if (field == SlotField.TP_HASH && descr == w.singletons.none) {
                specific = ObjectType.HASH_NOT_IMPLEMENTED;
            } else {
                useGeneric = true;
                generic = def.generic();
            }
        }
        field.set(type.slots, specific != null && !useGeneric ? specific : generic);
    }

    /** {@code resolve_slotdups}: of the slots that share a name, the only one that is filled; null if none or several are. */
    private static SlotField resolveDuplicates(PyType type, String name) {
        SlotField only = null;
        for (SlotDef def : SlotTable.BY_NAME.get(name)) {
            if (def.field().get(type.slots) != null && only != def.field()) {
                if (only != null) {
                    return null;
                }
                only = def.field();
            }
        }
        return only;
    }
}
