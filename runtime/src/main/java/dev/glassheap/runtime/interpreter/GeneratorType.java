package dev.glassheap.runtime.interpreter;

import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyBaseException;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.Slots;
import dev.glassheap.runtime.object.TypeBuilder;
import dev.glassheap.runtime.object.WeakReferences;
import dev.glassheap.runtime.object.World;

/** The generator type. */
final class GeneratorType {

    private GeneratorType() {
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.generatorType, w.types.objectType).size(152, 8).flags(PyType.HAVE_GC | PyType.DISALLOW_INSTANTIATION)
            .weakReferenceable()
            .slots(s -> {
                s.tpDealloc = (world, o) -> dealloc(world, (PyGenerator) o);
                s.tpTraverse = (o, visitor) -> traverse((PyGenerator) o, visitor);
                s.tpFinalize = (world, o) -> finalizeGenerator(world, (PyGenerator) o);
                s.tpIter = (world, o) -> world.newRef(o, Holder.RESULT);
                s.tpIternext = (world, o) -> Generators.resume(world, (PyGenerator) o, world.none());
                s.tpRepr = (world, o) -> world.str("<generator object %s at 0x%x>".formatted(((PyGenerator) o).qualname, o.address));
            })
            .oneArg("send", (world, o, value) -> orStop(world,
                Generators.resume(world, (PyGenerator) o, world.newRef(value, Holder.OPERAND))))
            .fast("throw", 1, 3, (world, o, a) -> throwInto(world, (PyGenerator) o, a))
            .noArgs("close", (world, o) -> {
                Generators.close(world, (PyGenerator) o);
                return world.none();
            })
            .noArgs("__sizeof__", (world, o) -> world.newInt(Generators.byteSize(((PyGenerator) o).unit)))
            .getset("gi_frame", (world, o) -> frame(world, (PyGenerator) o))
            .getset("gi_code", (world, o) -> world.newRef(((PyGenerator) o).unit.code, Holder.RESULT))
            .getset("gi_running", (world, o) -> world.bool(((PyGenerator) o).state == PyGenerator.State.RUNNING))
            .getset("gi_suspended", (world, o) -> world.bool(((PyGenerator) o).state == PyGenerator.State.SUSPENDED))
            .getset("gi_yieldfrom", (world, o) -> world.none())
            .getset("__name__", (world, o) -> world.newRef(((PyGenerator) o).name, Holder.RESULT))
            .getset("__qualname__", (world, o) -> world.newRef(((PyGenerator) o).qualname, Holder.RESULT))
            .ready();
    }

    private static PyObject orStop(World w, PyObject yielded) {
        if (yielded == null) {
            throw Errors.stopIteration(w, null);
        }
        return yielded;
    }

    private static PyObject throwInto(World w, PyGenerator g, PyObject[] a) {
        PyBaseException value;
        if (a[0] instanceof PyBaseException e) {
            if (a.length > 1 && a[1] != w.singletons.none) {
                throw Errors.typeError(w, "instance exception may not have a separate value");
            }
            value = w.newRef(e, Holder.EXCEPTION);
        } else if (a[0] instanceof PyType t && t.isSubtypeOf(w.types.exceptions.baseException)) {
            value = instance(w, t, a.length > 1 ? a[1] : w.singletons.none);
        } else {
            throw Errors.typeError(w, "exceptions must be classes or instances deriving from BaseException, not %s", a[0].type.name);
        }
        return orStop(w, Generators.resume(w, g, Errors.raise(w, value)));
    }

    private static PyBaseException instance(World w, PyType type, PyObject value) {
        if (value instanceof PyBaseException e && e.type.isSubtypeOf(type)) {
            return w.newRef(e, Holder.EXCEPTION);
        }
        PyObject made = value == w.singletons.none ? Calls.call(w, type) : Calls.call(w, type, value);
        if (made instanceof PyBaseException e) {
            return e;
        }
        w.release(made, Holder.NATIVE);
        throw Errors.typeError(w, "exceptions must be classes or instances deriving from BaseException, not %s", type.name);
    }

    private static PyObject frame(World w, PyGenerator g) {
        if (g.state == PyGenerator.State.CLOSED) {
            return w.none();
        }
        return w.newRef(Frames.of(w, g.frame, g.unit, -1), Holder.RESULT);
    }

    private static void traverse(PyGenerator g, Slots.Visitor visitor) {
        visit(visitor, g.name);
        visit(visitor, g.qualname);
        if (g.state == PyGenerator.State.CLOSED || g.state == PyGenerator.State.RUNNING) {
            return;
        }
        visit(visitor, (PyObject) g.frame.getObjectStatic(SlotLayout.FRAME_OBJECT));
        visit(visitor, g.function);
        for (int i = 0; i < g.unit.localsPlus; i++) {
            visit(visitor, (PyObject) g.frame.getObjectStatic(SlotLayout.FIRST_LOCAL + i));
        }
        for (int slot : g.unit.temporarySlots) {
            visit(visitor, (PyObject) g.frame.getObjectStatic(slot));
        }
    }

    private static void visit(Slots.Visitor visitor, PyObject o) {
        if (o != null) {
            visitor.visit(o);
        }
    }

    /** {@code _PyGen_Finalize}: a generator is closed, so that its finally blocks run; one that never ran only drops its locals. */
    private static void finalizeGenerator(World w, PyGenerator g) {
        if (g.state == PyGenerator.State.RUNNING) {
            return;
        }
        try {
            Generators.close(w, g);
        } catch (PyException e) {
            w.calls.writeUnraisable(w, e, g);
        }
    }

    private static void dealloc(World w, PyGenerator g) {
        w.untrack(g);
        if (g.weakListHead != null) {
            WeakReferences.clearAll(w, g);
        }
        if (g.state == PyGenerator.State.SUSPENDED) {
            w.track(g);
            g.refcnt = 1;
            finalizeGenerator(w, g);
            if (--g.refcnt > 0) {
                return;
            }
            w.untrack(g);
        }
        Generators.finish(w, g);
        w.releaseOrNull(g.name, Holder.ATTRIBUTE);
        w.releaseOrNull(g.qualname, Holder.ATTRIBUTE);
        w.freeBlock(g);
    }
}
