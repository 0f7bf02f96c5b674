package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.MaterializedFrame;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyBaseException;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.ThreadState;
import dev.glassheap.runtime.object.World;

/** Resuming, throwing into and closing generators ({@code Objects/genobject.c}). */
final class Generators {

    private Generators() {
    }

    /** Bytes of the object without GC head. */
    static long byteSize(CodeUnit unit) {
        return 152 + 8L * unit.code.frameSlots();
    }

    /**
     * {@code gen_send_ex2}: resumes with a value (owned) or an exception.
     *
     * @return the yielded value, or null when the generator returned None; a returned value is raised as StopIteration
     */
    @TruffleBoundary
    static PyObject resume(World w, PyGenerator g, Object sent) {
        switch (g.state) {
            case RUNNING -> {
                drop(w, sent);
                throw Errors.valueError(w, "generator already executing");
            }
            case CLOSED -> {
                if (sent instanceof PyException e) {
                    throw e;
                }
                drop(w, sent);
                return null;
            }
            case CREATED -> {
                if (sent instanceof PyException e) {
                    w.retain(g, Holder.NATIVE);
                    finish(w, g);
                    Tracebacks.entry(w, e, g);
                    w.release(g, Holder.NATIVE);
                    throw e;
                }
                if (sent != w.singletons.none) {
                    drop(w, sent);
                    throw Errors.typeError(w, "can't send non-None value to a just-started generator");
                }
                drop(w, sent);
            }
            case SUSPENDED -> g.frame.setObjectStatic(SlotLayout.SENT, sent);
        }
        return run(w, g);
    }

    private static void drop(World w, Object sent) {
        if (sent instanceof PyException e) {
            w.release(e.take(), Holder.EXCEPTION);
        } else {
            w.release((PyObject) sent, Holder.OPERAND);
        }
    }

    private static PyObject run(World w, PyGenerator g) {
        ThreadState t = w.thread;
        if (t.depth + t.nativeDepth >= t.recursionLimit) {
            throw Errors.recursionError(w, "maximum recursion depth exceeded");
        }
        PyBaseException base = t.handled;
        g.frame.setObjectStatic(SlotLayout.BASE_HANDLED, base);
        if (g.handled != null) {
            t.handled = g.handled;
        }
        if (g.frame.getObjectStatic(SlotLayout.SENT) instanceof PyException thrown) {
            Errors.chain(w, thrown.value());
        }
        g.state = PyGenerator.State.RUNNING;
        w.retain(g, Holder.NATIVE);
        try {
            int status = (int) g.body.call(g);
            if (status == StmtNode.YIELD) {
                g.state = PyGenerator.State.SUSPENDED;
                g.handled = t.handled == base ? null : t.handled;
                return takeResult(g.frame);
            }
            t.handled = base;
            PyObject result = status == StmtNode.RETURN ? takeResult(g.frame) : w.none();
            finish(w, g);
            if (result == w.singletons.none) {
                w.release(result, Holder.RESULT);
                return null;
            }
            throw Errors.stopIteration(w, result);
        } catch (PyException e) {
            t.handled = base;
            if (g.state == PyGenerator.State.RUNNING) {
                finish(w, g);
                throw e.matches(w.types.exceptions.stopIteration) ? stopIterationInside(w, e) : e;
            }
            throw e;
        } finally {
            t.handled = base;
            w.release(g, Holder.NATIVE);
        }
    }

    private static PyObject takeResult(MaterializedFrame frame) {
        PyObject result = (PyObject) frame.getObjectStatic(SlotLayout.RESULT);
        frame.setObjectStatic(SlotLayout.RESULT, null);
        return result;
    }

    /** PEP 479. */
    private static PyException stopIterationInside(World w, PyException e) {
        PyBaseException stop = e.take();
        PyException error = Errors.runtimeError(w, "generator raised StopIteration");
        PyBaseException value = error.value();
        w.releaseOrNull(value.context, Holder.EXCEPTION);
        value.context = w.newRef(stop, Holder.EXCEPTION);
        value.cause = stop;
        value.suppressContext = true;
        return error;
    }

    /** The activation has ended: its locals die, or go on in its frame object. */
    static void finish(World w, PyGenerator g) {
        if (g.state == PyGenerator.State.CLOSED) {
            return;
        }
        g.state = PyGenerator.State.CLOSED;
        g.handled = null;
        for (int slot : g.unit.temporarySlots) {
            PyObject value = (PyObject) g.frame.getObjectStatic(slot);
            if (value != null) {
                g.frame.setObjectStatic(slot, null);
                w.release(value, Holder.OPERAND);
            }
        }
        new CodeRootNode.Entry(w, g.unit).clear(g.frame);
    }

    /** {@code gen_close}. */
    static void close(World w, PyGenerator g) {
        if (g.state == PyGenerator.State.CLOSED) {
            return;
        }
        if (g.state == PyGenerator.State.CREATED) {
            finish(w, g);
            return;
        }
        PyException exit = Errors.of(w, w.types.exceptions.generatorExit);
        try {
            PyObject yielded = resume(w, g, exit);
            if (yielded != null) {
                w.release(yielded, Holder.RESULT);
                throw Errors.runtimeError(w, "generator ignored GeneratorExit");
            }
        } catch (PyException e) {
            if (!e.matches(w.types.exceptions.stopIteration) && !e.matches(w.types.exceptions.generatorExit)) {
                throw e;
            }
            w.release(e.take(), Holder.EXCEPTION);
        }
    }

    /** The value of a StopIteration, which is released; a new reference. */
    static PyObject stopValue(World w, PyException e) {
        PyBaseException stop = e.take();
        PyObject value = stop.args.items.length > 0 ? w.newRef(stop.args.items[0], Holder.RESULT) : w.none();
        w.release(stop, Holder.EXCEPTION);
        return value;
    }
}
