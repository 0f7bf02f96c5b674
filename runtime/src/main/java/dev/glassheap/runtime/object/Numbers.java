package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import dev.glassheap.runtime.object.Slots.BinaryFunc;
import dev.glassheap.runtime.object.Slots.TernaryFunc;

/** The number protocol ({@code PyNumber_*} of {@code Objects/abstract.c}). Arguments borrowed, results new. */
public final class Numbers {

    private Numbers() {
    }

    /** {@code PyNumber_Add} and its siblings. */
    @TruffleBoundary
    public static PyObject binary(World w, BinaryOp op, PyObject left, PyObject right) {
        if (op == BinaryOp.POWER) {
            return power(w, left, right, w.singletons.none);
        }
        PyObject r = binaryOrNotImplemented(w, op, left, right);
        if (!Objects.dropNotImplemented(w, r)) {
            return r;
        }
        r = sequenceFallback(w, op, left, right);
        if (r != null) {
            return r;
        }
        throw unsupported(w, op.symbol, op, left, right);
    }

    /** {@code BINARY_OP1}: the right operand goes first when its type is a proper subtype with another implementation. */
    private static PyObject binaryOrNotImplemented(World w, BinaryOp op, PyObject left, PyObject right) {
        BinaryFunc l = op.slot.apply(left.type.slots);
        BinaryFunc r = left.type == right.type ? null : op.slot.apply(right.type.slots);
        if (r == l) {
            r = null;
        }
        if (l != null) {
            if (r != null && right.type.isSubtypeOf(left.type)) {
                PyObject result = r.apply(w, left, right);
                if (!Objects.dropNotImplemented(w, result)) {
                    return result;
                }
                r = null;
            }
            PyObject result = l.apply(w, left, right);
            if (!Objects.dropNotImplemented(w, result)) {
                return result;
            }
        }
        return r == null ? w.notImplemented() : r.apply(w, left, right);
    }

    private static PyObject sequenceFallback(World w, BinaryOp op, PyObject left, PyObject right) {
        if (op == BinaryOp.ADD && left.type.slots.sqConcat != null) {
            return left.type.slots.sqConcat.apply(w, left, right);
        }
        if (op == BinaryOp.MULTIPLY) {
            if (left.type.slots.sqRepeat != null) {
                return left.type.slots.sqRepeat.apply(w, left, repeatCount(w, right));
            }
            if (right.type.slots.sqRepeat != null) {
                return right.type.slots.sqRepeat.apply(w, right, repeatCount(w, left));
            }
        }
        return null;
    }

    private static long repeatCount(World w, PyObject count) {
        if (count.type.slots.nbIndex == null) {
            throw Errors.typeError(w, "can't multiply sequence by non-int of type '%s'", count.type.name);
        }
        return asIndex(w, count, w.types.exceptions.overflowError);
    }

    /** {@code PyNumber_InPlaceAdd} and its siblings. */
    @TruffleBoundary
    public static PyObject inplace(World w, BinaryOp op, PyObject left, PyObject right) {
        if (op == BinaryOp.POWER) {
            TernaryFunc f = left.type.slots.nbInplacePower;
            if (f != null) {
                PyObject r = f.apply(w, left, right, w.singletons.none);
                if (!Objects.dropNotImplemented(w, r)) {
                    return r;
                }
            }
            return powerAs(w, left, right, w.singletons.none, "**=");
        }
        BinaryFunc f = op.inplaceSlot.apply(left.type.slots);
        if (f != null) {
            PyObject r = f.apply(w, left, right);
            if (!Objects.dropNotImplemented(w, r)) {
                return r;
            }
        }
        PyObject r = binaryOrNotImplemented(w, op, left, right);
        if (!Objects.dropNotImplemented(w, r)) {
            return r;
        }
        if (op == BinaryOp.ADD && left.type.slots.sqInplaceConcat != null) {
            return left.type.slots.sqInplaceConcat.apply(w, left, right);
        }
        if (op == BinaryOp.MULTIPLY && left.type.slots.sqInplaceRepeat != null) {
            return left.type.slots.sqInplaceRepeat.apply(w, left, repeatCount(w, right));
        }
        r = sequenceFallback(w, op, left, right);
        if (r != null) {
            return r;
        }
        throw unsupported(w, op.symbol + "=", op, left, right);
    }

