package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyBaseException;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.Slots;
import dev.glassheap.runtime.object.World;

/** with: BEFORE_WITH, WITH_EXCEPT_START. One node an item; several items nest. */
final class WithNodes {

    private WithNodes() {
    }

    static final class With extends StmtNode {
        private final int exitSlot;
        @Child private ExprNode context;
        @Child private TargetNode target;
        @Child private StmtNode body;

        /** @param target null when the result of {@code __enter__} is not stored */
        With(World w, int site, int exitSlot, ExprNode context, TargetNode target, StmtNode body) {
            super(w, site);
            this.exitSlot = exitSlot;
            this.context = context;
            this.target = target;
            this.body = body;
        }

        @Override
        int execute(VirtualFrame frame) {
            PyObject manager = context.execute(frame);
            mark();
            PyObject[] entered;
            try {
                entered = enter(w, manager);
            } catch (RuntimeException e) {
                throw unwind(frame, e, manager);
            }
            releaseOperand(manager);
            frame.setObjectStatic(exitSlot, entered[0]);
            int status;
            try {
                if (target == null) {
                    releaseOperand(entered[1]);
                } else {
                    target.store(frame, entered[1]);
                }
                status = body.execute(frame);
            } catch (PyException e) {
                traced(frame, e);
                return leaveWithException(this, frame, e, exitSlot);
            }
            return leave(this, frame, status, exitSlot);
        }
    }

    /** The body ended without exception: calls {@code __exit__(None, None, None)}. */
    static int leave(GuestNode node, VirtualFrame frame, int status, int exitSlot) {
        World w = node.w;
        PyObject exit = (PyObject) frame.getObjectStatic(exitSlot);
        frame.setObjectStatic(exitSlot, null);
        PyObject result = (PyObject) frame.getObjectStatic(SlotLayout.RESULT);
        frame.setObjectStatic(SlotLayout.RESULT, null);
        node.mark();
        try {
            callExit(w, exit);
        } catch (RuntimeException e) {
            throw node.unwind(frame, e, result, exit);
        }
        node.releaseOperand(exit);
        frame.setObjectStatic(SlotLayout.RESULT, result);
        return status;
    }

    /** The body ended with an exception: {@code __exit__} may suppress it. */
    static int leaveWithException(GuestNode node, VirtualFrame frame, PyException e, int exitSlot) {
        World w = node.w;
        PyObject exit = (PyObject) frame.getObjectStatic(exitSlot);
        frame.setObjectStatic(exitSlot, null);
        TryNodes.Handling handling = TryNodes.Handling.begin(w, e);
        boolean suppressed;
        node.mark();
        try {
            suppressed = callExit(w, exit, handling.exception());
        } catch (PyException next) {
            node.traced(frame, next);
            handling.end(w);
            throw node.unwind(frame, next, exit);
        }
        if (!suppressed) {
            PyException again = handling.reraise(w);
            node.releaseOperand(exit);
            throw again;
        }
        handling.end(w);
        node.releaseOperand(exit);
        return StmtNode.NORMAL;
    }

    /** {@code __exit__} bound, and the result of {@code __enter__}; both owned. */
    @TruffleBoundary
    static PyObject[] enter(World w, PyObject manager) {
        PyObject enter = special(w, manager, "__enter__");
        if (enter == null) {
            throw Errors.typeError(w, "'%s' object does not support the context manager protocol", manager.type.name);
        }
        PyObject exit = null;
        try {
            exit = special(w, manager, "__exit__");
            if (exit == null) {
                throw Errors.typeError(w, "'%s' object does not support the context manager protocol (missed __exit__ method)",
                    manager.type.name);
            }
            return new PyObject[] {exit, Calls.call(w, enter)};
        } catch (PyException e) {
            w.releaseOrNull(exit, Holder.OPERAND);
            throw e;
        } finally {
            w.release(enter, Holder.OPERAND);
        }
    }

    /** {@code _PyObject_LookupSpecial}: bound, a new reference, or null. */
    static PyObject special(World w, PyObject o, String name) {
        PyObject descr = o.type.lookup(name);
        if (descr == null) {
            return null;
        }
        Slots.DescrGetFunc get = descr.type.slots.tpDescrGet;
        return get == null ? w.newRef(descr, Holder.OPERAND) : get.get(w, descr, o, o.type);
    }

    @TruffleBoundary
    static void callExit(World w, PyObject exit) {
        PyObject none = w.singletons.none;
        w.release(Calls.call(w, exit, none, none, none), Holder.OPERAND);
    }

    @TruffleBoundary
    static boolean callExit(World w, PyObject exit, PyBaseException exception) {
        PyObject traceback = exception.traceback == null ? w.singletons.none : exception.traceback;
        PyObject result = Calls.call(w, exit, exception.type, exception, traceback);
        return Objects.takeTruth(w, result);
    }
}
