package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.MaterializedFrame;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyBaseException;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyFunction;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyTraceback;
import dev.glassheap.runtime.object.World;

/**
 * {@code PyTraceBack_Here}. When there is no memory for an entry it is left out: the exception on its way is worth more than a
 * second one about its traceback.
 */
final class Tracebacks {

    private Tracebacks() {
    }

    /** An exception thrown into a generator that never ran: the entry stands at its first line. */
    @TruffleBoundary
    static void entry(World w, PyException e, PyGenerator g) {
        PyFrame f = new PyFrame(g.frame, g.unit, g.function, -1, 0);
        try {
            w.allocate(f, w.types.frameType, f.byteSize());
            w.track(f);
            add(w, e, f, g.site);
        } catch (PyException noMemory) {
            w.release(noMemory.take(), Holder.EXCEPTION);
        } finally {
            if (f.address != 0) {
                w.release(f, Holder.FRAME);
            }
        }
    }

    private static void add(World w, PyException e, PyFrame f, int site) {
        PyBaseException value = e.value();
        PyObject next = value.traceback;
        value.traceback = PyTraceback.create(w, next, f, site, w.sites.line(site));
        w.releaseOrNull(next, dev.glassheap.runtime.object.Holder.TRACEBACK);
    }

    /** Adds the running frame in front of the exception's traceback. */
    @TruffleBoundary
    static void here(World w, PyException e, MaterializedFrame frame) {
        PyFunction function = (PyFunction) frame.getArguments()[0];
        CodeUnit unit = CodeUnit.of(function.code);
        int site = w.thread.site;
        try {
            PyFrame f = Frames.of(w, frame, unit, w.thread.depth - 1);
            f.site = site;
            add(w, e, f, site);
        } catch (PyException noMemory) {
            w.release(noMemory.take(), Holder.EXCEPTION);
        }
    }
}
