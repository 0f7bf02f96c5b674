package dev.glassheap.runtime.object;

/** The methods of {@code set} and {@code frozenset}. */
final class SetMethods {

    private SetMethods() {
    }

    /** Methods of both types. */
    static void define(TypeBuilder b) {
        b.oneArg("__contains__", (w, self, key) -> w.bool(contains(w, self, key)))
            .noArgs("copy", SetMethods::copy)
            .fast("difference", 0, -1, SetMethods::difference)
            .fast("intersection", 0, -1, SetMethods::intersection)
            .oneArg("isdisjoint", (w, self, other) -> w.bool(SetAlgebra.isDisjoint(w, (PySet) self, other)))
            .oneArg("issubset", (w, self, other) -> w.bool(SetAlgebra.isSubset(w, (PySet) self, other)))
            .oneArg("issuperset", (w, self, other) -> w.bool(SetAlgebra.isSuperset(w, (PySet) self, other)))
            .noArgs("__reduce__", SetMethods::reduce)
            .noArgs("__sizeof__", SetMethods::sizeOf)
            .oneArg("symmetric_difference", (w, self, other) -> SetAlgebra.symmetricDifference(w, (PySet) self, other))
            .fast("union", 0, -1, SetMethods::union)
            .classMethod("__class_getitem__", new NativeCode.OneArg(GenericAlias::create));
    }

    /** Methods of {@code set} only. */
    static void defineChanging(TypeBuilder b) {
        b.oneArg("add", SetMethods::add)
            .noArgs("clear", SetMethods::clear)
            .oneArg("discard", SetMethods::discard)
            .fast("difference_update", 0, -1, SetMethods::differenceUpdate)
            .fast("intersection_update", 0, -1, SetMethods::intersectionUpdate)
            .noArgs("pop", SetMethods::pop)
            .oneArg("remove", SetMethods::remove)
            .oneArg("symmetric_difference_update", SetMethods::symmetricDifferenceUpdate)
            .fast("update", 0, -1, SetMethods::update);
    }

    // ------------------------------------------------------------------ one key

    /** What is looked for: a set that is not hashable is looked for as the frozenset of its items. */
    private interface KeyTest {
        boolean test(PyObject key, long hash);
    }

    private static boolean withKey(World w, PyObject key, KeyTest test) {
        long hash;
        try {
            hash = PyDict.hashOf(w, key);
        } catch (PyException e) {
            if (!(key instanceof PySet) || !key.type.isSubtypeOf(w.types.setType) || !e.matches(w.types.exceptions.typeError)) {
                throw e;
            }
            w.release(e.take(), Holder.EXCEPTION);
            PySet frozen = PySet.of(w, w.types.frozensetType, key);
            try {
                return test.test(frozen, PyDict.hashOf(w, frozen));
            } finally {
                w.release(frozen, Holder.NATIVE);
            }
        }
        return test.test(key, hash);
    }

    static boolean contains(World w, PyObject self, PyObject key) {
        return withKey(w, key, (k, hash) -> ((PySet) self).contains(w, k, hash));
    }

    private static PyObject add(World w, PyObject self, PyObject key) {
        ((PySet) self).add(w, key);
        return w.none();
    }

    private static PyObject discard(World w, PyObject self, PyObject key) {
        withKey(w, key, (k, hash) -> ((PySet) self).discard(w, k, hash));
        return w.none();
    }

    private static PyObject remove(World w, PyObject self, PyObject key) {
        if (!withKey(w, key, (k, hash) -> ((PySet) self).discard(w, k, hash))) {
            throw Errors.keyError(w, key);
        }
        return w.none();
    }

    private static PyObject pop(World w, PyObject self) {
        PySet s = (PySet) self;
        if (s.used == 0) {
            throw Errors.of(w, w.types.exceptions.keyError, "pop from an empty set");
        }
        int slot = s.finger & s.mask;
        while (!s.isLive(slot)) {
            slot = slot == s.mask ? 0 : slot + 1;
        }
        s.finger = slot + 1;
        return s.takeSlot(slot);
    }

    private static PyObject clear(World w, PyObject self) {
        ((PySet) self).clear(w);
        return w.none();
    }

    // ------------------------------------------------------------------ many keys

    private static PyObject copy(World w, PyObject self) {
        return self.type == w.types.frozensetType ? w.newRef(self, Holder.RESULT) : SetAlgebra.base(w, (PySet) self, self);
    }

    private static PyObject union(World w, PyObject self, PyObject[] others) {
        PySet r = SetAlgebra.base(w, (PySet) self, self);
        try {
            for (PyObject other : others) {
                if (other != self) {
                    r.update(w, other);
                }
            }
            return r;
        } catch (PyException e) {
            w.release(r, Holder.NATIVE);
            throw e;
        }
    }

    private static PyObject update(World w, PyObject self, PyObject[] others) {
        for (PyObject other : others) {
            ((PySet) self).update(w, other);
        }
        return w.none();
    }

    private static PySet intersection(World w, PyObject self, PyObject[] others) {
        if (others.length == 0) {
            return (PySet) copy(w, self);
        }
        PySet r = w.newRef((PySet) self, Holder.NATIVE);
        for (PyObject other : others) {
            PySet next;
            try {
                next = SetAlgebra.intersection(w, r, other);
            } finally {
                w.release(r, Holder.NATIVE);
            }
            r = next;
        }
        return r;
    }

    private static PyObject intersectionUpdate(World w, PyObject self, PyObject[] others) {
        PySet common = intersection(w, self, others);
        ((PySet) self).swapBodies(w, common);
        w.release(common, Holder.NATIVE);
        return w.none();
    }

    private static PyObject difference(World w, PyObject self, PyObject[] others) {
        if (others.length == 0) {
            return copy(w, self);
        }
        PySet r = SetAlgebra.difference(w, (PySet) self, others[0]);
        try {
            for (int i = 1; i < others.length; i++) {
                SetAlgebra.differenceUpdate(w, r, others[i]);
            }
            return r;
        } catch (PyException e) {
            w.release(r, Holder.NATIVE);
            throw e;
        }
    }

    private static PyObject differenceUpdate(World w, PyObject self, PyObject[] others) {
        for (PyObject other : others) {
            SetAlgebra.differenceUpdate(w, (PySet) self, other);
        }
        return w.none();
    }

    private static PyObject symmetricDifferenceUpdate(World w, PyObject self, PyObject other) {
        SetAlgebra.symmetricDifferenceUpdate(w, (PySet) self, other);
        return w.none();
    }

    // ------------------------------------------------------------------ size and pickling

    private static PyObject sizeOf(World w, PyObject self) {
        PySet s = (PySet) self;
        return w.newInt(s.type.basicSize + (s.tableAddress == 0 ? 0 : 16L * (s.mask + 1)));
    }

    private static PyObject reduce(World w, PyObject self) {
        PyList keys = PyList.of(w, self);
        PyTuple args = PyTuple.steal(w, new PyObject[] {keys});
        PyObject state;
        try {
            state = Objects.lookupAttr(w, self, "__dict__");
        } catch (PyException e) {
            w.release(args, Holder.NATIVE);
            throw e;
        }
        return PyTuple.steal(w, new PyObject[] {w.newRef(self.type, Holder.ELEMENT), args, state == null ? w.none() : state});
    }
}
