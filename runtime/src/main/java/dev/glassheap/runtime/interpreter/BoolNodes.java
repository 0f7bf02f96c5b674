package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Numbers;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;

/** not, and, or, conditional and assignment expressions, unary operators. */
final class BoolNodes {

    private BoolNodes() {
    }

    static final class Not extends ExprNode {
        @Child private ExprNode operand;

        Not(World w, int site, ExprNode operand) {
            super(w, site);
            this.operand = operand;
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject o = executeTruth(frame) ? w.singletons.trueObject : w.singletons.falseObject;
            retain(o, Holder.OPERAND);
            return o;
        }

        @Override
        boolean executeTruth(VirtualFrame frame) {
            return !operand.executeTruth(frame);
        }
    }

    /** {@code and} / {@code or} over any number of values. */
    static final class AndOr extends ExprNode {
        private final boolean and;
        @Children private final ExprNode[] values;

        AndOr(World w, int site, boolean and, ExprNode[] values) {
            super(w, site);
            this.and = and;
            this.values = values;
        }

        @Override
        @ExplodeLoop
        PyObject execute(VirtualFrame frame) {
            for (int i = 0; i < values.length - 1; i++) {
                PyObject value = values[i].execute(frame);
                boolean truth;
                try {
                    truth = Objects.isTrue(w, value);
                } catch (RuntimeException e) {
                    throw unwind(frame, e, value);
                }
                if (truth != and) {
                    return value;
                }
                releaseOperand(value);
            }
            return values[values.length - 1].execute(frame);
        }

        @Override
        @ExplodeLoop
        boolean executeTruth(VirtualFrame frame) {
            for (ExprNode value : values) {
                if (value.executeTruth(frame) != and) {
                    return !and;
                }
            }
            return and;
        }
    }

    static final class IfExp extends ExprNode {
        @Child private ExprNode test;
        @Child private ExprNode body;
        @Child private ExprNode orelse;

        IfExp(World w, int site, ExprNode test, ExprNode body, ExprNode orelse) {
            super(w, site);
            this.test = test;
            this.body = body;
            this.orelse = orelse;
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            return test.executeTruth(frame) ? body.execute(frame) : orelse.execute(frame);
        }
    }

    /** {@code (name := value)}. */
    static final class Named extends ExprNode {
        @Child private ExprNode value;
        @Child private TargetNode target;

        Named(World w, int site, ExprNode value, TargetNode target) {
            super(w, site);
            this.value = value;
            this.target = target;
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject v = value.execute(frame);
            retain(v, Holder.OPERAND);
            try {
                target.store(frame, v);
            } catch (RuntimeException e) {
                throw unwind(frame, e, v);
            }
            return v;
        }
    }

    /** The unary operators but {@code not}. */
    enum UnaryOp { NEGATIVE, POSITIVE, INVERT }

    static final class Unary extends ExprNode {
        private final UnaryOp op;
        @Child private ExprNode operand;

        Unary(World w, int site, UnaryOp op, ExprNode operand) {
            super(w, site);
            this.op = op;
            this.operand = operand;
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject o = operand.execute(frame);
            mark();
            PyObject result;
            try {
                result = apply(o);
            } catch (RuntimeException e) {
                throw unwind(frame, e, o);
            }
            releaseOperand(o);
            return result;
        }

        @TruffleBoundary
        private PyObject apply(PyObject o) {
            return switch (op) {
                case NEGATIVE -> Numbers.negative(w, o);
                case POSITIVE -> Numbers.positive(w, o);
                case INVERT -> Numbers.invert(w, o);
            };
        }
    }
}
