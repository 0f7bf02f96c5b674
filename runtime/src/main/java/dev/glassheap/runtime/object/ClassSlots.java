package dev.glassheap.runtime.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a new class adds to the layout of its base: {@code __slots__} members, a dict, a weak list
 * ({@code type_new_slots}, {@code type_new_descriptors}).
 *
 * @param names the mangled and sorted member names as the guest's tuple, owned; null without {@code __slots__}
 */
record ClassSlots(World w, PyType base, PyTuple names, boolean addDict, boolean addWeak) {

    /** Reads {@code __slots__} from the namespace and checks it against the base. */
    static ClassSlots parse(World w, PyType base, PyTuple bases, PyStr className, PyDict dict) {
        boolean mayAddDict = !base.hasDict;
        boolean mayAddWeak = !base.hasWeakList && base.itemSize == 0;
        PyObject slots = dict.getStr(w, w.id("__slots__"));
        if (slots == null) {
            return new ClassSlots(w, base, null, mayAddDict, mayAddWeak);
        }
        PyTuple given = slots instanceof PyStr ? PyTuple.pack(w, slots) : PyTuple.of(w, slots);
        boolean addDict = false;
        boolean addWeak = false;
        PyTuple names;
        try {
            if (given.items.length > 0 && base.itemSize != 0) {
                throw Errors.typeError(w, "nonempty __slots__ not supported for subtype of '%s'", base.name);
            }
            List<PyStr> members = new ArrayList<>();
            for (PyObject item : given.items) {
                PyStr slot = checkName(w, item);
                if (slot.text().equals("__dict__")) {
                    if (!mayAddDict || addDict) {
                        throw Errors.typeError(w, "__dict__ slot disallowed: we already got one");
                    }
                    addDict = true;
                } else if (slot.text().equals("__weakref__")) {
                    if (!mayAddWeak || addWeak) {
                        throw Errors.typeError(w, "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0");
                    }
                    addWeak = true;
                } else {
                    members.add(slot);
                }
            }
            names = mangleAndSort(w, className, members, dict);
        } finally {
            w.release(given, Holder.NATIVE);
        }
        // Other bases may bring a dict or weak references.
        for (PyObject other : bases.items) {
            if (other != base && other instanceof PyType t) {
                addDict |= mayAddDict && t.hasDict;
                addWeak |= mayAddWeak && t.hasWeakList;
            }
        }
        return new ClassSlots(w, base, names, addDict, addWeak);
    }

    private static PyStr checkName(World w, PyObject item) {
        if (!(item instanceof PyStr slot)) {
            throw Errors.typeError(w, "__slots__ items must be strings, not '%s'", item.type.name);
        }
        if (!isIdentifier(slot.text())) {
            throw Errors.typeError(w, "__slots__ must be identifiers");
        }
        return slot;
    }

