package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyBaseException;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.World;

/** RAISE_VARARGS. */
final class RaiseNodes {

    private RaiseNodes() {
    }

    static final class Raise extends StmtNode {
        @Child private ExprNode exception;
        @Child private ExprNode cause;

        /** @param cause null for none */
        Raise(World w, int site, ExprNode exception, ExprNode cause) {
            super(w, site);
            this.exception = exception;
            this.cause = cause;
        }

        @Override
        int execute(VirtualFrame frame) {
            PyObject e = exception.execute(frame);
            PyObject c = null;
            if (cause != null) {
                try {
                    c = cause.execute(frame);
                } catch (RuntimeException x) {
                    throw unwind(frame, x, e);
                }
            }
            mark();
            PyException raised = raise(e, c);
            traced(frame, raised);
            throw raised;
        }

        /** {@code do_raise}: steals both. */
        @TruffleBoundary
        private PyException raise(PyObject exception, PyObject cause) {
            PyBaseException value;
            try {
                value = instance(exception, "exceptions must derive from BaseException");
            } catch (PyException e) {
                w.releaseOrNull(cause, Holder.OPERAND);
                return e;
            }
            if (cause != null) {
                try {
                    setCause(value, cause);
                } catch (PyException e) {
                    w.release(value, Holder.OPERAND);
                    return e;
                }
            }
            return Errors.raise(w, value);
        }

        private void setCause(PyBaseException value, PyObject cause) {
            PyObject old = value.cause;
            if (cause == w.singletons.none) {
                w.release(cause, Holder.OPERAND);
                value.cause = null;
            } else {
                value.cause = instance(cause, "exception causes must derive from BaseException");
            }
            value.suppressContext = true;
            w.releaseOrNull(old, Holder.EXCEPTION);
        }

        /** The exception itself, or a new instance of an exception class; steals its argument. */
        private PyBaseException instance(PyObject o, String otherwise) {
            if (o instanceof PyBaseException e) {
                return e;
            }
            try {
                if (o instanceof PyType t && t.isSubtypeOf(w.types.exceptions.baseException)) {
                    PyObject made = Calls.call(w, t);
                    if (made instanceof PyBaseException e) {
                        return e;
                    }
                    PyException e = Errors.typeError(w, "calling %s should have returned an instance of BaseException, not %s",
                        t.toString(), made.type.toString());
                    w.release(made, Holder.NATIVE);
                    throw e;
                }
                throw Errors.typeError(w, otherwise);
            } finally {
                w.release(o, Holder.OPERAND);
            }
        }
    }

    /** A bare {@code raise}: the exception being handled goes on, without a new traceback entry. */
    static final class Reraise extends StmtNode {
        Reraise(World w, int site) {
            super(w, site);
        }

        @Override
        int execute(VirtualFrame frame) {
            mark();
            throw reraise();
        }

        @TruffleBoundary
        private PyException reraise() {
            PyBaseException handled = w.thread.handled;
            if (handled == null) {
                return Errors.runtimeError(w, "No active exception to reraise");
            }
            PyException e = new PyException(w.newRef(handled, Holder.EXCEPTION));
            e.tracedDepth = w.thread.depth;
            return e;
        }
    }
}
