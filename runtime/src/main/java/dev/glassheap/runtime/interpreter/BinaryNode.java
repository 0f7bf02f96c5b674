package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import dev.glassheap.runtime.object.BinaryOp;
import dev.glassheap.runtime.object.Numbers;
import dev.glassheap.runtime.object.PyFloat;
import dev.glassheap.runtime.object.PyInt;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.World;

/** BINARY_OP, in-place forms included. Fast paths for exact ints that fit a long and exact floats. */
final class BinaryNode extends ExprNode {

    private final BinaryOp op;
    private final boolean inplace;
    private final PyType intType;
    private final PyType floatType;
    @Child private ExprNode left;
    @Child private ExprNode right;

    BinaryNode(World w, int site, BinaryOp op, boolean inplace, ExprNode left, ExprNode right) {
        super(w, site);
        this.op = op;
        this.inplace = inplace;
        this.left = left;
        this.right = right;
        this.intType = w.types.intType;
        this.floatType = w.types.floatType;
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
        return apply(frame, l, r);
    }

    /** Applies the operator to owned operands, which are released. */
    PyObject apply(VirtualFrame frame, PyObject l, PyObject r) {
        mark();
        PyObject result;
        try {
            if (l.type == intType && r.type == intType) {
                result = ints((PyInt) l, (PyInt) r);
            } else if (l.type == floatType && r.type == floatType) {
                result = floats((PyFloat) l, (PyFloat) r);
            } else {
                result = generic(l, r);
            }
        } catch (RuntimeException e) {
            throw unwind(frame, e, l, r);
        }
        releaseOperand(l);
        releaseOperand(r);
        return result;
    }

    private PyObject ints(PyInt l, PyInt r) {
        if (l.big == null && r.big == null) {
            long a = l.value;
            long b = r.value;
            switch (op) {
                case ADD -> {
                    long sum = a + b;
                    if (((a ^ sum) & (b ^ sum)) >= 0) {
                        return newInt(sum);
                    }
                }
                case SUBTRACT -> {
                    long difference = a - b;
                    if (((a ^ b) & (a ^ difference)) >= 0) {
                        return newInt(difference);
                    }
                }
                case MULTIPLY -> {
                    long high = Math.multiplyHigh(a, b);
                    long low = a * b;
                    if (high == low >> 63) {
                        return newInt(low);
                    }
                }
                case AND -> {
                    return newInt(a & b);
                }
                case FLOOR_DIVIDE -> {
                    if (b > 0) {
                        return newInt(Math.floorDiv(a, b));
                    }
                }
                case REMAINDER -> {
                    if (b > 0) {
                        return newInt(Math.floorMod(a, b));
                    }
                }
                default -> {
                }
            }
        }
        return generic(l, r);
    }

    private PyObject floats(PyFloat l, PyFloat r) {
        double a = l.value;
        double b = r.value;
        return switch (op) {
            case ADD -> newFloat(a + b);
            case SUBTRACT -> newFloat(a - b);
            case MULTIPLY -> newFloat(a * b);
            case TRUE_DIVIDE -> b != 0 ? newFloat(a / b) : generic(l, r);
            default -> generic(l, r);
        };
    }

    @TruffleBoundary
    private PyObject newInt(long value) {
        return PyInt.of(w, value);
    }

    @TruffleBoundary
    private PyObject newFloat(double value) {
        return PyFloat.of(w, value);
    }

    @TruffleBoundary
    private PyObject generic(PyObject l, PyObject r) {
        return inplace ? Numbers.inplace(w, op, l, r) : Numbers.binary(w, op, l, r);
    }
}
