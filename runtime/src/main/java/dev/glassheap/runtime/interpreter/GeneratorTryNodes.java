package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyBaseException;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;

/**
 * Re-enterable try and with. The exception being handled and the generator's own one before it wait in slots, so that the
 * collector sees them; what the resumer was handling is found anew at each resumption ({@link SlotLayout#BASE_HANDLED}).
 */
final class GeneratorTryNodes {

    private GeneratorTryNodes() {
    }

    /** PUSH_EXC_INFO into slots. */
    private static PyBaseException begin(World w, VirtualFrame frame, PyException e, int exceptionSlot, int previousSlot) {
        PyBaseException exception = e.take();
        PyBaseException previous = w.thread.handled;
        if (previous != null && previous != frame.getObjectStatic(SlotLayout.BASE_HANDLED)) {
            frame.setObjectStatic(previousSlot, w.newRef(previous, Holder.EXCEPTION));
        }
        frame.setObjectStatic(exceptionSlot, exception);
        w.thread.handled = exception;
        return exception;
    }

    /** POP_EXCEPT: what was handled before is handled again; returns the exception with its reference. */
    private static PyBaseException pop(World w, VirtualFrame frame, int exceptionSlot, int previousSlot) {
        PyBaseException exception = (PyBaseException) frame.getObjectStatic(exceptionSlot);
        PyBaseException previous = (PyBaseException) frame.getObjectStatic(previousSlot);
        frame.setObjectStatic(exceptionSlot, null);
        frame.setObjectStatic(previousSlot, null);
        w.thread.handled = previous != null ? previous : (PyBaseException) frame.getObjectStatic(SlotLayout.BASE_HANDLED);
        w.releaseOrNull(previous, Holder.EXCEPTION);
        return exception;
    }

    private static PyException again(World w, PyBaseException exception) {
        PyException e = new PyException(exception);
        e.tracedDepth = w.thread.depth;
        return e;
    }

    static final class Handler extends GuestNode {
        @Child private TryNodes.Handler matcher;
        @Child private TargetNode target;
        @Child private StmtNode unbind;
        @Child private StmtNode body;

        Handler(World w, int site, ExprNode type, TargetNode target, StmtNode unbind, StmtNode body) {
            super(w, site);
            this.matcher = new TryNodes.Handler(w, site, type, null, null, null);
            this.target = target;
            this.unbind = unbind;
            this.body = body;
        }

        int run(VirtualFrame frame, PyBaseException exception, boolean resume) {
            if (!resume && target != null) {
                retain(exception, Holder.OPERAND);
                target.store(frame, exception);
            }
            int status;
            try {
                status = body.execute(frame);
            } catch (PyException e) {
                traced(frame, e);
                if (unbind != null) {
                    unbind.execute(frame);
                }
                throw e;
            }
            if (status != StmtNode.YIELD && unbind != null) {
                unbind.execute(frame);
            }
            return status;
        }
    }

    static final class TryExcept extends StmtNode {
        private static final int ELSE = 1;
        private static final int FIRST_HANDLER = 2;
        private static final int BODY = -1;
        private final int counter;
        private final int exceptionSlot;
        private final int previousSlot;
        @Child private StmtNode body;
        @Children private final Handler[] handlers;
        @Child private StmtNode orelse;

        TryExcept(World w, int site, int counter, int exceptionSlot, int previousSlot, StmtNode body, Handler[] handlers, StmtNode orelse) {
            super(w, site);
            this.counter = counter;
            this.exceptionSlot = exceptionSlot;
            this.previousSlot = previousSlot;
            this.body = body;
            this.handlers = handlers;
            this.orelse = orelse;
        }

        @Override
        int execute(VirtualFrame frame) {
            int state = frame.getIntStatic(counter);
            frame.setIntStatic(counter, 0);
            if (state >= FIRST_HANDLER) {
                return handle(frame, state - FIRST_HANDLER, true);
            }
            if (state != ELSE) {
                int status;
                try {
                    status = body.execute(frame);
                } catch (PyException e) {
                    traced(frame, e);
                    begin(w, frame, e, exceptionSlot, previousSlot);
                    return handle(frame, -1, false);
                }
                if (status != NORMAL || orelse == null) {
                    frame.setIntStatic(counter, status == YIELD ? BODY : 0);
                    return status;
                }
            }
            int status = orelse.execute(frame);
            frame.setIntStatic(counter, status == YIELD ? ELSE : 0);
            return status;
        }

        /** @param chosen the handler that was under way, or -1 to find one */
        @ExplodeLoop
        private int handle(VirtualFrame frame, int chosen, boolean resume) {
            PyBaseException exception = (PyBaseException) frame.getObjectStatic(exceptionSlot);
            int status = -1;
            try {
                for (int i = 0; i < handlers.length; i++) {
                    if (status < 0 && (resume ? i == chosen : handlers[i].matcher.matches(frame, exception))) {
                        status = handlers[i].run(frame, exception, resume);
                        if (status == YIELD) {
                            frame.setIntStatic(counter, FIRST_HANDLER + i);
                            return YIELD;
                        }
                    }
                }
            } catch (PyException next) {
                traced(frame, next);
                release(pop(w, frame, exceptionSlot, previousSlot), Holder.EXCEPTION);
                throw next;
            }
            PyBaseException handled = pop(w, frame, exceptionSlot, previousSlot);
            if (status < 0) {
                throw again(w, handled);
            }
            release(handled, Holder.EXCEPTION);
            return status;
        }
    }

