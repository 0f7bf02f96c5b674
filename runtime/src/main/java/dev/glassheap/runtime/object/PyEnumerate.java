package dev.glassheap.runtime.object;

import java.math.BigInteger;

/** {@code enumerate}: index, iterator and the result pair it reuses; 56 bytes and the GC head. */
public class PyEnumerate extends PyObject {

    private long index;
    /** The next index once it no longer fits {@link #index}, owned; else null. */
    private PyInt longIndex;
    /** Owned. */
    private PyObject iterator;
    private PyTuple result;

    /** An instance of a class made by guest code. */
    static final class OfClass extends PyEnumerate {
        private final InstanceState state = new InstanceState();

        @Override
        public InstanceState instanceState() {
            return state;
        }
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.enumerateType, w.types.objectType).size(56, 0)
            .flags(PyType.BASETYPE | PyType.HAVE_GC)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new OfClass() : new PyEnumerate())
            .slots(s -> {
                s.tpNew = PyEnumerate::construct;
                s.tpDealloc = PyEnumerate::dealloc;
                s.tpGetattro = ObjectType.GENERIC_GETATTR;
                s.tpTraverse = PyEnumerate::traverse;
                s.tpIter = SequenceIterator::self;
                s.tpIternext = PyEnumerate::next;
            })
            .noArgs("__reduce__", PyEnumerate::reduce)
            .classMethod("__class_getitem__", new NativeCode.OneArg(GenericAlias::create))
            .ready();
        w.types.enumerateType.construct = PyEnumerate::vectorcall;
    }

    private static PyObject vectorcall(World w, PyObject type, PyObject[] args, PyStr[] kwnames) {
        if (args.length > 2) {
            throw Errors.typeError(w, "enumerate() takes at most 2 arguments (%d given)", args.length);
        }
        int positional = args.length - kwnames.length;
        PyObject[] parsed = new PyObject[2];
        System.arraycopy(args, 0, parsed, 0, positional);
        for (int i = 0; i < kwnames.length; i++) {
            String name = kwnames[i].text();
            int at = name.equals("iterable") && parsed[0] == null ? 0 : name.equals("start") && positional + kwnames.length == 2
                && parsed[1] == null ? 1 : -1;
            if (at < 0) {
                throw Errors.typeError(w, "'%s' is an invalid keyword argument for enumerate()", name);
            }
            parsed[at] = args[positional + i];
        }
        if (parsed[0] == null) {
            throw Errors.typeError(w, "enumerate() missing required argument 'iterable'");
        }
        return create(w, (PyType) type, parsed[0], parsed[1]);
    }

    private static PyObject construct(World w, PyType type, PyTuple args, PyDict kwargs) {
        int keywords = kwargs == null ? 0 : kwargs.size();
        PyObject[] all = java.util.Arrays.copyOf(args.items, args.items.length + keywords);
        PyStr[] names = new PyStr[keywords];
        int[] at = {0};
        if (keywords > 0) {
            kwargs.forEach((key, value) -> {
                names[at[0]] = (PyStr) key;
                all[args.items.length + at[0]++] = value;
            });
        }
        return vectorcall(w, type, all, names);
    }

    /** {@code enum_new_impl}: {@code start} null for 0. */
    private static PyObject create(World w, PyType type, PyObject iterable, PyObject start) {
        PyEnumerate e = (PyEnumerate) TypeObject.genericAlloc(w, type, 0);
        try {
            if (start != null) {
                e.setStart(w, PyRange.exactIndex(w, start));
            }
            e.iterator = Objects.iter(w, iterable);
            e.result = PyTuple.pack(w, w.singletons.none, w.singletons.none);
            return e;
        } catch (PyException failure) {
            w.release(e, Holder.NATIVE);
            throw failure;
        }
    }

    private void setStart(World w, PyInt start) {
        if (start.isSmall()) {
            index = start.value;
            w.release(start, Holder.NATIVE);
        } else {
            index = Long.MAX_VALUE;
            longIndex = start;
        }
    }

    private static PyObject next(World w, PyObject self) {
        PyEnumerate e = (PyEnumerate) self;
        PyObject item = e.iterator.type.slots.tpIternext.next(w, e.iterator);
        if (item == null) {
            return null;
        }
        PyObject index;
        try {
            index = e.index == Long.MAX_VALUE ? e.nextLong(w) : w.newInt(e.index++);
        } catch (PyException failure) {
            w.release(item, Holder.NATIVE);
            throw failure;
        }
        return PyTuple.pair(w, e.result, index, item);
    }

    /** {@code enum_next_long}. */
    private PyInt nextLong(World w) {
        PyInt now = longIndex == null ? w.newInt(Long.MAX_VALUE) : longIndex;
        try {
            longIndex = w.newInt(now.bigValue().add(BigInteger.ONE));
            return now;
        } catch (PyException e) {
            longIndex = now;
            throw e;
        }
    }

    private static PyObject reduce(World w, PyObject self) {
        PyEnumerate e = (PyEnumerate) self;
        PyInt index = e.longIndex != null ? w.newRef(e.longIndex, Holder.NATIVE) : w.newInt(e.index);
        try {
            return IteratorReduce.of(w, e.type, null, e.iterator, index);
        } finally {
            w.release(index, Holder.NATIVE);
        }
    }

    private static void dealloc(World w, PyObject self) {
        PyEnumerate e = (PyEnumerate) self;
        w.untrack(e);
        w.releaseOrNull(e.iterator, Holder.ITERATOR);
        w.releaseOrNull(e.result, Holder.ELEMENT);
        w.releaseOrNull(e.longIndex, Holder.ELEMENT);
        w.freeBlock(e);
    }

    private static void traverse(PyObject self, Slots.Visitor visitor) {
        PyEnumerate e = (PyEnumerate) self;
        for (PyObject o : new PyObject[] {e.iterator, e.result, e.longIndex}) {
            if (o != null) {
                visitor.visit(o);
            }
        }
    }
}
