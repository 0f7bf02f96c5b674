package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyBaseException;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.World;

/** try / except / else / finally: PUSH_EXC_INFO, CHECK_EXC_MATCH, POP_EXCEPT, RERAISE. */
final class TryNodes {

    private TryNodes() {
    }

    /** One {@code except} clause. */
    static final class Handler extends GuestNode {
        @Child private ExprNode type;
        @Child private TargetNode target;
        @Child private StmtNode unbind;
        @Child private StmtNode body;

        /** @param type null for a bare except; @param target and @param unbind null when the exception is not named */
        Handler(World w, int site, ExprNode type, TargetNode target, StmtNode unbind, StmtNode body) {
            super(w, site);
            this.type = type;
            this.target = target;
            this.unbind = unbind;
            this.body = body;
        }

        /** CHECK_EXC_MATCH. */
        boolean matches(VirtualFrame frame, PyBaseException exception) {
            if (type == null) {
                return true;
            }
            PyObject t = type.execute(frame);
            mark();
            boolean match;
            try {
                match = test(exception, t);
            } catch (RuntimeException e) {
                throw unwind(frame, e, t);
            }
            releaseOperand(t);
            return match;
        }

        @TruffleBoundary
        private boolean test(PyBaseException exception, PyObject t) {
            if (t instanceof PyTuple tuple) {
                for (PyObject item : tuple.items) {
                    checkClass(item);
                }
                for (PyObject item : tuple.items) {
                    if (exception.type.isSubtypeOf((PyType) item)) {
                        return true;
                    }
                }
                return false;
            }
            checkClass(t);
            return exception.type.isSubtypeOf((PyType) t);
        }

        private void checkClass(PyObject t) {
            if (!(t instanceof PyType type && type.isSubtypeOf(w.types.exceptions.baseException))) {
                throw Errors.typeError(w, "catching classes that do not inherit from BaseException is not allowed");
            }
        }

        int run(VirtualFrame frame, PyBaseException exception) {
            if (target == null) {
                return body.execute(frame);
            }
            retain(exception, Holder.OPERAND);
            target.store(frame, exception);
            int status;
            try {
                status = body.execute(frame);
            } catch (PyException e) {
                traced(frame, e);
                unbind.execute(frame);
                throw e;
            }
            if (status != StmtNode.YIELD) {
                unbind.execute(frame);
            }
            return status;
        }
    }

    static final class TryExcept extends StmtNode {
        @Child private StmtNode body;
        @Children private final Handler[] handlers;
        @Child private StmtNode orelse;

        TryExcept(World w, int site, StmtNode body, Handler[] handlers, StmtNode orelse) {
            super(w, site);
            this.body = body;
            this.handlers = handlers;
            this.orelse = orelse;
        }

        @Override
        int execute(VirtualFrame frame) {
            int status;
            try {
                status = body.execute(frame);
            } catch (PyException e) {
                traced(frame, e);
                return handle(frame, e);
            }
            return status == NORMAL && orelse != null ? orelse.execute(frame) : status;
        }

        @ExplodeLoop
        private int handle(VirtualFrame frame, PyException e) {
            Handling handling = Handling.begin(w, e);
            int status;
            try {
                status = -1;
                for (Handler handler : handlers) {
                    if (handler.matches(frame, handling.exception())) {
                        status = handler.run(frame, handling.exception());
                        break;
                    }
                }
            } catch (PyException next) {
                traced(frame, next);
                handling.end(w);
                throw next;
            }
            if (status < 0) {
                throw handling.reraise(w);
            }
            handling.end(w);
            return status;
        }
    }

    static final class TryFinally extends StmtNode {
        @Child private StmtNode body;
        @Child private StmtNode finalbody;

        TryFinally(World w, int site, StmtNode body, StmtNode finalbody) {
            super(w, site);
            this.body = body;
            this.finalbody = finalbody;
        }

        @Override
        int execute(VirtualFrame frame) {
            int status;
            try {
                status = body.execute(frame);
            } catch (PyException e) {
                traced(frame, e);
                return afterException(frame, e);
            }
            // A return value waits in the RESULT slot; a return inside finally replaces it.
            PyObject result = (PyObject) frame.getObjectStatic(SlotLayout.RESULT);
            frame.setObjectStatic(SlotLayout.RESULT, null);
            int after;
            try {
                after = finalbody.execute(frame);
            } catch (PyException e) {
                throw unwind(frame, e, result);
            }
            if (after == NORMAL) {
                frame.setObjectStatic(SlotLayout.RESULT, result);
                return status;
            }
            if (result != null) {
                release(result, Holder.RESULT);
            }
            return after;
        }

        private int afterException(VirtualFrame frame, PyException e) {
            Handling handling = Handling.begin(w, e);
            int status;
            try {
                status = finalbody.execute(frame);
            } catch (PyException next) {
                traced(frame, next);
                handling.end(w);
                throw next;
            }
            if (status == NORMAL) {
                throw handling.reraise(w);
            }
            handling.end(w);
            return status;
        }
    }

    /**
     * PUSH_EXC_INFO: an exception being handled. Owns the exception; while it lasts, {@code thread.handled} is the exception and
     * the one before waits here.
     */
    static final class Handling {
        private final PyBaseException exception;
        private final PyBaseException previous;

        private Handling(PyBaseException exception, PyBaseException previous) {
            this.exception = exception;
            this.previous = previous;
        }

        static Handling begin(World w, PyException e) {
            Handling h = new Handling(e.take(), w.thread.handled);
            w.thread.handled = h.exception;
            return h;
        }

        PyBaseException exception() {
            return exception;
        }

        /** POP_EXCEPT. */
        void end(World w) {
            w.thread.handled = previous;
            w.release(exception, Holder.EXCEPTION);
        }

        /** RERAISE: gives the reference back to a Java exception; the frame adds no second traceback entry. */
        PyException reraise(World w) {
            w.thread.handled = previous;
            PyException e = new PyException(exception);
            e.tracedDepth = w.thread.depth;
            return e;
        }
    }
}