    static final class TryFinally extends StmtNode {
        private static final int AFTER_NORMAL = 1;
        private static final int AFTER_EXCEPTION = 2;
        private final int counter;
        private final int statusSlot;
        /** The exception, or the result of a return, while the final body runs. */
        private final int pendingSlot;
        private final int previousSlot;
        @Child private StmtNode body;
        @Child private StmtNode finalbody;

        TryFinally(World w, int site, int counter, int statusSlot, int pendingSlot, int previousSlot, StmtNode body, StmtNode finalbody) {
            super(w, site);
            this.counter = counter;
            this.statusSlot = statusSlot;
            this.pendingSlot = pendingSlot;
            this.previousSlot = previousSlot;
            this.body = body;
            this.finalbody = finalbody;
        }

        @Override
        int execute(VirtualFrame frame) {
            int state = frame.getIntStatic(counter);
            frame.setIntStatic(counter, 0);
            if (state == AFTER_NORMAL) {
                return afterNormal(frame);
            }
            if (state == AFTER_EXCEPTION) {
                return afterException(frame);
            }
            int status;
            try {
                status = body.execute(frame);
            } catch (PyException e) {
                traced(frame, e);
                begin(w, frame, e, pendingSlot, previousSlot);
                return afterException(frame);
            }
            if (status == YIELD) {
                return YIELD;
            }
            frame.setIntStatic(statusSlot, status);
            frame.setObjectStatic(pendingSlot, frame.getObjectStatic(SlotLayout.RESULT));
            frame.setObjectStatic(SlotLayout.RESULT, null);
            return afterNormal(frame);
        }

        private int afterNormal(VirtualFrame frame) {
            int after;
            try {
                after = finalbody.execute(frame);
            } catch (PyException e) {
                PyObject pending = (PyObject) frame.getObjectStatic(pendingSlot);
                frame.setObjectStatic(pendingSlot, null);
                throw unwind(frame, e, pending);
            }
            if (after == YIELD) {
                frame.setIntStatic(counter, AFTER_NORMAL);
                return YIELD;
            }
            PyObject pending = (PyObject) frame.getObjectStatic(pendingSlot);
            frame.setObjectStatic(pendingSlot, null);
            if (after == NORMAL) {
                frame.setObjectStatic(SlotLayout.RESULT, pending);
                return frame.getIntStatic(statusSlot);
            }
            w.releaseOrNull(pending, Holder.RESULT);
            return after;
        }

        private int afterException(VirtualFrame frame) {
            int after;
            try {
                after = finalbody.execute(frame);
            } catch (PyException next) {
                traced(frame, next);
                release(pop(w, frame, pendingSlot, previousSlot), Holder.EXCEPTION);
                throw next;
            }
            if (after == YIELD) {
                frame.setIntStatic(counter, AFTER_EXCEPTION);
                return YIELD;
            }
            PyBaseException exception = pop(w, frame, pendingSlot, previousSlot);
            if (after == NORMAL) {
                throw again(w, exception);
            }
            release(exception, Holder.EXCEPTION);
            return after;
        }
    }

    static final class With extends StmtNode {
        private final int counter;
        private final int exitSlot;
        @Child private ExprNode context;
        @Child private TargetNode target;
        @Child private StmtNode body;

        With(World w, int site, int counter, int exitSlot, ExprNode context, TargetNode target, StmtNode body) {
            super(w, site);
            this.counter = counter;
            this.exitSlot = exitSlot;
            this.context = context;
            this.target = target;
            this.body = body;
        }

        @Override
        int execute(VirtualFrame frame) {
            boolean resume = frame.getIntStatic(counter) != 0;
            frame.setIntStatic(counter, 0);
            PyObject entered = resume ? null : enter(frame);
            int status;
            try {
                if (entered != null) {
                    if (target == null) {
                        releaseOperand(entered);
                    } else {
                        target.store(frame, entered);
                    }
                }
                status = body.execute(frame);
            } catch (PyException e) {
                traced(frame, e);
                return WithNodes.leaveWithException(this, frame, e, exitSlot);
            }
            if (status == YIELD) {
                frame.setIntStatic(counter, 1);
                return YIELD;
            }
            return WithNodes.leave(this, frame, status, exitSlot);
        }

        private PyObject enter(VirtualFrame frame) {
            PyObject manager = context.execute(frame);
            mark();
            PyObject[] entered;
            try {
                entered = WithNodes.enter(w, manager);
            } catch (RuntimeException e) {
                throw unwind(frame, e, manager);
            }
            releaseOperand(manager);
            frame.setObjectStatic(exitSlot, entered[0]);
            return entered[1];
        }
    }
}
