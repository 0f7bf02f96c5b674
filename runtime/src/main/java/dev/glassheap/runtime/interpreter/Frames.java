package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.frame.FrameInstance;
import com.oracle.truffle.api.frame.MaterializedFrame;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyCell;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyFunction;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.ThreadState;
import dev.glassheap.runtime.object.TypeBuilder;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.World;
import java.util.Optional;

/** Frame objects: finding, making, outliving ({@code Objects/frameobject.c}, {@code Python/frame.c}). */
public final class Frames {

    private Frames() {
    }

    /** The frame object of an activation, made if there is none; borrowed from the activation. */
    static PyFrame of(World w, MaterializedFrame frame, CodeUnit unit, int depth) {
        PyFrame present = (PyFrame) frame.getObjectStatic(SlotLayout.FRAME_OBJECT);
        if (present != null) {
            return present;
        }
        PyFunction function = (PyFunction) frame.getArguments()[0];
        PyFrame f = new PyFrame(frame, unit, function, depth, w.thread.site);
        w.allocate(f, w.types.frameType, f.byteSize());
        frame.setObjectStatic(SlotLayout.FRAME_OBJECT, f);
        w.track(f);
        return f;
    }

    /**
     * At the end of an activation with a frame object: if others hold it, it takes the locals over and the activation has
     * nothing left to release; otherwise it is released.
     */
    @TruffleBoundary
    static boolean takesOwnership(World w, MaterializedFrame frame) {
        PyFrame f = (PyFrame) frame.getObjectStatic(SlotLayout.FRAME_OBJECT);
        frame.setObjectStatic(SlotLayout.FRAME_OBJECT, null);
        boolean outlives = f.refcnt > 1;
        if (outlives) {
            f.ownsLocals = true;
            f.back = caller(w);
        } else {
            f.depth = -1;
        }
        w.release(f, Holder.FRAME);
        return outlives;
    }

    /** The calling frame's object as a new reference; null at the outermost level or when there is no memory for it. */
    private static PyFrame caller(World w) {
        try {
            return current(w).map(f -> w.newRef(f, Holder.FRAME)).orElse(null);
        } catch (PyException noMemory) {
            w.release(noMemory.take(), Holder.EXCEPTION);
            return null;
        }
    }

    /** The innermost running guest frame's object, borrowed; empty at the outermost level. */
    @TruffleBoundary
    static Optional<PyFrame> current(World w) {
        return running(w, 0);
    }

    /** The object of the frame {@code back} levels out; borrowed; empty beyond the outermost. */
    @TruffleBoundary
    static Optional<PyFrame> running(World w, int back) {
        int wanted = w.thread.depth - 1 - back;
        if (wanted < 0) {
            return Optional.empty();
        }
        int[] level = {w.thread.depth - 1};
        PyFrame found = Truffle.getRuntime().iterateFrames(instance -> guestFrame(w, instance, level, wanted));
        return Optional.ofNullable(found);
    }

    private static PyFrame guestFrame(World w, FrameInstance instance, int[] level, int wanted) {
        if (!(instance.getCallTarget() instanceof RootCallTarget target) || !(target.getRootNode() instanceof GuestRoot root)) {
            return null;
        }
        if (!root.entered(instance, w)) {
            return null;
        }
        if (level[0]-- != wanted) {
            return null;
        }
        MaterializedFrame frame = root.guestFrame(instance);
        return of(w, frame, root.codeUnit(), wanted);
    }

    /** The globals of the innermost running guest frame; borrowed; empty if no guest code runs. */
    public static Optional<PyDict> globals(World w) {
        ThreadState t = w.thread;
        return t.depth == 0 ? Optional.empty() : Optional.of(((PyFunction) t.running[t.depth - 1]).globals);
    }

    /** {@code locals()} of the innermost running guest frame; a new reference; empty if no guest code runs. */
    public static Optional<PyObject> currentLocals(World w) {
        return current(w).map(f -> locals(w, f));
    }

    /** {@code sys._getframe(depth)}: borrowed; empty if the stack is not that deep. */
    public static Optional<PyObject> at(World w, int depth) {
        return running(w, depth).map(f -> (PyObject) f);
    }

    /** The line a frame stands at, 1-based. */
    static int line(World w, Sites sites, PyFrame f) {
        return sites.site(site(w, f)).line();
    }

    static int site(World w, PyFrame f) {
        if (f.depth >= 0 && !f.ownsLocals && f.depth < w.thread.depth) {
            return f.depth == w.thread.depth - 1 ? w.thread.site : w.thread.callerSites[f.depth + 1];
        }
        return f.site;
    }

