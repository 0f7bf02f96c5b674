package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/**
 * What can be done with any object ({@code Objects/object.c} and the general part of {@code Objects/abstract.c}): attributes,
 * comparison, repr, str, hash, truth, length, items, iteration. Arguments borrowed, results new, errors thrown.
 */
public final class Objects {

    private Objects() {
    }

    // ------------------------------------------------------------------ recursion

    /** {@code Py_EnterRecursiveCall}. @param where as in CPython: " while getting the repr of an object" */
    public static void enterRecursion(World w, String where) {
        ThreadState t = w.thread;
        if (t.depth + ++t.nativeDepth > t.recursionLimit) {
            t.nativeDepth--;
            throw Errors.recursionError(w, "maximum recursion depth exceeded%s", where);
        }
    }

    public static void leaveRecursion(World w) {
        w.thread.nativeDepth--;
    }

    // ------------------------------------------------------------------ attributes

    /** {@code PyObject_GetAttr}. */
    @TruffleBoundary
    public static PyObject getAttr(World w, PyObject object, PyStr name) {
        return object.type.slots.tpGetattro.get(w, object, name);
    }

    public static PyObject getAttr(World w, PyObject object, String name) {
        return getAttr(w, object, w.id(name));
    }

    /** {@code _PyObject_LookupAttr}: null instead of AttributeError. */
    @TruffleBoundary
    public static PyObject lookupAttr(World w, PyObject object, PyStr name) {
        try {
            return getAttr(w, object, name);
        } catch (PyException e) {
            if (!e.matches(w.types.exceptions.attributeError)) {
                throw e;
            }
            w.release(e.take(), Holder.EXCEPTION);
            return null;
        }
    }

    public static PyObject lookupAttr(World w, PyObject object, String name) {
        return lookupAttr(w, object, w.id(name));
    }

    /** {@code PyObject_SetAttr}; value null deletes. */
    @TruffleBoundary
    public static void setAttr(World w, PyObject object, PyStr name, PyObject value) {
        Slots.SetAttrFunc set = object.type.slots.tpSetattro;
        if (set == null) {
            throw Errors.typeError(w, "'%s' object has %s attributes (%s .%s)", object.type.name,
                object.type.slots.tpGetattro == null ? "no" : "only read-only", value == null ? "del" : "assign to", name.text());
        }
        if (name.isInterned() || name.type != w.types.strType) {
            set.set(w, object, name, value);
            return;
        }
        // as CPython, so that dicts of attributes find their keys by identity
        PyStr key = w.interned.intern(w.newRef(name, Holder.NATIVE));
        try {
            set.set(w, object, key, value);
        } finally {
            w.release(key, Holder.NATIVE);
        }
    }

    // ------------------------------------------------------------------ text

    /** {@code PyObject_Repr}. */
    @TruffleBoundary
    public static PyStr repr(World w, PyObject object) {
        Slots.UnaryFunc repr = object.type.slots.tpRepr;
        enterRecursion(w, " while getting the repr of an object");
        try {
            return checkedText(w, repr.apply(w, object), "__repr__");
        } finally {
            leaveRecursion(w);
        }
    }

    /** {@code PyObject_Str}. */
    @TruffleBoundary
    public static PyStr str(World w, PyObject object) {
        if (object instanceof PyStr s && object.type == w.types.strType) {
            return w.newRef(s, Holder.RESULT);
        }
        Slots.UnaryFunc str = object.type.slots.tpStr;
        if (str == null) {
            return repr(w, object);
        }
        enterRecursion(w, " while getting the str of an object");
        try {
            return checkedText(w, str.apply(w, object), "__str__");
        } finally {
            leaveRecursion(w);
        }
    }

    private static PyStr checkedText(World w, PyObject text, String method) {
        if (text instanceof PyStr s) {
            return s;
        }
        PyException e = Errors.typeError(w, "%s returned non-string (type %s)", method, text.type.name);
        w.release(text, Holder.NATIVE);
        throw e;
    }

    /** The repr as a Java text. */
    public static String reprText(World w, PyObject object) {
        PyStr s = repr(w, object);
        String text = s.text();
        w.release(s, Holder.NATIVE);
        return text;
    }