    private static boolean isIdentifier(String s) {
        return !s.isEmpty() && (Character.isUnicodeIdentifierStart(s.codePointAt(0)) || s.charAt(0) == '_')
            && s.codePoints().skip(1).allMatch(c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    private static PyTuple mangleAndSort(World w, PyStr className, List<PyStr> members, PyDict dict) {
        // CPython sorts a list, whose buffer is a block for a moment; the list itself comes from the free list.
        PyList list = PyList.create(w);
        try {
            long buffer = members.isEmpty() ? 0 : w.allocateBuffer(8L * members.size(), list);
            List<PyStr> names = new ArrayList<>();
            try {
                for (PyStr member : members) {
                    PyStr name = mangle(w, className, member);
                    names.add(name);
                    String text = name.text();
                    if (dict.getStr(w, name) != null && !text.equals("__qualname__") && !text.equals("__classcell__")) {
                        throw Errors.valueError(w, "%s in __slots__ conflicts with class variable", Objects.reprText(w, name));
                    }
                }
                names.sort((a, b) -> Arrays.compare(a.text().codePoints().toArray(), b.text().codePoints().toArray()));
                return PyTuple.pack(w, names.toArray(PyObject[]::new));
            } finally {
                names.forEach(n -> w.release(n, Holder.NATIVE));
                w.freeBuffer(buffer);
            }
        } finally {
            w.release(list, Holder.NATIVE);
        }
    }

    /** {@code _Py_Mangle}: {@code __x} of class {@code _C} is {@code _C__x}; a new reference. */
    private static PyStr mangle(World w, PyStr className, PyStr member) {
        String text = member.text();
        String bare = className.text().replaceFirst("^_+", "");
        if (!text.startsWith("__") || text.endsWith("__") || text.contains(".") || bare.isEmpty()) {
            return w.newRef(member, Holder.NATIVE);
        }
        return w.str("_" + bare + text);
    }

    int count() {
        return names == null ? 0 : names.items.length;
    }

    /** Sizes and flags of the class, bytes: members, dict pointer (variable-size bases), weak list pointer. */
    void layOut(PyType type) {
        int size = base.basicSize + 8 * count();
        type.memberSlots = new String[count()];
        for (int i = 0; i < count(); i++) {
            type.memberSlots[i] = ((PyStr) names.items[i]).text();
        }
        type.memberSlotCount = base.memberSlotCount + count();
        boolean managed = addDict && base.itemSize == 0 || base.has(PyType.MANAGED_DICT);
        if (addDict && base.itemSize != 0) {
            size += 8;
        }
        if (addWeak) {
            size += 8;
        }
        type.flags |= managed ? PyType.MANAGED_DICT : 0;
        type.hasDict = addDict || base.hasDict;
        type.hasWeakList = addWeak || base.hasWeakList;
        type.basicSize = size;
        type.itemSize = base.itemSize;
    }

    /** The member descriptors, then those of {@code __dict__} and {@code __weakref__}, in the class's dict. */
    void addDescriptors(PyType type) {
        int first = base.memberSlotCount;
        for (int i = 0; i < count(); i++) {
            int index = first + i;
            String text = type.memberSlots[i];
            add(type, text, w.types.memberDescriptorType, self -> new PyGetSetDescriptor(type, self, member(index, text),
                memberSetter(index, text), null, index));
        }
        if (addDict) {
            add(type, "__dict__", w.types.getsetDescriptorType, self -> new PyGetSetDescriptor(type, self, GenericAttributes::getDict,
                (world, d, object, value) -> GenericAttributes.setDict(world, object, value), "dictionary for instance variables", -1));
        }
        if (addWeak) {
            add(type, "__weakref__", w.types.getsetDescriptorType, self -> new PyGetSetDescriptor(type, self, ClassSlots::weakref,
                null, "list of weak references to the object", -1));
        }
    }

    private interface Maker {
        PyGetSetDescriptor make(PyStr name);
    }

    /** {@code PyDescr_NewGetSet}: the descriptor's block, then its name, made from the C text and interned. */
    private void add(PyType type, String text, PyType descriptorType, Maker maker) {
        PyStr key = w.id(text);
        if (type.dict.getStr(w, key) != null) {
            return;
        }
        PyGetSetDescriptor d = w.allocate(maker.make(key), descriptorType, 48);
        w.retain(type, Holder.TYPE);
        w.track(d);
        w.retain(key, Holder.ATTRIBUTE);
        try {
            w.release(w.str(text), Holder.NATIVE);
            type.dict.setItem(w, key, d);
        } finally {
            w.release(d, Holder.NATIVE);
        }
    }

    private static PyObject weakref(World w, PyObject self) {
        PyObject head = self.weakList();
        return head == null ? w.none() : w.newRef(head, Holder.RESULT);
    }

    private static Slots.UnaryFunc member(int index, String name) {
        return (w, self) -> {
            PyObject[] slots = self.instanceState().slots;
            PyObject value = index < slots.length ? slots[index] : null;
            if (value == null) {
                throw Errors.attributeError(w, self, w.id(name), "'%s' object has no attribute '%s'", self.type.name, name);
            }
            return w.newRef(value, Holder.RESULT);
        };
    }

    private static Slots.DescrSetFunc memberSetter(int index, String name) {
        return (w, d, self, value) -> {
            InstanceState state = self.instanceState();
            if (state.slots.length <= index) {
                // made with the first member that is set; their words are part of the object's own block
                state.slots = Arrays.copyOf(state.slots, self.type.memberSlotCount);
            }
            PyObject[] slots = state.slots;
            PyObject old = slots[index];
            if (value == null && old == null) {
                throw Errors.attributeError(w, self, w.id(name), "%s", name);
            }
            if (value != null) {
                w.retain(value, Holder.SLOT);
            }
            slots[index] = value;
            w.releaseOrNull(old, Holder.SLOT);
        };
    }
}