    /**
     * {@code locals()}: the namespace of module and class code, or for function code the frame's snapshot dict, refreshed. A new
     * reference.
     */
    @TruffleBoundary
    public static PyObject locals(World w, PyFrame f) {
        if (!f.unit.optimized) {
            return w.newRef((PyObject) f.frame.getArguments()[1], Holder.RESULT);
        }
        if (f.localsDict == null) {
            f.localsDict = PyDict.create(w);
        }
        for (int i = 0; i < f.unit.localsPlus; i++) {
            PyObject value = f.slot(i);
            if (value instanceof PyCell cell && isCell(f.unit, i)) {
                value = cell.value;
            }
            PyObject name = f.unit.nameAt(i);
            if (value != null) {
                f.localsDict.setItem(w, name, value);
            } else {
                f.localsDict.delItem(w, name);
            }
        }
        return w.newRef(f.localsDict, Holder.RESULT);
    }

    private static boolean isCell(CodeUnit unit, int index) {
        if (index >= unit.localCount) {
            return true;
        }
        for (int slot : unit.cellParameterSlots) {
            if (slot == SlotLayout.FIRST_LOCAL + index) {
                return true;
            }
        }
        return false;
    }

    // ------------------------------------------------------------------ the type

    static void define(World w, Sites sites) {
        new TypeBuilder(w, w.types.frameType, w.types.objectType).size(120, 8).flags(PyType.HAVE_GC | PyType.DISALLOW_INSTANTIATION)
            .slots(s -> {
                s.tpDealloc = (world, o) -> dealloc(world, (PyFrame) o);
                s.tpTraverse = (o, visitor) -> traverse((PyFrame) o, visitor);
                s.tpClear = (world, o) -> clear(world, (PyFrame) o);
                s.tpRepr = (world, o) -> {
                    PyFrame f = (PyFrame) o;
                    return world.str("<frame at 0x%x, file '%s', line %d, code %s>".formatted(f.address, f.unit.code.fileName.text(),
                        line(world, sites, f), f.unit.code.name.text()));
                };
            })
            .getset("f_back", (world, o) -> back(world, (PyFrame) o))
            .getset("f_code", (world, o) -> world.newRef(((PyFrame) o).unit.code, Holder.RESULT))
            .getset("f_globals", (world, o) -> world.newRef(((PyFrame) o).function.globals, Holder.RESULT))
            .getset("f_builtins", (world, o) -> world.newRef(((PyFrame) o).function.builtins, Holder.RESULT))
            .getset("f_locals", (world, o) -> locals(world, (PyFrame) o))
            .getset("f_lineno", (world, o) -> world.newInt(line(world, sites, (PyFrame) o)))
            .getset("f_lasti", (world, o) -> world.newInt(0))
            .getset("f_trace", (world, o) -> world.none())
            .noArgs("clear", (world, o) -> {
                PyFrame f = (PyFrame) o;
                if (!f.ownsLocals) {
                    throw dev.glassheap.runtime.object.Errors.runtimeError(world, "cannot clear an executing frame");
                }
                clear(world, f);
                return world.none();
            })
            .noArgs("__sizeof__", (world, o) -> world.newInt(((PyFrame) o).byteSize()))
            .ready();
    }

    private static PyObject back(World w, PyFrame f) {
        if (f.back != null) {
            return w.newRef(f.back, Holder.RESULT);
        }
        if (f.ownsLocals || f.depth <= 0) {
            return w.none();
        }
        return running(w, w.thread.depth - f.depth).map(b -> (PyObject) w.newRef(b, Holder.RESULT)).orElseGet(w::none);
    }

    private static void traverse(PyFrame f, dev.glassheap.runtime.object.Slots.Visitor visitor) {
        if (f.back != null) {
            visitor.visit(f.back);
        }
        if (f.localsDict != null) {
            visitor.visit(f.localsDict);
        }
        if (!f.ownsLocals) {
            return;
        }
        if (!f.unit.optimized && f.frame.getArguments()[1] instanceof PyObject namespace) {
            visitor.visit(namespace);
        }
        if (f.frame.getArguments()[0] instanceof PyFunction function) {
            visitor.visit(function);
        }
        for (int i = 0; i < f.unit.localsPlus; i++) {
            PyObject value = f.slot(i);
            if (value != null) {
                visitor.visit(value);
            }
        }
    }

    private static void clear(World w, PyFrame f) {
        if (!f.ownsLocals) {
            return;
        }
        for (int i = 0; i < f.unit.localsPlus; i++) {
            PyObject value = f.slot(i);
            if (value != null) {
                f.frame.setObjectStatic(SlotLayout.FIRST_LOCAL + i, null);
                w.release(value, Holder.LOCAL);
            }
        }
    }

    private static void dealloc(World w, PyFrame f) {
        w.untrack(f);
        if (w.trashcanBegin(f)) {
            return;
        }
        if (f.ownsLocals) {
            clear(w, f);
            Object[] arguments = f.frame.getArguments();
            if (!f.unit.optimized) {
                w.release((PyObject) arguments[1], Holder.FRAME);
            }
            w.release((PyObject) arguments[0], Holder.FRAME);
        }
        PyFrame back = f.back;
        f.back = null;
        w.releaseOrNull(back, Holder.FRAME);
        PyDict locals = f.localsDict;
        f.localsDict = null;
        w.releaseOrNull(locals, Holder.FRAME);
        w.freeBlock(f);
        w.trashcanEnd();
    }
}
