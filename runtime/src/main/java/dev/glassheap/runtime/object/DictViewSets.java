package dev.glassheap.runtime.object;

/** The set operations of {@code dict_keys} and {@code dict_items}. */
final class DictViewSets {

    private DictViewSets() {
    }

    static void define(TypeBuilder b) {
        b.slots(s -> {
            s.tpRichcompare = DictViewSets::compare;
            s.nbSubtract = DictViewSets::subtract;
            s.nbAnd = DictViewSets::and;
            s.nbXor = DictViewSets::xor;
            s.nbOr = DictViewSets::or;
        }).oneArg("isdisjoint", DictViewSets::isDisjoint);
    }

    /** {@code PyDictViewSet_Check}. */
    private static boolean isViewSet(World w, PyObject o) {
        return o.type == w.types.dictKeysType || o.type == w.types.dictItemsType;
    }

    private static PyObject compare(World w, PyObject self, PyObject other, CompareOp op) {
        if (!(other instanceof PySet) && !isViewSet(w, other)) {
            return w.notImplemented();
        }
        long n = ((PyDictView) self).dict.used;
        long m = Objects.length(w, other);
        return w.bool(switch (op) {
            case EQ -> n == m && allContained(w, self, other);
            case NE -> n != m || !allContained(w, self, other);
            case LT -> n < m && allContained(w, self, other);
            case LE -> n <= m && allContained(w, self, other);
            case GT -> n > m && allContained(w, other, self);
            case GE -> n >= m && allContained(w, other, self);
        });
    }

    private static boolean allContained(World w, PyObject items, PyObject container) {
        PyObject it = Objects.iter(w, items);
        try {
            for (PyObject item = Objects.next(w, it); item != null; item = Objects.next(w, it)) {
                boolean in;
                try {
                    in = Objects.contains(w, container, item);
                } finally {
                    w.release(item, Holder.NATIVE);
                }
                if (!in) {
                    return false;
                }
            }
            return true;
        } finally {
            w.release(it, Holder.NATIVE);
        }
    }

    /** {@code dictviews_to_set}. */
    private static PySet toSet(World w, PyObject self) {
        boolean plainKeys = self instanceof PyDictView v && v.type == w.types.dictKeysType && v.dict.type == w.types.dictType;
        return PySet.of(w, plainKeys ? ((PyDictView) self).dict : self);
    }

    private static PyObject subtract(World w, PyObject self, PyObject other) {
        return changed(w, toSet(w, self), other, "difference_update");
    }

    private static PyObject or(World w, PyObject self, PyObject other) {
        PySet set = toSet(w, self);
        try {
            set.update(w, other);
            return set;
        } catch (PyException e) {
            w.release(set, Holder.NATIVE);
            throw e;
        }
    }

    private static PyObject changed(World w, PySet set, PyObject other, String method) {
        try {
            w.release(Calls.callMethod(w, set, method, other), Holder.NATIVE);
            return set;
        } catch (PyException e) {
            w.release(set, Holder.NATIVE);
            throw e;
        }
    }

    /** {@code _PyDictView_Intersect}: walks the smaller where that is cheap. */
    private static PyObject and(World w, PyObject left, PyObject right) {
        PyObject self = isViewSet(w, left) ? left : right;
        PyObject other = self == left ? right : left;
        long n = ((PyDictView) self).dict.used;
        if (other.type == w.types.setType && n <= ((PySet) other).used) {
            return Calls.callMethod(w, other, "intersection", self);
        }
        if (isViewSet(w, other) && ((PyDictView) other).dict.used > n) {
            PyObject t = self;
            self = other;
            other = t;
        }
        PySet result = PySet.create(w, w.types.setType);
        try {
            addContained(w, result, self, other);
            return result;
        } catch (PyException e) {
            w.release(result, Holder.NATIVE);
            throw e;
        }
    }

    private static void addContained(World w, PySet result, PyObject view, PyObject other) {
        boolean keys = view.type == w.types.dictKeysType;
        PyObject it = Objects.iter(w, other);
        try {
            for (PyObject key = Objects.next(w, it); key != null; key = Objects.next(w, it)) {
                try {
                    if (keys ? PyDictView.hasKey(w, view, key) : PyDictView.hasItem(w, view, key)) {
                        result.add(w, key);
                    }
                } finally {
                    w.release(key, Holder.NATIVE);
                }
            }
        } finally {
            w.release(it, Holder.NATIVE);
        }
    }

    private static PyObject xor(World w, PyObject self, PyObject other) {
        if (self.type == w.types.dictItemsType && other.type == w.types.dictItemsType) {
            return itemsXor(w, ((PyDictView) self).dict, ((PyDictView) other).dict);
        }
        return changed(w, toSet(w, self), other, "symmetric_difference_update");
    }

    /** {@code dictitems_xor}. */
    private static PyObject itemsXor(World w, PyDict one, PyDict two) {
        PyDict small = one.used > two.used ? two : one;
        PyDict large = small == one ? two : one;
        PyDict rest = small.copy(w);
        PySet result = null;
        PyDictView restItems = null;
        try {
            result = PySet.create(w, w.types.setType);
            for (int p = 0; p < large.positions(); p++) {
                int ix = large.entryAt(p);
                if (ix >= 0) {
                    xorEntry(w, rest, result, large.keys.keys[ix], large.valueAt(ix), large.keys.hashes[ix]);
                }
            }
            restItems = PyDictView.create(w, w.types.dictItemsType, rest);
            result.update(w, restItems);
            return result;
        } catch (PyException e) {
            w.releaseOrNull(result, Holder.NATIVE);
            throw e;
        } finally {
            w.releaseOrNull(restItems, Holder.NATIVE);
            w.release(rest, Holder.NATIVE);
        }
    }

    private static void xorEntry(World w, PyDict rest, PySet result, PyObject key, PyObject value, long hash) {
        w.retain(key, Holder.NATIVE);
        w.retain(value, Holder.NATIVE);
        try {
            PyObject present = rest.getItem(w, key, hash);
            if (present != null && ListType.equalHeld(w, present, value)) {
                rest.delItem(w, key, hash);
                return;
            }
            PyTuple pair = PyTuple.pack(w, key, value);
            try {
                result.add(w, pair);
            } finally {
                w.release(pair, Holder.NATIVE);
            }
        } finally {
            w.release(key, Holder.NATIVE);
            w.release(value, Holder.NATIVE);
        }
    }

    private static PyObject isDisjoint(World w, PyObject view, PyObject argument) {
        PyObject self = view;
        PyObject other = argument;
        if (self == other) {
            return w.bool(((PyDictView) self).dict.used == 0);
        }
        if ((PySet.isExact(w, other) || isViewSet(w, other)) && Objects.length(w, other) > Objects.length(w, self)) {
            self = argument;
            other = view;
        }
        PyObject it = Objects.iter(w, other);
        try {
            for (PyObject item = Objects.next(w, it); item != null; item = Objects.next(w, it)) {
                boolean in;
                try {
                    in = Objects.contains(w, self, item);
                } finally {
                    w.release(item, Holder.NATIVE);
                }
                if (in) {
                    return w.bool(false);
                }
            }
            return w.bool(true);
        } finally {
            w.release(it, Holder.NATIVE);
        }
    }
}
