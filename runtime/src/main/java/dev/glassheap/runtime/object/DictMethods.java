package dev.glassheap.runtime.object;

/** The methods of {@code dict}. */
final class DictMethods {

    private DictMethods() {
    }

    static void define(TypeBuilder b) {
        b.oneArg("__contains__", (w, self, key) -> w.bool(((PyDict) self).contains(w, key)))
            .oneArg("__getitem__", DictType::subscript)
            .noArgs("__sizeof__", (w, self) -> w.newInt(sizeOf((PyDict) self)))
            .fast("get", 1, 2, DictMethods::get)
            .fast("setdefault", 1, 2, DictMethods::setDefault)
            .fast("pop", 1, 2, DictMethods::pop)
            .noArgs("popitem", DictMethods::popItem)
            .noArgs("keys", (w, self) -> PyDictView.create(w, w.types.dictKeysType, self))
            .noArgs("items", (w, self) -> PyDictView.create(w, w.types.dictItemsType, self))
            .noArgs("values", (w, self) -> PyDictView.create(w, w.types.dictValuesType, self))
            .method("update", new NativeCode.VarArgs(DictMethods::update))
            .classMethod("fromkeys", new NativeCode.Fast(1, 2, DictMethods::fromKeys))
            .noArgs("clear", DictMethods::clear)
            .noArgs("copy", (w, self) -> ((PyDict) self).copy(w))
            .noArgs("__reversed__", (w, self) -> PyDictIterator.create(w, w.types.dictReverseKeyIteratorType, (PyDict) self))
            .classMethod("__class_getitem__", new NativeCode.OneArg(GenericAlias::create));
    }

    /** {@code _PyDict_SizeOf}: the keys of a split table count only once their class is gone. */
    static long sizeOf(PyDict d) {
        long size = d.type.basicSize;
        if (d.split != null) {
            SharedKeys shared = (SharedKeys) d.keys;
            return size + 8L * shared.room() + (shared.users() == 1 ? shared.byteSize() : 0);
        }
        return d.keys == DictKeys.EMPTY_KEYS ? size : size + d.keys.byteSize();
    }

    private static PyObject get(World w, PyObject self, PyObject[] args) {
        PyObject value = ((PyDict) self).getItem(w, args[0]);
        return w.newRef(value != null ? value : args.length > 1 ? args[1] : w.singletons.none, Holder.RESULT);
    }

    private static PyObject setDefault(World w, PyObject self, PyObject[] args) {
        PyObject value = ((PyDict) self).setDefault(w, args[0], args.length > 1 ? args[1] : w.singletons.none);
        return w.newRef(value, Holder.RESULT);
    }

    private static PyObject pop(World w, PyObject self, PyObject[] args) {
        PyDict d = (PyDict) self;
        if (d.used > 0) {
            PyObject value = d.pop(w, args[0]);
            if (value != null) {
                return value;
            }
        }
        if (args.length > 1) {
            return w.newRef(args[1], Holder.RESULT);
        }
        throw Errors.keyError(w, args[0]);
    }

    /** {@code dict_popitem}: the result tuple is made first; the place of the entry is given back, its slot is not. */
    private static PyObject popItem(World w, PyObject self) {
        PyDict d = (PyDict) self;
        PyTuple pair = PyTuple.pack(w, w.singletons.none, w.singletons.none);
        try {
            if (d.used == 0) {
                throw Errors.of(w, w.types.exceptions.keyError, "popitem(): dictionary is empty");
            }
            if (d.split != null) {
                d.resize(w, d.keys.log2Size, true);
            }
        } catch (PyException e) {
            w.release(pair, Holder.NATIVE);
            throw e;
        }
        w.release(pair.items[0], Holder.ELEMENT);
        w.release(pair.items[1], Holder.ELEMENT);
        d.takeLast(pair.items);
        return pair;
    }

    private static PyObject clear(World w, PyObject self) {
        ((PyDict) self).clear(w);
        return w.none();
    }

    // ------------------------------------------------------------------ update

    private static PyObject update(World w, PyObject self, PyTuple args, PyDict kwargs) {
        updateCommon(w, (PyDict) self, args, kwargs, "update");
        return w.none();
    }

    /** {@code dict_update_common}. */
    static void updateCommon(World w, PyDict d, PyTuple args, PyDict kwargs, String method) {
        GetArgs.checkPositional(w, method, args.items.length, 0, 1);
        if (args.items.length == 1) {
            updateArgument(w, d, args.items[0]);
        }
        if (kwargs != null) {
            kwargs.forEach((key, value) -> {
                if (!(key instanceof PyStr)) {
                    throw Errors.typeError(w, "keywords must be strings");
                }
            });
            DictMerge.merge(w, d, kwargs, DictMerge.OVERRIDE);
        }
    }

    /** {@code dict_update_arg}: what has {@code keys} is a mapping, anything else an iterable of pairs. */
    static void updateArgument(World w, PyDict d, PyObject argument) {
        if (argument.type != w.types.dictType) {
            PyObject keys = Objects.lookupAttr(w, argument, "keys");
            if (keys == null) {
                DictMerge.mergePairs(w, d, argument);
                return;
            }
            w.release(keys, Holder.NATIVE);
        }
        DictMerge.merge(w, d, argument, DictMerge.OVERRIDE);
    }

    // ------------------------------------------------------------------ fromkeys

    private static PyObject fromKeys(World w, PyObject type, PyObject[] args) {
        PyObject value = args.length > 1 ? args[1] : w.singletons.none;
        PyObject made = Calls.call(w, type);
        try {
            fillFromKeys(w, made, args[0], value);
            return made;
        } catch (PyException e) {
            w.release(made, Holder.NATIVE);
            throw e;
        }
    }

    private static void fillFromKeys(World w, PyObject made, PyObject keys, PyObject value) {
        boolean exact = made.type == w.types.dictType;
        if (exact && keys.type == w.types.dictType) {
            PyDict source = (PyDict) keys;
            PyDict d = (PyDict) made;
            d.resize(w, DictKeys.log2ForEntries(source.used), source.keys.isUnicode());
            for (int p = 0; p < source.positions(); p++) {
                int ix = source.entryAt(p);
                if (ix >= 0) {
                    d.setItem(w, source.keys.keys[ix], value, source.keys.hashes[ix]);
                }
            }
            return;
        }
        if (exact && keys instanceof PySet source && PySet.isExact(w, keys)) {
            PyDict d = (PyDict) made;
            d.resize(w, DictKeys.log2ForEntries(source.used), false);
            for (int i = 0; i <= source.mask; i++) {
                if (source.isLive(i)) {
                    d.setItem(w, source.keys[i], value, source.hashes[i]);
                }
            }
            return;
        }
        PyDict d = exact ? (PyDict) made : null;
        SetAlgebra.forEach(w, keys, key -> {
            if (d != null) {
                d.setItem(w, key, value);
            } else {
                Objects.setItem(w, made, key, value);
            }
        });
    }
}
