package dev.glassheap.runtime.object;

/** {@code str_iterator} and {@code str_ascii_iterator}: 32 bytes and a GC head. */
public final class PyStrIterator extends PyObject {

    /** {@code it_seq}: owned, null when exhausted. */
    PyStr string;
    /** {@code it_index}. */
    int index;

    static PyObject create(World w, PyObject self) {
        PyStr s = (PyStr) self;
        PyStrIterator it = new PyStrIterator();
        w.allocate(it, s.ascii ? w.types.strAsciiIteratorType : w.types.strIteratorType, 32);
        it.string = w.newRef(s, Holder.ITERATOR);
        w.track(it);
        return it;
    }

    static PyObject next(World w, PyObject self) {
        PyStrIterator it = (PyStrIterator) self;
        PyStr s = it.string;
        if (s == null) {
            return null;
        }
        if (it.index < s.length()) {
            return PyStr.ofCodePoint(w, s.codePointAt(it.index++));
        }
        it.string = null;
        w.release(s, Holder.ITERATOR);
        return null;
    }

    static void define(World w, PyType type) {
        new TypeBuilder(w, type, w.types.objectType).size(32, 0).flags(PyType.HAVE_GC).slots(s -> {
            s.tpDealloc = PyStrIterator::dealloc;
            s.tpTraverse = (self, visitor) -> {
                if (((PyStrIterator) self).string != null) {
                    visitor.visit(((PyStrIterator) self).string);
                }
            };
            s.tpIter = (world, self) -> world.newRef(self, Holder.RESULT);
            s.tpIternext = PyStrIterator::next;
        }).noArgs("__length_hint__", PyStrIterator::lengthHint).oneArg("__setstate__", PyStrIterator::setState).ready();
    }

    private static void dealloc(World w, PyObject self) {
        PyStrIterator it = (PyStrIterator) self;
        w.untrack(it);
        w.releaseOrNull(it.string, Holder.ITERATOR);
        w.freeBlock(it);
    }

    private static PyObject lengthHint(World w, PyObject self) {
        PyStrIterator it = (PyStrIterator) self;
        return w.newInt(it.string == null ? 0 : it.string.length() - it.index);
    }

    private static PyObject setState(World w, PyObject self, PyObject state) {
        PyStrIterator it = (PyStrIterator) self;
        long index = Numbers.asIndex(w, state, w.types.exceptions.overflowError);
        if (it.string != null) {
            it.index = (int) Math.min(Math.max(index, 0), it.string.length());
        }
        return w.none();
    }
}