    /** The str as a Java text. */
    public static String strText(World w, PyObject object) {
        PyStr s = str(w, object);
        String text = s.text();
        w.release(s, Holder.NATIVE);
        return text;
    }

    // ------------------------------------------------------------------ hash, truth, comparison

    /** {@code PyObject_Hash}. */
    @TruffleBoundary
    public static long hash(World w, PyObject object) {
        Slots.HashFunc hash = object.type.slots.tpHash;
        if (hash == null) {
            throw Errors.typeError(w, "unhashable type: '%s'", object.type.name);
        }
        return hash.hash(w, object);
    }

    /** {@code PyObject_IsTrue}. */
    @TruffleBoundary
    public static boolean isTrue(World w, PyObject object) {
        if (object == w.singletons.trueObject) {
            return true;
        }
        if (object == w.singletons.falseObject || object == w.singletons.none) {
            return false;
        }
        TypeSlots s = object.type.slots;
        if (s.nbBool != null) {
            return s.nbBool.test(w, object);
        }
        if (s.mpLength != null) {
            return s.mpLength.length(w, object) > 0;
        }
        return s.sqLength == null || s.sqLength.length(w, object) > 0;
    }

    /** {@code PyObject_RichCompare}: any object. */
    @TruffleBoundary
    public static PyObject richCompare(World w, PyObject left, PyObject right, CompareOp op) {
        enterRecursion(w, " in comparison");
        try {
            return doRichCompare(w, left, right, op);
        } finally {
            leaveRecursion(w);
        }
    }

    private static PyObject doRichCompare(World w, PyObject left, PyObject right, CompareOp op) {
        boolean reflectedTried = false;
        Slots.RichCmpFunc f;
        if (left.type != right.type && right.type.isSubtypeOf(left.type) && (f = right.type.slots.tpRichcompare) != null) {
            reflectedTried = true;
            PyObject r = f.compare(w, right, left, op.swapped());
            if (!dropNotImplemented(w, r)) {
                return r;
            }
        }
        if ((f = left.type.slots.tpRichcompare) != null) {
            PyObject r = f.compare(w, left, right, op);
            if (!dropNotImplemented(w, r)) {
                return r;
            }
        }
        if (!reflectedTried && (f = right.type.slots.tpRichcompare) != null) {
            PyObject r = f.compare(w, right, left, op.swapped());
            if (!dropNotImplemented(w, r)) {
                return r;
            }
        }
        return switch (op) {
            case EQ -> w.bool(left == right);
            case NE -> w.bool(left != right);
            default -> throw Errors.typeError(w, "'%s' not supported between instances of '%s' and '%s'", op.symbol,
                left.type.name, right.type.name);
        };
    }

    /** Releases the NotImplemented singleton and says true; false for any other result. */
    static boolean dropNotImplemented(World w, PyObject result) {
        if (result == w.singletons.notImplemented) {
            w.release(result, Holder.RESULT);
            return true;
        }
        return false;
    }

    /** {@code PyObject_RichCompareBool}: identity counts as equality. */
    @TruffleBoundary
    public static boolean compareBool(World w, PyObject left, PyObject right, CompareOp op) {
        if (left == right) {
            if (op == CompareOp.EQ) {
                return true;
            }
            if (op == CompareOp.NE) {
                return false;
            }
        }
        return takeTruth(w, richCompare(w, left, right, op));
    }

    /** The truth of an owned object, which is released. */
    public static boolean takeTruth(World w, PyObject owned) {
        try {
            return isTrue(w, owned);
        } finally {
            w.release(owned, Holder.RESULT);
        }
    }

    // ------------------------------------------------------------------ items and iteration

    /** {@code PyObject_Size}. */
    @TruffleBoundary
    public static long length(World w, PyObject object) {
        TypeSlots s = object.type.slots;
        if (s.sqLength != null) {
            return s.sqLength.length(w, object);
        }
        if (s.mpLength != null) {
            return s.mpLength.length(w, object);
        }
        throw Errors.typeError(w, "object of type '%s' has no len()", object.type.name);
    }

