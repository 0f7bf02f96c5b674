package dev.glassheap.runtime.object;

/**
 * The six iterators of dicts: keys, values, items, forward and reversed. The items iterators reuse one result tuple while
 * nobody else holds it.
 */
public final class PyDictIterator extends PyObject {

    /** What the iterator yields. */
    private enum Yields { KEY, VALUE, ITEM }

    /** Owned; null after the end. */
    private PyDict dict;
    /** Size of the dict at the start; -1 after it was seen changed. */
    private int used;
    private int position;
    /** Entries still expected. */
    private int left;
    /** The tuple of the items iterators, owned; else null. */
    private PyTuple result;
    private final Yields yields;

    private PyDictIterator(PyDict dict, Yields yields) {
        this.dict = dict;
        this.yields = yields;
    }

    /** {@code dictiter_new}. @param type one of the six iterator types */
    static PyDictIterator create(World w, PyType type, PyDict dict) {
        Types t = w.types;
        boolean items = type == t.dictItemIteratorType || type == t.dictReverseItemIteratorType;
        boolean values = type == t.dictValueIteratorType || type == t.dictReverseValueIteratorType;
        boolean forward = type == t.dictKeyIteratorType || type == t.dictValueIteratorType || type == t.dictItemIteratorType;
        PyDictIterator it = w.allocate(new PyDictIterator(dict, items ? Yields.ITEM : values ? Yields.VALUE : Yields.KEY), type, 56);
        w.retain(dict, Holder.ITERATOR);
        it.used = dict.used;
        it.left = dict.used;
        it.position = forward ? 0 : dict.positions() - 1;
        if (items) {
            try {
                it.result = PyTuple.pack(w, w.singletons.none, w.singletons.none);
            } catch (PyException e) {
                w.release(it, Holder.NATIVE);
                throw e;
            }
        }
        w.track(it);
        return it;
    }

    static void define(World w) {
        Types t = w.types;
        for (PyType type : new PyType[] {t.dictKeyIteratorType, t.dictValueIteratorType, t.dictItemIteratorType}) {
            define(w, type, PyDictIterator::next);
        }
        for (PyType type : new PyType[] {t.dictReverseKeyIteratorType, t.dictReverseValueIteratorType,
            t.dictReverseItemIteratorType}) {
            define(w, type, PyDictIterator::nextReversed);
        }
    }

    private static void define(World w, PyType type, Slots.IterNextFunc next) {
        new TypeBuilder(w, type, w.types.objectType).size(56, 0).flags(PyType.HAVE_GC)
            .slots(s -> {
                s.tpDealloc = PyDictIterator::dealloc;
                s.tpGetattro = ObjectType.GENERIC_GETATTR;
                s.tpTraverse = PyDictIterator::traverse;
                s.tpIter = SequenceIterator::self;
                s.tpIternext = next;
            })
            .noArgs("__length_hint__", PyDictIterator::lengthHint)
            .noArgs("__reduce__", PyDictIterator::reduce)
            .ready();
    }

    private static PyObject next(World w, PyObject self) {
        PyDictIterator it = (PyDictIterator) self;
        PyDict d = it.dict;
        if (d == null) {
            return null;
        }
        it.checkSize(w, d);
        int p = it.position;
        int end = d.positions();
        int ix = -1;
        while (p < end && (ix = d.entryAt(p)) < 0) {
            p++;
        }
        if (p >= end) {
            return it.exhaust(w);
        }
        if (it.left == 0) {
            it.exhaust(w);
            throw Errors.runtimeError(w, "dictionary keys changed during iteration");
        }
        it.position = p + 1;
        it.left--;
        return it.emit(w, d, ix);
    }

    private static PyObject nextReversed(World w, PyObject self) {
        PyDictIterator it = (PyDictIterator) self;
        PyDict d = it.dict;
        if (d == null) {
            return null;
        }
        it.checkSize(w, d);
        int p = Math.min(it.position, d.positions() - 1);
        int ix = -1;
        while (p >= 0 && (ix = d.entryAt(p)) < 0) {
            p--;
        }
        if (p < 0) {
            return it.exhaust(w);
        }
        it.position = p - 1;
        it.left--;
        return it.emit(w, d, ix);
    }

    private void checkSize(World w, PyDict d) {
        if (used != d.used) {
            used = -1;
            throw Errors.runtimeError(w, "dictionary changed size during iteration");
        }
    }

    private PyObject exhaust(World w) {
        PyDict d = dict;
        dict = null;
        w.release(d, Holder.ITERATOR);
        return null;
    }

    private PyObject emit(World w, PyDict d, int ix) {
        return switch (yields) {
            case KEY -> w.newRef(d.keys.keys[ix], Holder.RESULT);
            case VALUE -> w.newRef(d.valueAt(ix), Holder.RESULT);
            case ITEM -> PyTuple.pair(w, result, w.newRef(d.keys.keys[ix], Holder.ELEMENT), w.newRef(d.valueAt(ix), Holder.ELEMENT));
        };
    }

    private static PyObject lengthHint(World w, PyObject self) {
        PyDictIterator it = (PyDictIterator) self;
        return w.newInt(it.dict != null && it.used == it.dict.used ? it.left : 0);
    }

    /** The rest as a list; this iterator stays where it is. */
    private static PyObject reduce(World w, PyObject self) {
        PyDictIterator it = (PyDictIterator) self;
        PyList rest = PyList.create(w);
        if (it.dict != null) {
            PyDictIterator copy = create(w, it.type, it.dict);
            copy.used = it.used;
            copy.position = it.position;
            copy.left = it.left;
            try {
                rest.extend(w, copy);
            } catch (PyException e) {
                w.release(rest, Holder.NATIVE);
                throw e;
            } finally {
                w.release(copy, Holder.NATIVE);
            }
        }
        return IteratorReduce.iter(w, rest);
    }

    private static void dealloc(World w, PyObject self) {
        PyDictIterator it = (PyDictIterator) self;
        w.untrack(it);
        PyDict d = it.dict;
        it.dict = null;
        w.releaseOrNull(d, Holder.ITERATOR);
        w.releaseOrNull(it.result, Holder.ITERATOR);
        w.freeBlock(it);
    }

    private static void traverse(PyObject self, Slots.Visitor visitor) {
        PyDictIterator it = (PyDictIterator) self;
        if (it.dict != null) {
            visitor.visit(it.dict);
        }
        if (it.result != null) {
            visitor.visit(it.result);
        }
    }
}
