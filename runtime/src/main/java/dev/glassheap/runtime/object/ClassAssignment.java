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

    /**
     * {@code compatible_for_assignment}: each class is traced back to the highest base with the same layout; these must be one
     * class, or add the same members to one base.
     */
    static boolean compatible(PyType fresh, PyType old) {
        PyType a = sameLayoutAsBase(fresh);
        PyType b = sameLayoutAsBase(old);
        return a == b || a.base == b.base && sameMembersAdded(a, b);
    }

    private static PyType sameLayoutAsBase(PyType type) {
        PyType t = type;
        while (t.base != null && t.basicSize == t.base.basicSize && t.itemSize == t.base.itemSize && t.hasDict == t.base.hasDict
            && t.hasWeakList == t.base.hasWeakList && t.preHeaderSize() == t.base.preHeaderSize()) {
            t = t.base;
        }
        return t;
    }

    private static boolean sameMembersAdded(PyType a, PyType b) {
        return a.basicSize == b.basicSize && a.itemSize == b.itemSize && a.hasDict == b.hasDict && a.hasWeakList == b.hasWeakList
            && a.preHeaderSize() == b.preHeaderSize() && a.has(PyType.HEAPTYPE) && b.has(PyType.HEAPTYPE)
            && java.util.Arrays.equals(a.memberSlots, b.memberSlots);
    }
}
