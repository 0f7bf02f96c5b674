package dev.glassheap.runtime.object;

/** {@code reversed} of a sequence without {@code __reversed__}: sequence and index; 32 bytes and the GC head. */
public class PyReversed extends PyObject {

    private long index;
    /** Owned; null after the end. */
    private PyObject sequence;

    /** An instance of a class made by guest code. */
    static final class OfClass extends PyReversed {
        private final InstanceState state = new InstanceState();

        @Override
        public InstanceState instanceState() {
            return state;
        }
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.reversedType, w.types.objectType).size(32, 0)
            .flags(PyType.BASETYPE | PyType.HAVE_GC)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new OfClass() : new PyReversed())
            .slots(s -> {
                s.tpNew = PyReversed::construct;
                s.tpDealloc = PyReversed::dealloc;
                s.tpGetattro = ObjectType.GENERIC_GETATTR;
                s.tpTraverse = PyReversed::traverse;
                s.tpIter = SequenceIterator::self;
                s.tpIternext = PyReversed::next;
            })
            .noArgs("__length_hint__", PyReversed::lengthHint)
            .noArgs("__reduce__", PyReversed::reduce)
            .oneArg("__setstate__", PyReversed::setState)
            .ready();
        w.types.reversedType.construct = (world, type, args, kwnames) -> {
            GetArgs.noKeywords(world, "reversed", kwnames);
            GetArgs.checkPositional(world, "reversed", args.length, 1, 1);
            return create(world, (PyType) type, args[0]);
        };
    }

    private static PyObject construct(World w, PyType type, PyTuple args, PyDict kwargs) {
        if (type == w.types.reversedType || type.slots.tpInit == w.types.reversedType.slots.tpInit) {
            GetArgs.noKeywords(w, "reversed", kwargs);
        }
        GetArgs.checkPositional(w, "reversed", args.items.length, 1, 1);
        return create(w, type, args.items[0]);
    }

    /** {@code reversed_new_impl}: what {@code __reversed__} gives, or an iterator over the sequence. */
    private static PyObject create(World w, PyType type, PyObject sequence) {
        PyObject method = sequence.type.lookup("__reversed__");
        if (method != null && method != w.singletons.none) {
            return Calls.callSpecial(w, sequence, "__reversed__");
        }
        if (method != null || sequence instanceof PyDict || sequence.type.slots.sqItem == null) {
            throw Errors.typeError(w, "'%s' object is not reversible", sequence.type.name);
        }
        long n = Objects.length(w, sequence);
        PyReversed r = (PyReversed) TypeObject.genericAlloc(w, type, 0);
        r.index = n - 1;
        r.sequence = w.newRef(sequence, Holder.ITERATOR);
        return r;
    }

    private static PyObject next(World w, PyObject self) {
        PyReversed r = (PyReversed) self;
        if (r.index >= 0) {
            try {
                PyObject item = Objects.sequenceItem(w, r.sequence, r.index);
                r.index--;
                return item;
            } catch (PyException e) {
                if (!e.matches(w.types.exceptions.indexError) && !e.matches(w.types.exceptions.stopIteration)) {
                    r.finish(w);
                    throw e;
                }
                w.release(e.take(), Holder.EXCEPTION);
            }
        }
        r.finish(w);
        return null;
    }

    private void finish(World w) {
        index = -1;
        PyObject s = sequence;
        sequence = null;
        w.releaseOrNull(s, Holder.ITERATOR);
    }

    private static PyObject lengthHint(World w, PyObject self) {
        PyReversed r = (PyReversed) self;
        if (r.sequence == null) {
            return w.newInt(0);
        }
        long left = r.index + 1;
        return w.newInt(Objects.length(w, r.sequence) < left ? 0 : left);
    }

    private static PyObject reduce(World w, PyObject self) {
        PyReversed r = (PyReversed) self;
        if (r.sequence == null) {
            return IteratorReduce.of(w, r.type, null, w.singletons.emptyTuple);
        }
        PyInt index = w.newInt(r.index);
        try {
            return IteratorReduce.of(w, r.type, index, r.sequence);
        } finally {
            w.release(index, Holder.NATIVE);
        }
    }

    private static PyObject setState(World w, PyObject self, PyObject state) {
        PyReversed r = (PyReversed) self;
        long index = GetArgs.ssize(w, state);
        if (r.sequence != null) {
            r.index = Math.max(-1, Math.min(index, Objects.length(w, r.sequence) - 1));
        }
        return w.none();
    }

    private static void dealloc(World w, PyObject self) {
        PyReversed r = (PyReversed) self;
        w.untrack(r);
        PyObject s = r.sequence;
        r.sequence = null;
        w.releaseOrNull(s, Holder.ITERATOR);
        w.freeBlock(r);
    }

    private static void traverse(PyObject self, Slots.Visitor visitor) {
        PyReversed r = (PyReversed) self;
        if (r.sequence != null) {
            visitor.visit(r.sequence);
        }
    }
}
