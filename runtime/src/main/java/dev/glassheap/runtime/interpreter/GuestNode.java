package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;

/**
 * What every node of a guest program knows: its world and its site.
 *
 * <p>A node belongs to one world (the language's context policy is exclusive), so that the world is a constant for the
 * compiler. Before an operation that may allocate, raise or call, a node {@linkplain #mark marks} its site.
 */
abstract class GuestNode extends Node {

    protected final World w;
    /** Id of code and place, see {@link Sites}. */
    protected final int site;
    /** Whether an exception ever passed this node: until then its handlers cost compiled code nothing. */
    @CompilationFinal private boolean exceptionSeen;

    protected GuestNode(World w, int site) {
        this.w = w;
        this.site = site;
    }

    /** Says where execution stands. */
    protected final void mark() {
        w.thread.site = site;
    }

    protected final void retain(PyObject o, Holder holder) {
        w.retain(o, holder);
    }

    protected final void release(PyObject o, Holder holder) {
        w.release(o, holder);
    }

    protected final void releaseOperand(PyObject o) {
        w.release(o, Holder.OPERAND);
    }

    /**
     * An exception passes this node: adds the frame's traceback entry if the frame has none yet, then releases an operand.
     * Returns what to throw on.
     */
    protected final RuntimeException unwind(VirtualFrame frame, RuntimeException e, PyObject operand) {
        traced(frame, e);
        if (operand != null) {
            w.release(operand, Holder.OPERAND);
        }
        return e;
    }

    /** {@link #unwind} for two operands; the second is released first, as the top of CPython's stack would be. */
    protected final RuntimeException unwind(VirtualFrame frame, RuntimeException e, PyObject first, PyObject second) {
        traced(frame, e);
        if (second != null) {
            w.release(second, Holder.OPERAND);
        }
        if (first != null) {
            w.release(first, Holder.OPERAND);
        }
        return e;
    }

    /** {@code PyTraceBack_Here}, once for each frame an exception passes. */
    protected final void traced(VirtualFrame frame, RuntimeException e) {
        if (!exceptionSeen) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            exceptionSeen = true;
        }
        if (e instanceof PyException p && p.tracedDepth != w.thread.depth) {
            p.tracedDepth = w.thread.depth;
            Tracebacks.here(w, p, frame.materialize());
        }
    }

    /** Takes a pending interrupt: at function entry and loop back-edges. */
    protected final void checkInterrupt() {
        if (w.thread.interruptPending) {
            raiseInterrupt();
        }
    }

    @TruffleBoundary
    private void raiseInterrupt() {
        w.calls.checkInterrupt(w);
    }
}
