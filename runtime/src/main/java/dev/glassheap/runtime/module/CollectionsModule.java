package dev.glassheap.runtime.module;

import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.InstanceState;
import dev.glassheap.runtime.object.ModuleBuilder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyModule;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.TypeBuilder;
import dev.glassheap.runtime.object.World;
import java.util.Arrays;

/** {@code _collections}: deque and defaultdict; the rest of collections is guest source ({@code lib/collections}). */
final class CollectionsModule {

    private CollectionsModule() {
    }

    static PyModule create(ModuleContext c) {
        World w = c.world();
        return new ModuleBuilder(w, "_collections").value("deque", w.newRef(DequeType.define(w), Holder.VALUE))
            .value("defaultdict", w.newRef(defaultDict(w), Holder.VALUE)).build();
    }

    /** {@code collections.defaultdict}: a dict and its factory. */
    static class DefaultDict extends PyDict {
        PyObject factory;

        /** An instance of a class made by guest code. */
        static final class OfClass extends DefaultDict {
            private final InstanceState state = new InstanceState();

            @Override
            public InstanceState instanceState() {
                return state;
            }
        }
    }

    private static PyType defaultDict(World w) {
        PyType dict = w.types.dictType;
        return new TypeBuilder(w, w.types.staticType("collections.defaultdict"), dict).size(56, 0)
            .flags(PyType.BASETYPE | PyType.HAVE_GC)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new DefaultDict.OfClass() : new DefaultDict())
            .slots(s -> {
                s.tpInit = (world, o, args, kwargs) -> init(world, (DefaultDict) o, args, kwargs);
                s.tpDealloc = (world, o) -> {
                    PyObject factory = ((DefaultDict) o).factory;
                    ((DefaultDict) o).factory = null;
                    world.releaseOrNull(factory, Holder.ATTRIBUTE);
                    dict.slots.tpDealloc.dealloc(world, o);
                };
                s.tpTraverse = (o, visitor) -> {
                    if (((DefaultDict) o).factory != null) {
                        visitor.visit(((DefaultDict) o).factory);
                    }
                    dict.slots.tpTraverse.traverse(o, visitor);
                };
                s.tpRepr = (world, o) -> {
                    PyObject factory = ((DefaultDict) o).factory;
                    PyObject inner = dict.slots.tpRepr.apply(world, o);
                    String text = Objects.strText(world, inner);
                    world.release(inner, Holder.NATIVE);
                    return world.str(o.type.shortName() + "(" + (factory == null ? "None" : Objects.reprText(world, factory)) + ", " + text + ")");
                };
            })
            .oneArg("__missing__", (world, o, key) -> missing(world, (DefaultDict) o, key))
            .noArgs("copy", (world, o) -> Calls.call(world, o.type,
                ((DefaultDict) o).factory == null ? world.singletons.none : ((DefaultDict) o).factory, o))
            .noArgs("__copy__", (world, o) -> Calls.call(world, o.type,
                ((DefaultDict) o).factory == null ? world.singletons.none : ((DefaultDict) o).factory, o))
            .member("default_factory", (world, o) -> ((DefaultDict) o).factory == null ? world.none()
                : world.newRef(((DefaultDict) o).factory, Holder.RESULT), (world, descr, o, value) -> setFactory(world, (DefaultDict) o, value))
            .ready();
    }

    private static void setFactory(World w, DefaultDict d, PyObject value) {
        PyObject old = d.factory;
        d.factory = value == null || value == w.singletons.none ? null : w.newRef(value, Holder.ATTRIBUTE);
        w.releaseOrNull(old, Holder.ATTRIBUTE);
    }

    private static void init(World w, DefaultDict d, PyTuple args, PyDict kwargs) {
        PyObject factory = args.items.length > 0 ? args.items[0] : w.singletons.none;
        if (factory != w.singletons.none && factory.type.slots.tpCall == null) {
            throw Errors.typeError(w, "first argument must be callable or None");
        }
        setFactory(w, d, factory);
        PyTuple rest = PyTuple.pack(w, args.items.length > 1 ? Arrays.copyOfRange(args.items, 1, args.items.length) : Calls.NO_ARGS);
        try {
            w.types.dictType.slots.tpInit.init(w, d, rest, kwargs);
        } finally {
            w.release(rest, Holder.NATIVE);
        }
    }

    private static PyObject missing(World w, DefaultDict d, PyObject key) {
        if (d.factory == null) {
            throw Errors.keyError(w, key);
        }
        PyObject value = Calls.call(w, d.factory);
        try {
            Objects.setItem(w, d, key, value);
        } catch (RuntimeException e) {
            w.release(value, Holder.NATIVE);
            throw e;
        }
        return value;
    }
}
