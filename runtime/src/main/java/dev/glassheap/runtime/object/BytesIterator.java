package dev.glassheap.runtime.object;

/** {@code bytes_iterator} and {@code bytearray_iterator}: 32 bytes and a GC head. */
public final class BytesIterator extends PyObject {

    /** {@code it_seq}: owned, null when exhausted. */
    PyObject sequence;
    /** {@code it_index}. */
    int index;

    static PyObject create(World w, PyObject self) {
        BytesIterator it = new BytesIterator();
        w.allocate(it, self instanceof PyBytes ? w.types.bytesIteratorType : w.types.bytearrayIteratorType, 32);
        it.sequence = w.newRef(self, Holder.ITERATOR);
        w.track(it);
        return it;
    }

    static PyObject next(World w, PyObject self) {
        BytesIterator it = (BytesIterator) self;
        PyObject s = it.sequence;
        if (s == null) {
            return null;
        }
        if (it.index < BytesBuild.length(s)) {
            return BytesCore.item(w, s, it.index++);
        }
        it.sequence = null;
        w.release(s, Holder.ITERATOR);
        return null;
    }

    static void define(World w, PyType type) {
        new TypeBuilder(w, type, w.types.objectType).size(32, 0).flags(PyType.HAVE_GC).slots(s -> {
            s.tpDealloc = BytesIterator::dealloc;
            s.tpTraverse = (self, visitor) -> {
                if (((BytesIterator) self).sequence != null) {
                    visitor.visit(((BytesIterator) self).sequence);
                }
            };
            s.tpIter = (world, self) -> world.newRef(self, Holder.RESULT);
            s.tpIternext = BytesIterator::next;
        }).noArgs("__length_hint__", (world, self) -> {
            BytesIterator it = (BytesIterator) self;
            return world.newInt(it.sequence == null ? 0 : Math.max(0, BytesBuild.length(it.sequence) - it.index));
        }).oneArg("__setstate__", BytesIterator::setState).ready();
    }

    private static void dealloc(World w, PyObject self) {
        BytesIterator it = (BytesIterator) self;
        w.untrack(it);
        w.releaseOrNull(it.sequence, Holder.ITERATOR);
        w.freeBlock(it);
    }

    private static PyObject setState(World w, PyObject self, PyObject state) {
        BytesIterator it = (BytesIterator) self;
        long index = Numbers.asIndex(w, state, w.types.exceptions.overflowError);
        if (it.sequence != null) {
            it.index = (int) Math.min(Math.max(index, 0), BytesBuild.length(it.sequence));
        }
        return w.none();
    }
}
