package dev.glassheap.runtime.object;

/** {@code dict_keys}, {@code dict_values} and {@code dict_items}: 24 bytes that refer to the dict. Set operations are in {@link DictViewSets}. */
public final class PyDictView extends PyObject {

    /** Owned. */
    final PyDict dict;

    private PyDictView(PyDict dict) {
        this.dict = dict;
    }

    /** {@code _PyDictView_New}. */
    static PyDictView create(World w, PyType type, PyObject dict) {
        PyDictView v = w.allocate(new PyDictView((PyDict) dict), type, 24);
        w.retain(dict, Holder.ELEMENT);
        w.track(v);
        return v;
    }

    static void define(World w) {
        Types t = w.types;
        TypeBuilder keys = builder(w, t.dictKeysType, t.dictKeyIteratorType, t.dictReverseKeyIteratorType)
            .slots(s -> s.sqContains = PyDictView::hasKey);
        DictViewSets.define(keys);
        keys.ready();
        TypeBuilder items = builder(w, t.dictItemsType, t.dictItemIteratorType, t.dictReverseItemIteratorType)
            .slots(s -> s.sqContains = PyDictView::hasItem);
        DictViewSets.define(items);
        items.ready();
        builder(w, t.dictValuesType, t.dictValueIteratorType, t.dictReverseValueIteratorType).ready();
    }

    private static TypeBuilder builder(World w, PyType type, PyType iterator, PyType reversed) {
        return new TypeBuilder(w, type, w.types.objectType).size(24, 0).flags(PyType.HAVE_GC)
            .slots(s -> {
                s.tpDealloc = PyDictView::dealloc;
                s.tpGetattro = ObjectType.GENERIC_GETATTR;
                s.tpTraverse = (self, visitor) -> visitor.visit(((PyDictView) self).dict);
                s.tpRepr = PyDictView::repr;
                s.tpIter = (world, self) -> PyDictIterator.create(world, iterator, ((PyDictView) self).dict);
                s.sqLength = (world, self) -> ((PyDictView) self).dict.used;
            })
            .noArgs("__reversed__", (world, self) -> PyDictIterator.create(world, reversed, ((PyDictView) self).dict))
            .getset("mapping", (world, self) -> PyMappingProxy.create(world, ((PyDictView) self).dict));
    }

    /** {@code dictkeys_contains}. */
    static boolean hasKey(World w, PyObject self, PyObject key) {
        return ((PyDictView) self).dict.contains(w, key);
    }

    /** {@code dictitems_contains}. */
    static boolean hasItem(World w, PyObject self, PyObject item) {
        if (!(item instanceof PyTuple pair) || pair.items.length != 2) {
            return false;
        }
        PyObject found = ((PyDictView) self).dict.getItem(w, pair.items[0]);
        return found != null && ListType.equalHeld(w, found, pair.items[1]);
    }

    private static PyObject repr(World w, PyObject self) {
        if (!ContainerRepr.enter(w, self)) {
            return w.str("...");
        }
        try {
            PyList list = PyList.of(w, self);
            try {
                StringBuilder text = new StringBuilder(self.type.name).append('(');
                ContainerRepr.append(w, text, list);
                return ContainerRepr.result(w, text.append(')'));
            } finally {
                w.release(list, Holder.NATIVE);
            }
        } finally {
            ContainerRepr.leave(w, self);
        }
    }

    private static void dealloc(World w, PyObject self) {
        w.untrack(self);
        w.release(((PyDictView) self).dict, Holder.ELEMENT);
        w.freeBlock(self);
    }
}
