package dev.glassheap.runtime.module;

import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.InstanceState;
import dev.glassheap.runtime.object.ModuleBuilder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyModule;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.Slots;
import dev.glassheap.runtime.object.TypeBuilder;
import dev.glassheap.runtime.object.TypeObject;
import dev.glassheap.runtime.object.WeakReferences;
import dev.glassheap.runtime.object.World;
import java.util.Arrays;
import java.util.StringJoiner;

/** {@code _functools}: partial and reduce; the rest of functools is guest source ({@code lib/functools.py}). */
final class FunctoolsModule {

    private FunctoolsModule() {
    }

    static PyModule create(ModuleContext c) {
        World w = c.world();
        return new ModuleBuilder(w, "_functools").value("partial", w.newRef(Partial.define(w), Holder.VALUE))
            .fast("reduce", 2, 3, (world, self, a) -> reduce(world, a)).build();
    }

    private static PyObject reduce(World w, PyObject[] a) {
        PyObject it = Objects.iter(w, a[1]);
        PyObject result = a.length > 2 ? w.newRef(a[2], Holder.NATIVE) : null;
        try {
            for (PyObject item = Objects.next(w, it); item != null; item = Objects.next(w, it)) {
                if (result == null) {
                    result = item;
                    continue;
                }
                PyObject old = result;
                try {
                    result = Calls.call(w, a[0], old, item);
                } finally {
                    w.release(item, Holder.NATIVE);
                }
                w.release(old, Holder.NATIVE);
            }
        } catch (PyException e) {
            w.releaseOrNull(result, Holder.NATIVE);
            throw e;
        } finally {
            w.release(it, Holder.NATIVE);
        }
        if (result == null) {
            throw Errors.typeError(w, "reduce() of empty iterable with no initial value");
        }
        return result;
    }

    /** {@code functools.partial}: 64 bytes and the GC head. */
    static class Partial extends PyObject {
        private PyObject function;
        private PyTuple args;
        private PyDict keywords;
        private PyDict dict;
        private PyObject weakListHead;

        /** An instance of a class made by guest code. */
        static final class OfClass extends Partial {
            private final InstanceState state = new InstanceState();

            @Override
            public InstanceState instanceState() {
                return state;
            }
        }

        @Override
        public PyObject weakList() {
            return weakListHead;
        }

        @Override
        public void setWeakList(PyObject head) {
            weakListHead = head;
        }

        @Override
        public PyDict attributeDict() {
            return dict;
        }

        @Override
        public void setAttributeDict(PyDict newDict) {
            dict = newDict;
        }

        static PyType define(World w) {
            PyType type = w.types.staticType("functools.partial");
            type.hasDict = true;
            return new TypeBuilder(w, type, w.types.objectType).size(64, 0).flags(PyType.BASETYPE | PyType.HAVE_GC).weakReferenceable()
                .factory(t -> t.has(PyType.HEAPTYPE) ? new OfClass() : new Partial())
                .slots(s -> {
                    s.tpNew = Partial::make;
                    s.tpCall = Partial::call;
                    s.tpDealloc = Partial::dealloc;
                    s.tpTraverse = (o, visitor) -> ((Partial) o).traverse(visitor);
                    s.tpRepr = Partial::repr;
                })
                .member("func", (world, o) -> world.newRef(((Partial) o).function, Holder.RESULT), null)
                .member("args", (world, o) -> world.newRef(((Partial) o).args, Holder.RESULT), null)
                .member("keywords", (world, o) -> world.newRef(((Partial) o).keywords, Holder.RESULT), null)
                .ready();
        }

        private static PyObject make(World w, PyType type, PyTuple args, PyDict kwargs) {
            if (args.items.length == 0) {
                throw Errors.typeError(w, "type 'partial' takes at least one argument");
            }
            PyObject f = args.items[0];
            if (f.type.slots.tpCall == null) {
                throw Errors.typeError(w, "the first argument must be callable");
            }
            PyObject[] rest = Arrays.copyOfRange(args.items, 1, args.items.length);
            Partial inner = f instanceof Partial p && p.type.name.equals("functools.partial") && p.dict == null ? p : null;
            Partial made = (Partial) TypeObject.genericAlloc(w, type, 0);
            made.function = w.newRef(inner == null ? f : inner.function, Holder.ATTRIBUTE);
            made.args = PyTuple.pack(w, inner == null ? rest : concat(inner.args.items, rest));
            made.keywords = inner == null ? PyDict.create(w) : inner.keywords.copy(w);
            if (kwargs != null) {
                made.keywords.update(w, kwargs);
            }
            return made;
        }

        private static PyObject[] concat(PyObject[] a, PyObject[] b) {
            PyObject[] both = Arrays.copyOf(a, a.length + b.length);
            System.arraycopy(b, 0, both, a.length, b.length);
            return both;
        }

        private static PyObject call(World w, PyObject o, PyTuple args, PyDict kwargs) {
            Partial p = (Partial) o;
            PyTuple all = PyTuple.pack(w, concat(p.args.items, args.items));
            PyDict merged = null;
            try {
                if (p.keywords.size() > 0 || kwargs != null && kwargs.size() > 0) {
                    merged = p.keywords.copy(w);
                    if (kwargs != null) {
                        merged.update(w, kwargs);
                    }
                }
                return Calls.callTuple(w, p.function, all, merged);
            } finally {
                w.release(all, Holder.NATIVE);
                w.releaseOrNull(merged, Holder.NATIVE);
            }
        }

        private static void dealloc(World w, PyObject o) {
            Partial p = (Partial) o;
            w.untrack(p);
            if (p.weakListHead != null) {
                WeakReferences.clearAll(w, p);
            }
            w.releaseOrNull(p.function, Holder.ATTRIBUTE);
            w.releaseOrNull(p.args, Holder.ATTRIBUTE);
            w.releaseOrNull(p.keywords, Holder.ATTRIBUTE);
            w.releaseOrNull(p.dict, Holder.ATTRIBUTE);
            TypeObject.free(w, p);
        }

        private void traverse(Slots.Visitor visitor) {
            for (PyObject part : new PyObject[] {function, args, keywords, dict}) {
                if (part != null) {
                    visitor.visit(part);
                }
            }
        }

        private static PyObject repr(World w, PyObject o) {
            Partial p = (Partial) o;
            StringJoiner text = new StringJoiner(", ", p.type.name + "(", ")");
            text.add(Objects.reprText(w, p.function));
            for (PyObject arg : p.args.items) {
                text.add(Objects.reprText(w, arg));
            }
            p.keywords.forEach((key, value) -> text.add(((PyStr) key).text() + "=" + Objects.reprText(w, value)));
            return w.str(text.toString());
        }
    }
}
