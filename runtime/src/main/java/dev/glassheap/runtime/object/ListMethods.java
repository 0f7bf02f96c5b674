package dev.glassheap.runtime.object;

/** The methods of {@code list}. */
final class ListMethods {

    private ListMethods() {
    }

    static void define(TypeBuilder b) {
        b.oneArg("__getitem__", ListType::subscript)
            .noArgs("__reversed__", PyListIterator::reversed)
            .noArgs("__sizeof__", (w, self) -> w.newInt(self.type.basicSize + 8L * ((PyList) self).capacity))
            .noArgs("clear", ListMethods::clear)
            .noArgs("copy", (w, self) -> ListSlices.slice(w, (PyList) self, 0, ((PyList) self).size))
            .oneArg("append", ListMethods::append)
            .fast("insert", 2, 2, ListMethods::insert)
            .oneArg("extend", ListMethods::extend)
            .fast("pop", 0, 1, ListMethods::pop)
            .oneArg("remove", ListMethods::remove)
            .fast("index", 1, 3, ListMethods::index)
            .oneArg("count", ListMethods::count)
            .noArgs("reverse", ListMethods::reverse)
            .keywords("sort", "*, key?, reverse?", ListMethods::sort)
            .classMethod("__class_getitem__", new NativeCode.OneArg(GenericAlias::create));
    }

    private static PyObject clear(World w, PyObject self) {
        ((PyList) self).clear(w);
        return w.none();
    }

    private static PyObject append(World w, PyObject self, PyObject item) {
        ((PyList) self).append(w, item);
        return w.none();
    }

    private static PyObject extend(World w, PyObject self, PyObject iterable) {
        ((PyList) self).extend(w, iterable);
        return w.none();
    }

    private static PyObject insert(World w, PyObject self, PyObject[] args) {
        ((PyList) self).insert(w, GetArgs.ssize(w, args[0]), args[1]);
        return w.none();
    }

    private static PyObject pop(World w, PyObject self, PyObject[] args) {
        PyList l = (PyList) self;
        long i = args.length == 0 ? -1 : GetArgs.ssize(w, args[0]);
        if (l.size == 0) {
            throw Errors.indexError(w, "pop from empty list");
        }
        if (i < 0) {
            i += l.size;
        }
        if (i < 0 || i >= l.size) {
            throw Errors.indexError(w, "pop index out of range");
        }
        PyObject item = l.items[(int) i];
        if (i == l.size - 1) {
            l.items[(int) i] = null;
            try {
                l.resize(w, l.size - 1);
            } catch (PyException e) {
                l.items[(int) i] = item;
                throw e;
            }
            return item;
        }
        w.retain(item, Holder.RESULT);
        try {
            ListSlices.assign(w, l, i, i + 1, null);
        } catch (PyException e) {
            w.release(item, Holder.RESULT);
            throw e;
        }
        return item;
    }

    private static PyObject remove(World w, PyObject self, PyObject value) {
        PyList l = (PyList) self;
        for (int i = 0; i < l.size; i++) {
            if (ListType.equalHeld(w, l.items[i], value)) {
                ListSlices.assign(w, l, i, i + 1L, null);
                return w.none();
            }
        }
        throw Errors.valueError(w, "list.remove(x): x not in list");
    }

    private static PyObject index(World w, PyObject self, PyObject[] args) {
        PyList l = (PyList) self;
        long start = args.length > 1 ? GetArgs.sliceIndexNotNone(w, args[1]) : 0;
        long stop = args.length > 2 ? GetArgs.sliceIndexNotNone(w, args[2]) : Long.MAX_VALUE;
        start = start < 0 ? Math.max(start + l.size, 0) : start;
        stop = stop < 0 ? Math.max(stop + l.size, 0) : stop;
        for (long i = start; i < stop && i < l.size; i++) {
            if (ListType.equalHeld(w, l.items[(int) i], args[0])) {
                return w.newInt(i);
            }
        }
        PyStr repr = Objects.repr(w, args[0]);
        String text = repr.text();
        w.release(repr, Holder.NATIVE);
        throw Errors.valueError(w, "%s is not in list", text);
    }

    private static PyObject count(World w, PyObject self, PyObject value) {
        PyList l = (PyList) self;
        long n = 0;
        for (int i = 0; i < l.size; i++) {
            if (ListType.equalHeld(w, l.items[i], value)) {
                n++;
            }
        }
        return w.newInt(n);
    }

    private static PyObject reverse(World w, PyObject self) {
        PyList l = (PyList) self;
        MergeState.reverseArray(l.items, 0, l.size);
        return w.none();
    }

    private static PyObject sort(World w, PyObject self, PyObject[] args) {
        boolean reverse = args[1] != null && GetArgs.intTruth(w, args[1]);
        PyObject key = args[0] == null || w.isNone(args[0]) ? null : args[0];
        ListSort.sort(w, (PyList) self, key, reverse);
        return w.none();
    }
}
