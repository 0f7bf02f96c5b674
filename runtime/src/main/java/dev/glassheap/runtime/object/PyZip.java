package dev.glassheap.runtime.object;

import java.util.Arrays;

/** {@code zip}: a tuple of iterators and the result tuple it reuses; 48 bytes and the GC head. */
public class PyZip extends PyObject {

    /** Owned. */
    private PyTuple iterators;
    private PyTuple result;
    private boolean strict;

    /** An instance of a class made by guest code. */
    static final class OfClass extends PyZip {
        private final InstanceState state = new InstanceState();

        @Override
        public InstanceState instanceState() {
            return state;
        }
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.zipType, w.types.objectType).size(48, 0)
            .flags(PyType.BASETYPE | PyType.HAVE_GC)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new OfClass() : new PyZip())
            .slots(s -> {
                s.tpNew = PyZip::construct;
                s.tpDealloc = PyZip::dealloc;
                s.tpGetattro = ObjectType.GENERIC_GETATTR;
                s.tpTraverse = PyZip::traverse;
                s.tpIter = SequenceIterator::self;
                s.tpIternext = PyZip::next;
            })
            .noArgs("__reduce__", PyZip::reduce)
            .oneArg("__setstate__", PyZip::setState)
            .ready();
    }

    private static PyObject construct(World w, PyType type, PyTuple args, PyDict kwargs) {
        boolean strict = kwargs != null && kwargs.size() > 0 && parseStrict(w, kwargs);
        PyTuple iterators = iterators(w, args.items, 0);
        PyTuple result = null;
        try {
            PyObject[] nones = new PyObject[args.items.length];
            Arrays.fill(nones, w.singletons.none);
            result = PyTuple.packed(w, nones);
            PyZip z = (PyZip) TypeObject.genericAlloc(w, type, 0);
            z.iterators = iterators;
            z.result = result;
            z.strict = strict;
            return z;
        } catch (PyException e) {
            w.releaseOrNull(result, Holder.NATIVE);
            w.release(iterators, Holder.NATIVE);
            throw e;
        }
    }

    private static boolean parseStrict(World w, PyDict kwargs) {
        if (kwargs.size() > 1) {
            throw Errors.typeError(w, "zip() takes at most 1 keyword argument (%d given)", kwargs.size());
        }
        PyObject strict = kwargs.getStr(w, w.id("strict"));
        if (strict == null) {
            kwargs.forEach((key, value) -> {
                throw Errors.typeError(w, "'%s' is an invalid keyword argument for zip()", ((PyStr) key).text());
            });
        }
        return Objects.isTrue(w, strict);
    }

    /** A tuple of the iterators of the iterables from an index on. */
    static PyTuple iterators(World w, PyObject[] iterables, int from) {
        PyObject[] made = new PyObject[iterables.length - from];
        for (int i = 0; i < made.length; i++) {
            try {
                made[i] = Objects.iter(w, iterables[from + i]);
            } catch (PyException e) {
                Objects.releaseAll(w, Arrays.copyOf(made, i));
                throw e;
            }
        }
        return PyTuple.steal(w, made);
    }

    private static PyObject next(World w, PyObject self) {
        PyZip z = (PyZip) self;
        int n = z.iterators.items.length;
        if (n == 0) {
            return null;
        }
        if (z.result.refcnt != 1) {
            return z.nextFresh(w, n);
        }
        PyTuple r = w.newRef(z.result, Holder.RESULT);
        for (int i = 0; i < n; i++) {
            PyObject item;
            try {
                item = Objects.next(w, z.iterators.items[i]);
            } catch (PyException e) {
                w.release(r, Holder.RESULT);
                throw e;
            }
            if (item == null) {
                w.release(r, Holder.RESULT);
                z.checkEnd(w, i);
                return null;
            }
            PyObject old = r.items[i];
            r.items[i] = item;
            w.release(old, Holder.ELEMENT);
        }
        if (!r.isTracked()) {
            w.track(r);
        }
        return r;
    }

    private PyObject nextFresh(World w, int n) {
        PyObject[] items = new PyObject[n];
        for (int i = 0; i < n; i++) {
            try {
                items[i] = Objects.next(w, iterators.items[i]);
            } catch (PyException e) {
                Objects.releaseAll(w, Arrays.copyOf(items, i));
                throw e;
            }
            if (items[i] == null) {
                Objects.releaseAll(w, Arrays.copyOf(items, i));
                checkEnd(w, i);
                return null;
            }
        }
        return PyTuple.steal(w, items);
    }

    /** {@code strict}: iterator {@code ended} is exhausted, so all must be. */
    private void checkEnd(World w, int ended) {
        if (!strict) {
            return;
        }
        if (ended > 0) {
            throw Errors.valueError(w, "zip() argument %d is shorter than argument%s%d", ended + 1,
                ended == 1 ? " " : "s 1-", ended);
        }
        for (int i = 1; i < iterators.items.length; i++) {
            PyObject item = Objects.next(w, iterators.items[i]);
            if (item != null) {
                w.release(item, Holder.NATIVE);
                throw Errors.valueError(w, "zip() argument %d is longer than argument%s%d", i + 1, i == 1 ? " " : "s 1-", i);
            }
        }
    }

    private static PyObject reduce(World w, PyObject self) {
        PyZip z = (PyZip) self;
        return z.strict ? PyTuple.pack(w, z.type, z.iterators, w.singletons.trueObject)
            : PyTuple.pack(w, z.type, z.iterators);
    }

    private static PyObject setState(World w, PyObject self, PyObject strict) {
        ((PyZip) self).strict = Objects.isTrue(w, strict);
        return w.none();
    }

    private static void dealloc(World w, PyObject self) {
        PyZip z = (PyZip) self;
        w.untrack(z);
        w.releaseOrNull(z.iterators, Holder.ITERATOR);
        w.releaseOrNull(z.result, Holder.ELEMENT);
        w.freeBlock(z);
    }

    private static void traverse(PyObject self, Slots.Visitor visitor) {
        PyZip z = (PyZip) self;
        if (z.iterators != null) {
            visitor.visit(z.iterators);
        }
        if (z.result != null) {
            visitor.visit(z.result);
        }
    }
}