    /** {@code PyObject_GetItem}. */
    @TruffleBoundary
    public static PyObject getItem(World w, PyObject object, PyObject key) {
        TypeSlots s = object.type.slots;
        if (s.mpSubscript != null) {
            return s.mpSubscript.apply(w, object, key);
        }
        if (s.sqItem != null) {
            if (key.type.slots.nbIndex == null) {
                throw Errors.typeError(w, "sequence index must be integer, not '%s'", key.type.name);
            }
            return sequenceItem(w, object, Numbers.asIndex(w, key, w.types.exceptions.indexError));
        }
        if (object instanceof PyType type) {
            if (type == w.types.typeType) {
                return GenericAlias.create(w, type, key);
            }
            PyObject method = lookupAttr(w, object, "__class_getitem__");
            if (method != null && method != w.singletons.none) {
                try {
                    return Calls.call(w, method, key);
                } finally {
                    w.release(method, Holder.NATIVE);
                }
            }
            w.releaseOrNull(method, Holder.NATIVE);
            throw Errors.typeError(w, "type '%s' is not subscriptable", type.name);
        }
        throw Errors.typeError(w, "'%s' object is not subscriptable", object.type.name);
    }

    /** {@code PySequence_GetItem}: a negative index counts from the end when the type has a length. */
    @TruffleBoundary
    public static PyObject sequenceItem(World w, PyObject object, long index) {
        TypeSlots s = object.type.slots;
        if (s.sqItem == null) {
            throw Errors.typeError(w, s.mpSubscript != null ? "%s is not a sequence" : "'%s' object does not support indexing",
                object.type.name);
        }
        long i = index < 0 && s.sqLength != null ? index + s.sqLength.length(w, object) : index;
        return s.sqItem.apply(w, object, i);
    }

    /** {@code PyObject_SetItem} and, with value null, {@code PyObject_DelItem}. */
    @TruffleBoundary
    public static void setItem(World w, PyObject object, PyObject key, PyObject value) {
        TypeSlots s = object.type.slots;
        if (s.mpAssSubscript != null) {
            s.mpAssSubscript.assign(w, object, key, value);
            return;
        }
        if (s.sqAssItem != null) {
            if (key.type.slots.nbIndex == null) {
                throw Errors.typeError(w, "sequence index must be integer, not '%s'", key.type.name);
            }
            long i = Numbers.asIndex(w, key, w.types.exceptions.indexError);
            s.sqAssItem.assign(w, object, i < 0 && s.sqLength != null ? i + s.sqLength.length(w, object) : i, value);
            return;
        }
        throw Errors.typeError(w, "'%s' object does not support item %s", object.type.name, value == null ? "deletion" : "assignment");
    }

    /** {@code PySequence_Contains}. */
    @TruffleBoundary
    public static boolean contains(World w, PyObject container, PyObject value) {
        Slots.ObjObjProc f = container.type.slots.sqContains;
        if (f != null) {
            return f.test(w, container, value);
        }
        if (container.type.slots.tpIter == null && container.type.slots.sqItem == null) {
            throw Errors.typeError(w, "argument of type '%s' is not iterable", container.type.name);
        }
        PyObject it = iter(w, container);
        try {
            for (PyObject item = next(w, it); item != null; item = next(w, it)) {
                boolean equal;
                try {
                    equal = compareBool(w, item, value, CompareOp.EQ);
                } finally {
                    w.release(item, Holder.NATIVE);
                }
                if (equal) {
                    return true;
                }
            }
            return false;
        } finally {
            w.release(it, Holder.NATIVE);
        }
    }

    /** {@code PyObject_GetIter}. */
    @TruffleBoundary
    public static PyObject iter(World w, PyObject object) {
        TypeSlots s = object.type.slots;
        if (s.tpIter == null) {
            if (s.sqItem != null && !(object instanceof PyDict)) {
                return SequenceIterator.create(w, object);
            }
            throw Errors.typeError(w, "'%s' object is not iterable", object.type.name);
        }
        PyObject it = s.tpIter.apply(w, object);
        if (it.type.slots.tpIternext == null) {
            PyException e = Errors.typeError(w, "iter() returned non-iterator of type '%s'", it.type.name);
            w.release(it, Holder.NATIVE);
            throw e;
        }
        return it;
    }

