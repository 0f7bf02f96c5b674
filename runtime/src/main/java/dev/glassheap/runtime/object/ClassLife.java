package dev.glassheap.runtime.object;

/** Traversal, clearing and death of classes made by guest code ({@code type_traverse}, {@code type_clear}, {@code type_dealloc}). */
final class ClassLife {

    private ClassLife() {
    }

    static void traverse(PyObject self, Slots.Visitor visitor) {
        PyType t = (PyType) self;
        if (!t.has(PyType.HEAPTYPE)) {
            return;
        }
        visit(t.dict, visitor);
        visit(t.mroTuple, visitor);
        visit(t.bases, visitor);
        visit(t.base, visitor);
    }

    private static void visit(PyObject o, Slots.Visitor visitor) {
        if (o != null) {
            visitor.visit(o);
        }
    }

    /** Only the dict and the MRO: the rest cannot be part of a cycle without them. */
    static void clear(World w, PyObject self) {
        PyType t = (PyType) self;
        t.modified();
        if (t.dict != null) {
            t.dict.clear(w);
        }
        PyTuple mro = t.mroTuple;
        t.mroTuple = null;
        t.mro = new PyType[0];
        t.modified();
        w.releaseOrNull(mro, Holder.BASE);
    }

    static void dealloc(World w, PyObject self) {
        PyType t = (PyType) self;
        w.untrack(t);
        if (t.bases != null) {
            Subclasses.removeFrom(w, t, t.bases);
        }
        if (t.weakListHead != null) {
            WeakReferences.clearAll(w, t);
        }
        w.releaseOrNull(t.base, Holder.BASE);
        w.releaseOrNull(t.dict, Holder.ATTRIBUTE);
        w.releaseOrNull(t.bases, Holder.BASE);
        w.releaseOrNull(t.mroTuple, Holder.BASE);
        w.releaseOrNull(t.subclassRefs, Holder.WEAKREF);
        w.freeBuffer(t.docAddress);
        w.releaseOrNull(t.htName, Holder.ATTRIBUTE);
        w.releaseOrNull(t.qualname, Holder.ATTRIBUTE);
        w.releaseOrNull(t.htSlots, Holder.ATTRIBUTE);
        if (t.sharedKeys != null) {
            t.sharedKeys.release(w);
        }
        TypeObject.free(w, t);
    }
}
