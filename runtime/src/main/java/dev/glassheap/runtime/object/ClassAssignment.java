package dev.glassheap.runtime.object;

/** {@code object.__class__ = ...}: only between classes of one layout. */
final class ClassAssignment {

    private ClassAssignment() {
    }

    /** {@code object_set_class}. */
    static void set(World w, PyObject descr, PyObject self, PyObject value) {
        if (value == null) {
            throw Errors.typeError(w, "can't delete __class__ attribute");
        }
        if (!(value instanceof PyType fresh)) {
            throw Errors.typeError(w, "__class__ must be set to a class, not '%s' object", value.type.name);
        }
        PyType old = self.type;
        boolean modules = self instanceof PyModule && fresh.isSubtypeOf(w.types.moduleType);
        if (!modules && (fresh.has(PyType.IMMUTABLE) || old.has(PyType.IMMUTABLE))) {
            throw Errors.typeError(w, "__class__ assignment only supported for mutable types or ModuleType subclasses");
        }
        if (!compatible(fresh, old)) {
            throw Errors.typeError(w, "__class__ assignment: '%s' object layout differs from '%s'", fresh.name, old.name);
        }
        if (old.has(PyType.MANAGED_DICT) && old.sharedKeys != fresh.sharedKeys) {
            // The inline values belong to the keys of the old class.
            InstanceDict.materialize(w, self);
        }
        if (fresh.has(PyType.HEAPTYPE)) {
            w.retain(fresh, Holder.TYPE);
        }
        self.type = fresh;
        if (old.has(PyType.HEAPTYPE)) {
            w.release(old, Holder.TYPE);
        }
    }

    /** {@code compatible_for_assignment} of one class to another. */
    static boolean compatible(PyType fresh, PyType old) {
        if (fresh == old) {
            return true;
        }
        return TypeLayout.solidBase(fresh) == TypeLayout.solidBase(old) && fresh.basicSize == old.basicSize
            && fresh.itemSize == old.itemSize && fresh.hasDict == old.hasDict && fresh.hasWeakList == old.hasWeakList
            && fresh.has(PyType.MANAGED_DICT) == old.has(PyType.MANAGED_DICT)
            && fresh.memberSlotCount == old.memberSlotCount && sameSlots(fresh, old);
    }

    private static boolean sameSlots(PyType a, PyType b) {
        return a.memberSlots.length == 0 && b.memberSlots.length == 0 || java.util.Arrays.equals(a.memberSlots, b.memberSlots);
    }
}
