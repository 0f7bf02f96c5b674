package dev.glassheap.runtime.object;

/** {@code filter}: a function and an iterator; 32 bytes and the GC head. */
public class PyFilter extends PyObject {

    /** Owned. */
    private PyObject function;
    private PyObject iterator;

    /** An instance of a class made by guest code. */
    static final class OfClass extends PyFilter {
        private final InstanceState state = new InstanceState();

        @Override
        public InstanceState instanceState() {
            return state;
        }
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.filterType, w.types.objectType).size(32, 0)
            .flags(PyType.BASETYPE | PyType.HAVE_GC)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new OfClass() : new PyFilter())
            .slots(s -> {
                s.tpNew = PyFilter::construct;
                s.tpDealloc = PyFilter::dealloc;
                s.tpGetattro = ObjectType.GENERIC_GETATTR;
                s.tpTraverse = PyFilter::traverse;
                s.tpIter = SequenceIterator::self;
                s.tpIternext = PyFilter::next;
            })
            .noArgs("__reduce__", PyFilter::reduce)
            .ready();
        w.types.filterType.construct = (world, type, args, kwnames) -> {
            GetArgs.noKeywords(world, "filter", kwnames);
            return create(world, (PyType) type, args);
        };
    }

    private static PyObject construct(World w, PyType type, PyTuple args, PyDict kwargs) {
        if (type == w.types.filterType || type.slots.tpInit == w.types.filterType.slots.tpInit) {
            GetArgs.noKeywords(w, "filter", kwargs);
        }
        return create(w, type, args.items);
    }

    private static PyObject create(World w, PyType type, PyObject[] args) {
        GetArgs.checkPositional(w, "filter", args.length, 2, 2);
        PyObject it = Objects.iter(w, args[1]);
        PyFilter f;
        try {
            f = (PyFilter) TypeObject.genericAlloc(w, type, 0);
        } catch (PyException e) {
            w.release(it, Holder.NATIVE);
            throw e;
        }
        f.iterator = it;
        f.function = w.newRef(args[0], Holder.ELEMENT);
        return f;
    }

    private static PyObject next(World w, PyObject self) {
        PyFilter f = (PyFilter) self;
        boolean itself = f.function == w.singletons.none || f.function == w.types.boolType;
        Slots.IterNextFunc next = f.iterator.type.slots.tpIternext;
        for (int steps = 1;; steps++) {
            PyObject item = next.next(w, f.iterator);
            if (item == null) {
                return null;
            }
            boolean good;
            try {
                good = itself ? Objects.isTrue(w, item) : Objects.takeTruth(w, Calls.call(w, f.function, item));
            } catch (PyException e) {
                w.release(item, Holder.NATIVE);
                throw e;
            }
            if (good) {
                return item;
            }
            w.release(item, Holder.NATIVE);
            if ((steps & 0xFFF) == 0) {
                w.calls.checkInterrupt(w);
            }
        }
    }

    private static PyObject reduce(World w, PyObject self) {
        PyFilter f = (PyFilter) self;
        return IteratorReduce.of(w, f.type, null, f.function, f.iterator);
    }

    private static void dealloc(World w, PyObject self) {
        PyFilter f = (PyFilter) self;
        w.untrack(f);
        w.releaseOrNull(f.function, Holder.ELEMENT);
        w.releaseOrNull(f.iterator, Holder.ITERATOR);
        w.freeBlock(f);
    }

    private static void traverse(PyObject self, Slots.Visitor visitor) {
        PyFilter f = (PyFilter) self;
        if (f.iterator != null) {
            visitor.visit(f.iterator);
        }
        if (f.function != null) {
            visitor.visit(f.function);
        }
    }
}
