package dev.glassheap.runtime.object;

import java.util.Arrays;

/** {@code map}: a tuple of iterators and a function; 32 bytes and the GC head. */
public class PyMap extends PyObject {

    /** Arguments that CPython keeps on the C stack. */
    private static final int SMALL_STACK = 5;

    /** Owned. */
    private PyTuple iterators;
    private PyObject function;

    /** An instance of a class made by guest code. */
    static final class OfClass extends PyMap {
        private final InstanceState state = new InstanceState();

        @Override
        public InstanceState instanceState() {
            return state;
        }
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.mapType, w.types.objectType).size(32, 0)
            .flags(PyType.BASETYPE | PyType.HAVE_GC)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new OfClass() : new PyMap())
            .slots(s -> {
                s.tpNew = PyMap::construct;
                s.tpDealloc = PyMap::dealloc;
                s.tpGetattro = ObjectType.GENERIC_GETATTR;
                s.tpTraverse = PyMap::traverse;
                s.tpIter = SequenceIterator::self;
                s.tpIternext = PyMap::next;
            })
            .noArgs("__reduce__", PyMap::reduce)
            .ready();
        w.types.mapType.construct = (world, type, args, kwnames) -> {
            GetArgs.noKeywords(world, "map", kwnames);
            return create(world, (PyType) type, args);
        };
    }

    private static PyObject construct(World w, PyType type, PyTuple args, PyDict kwargs) {
        if (type == w.types.mapType || type.slots.tpInit == w.types.mapType.slots.tpInit) {
            GetArgs.noKeywords(w, "map", kwargs);
        }
        return create(w, type, args.items);
    }

    private static PyObject create(World w, PyType type, PyObject[] args) {
        if (args.length < 2) {
            throw Errors.typeError(w, "map() must have at least two arguments.");
        }
        PyTuple iterators = PyZip.iterators(w, args, 1);
        PyMap m;
        try {
            m = (PyMap) TypeObject.genericAlloc(w, type, 0);
        } catch (PyException e) {
            w.release(iterators, Holder.NATIVE);
            throw e;
        }
        m.iterators = iterators;
        m.function = w.newRef(args[0], Holder.ELEMENT);
        return m;
    }

    private static PyObject next(World w, PyObject self) {
        PyMap m = (PyMap) self;
        PyObject[] its = m.iterators.items;
        int n = its.length;
        long stack = n > SMALL_STACK ? w.allocateBuffer(8L * n, m) : 0;
        PyObject[] args = new PyObject[n];
        int given = 0;
        try {
            for (; given < n; given++) {
                PyObject item = its[given].type.slots.tpIternext.next(w, its[given]);
                if (item == null) {
                    return null;
                }
                args[given] = item;
            }
            return Calls.call(w, m.function, args.clone(), Calls.NO_NAMES);
        } finally {
            Objects.releaseAll(w, given == n ? args : Arrays.copyOf(args, given));
            w.freeBuffer(stack);
        }
    }

    private static PyObject reduce(World w, PyObject self) {
        PyMap m = (PyMap) self;
        PyObject[] its = m.iterators.items;
        PyObject[] args = new PyObject[its.length + 1];
        args[0] = m.function;
        System.arraycopy(its, 0, args, 1, its.length);
        return IteratorReduce.of(w, m.type, null, args);
    }

    private static void dealloc(World w, PyObject self) {
        PyMap m = (PyMap) self;
        w.untrack(m);
        w.releaseOrNull(m.iterators, Holder.ITERATOR);
        w.releaseOrNull(m.function, Holder.ELEMENT);
        w.freeBlock(m);
    }

    private static void traverse(PyObject self, Slots.Visitor visitor) {
        PyMap m = (PyMap) self;
        if (m.iterators != null) {
            visitor.visit(m.iterators);
        }
        if (m.function != null) {
            visitor.visit(m.function);
        }
    }
}