    /** {@code PyCallIter_New}: {@code iter(callable, sentinel)}. */
    public static PyObject callIterator(World w, PyObject callable, PyObject sentinel) {
        return CallableIterator.create(w, callable, sentinel);
    }

    /**
     * {@code PyIter_Next}: null at the end; a StopIteration raised by guest code is the end, too. A check-point for interrupts, unlike
     * CPython's: what drives an iterator from native code can run for ever.
     */
    @TruffleBoundary
    public static PyObject next(World w, PyObject iterator) {
        if (w.thread.isInterruptAsked()) {
            w.calls.checkInterrupt(w);
        }
        try {
            return iterator.type.slots.tpIternext.next(w, iterator);
        } catch (PyException e) {
            if (!e.matches(w.types.exceptions.stopIteration)) {
                throw e;
            }
            w.release(e.take(), Holder.EXCEPTION);
            return null;
        }
    }

    /** {@code PySequence_Fast} as a Java array of owned references: the items of any iterable. */
    @TruffleBoundary
    public static PyObject[] toArray(World w, PyObject iterable) {
        if (iterable instanceof PyTuple t && t.type == w.types.tupleType) {
            return retainAll(w, t.items.clone());
        }
        if (iterable instanceof PyList l && l.type == w.types.listType) {
            return retainAll(w, java.util.Arrays.copyOf(l.items, l.size));
        }
        java.util.ArrayList<PyObject> items = new java.util.ArrayList<>();
        PyObject it = iter(w, iterable);
        try {
            for (PyObject item = next(w, it); item != null; item = next(w, it)) {
                items.add(item);
            }
        } catch (PyException e) {
            items.forEach(item -> w.release(item, Holder.NATIVE));
            throw e;
        } finally {
            w.release(it, Holder.NATIVE);
        }
        return items.toArray(PyObject[]::new);
    }

    private static PyObject[] retainAll(World w, PyObject[] items) {
        for (PyObject item : items) {
            w.retain(item, Holder.NATIVE);
        }
        return items;
    }

    /** Releases every reference of an array. */
    public static void releaseAll(World w, PyObject[] owned) {
        for (PyObject item : owned) {
            w.release(item, Holder.NATIVE);
        }
    }

    /** {@code PyObject_LengthHint}: {@code missing} when the object has neither length nor hint. */
    @TruffleBoundary
    public static long lengthHint(World w, PyObject object, long missing) {
        TypeSlots s = object.type.slots;
        if (s.sqLength != null || s.mpLength != null) {
            try {
                return length(w, object);
            } catch (PyException e) {
                if (!e.matches(w.types.exceptions.typeError)) {
                    throw e;
                }
                w.release(e.take(), Holder.EXCEPTION);
            }
        }
        PyObject hint;
        try {
            hint = Calls.callSpecial(w, object, "__length_hint__");
        } catch (PyException e) {
            if (!e.matches(w.types.exceptions.typeError)) {
                throw e;
            }
            w.release(e.take(), Holder.EXCEPTION);
            return missing;
        }
        if (hint == null || Objects.dropNotImplemented(w, hint)) {
            return missing;
        }
        try {
            if (!(hint instanceof PyInt n)) {
                throw Errors.typeError(w, "__length_hint__ must be an integer, not %s", hint.type.name);
            }
            if (n.bigValue().signum() < 0) {
                throw Errors.valueError(w, "__length_hint__() should return >= 0");
            }
            return n.isSmall() ? n.value : Long.MAX_VALUE;
        } finally {
            w.release(hint, Holder.NATIVE);
        }
    }

    // ------------------------------------------------------------------ types

    /** {@code PyObject_IsInstance} with one type, by the object's own type only (no {@code __instancecheck__}). */
    public static boolean isExactOrSubtype(PyObject object, PyType type) {
        return object.type.isSubtypeOf(type);
    }
}
