package dev.glassheap.runtime.object;

/**
 * The lists of weak references to objects ({@code Objects/weakrefobject.c}).
 *
 * <p>Order of a list: the plain reference (exact type, no callback), the plain proxy, then all others, newest first. Of the first
 * two there is at most one each, shared by whoever asks for it.
 */
public final class WeakReferences {

    private WeakReferences() {
    }

    static void define(World w) {
        WeakrefType.define(w);
        WeakProxyType.define(w);
    }

    // ------------------------------------------------------------------ making

    /** {@code PyWeakref_NewRef} without callback: the plain reference to an object, shared if it exists; a new reference. */
    public static PyWeakReference newRef(World w, PyObject object) {
        checkReferable(w, object);
        PyWeakReference shared = plainRef(w, object);
        if (shared != null) {
            return w.newRef(shared, Holder.RESULT);
        }
        PyWeakReference made = allocate(w, w.types.weakrefType);
        return share(w, made, object, plainRef(w, object), null);
    }

    /** {@code PyWeakref_NewProxy}; {@code callback} may be null; a new reference. */
    public static PyWeakReference newProxy(World w, PyObject object, PyObject callback) {
        checkReferable(w, object);
        PyWeakReference shared = callback == null ? plainProxy(w, object) : null;
        if (shared != null) {
            return w.newRef(shared, Holder.RESULT);
        }
        boolean callable = object.type.slots.tpCall != null || object.type.slots.tpVectorcall != null;
        PyWeakReference made = allocate(w, callable ? w.types.weakCallableProxyType : w.types.weakProxyType);
        if (callback == null) {
            return share(w, made, object, plainProxy(w, object), plainRef(w, object));
        }
        made.callback = w.newRef(callback, Holder.WEAKREF);
        insertOther(w, made, object);
        return made;
    }

    private static PyWeakReference allocate(World w, PyType type) {
        PyWeakReference made = w.allocate(new PyWeakReference(), type, 64);
        w.track(made);
        return made;
    }

    /** Inserts what is to be shared, unless a collection during its allocation ran code that made one first. */
    private static PyWeakReference share(World w, PyWeakReference made, PyObject object, PyWeakReference existing, PyWeakReference after) {
        if (existing != null) {
            w.release(made, Holder.RESULT);
            return w.newRef(existing, Holder.RESULT);
        }
        insert(made, object, after);
        return made;
    }

    static void checkReferable(World w, PyObject object) {
        if (!object.type.hasWeakList) {
            throw Errors.typeError(w, "cannot create weak reference to '%s' object", object.type.name);
        }
    }

    /** The shared plain reference to an object, borrowed; null when there is none. */
    static PyWeakReference plainRef(World w, PyObject object) {
        PyWeakReference head = head(object);
        return head != null && head.callback == null && head.type == w.types.weakrefType ? head : null;
    }

    /** The shared plain proxy of an object, borrowed; null when there is none. */
    static PyWeakReference plainProxy(World w, PyObject object) {
        PyWeakReference head = head(object);
        if (head != null && head.callback == null && head.type == w.types.weakrefType) {
            head = head.next;
        }
        return head != null && head.callback == null && isProxy(w, head) ? head : null;
    }

    /** {@code PyWeakref_CheckProxy}. */
    static boolean isProxy(World w, PyObject object) {
        return object.type == w.types.weakProxyType || object.type == w.types.weakCallableProxyType;
    }

    // ------------------------------------------------------------------ the list of one object

    private static PyWeakReference head(PyObject object) {
        return (PyWeakReference) object.weakList();
    }

    /** Inserts a reference that is not shared: behind the plain ones, so that the newest comes first. */
    static void insertOther(World w, PyWeakReference ref, PyObject object) {
        PyWeakReference proxy = plainProxy(w, object);
        insert(ref, object, proxy == null ? plainRef(w, object) : proxy);
    }

    /** {@code insert_after}, or {@code insert_head} when {@code after} is null. */
    static void insert(PyWeakReference ref, PyObject object, PyWeakReference after) {
        ref.referent = object;
        ref.prev = after;
        if (after == null) {
            ref.next = head(object);
            object.setWeakList(ref);
        } else {
            ref.next = after.next;
            after.next = ref;
        }
        if (ref.next != null) {
            ref.next.prev = ref;
        }
    }

    /** {@code _PyWeakref_ClearRef}: takes a reference out of its referent's list and forgets the referent; the callback stays. */
    public static void clearRef(PyWeakReference ref) {
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

    /** {@code clear_weakref}: forgets referent and callback. */
    static void clear(World w, PyWeakReference ref) {
        clearRef(ref);
        PyObject callback = ref.callback;
        ref.callback = null;
        w.releaseOrNull(callback, Holder.WEAKREF);
    }

    /** {@code _PyWeakref_GetWeakrefCount}: references and proxies to an object; 0 also if there can be none. */
    public static int count(PyObject object) {
        int n = 0;
        if (object.type.hasWeakList) {
            for (PyWeakReference ref = head(object); ref != null; ref = ref.next) {
                n++;
            }
        }
        return n;
    }

    // ------------------------------------------------------------------ the referent dies

    /** {@code PyObject_ClearWeakRefs}: clears every weak reference to a dying object, then calls the callbacks, newest first. */
    public static void clearAll(World w, PyObject object) {
        for (int plain = 0; plain < 2 && head(object) != null && head(object).callback == null; plain++) {
            clearRef(head(object));
        }
        int count = count(object);
        if (count == 1) {
            PyWeakReference ref = head(object);
            PyObject callback = ref.callback;
            ref.callback = null;
            clearRef(ref);
            if (callback != null) {
                if (ref.refcnt > 0) {
                    handleCallback(w, ref, callback);
                }
                w.release(callback, Holder.WEAKREF);
            }
        } else if (count > 1) {
            clearMany(w, object, count);
        }
    }

    /** All are cleared before the first callback runs; meanwhile a tuple of (reference, callback, ...) holds them, as in CPython. */
    private static void clearMany(World w, PyObject object, int count) {
        PyTuple waiting;
        try {
            waiting = PyTuple.steal(w, new PyObject[2 * count]);
        } catch (PyException e) {
            w.calls.writeUnraisable(w, e, w.singletons.none);
            clearWithoutCalling(w, object);
            return;
        }
        for (int i = 0; i < count; i++) {
            PyWeakReference ref = head(object);
            PyObject callback = ref.callback;
            ref.callback = null;
            clearRef(ref);
            if (ref.refcnt > 0) {
                waiting.items[2 * i] = w.newRef(ref, Holder.ELEMENT);
                waiting.items[2 * i + 1] = callback;
            } else {
                w.releaseOrNull(callback, Holder.WEAKREF);
            }
        }
        for (int i = 0; i < count; i++) {
            PyObject callback = waiting.items[2 * i + 1];
            if (callback != null) {
                handleCallback(w, (PyWeakReference) waiting.items[2 * i], callback);
            }
        }
        w.release(waiting, Holder.NATIVE);
    }

    /** Out of memory: no reference may go on pointing to the dead object, but nobody hears of its death. */
    private static void clearWithoutCalling(World w, PyObject object) {
        while (head(object) != null) {
            clear(w, head(object));
        }
    }

    /** {@code handle_callback}: an exception in it cannot be raised. */
    public static void handleCallback(World w, PyWeakReference ref, PyObject callback) {
        try {
            w.release(Calls.call(w, callback, ref), Holder.RESULT);
        } catch (PyException e) {
            w.calls.writeUnraisable(w, e, callback);
        }
    }
}