    private static PyException unsupported(World w, String symbol, BinaryOp op, PyObject left, PyObject right) {
        if (op == BinaryOp.RSHIFT && left.type == w.types.builtinFunctionType
            && left instanceof PyNativeFunction f && f.name().equals("print")) {
            return Errors.typeError(w, "unsupported operand type(s) for %s: '%s' and '%s'. Did you mean "
                + "\"print(<message>, file=<output_stream>)\"?", symbol, left.type.name, right.type.name);
        }
        return Errors.typeError(w, "unsupported operand type(s) for %s: '%s' and '%s'", symbol, left.type.name, right.type.name);
    }

    /** {@code PyNumber_Power}. @param modulus None for none */
    @TruffleBoundary
    public static PyObject power(World w, PyObject base, PyObject exponent, PyObject modulus) {
        return powerAs(w, base, exponent, modulus, "** or pow()");
    }

    private static PyObject powerAs(World w, PyObject base, PyObject exponent, PyObject modulus, String symbol) {
        TernaryFunc l = base.type.slots.nbPower;
        TernaryFunc r = base.type == exponent.type ? null : exponent.type.slots.nbPower;
        if (r == l) {
            r = null;
        }
        PyObject result;
        if (l != null) {
            if (r != null && exponent.type.isSubtypeOf(base.type)) {
                result = r.apply(w, base, exponent, modulus);
                if (!Objects.dropNotImplemented(w, result)) {
                    return result;
                }
                r = null;
            }
            result = l.apply(w, base, exponent, modulus);
            if (!Objects.dropNotImplemented(w, result)) {
                return result;
            }
        }
        if (r != null) {
            result = r.apply(w, base, exponent, modulus);
            if (!Objects.dropNotImplemented(w, result)) {
                return result;
            }
        }
        if (modulus == w.singletons.none) {
            throw Errors.typeError(w, "unsupported operand type(s) for %s: '%s' and '%s'", symbol, base.type.name,
                exponent.type.name);
        }
        throw Errors.typeError(w, "unsupported operand type(s) for %s: '%s', '%s', '%s'", symbol, base.type.name,
            exponent.type.name, modulus.type.name);
    }

    @TruffleBoundary
    public static PyObject negative(World w, PyObject o) {
        return unary(w, o.type.slots.nbNegative, o, "unary -");
    }

    @TruffleBoundary
    public static PyObject positive(World w, PyObject o) {
        return unary(w, o.type.slots.nbPositive, o, "unary +");
    }

    @TruffleBoundary
    public static PyObject invert(World w, PyObject o) {
        return unary(w, o.type.slots.nbInvert, o, "unary ~");
    }

    @TruffleBoundary
    public static PyObject absolute(World w, PyObject o) {
        return unary(w, o.type.slots.nbAbsolute, o, "abs()");
    }

    private static PyObject unary(World w, Slots.UnaryFunc f, PyObject o, String symbol) {
        if (f == null) {
            throw Errors.typeError(w, "bad operand type for %s: '%s'", symbol, o.type.name);
        }
        return f.apply(w, o);
    }

    /** {@code PyNumber_Index}: an int (or int subclass instance, as given). */
    @TruffleBoundary
    public static PyInt index(World w, PyObject o) {
        if (o instanceof PyInt i) {
            return w.newRef(i, Holder.RESULT);
        }
        Slots.UnaryFunc f = o.type.slots.nbIndex;
        if (f == null) {
            throw Errors.typeError(w, "'%s' object cannot be interpreted as an integer", o.type.name);
        }
        PyObject r = f.apply(w, o);
        if (r instanceof PyInt i) {
            return i;
        }
        PyException e = Errors.typeError(w, "__index__ returned non-int (type %s)", r.type.name);
        w.release(r, Holder.RESULT);
        throw e;
    }

    /**
     * {@code PyNumber_AsSsize_t}.
     *
     * @param overflow what to raise when the value does not fit 64 bits, or null to clip to the nearest end
     */
    @TruffleBoundary
    public static long asIndex(World w, PyObject o, PyType overflow) {
        PyInt i = index(w, o);
        try {
            if (i.isSmall()) {
                return i.value;
            }
            if (overflow == null) {
                return i.big.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
            }
            throw Errors.of(w, overflow, "cannot fit '%s' into an index-sized integer", o.type.name);
        } finally {
            w.release(i, Holder.NATIVE);
        }
    }
}
