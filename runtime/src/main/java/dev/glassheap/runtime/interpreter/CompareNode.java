package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyInt;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.World;

/** COMPARE_OP, IS_OP, CONTAINS_OP; chains in {@link Chain}. */
final class CompareNode extends ExprNode {

    /** The ten comparison operators of the grammar. */
    enum Op {
        LT, LE, EQ, NE, GT, GE, IS, IS_NOT, IN, NOT_IN;

        dev.glassheap.runtime.object.CompareOp rich() {
            return dev.glassheap.runtime.object.CompareOp.valueOf(name());
        }
    }

    private final Op op;
    private final dev.glassheap.runtime.object.CompareOp rich;
    private final PyType intType;
    @Child private ExprNode left;
    @Child private ExprNode right;

    CompareNode(World w, int site, Op op, ExprNode left, ExprNode right) {
        super(w, site);
        this.op = op;
        this.rich = op.ordinal() <= Op.GE.ordinal() ? op.rich() : null;
        this.left = left;
        this.right = right;
        this.intType = w.types.intType;
    }

    @Override
    PyObject execute(VirtualFrame frame) {
        PyObject l = left.execute(frame);
        PyObject r;
        try {
            r = right.execute(frame);
        } catch (RuntimeException e) {
            throw unwind(frame, e, l);
        }
        PyObject result;
        mark();
        try {
            result = compare(l, r);
        } catch (RuntimeException e) {
            throw unwind(frame, e, l, r);
        }
        releaseOperand(l);
        releaseOperand(r);
        return result;
    }

    @Override
    boolean executeTruth(VirtualFrame frame) {
        PyObject l = left.execute(frame);
        PyObject r;
        try {
            r = right.execute(frame);
        } catch (RuntimeException e) {
            throw unwind(frame, e, l);
        }
        mark();
        if (rich != null && l.type == intType && r.type == intType && ((PyInt) l).big == null && ((PyInt) r).big == null) {
            boolean truth = ints(((PyInt) l).value, ((PyInt) r).value);
            releaseOperand(l);
            releaseOperand(r);
            return truth;
        }
        if (rich == null) {
            boolean truth;
            try {
                truth = test(l, r);
            } catch (RuntimeException e) {
                throw unwind(frame, e, l, r);
            }
            releaseOperand(l);
            releaseOperand(r);
            return truth;
        }
        PyObject result;
        try {
            result = compare(l, r);
        } catch (RuntimeException e) {
            throw unwind(frame, e, l, r);
        }
        releaseOperand(l);
        releaseOperand(r);
        return truthOf(frame, result);
    }

    private boolean ints(long a, long b) {
        return switch (op) {
            case LT -> a < b;
            case LE -> a <= b;
            case EQ -> a == b;
            case NE -> a != b;
            case GT -> a > b;
            default -> a >= b;
        };
    }

    /** Compares borrowed operands; the result is a new reference. */
    private PyObject compare(PyObject l, PyObject r) {
        if (rich == null) {
            return bool(test(l, r));
        }
        if (l.type == intType && r.type == intType && ((PyInt) l).big == null && ((PyInt) r).big == null) {
            return bool(ints(((PyInt) l).value, ((PyInt) r).value));
        }
        return Objects.richCompare(w, l, r, rich);
    }

    private PyObject bool(boolean b) {
        PyObject o = b ? w.singletons.trueObject : w.singletons.falseObject;
        retain(o, Holder.OPERAND);
        return o;
    }

    private boolean test(PyObject l, PyObject r) {
        return switch (op) {
            case IS -> l == r;
            case IS_NOT -> l != r;
            case IN -> contains(r, l);
            default -> !contains(r, l);
        };
    }

    @TruffleBoundary
    private boolean contains(PyObject container, PyObject value) {
        return Objects.contains(w, container, value);
    }

    /** {@code a < b < c}: each operand is evaluated once, the first false result is the value. */
    static final class Chain extends ExprNode {
        @Child private ExprNode first;
        @Children private final ExprNode[] operands;
        @Children private final CompareNode[] comparisons;

        Chain(World w, int site, ExprNode first, Op[] ops, ExprNode[] operands) {
            super(w, site);
            this.first = first;
            this.operands = operands;
            this.comparisons = new CompareNode[ops.length];
            for (int i = 0; i < ops.length; i++) {
                comparisons[i] = new CompareNode(w, site, ops[i], null, null);
            }
        }

        @Override
        @ExplodeLoop
        PyObject execute(VirtualFrame frame) {
            PyObject l = first.execute(frame);
            for (int i = 0; i < operands.length; i++) {
                PyObject r;
                try {
                    r = operands[i].execute(frame);
                } catch (RuntimeException e) {
                    throw unwind(frame, e, l);
                }
                mark();
                PyObject result;
                try {
                    result = comparisons[i].compare(l, r);
                } catch (RuntimeException e) {
                    throw unwind(frame, e, l, r);
                }
                releaseOperand(l);
                if (i == operands.length - 1) {
                    releaseOperand(r);
                    return result;
                }
                if (!keepIfFalse(frame, result, r)) {
                    return result;
                }
                l = r;
            }
            throw new IllegalStateException("a comparison chain has operands");
        }

        /** True when the chain goes on (the result was released); false when the result is the value (the operand was released). */
        private boolean keepIfFalse(VirtualFrame frame, PyObject result, PyObject operand) {
            boolean truth;
            try {
                truth = Objects.isTrue(w, result);
            } catch (RuntimeException e) {
                throw unwind(frame, e, operand, result);
            }
            releaseOperand(truth ? result : operand);
            return truth;
        }
    }
}
