package dev.glassheap.runtime.object;

/** The lists of weak references to objects ({@code Objects/weakrefobject.c}). */
public final class WeakReferences {

    private WeakReferences() {
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.weakrefType, w.types.objectType).size(64, 0)
            .flags(PyType.HAVE_GC | PyType.BASETYPE)
            .slots(s -> {
                s.tpTraverse = (self, visitor) -> {
                    if (((PyWeakReference) self).callback != null) {
                        visitor.visit(((PyWeakReference) self).callback);
                    }
                };
                s.tpDealloc = (world, self) -> {
                    PyWeakReference ref = (PyWeakReference) self;
                    world.untrack(ref);
                    unlink(ref);
                    PyObject callback = ref.callback;
                    ref.callback = null;
                    world.releaseOrNull(callback, Holder.WEAKREF);
                    world.freeBlock(ref);
                };
            })
            .ready();
    }

    /** {@code PyWeakref_NewRef} without callback: the plain reference to an object, shared if it exists; a new reference. */
    static PyWeakReference newRef(World w, PyObject object) {
        if (object.weakList() instanceof PyWeakReference first && first.callback == null && first.type == w.types.weakrefType) {
            return w.newRef(first, Holder.RESULT);
        }
        PyWeakReference ref = w.allocate(new PyWeakReference(), w.types.weakrefType, 64);
        ref.referent = object;
        ref.next = (PyWeakReference) object.weakList();
        if (ref.next != null) {
            ref.next.prev = ref;
        }
        object.setWeakList(ref);
        w.track(ref);
        return ref;
    }

    /** Takes a reference out of its referent's list and forgets the referent. */
    static void unlink(PyWeakReference ref) {
        if (ref.referent == null) {
            return;
        }
        if (ref.prev != null) {
            ref.prev.next = ref.next;
        } else {
            ref.referent.setWeakList(ref.next);
        }
        if (ref.next != null) {
            ref.next.prev = ref.prev;
        }
        ref.referent = null;
        ref.next = null;
        ref.prev = null;
    }

    /** {@code PyObject_ClearWeakRefs}: clears every weak reference to a dying object, then calls the callbacks, newest first. */
    public static void clearAll(World w, PyObject object) {
        java.util.ArrayList<PyWeakReference> waiting = new java.util.ArrayList<>();
        while (object.weakList() instanceof PyWeakReference ref) {
            unlink(ref);
            if (ref.callback != null && ref.refcnt > 0) {
                waiting.add(w.newRef(ref, Holder.WEAKREF));
            }
        }
        for (PyWeakReference ref : waiting) {
            PyObject callback = ref.callback;
            ref.callback = null;
            if (callback != null) {
                try {
                    w.release(Calls.call(w, callback, ref), Holder.RESULT);
                } catch (PyException e) {
                    w.calls.writeUnraisable(w, e, callback);
                }
                w.release(callback, Holder.WEAKREF);
            }
            w.release(ref, Holder.WEAKREF);
        }
    }
}
