package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** Life of the instances of any type: allocation, deallocation, traversal, size ({@code Objects/typeobject.c}). */
public final class TypeObject {

    private TypeObject() {
    }

    /**
     * {@code PyType_GenericAlloc}: a new object of the type's Java class with room for {@code items} items (and one more, as
     * CPython reserves, for variable-size types); tracked if the type is a GC type.
     */
    public static <T extends PyObject> T genericAlloc(World w, PyType type, long items) {
        @SuppressWarnings("unchecked") // the factory makes the Java class that the type's tp_new expects
        T object = (T) type.factory.create(type);
        long size = type.basicSize + (type.itemSize == 0 ? 0 : type.itemSize * (items + 1) + 7 & -8L);
        w.allocate(object, type, size);
        if (type.has(PyType.HAVE_GC)) {
            w.track(object);
        }
        return object;
    }

    /** {@code tp_free}: gives back the object's own block. The reference to a heap type is the caller's to release. */
    public static void free(World w, PyObject object) {
        w.freeBlock(object);
    }

    /** {@code type_module} and {@code type_qualname} as {@code repr} shows them: without the module if it is builtins. */
    static String displayName(World w, PyType type) {
        if (!type.has(PyType.HEAPTYPE)) {
            return type.name;
        }
        PyObject module = type.dict.getStr(w, w.id("__module__"));
        return module instanceof PyStr m && !m.text().equals("builtins") ? m.text() + "." + type.qualifiedNameText() : type.name;
    }

    // ------------------------------------------------------------------ size

    /**
     * {@code sys.getsizeof}: {@code __sizeof__} of the type plus the pre-header, bytes.
     *
     * @throws PyException TypeError or ValueError when {@code __sizeof__} does not give a size
     */
    @TruffleBoundary
    public static long sizeOf(World w, PyObject object) {
        PyObject result = Calls.callSpecial(w, object, "__sizeof__");
        if (result == null) {
            throw Errors.typeError(w, "Type %s doesn't define __sizeof__", object.type.name);
        }
        long size;
        try {
            if (!(result instanceof PyInt n)) {
                throw Errors.typeError(w, "an integer is required");
            }
            size = Numbers.asIndex(w, n, w.types.exceptions.overflowError);
        } finally {
            w.release(result, Holder.NATIVE);
        }
        if (size < 0) {
            throw Errors.valueError(w, "__sizeof__() should return >= 0");
        }
        return size + object.type.preHeaderSize();
    }

    /** {@code sys.getsizeof} as the guest calls it: {@code missing} (or null) is the answer where a TypeError would be raised. */
    public static PyObject sizeOf(World w, PyObject object, PyObject missing) {
        try {
            return w.newInt(sizeOf(w, object));
        } catch (PyException e) {
            if (missing == null || !e.matches(w.types.exceptions.typeError)) {
                throw e;
            }
            w.release(e.take(), Holder.EXCEPTION);
            return w.newRef(missing, Holder.RESULT);
        }
    }

    // ------------------------------------------------------------------ deallocation of instances of Python classes

    /** The nearest base that is no Python class: its dealloc, traverse and clear know the native part of the layout. */
    static PyType nativeBase(PyType type) {
        PyType base = type;
        while (base.has(PyType.HEAPTYPE)) {
            base = base.base;
        }
        return base;
    }

    /** {@code subtype_dealloc}: finalizer, weak references, member slots, dict or values, the base's own dealloc, the type. */
    static void subtypeDealloc(World w, PyObject self) {
        w.untrack(self);
        if (w.trashcanBegin(self)) {
            return;
        }
        try {
            dealloc(w, self);
        } finally {
            w.trashcanEnd();
        }
    }

    private static void dealloc(World w, PyObject self) {
        PyType type = self.type;
        PyType base = nativeBase(type);
        if (type.slots.tpFinalize != null) {
            w.track(self);
            if (finalizeResurrects(w, self)) {
                return;
            }
            w.untrack(self);
        }
        if (type.hasWeakList && !base.hasWeakList && self.weakList() != null) {
            WeakReferences.clearAll(w, self);
        }
        clearSlots(w, self, type);
        if (type.has(PyType.MANAGED_DICT)) {
            InstanceDict.dealloc(w, self);
        } else if (type.hasDict && !base.hasDict) {
            PyDict dict = self.attributeDict();
            self.setAttributeDict(null);
            w.releaseOrNull(dict, Holder.ATTRIBUTE);
        }
        // A finalizer may have given the object another class.
        type = self.type;
        if (base.has(PyType.HAVE_GC)) {
            w.track(self);
        }
        base.slots.tpDealloc.dealloc(w, self);
        w.release(type, Holder.TYPE);
    }

    /** {@code PyObject_CallFinalizerFromDealloc}: true when the finalizer made the object live again. */
    static boolean finalizeResurrects(World w, PyObject self) {
        self.refcnt = 1;
        callFinalizer(w, self);
        return --self.refcnt != 0;
    }

    /** {@code PyObject_CallFinalizer}: at most once for a GC object. */
    public static void callFinalizer(World w, PyObject self) {
        if (self.finalized) {
            return;
        }
        if (self.type.has(PyType.HAVE_GC)) {
            // The flag is set after the call in CPython; a nested death of the same object cannot happen in between.
            self.type.slots.tpFinalize.run(w, self);
            self.finalized = true;
        } else {
            self.type.slots.tpFinalize.run(w, self);
        }
    }

    /** {@code clear_slots} of each Python class from the most derived on, each in the order of its members. */
    private static void clearSlots(World w, PyObject self, PyType type) {
        for (PyType t = type; t.has(PyType.HEAPTYPE); t = t.base) {
            PyObject[] values = t.memberSlots.length == 0 ? Calls.NO_ARGS : self.instanceState().slots;
            int end = Math.min(t.memberSlotCount, values.length);
            for (int i = t.memberSlotCount - t.memberSlots.length; i < end; i++) {
                PyObject value = values[i];
                values[i] = null;
                w.releaseOrNull(value, Holder.SLOT);
            }
        }
    }

    // ------------------------------------------------------------------ the collector's view of instances

    /** {@code subtype_traverse}: member slots (derived to base), values or dict, the native base's part, the type. */
    static void subtypeTraverse(PyObject self, Slots.Visitor visitor) {
        PyType type = self.type;
        for (PyType t = type; t.has(PyType.HEAPTYPE); t = t.base) {
            PyObject[] values = t.memberSlots.length == 0 ? Calls.NO_ARGS : self.instanceState().slots;
            int end = Math.min(t.memberSlotCount, values.length);
            for (int i = t.memberSlotCount - t.memberSlots.length; i < end; i++) {
                if (values[i] != null) {
                    visitor.visit(values[i]);
                }
            }
        }
        PyType base = nativeBase(type);
        if (type.has(PyType.MANAGED_DICT)) {
            InstanceDict.traverse(self, visitor);
        } else if (type.hasDict && !base.hasDict && self.attributeDict() != null) {
            visitor.visit(self.attributeDict());
        }
        visitor.visit(type);
        if (base.slots.tpTraverse != null) {
            base.slots.tpTraverse.traverse(self, visitor);
        }
    }

    /** {@code subtype_clear}: member slots, values or dict, the native base's part. */
    static void subtypeClear(World w, PyObject self) {
        PyType type = self.type;
        PyType base = nativeBase(type);
        clearSlots(w, self, type);
        if (type.has(PyType.MANAGED_DICT)) {
            InstanceDict.clear(w, self);
        } else if (type.hasDict && !base.hasDict) {
            PyDict dict = self.attributeDict();
            self.setAttributeDict(null);
            w.releaseOrNull(dict, Holder.ATTRIBUTE);
        }
        if (base.slots.tpClear != null) {
            base.slots.tpClear.clear(w, self);
        }
    }
}
