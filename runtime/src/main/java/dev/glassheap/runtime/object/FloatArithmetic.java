package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigDecimal;

/** The number slots, comparison and hash of floats ({@code Objects/floatobject.c}). */
final class FloatArithmetic {

    private FloatArithmetic() {
    }

    /** {@code CONVERT_TO_DOUBLE} knows floats and ints. */
    private static boolean isNumber(PyObject o) {
        return o instanceof PyFloat || o instanceof PyInt;
    }

    private static double number(World w, PyObject o) {
        return o instanceof PyFloat f ? f.value : fromInt(w, (PyInt) o);
    }

    /** {@code PyLong_AsDouble}: rounds half to even. */
    static double fromInt(World w, PyInt i) {
        if (i.big == null) {
            return i.value;
        }
        double d = i.big.doubleValue();
        if (Double.isInfinite(d)) {
            throw Errors.overflowError(w, "int too large to convert to float");
        }
        return d;
    }

    // ------------------------------------------------------------------ slots

    static PyObject add(World w, PyObject l, PyObject r) {
        return isNumber(l) && isNumber(r) ? PyFloat.of(w, number(w, l) + number(w, r)) : w.notImplemented();
    }

    static PyObject subtract(World w, PyObject l, PyObject r) {
        return isNumber(l) && isNumber(r) ? PyFloat.of(w, number(w, l) - number(w, r)) : w.notImplemented();
    }

    static PyObject multiply(World w, PyObject l, PyObject r) {
        return isNumber(l) && isNumber(r) ? PyFloat.of(w, number(w, l) * number(w, r)) : w.notImplemented();
    }

    static PyObject trueDivide(World w, PyObject l, PyObject r) {
        if (!isNumber(l) || !isNumber(r)) {
            return w.notImplemented();
        }
        double a = number(w, l);
        double b = number(w, r);
        if (b == 0) {
            throw Errors.zeroDivisionError(w, "float division by zero");
        }
        return PyFloat.of(w, a / b);
    }

    static PyObject floorDivide(World w, PyObject l, PyObject r) {
        if (!isNumber(l) || !isNumber(r)) {
            return w.notImplemented();
        }
        double a = number(w, l);
        double b = number(w, r);
        if (b == 0) {
            throw Errors.zeroDivisionError(w, "float floor division by zero");
        }
        return PyFloat.of(w, floorQuotient(a, b));
    }

    static PyObject remainder(World w, PyObject l, PyObject r) {
        if (!isNumber(l) || !isNumber(r)) {
            return w.notImplemented();
        }
        double a = number(w, l);
        double b = number(w, r);
        if (b == 0) {
            throw Errors.zeroDivisionError(w, "float modulo");
        }
        return PyFloat.of(w, floorRemainder(a, b));
    }

    static PyObject divmod(World w, PyObject l, PyObject r) {
        if (!isNumber(l) || !isNumber(r)) {
            return w.notImplemented();
        }
        double a = number(w, l);
        double b = number(w, r);
        if (b == 0) {
            throw Errors.zeroDivisionError(w, "float divmod()");
        }
        return NewTuple.of(w, () -> PyFloat.of(w, floorQuotient(a, b)), () -> PyFloat.of(w, floorRemainder(a, b)));
    }

    /** The remainder with the sign of the divisor; a zero takes that sign, too. */
    static double floorRemainder(double a, double b) {
        double mod = a % b;
        if (mod == 0) {
            return Math.copySign(0.0, b);
        }
        return b < 0 != mod < 0 ? mod + b : mod;
    }

    /** {@code _float_div_mod}: from the exact remainder, so that {@code div * b + mod} is close to {@code a}. */
    static double floorQuotient(double a, double b) {
        double mod = a % b;
        double div = (a - mod) / b;
        if (mod != 0 && b < 0 != mod < 0) {
            div -= 1.0;
        }
        if (div == 0) {
            return Math.copySign(0.0, a / b);
        }
        double floor = Math.floor(div);
        return div - floor > 0.5 ? floor + 1.0 : floor;
    }

    @TruffleBoundary
    static PyObject power(World w, PyObject l, PyObject r, PyObject modulus) {
        if (modulus != w.singletons.none) {
            throw Errors.typeError(w, "pow() 3rd argument not allowed unless all arguments are integers");
        }
        return isNumber(l) && isNumber(r) ? power(w, number(w, l), number(w, r)) : w.notImplemented();
    }

    /** {@code float_pow}; a negative number to a broken power is complex. */
    static PyObject power(World w, double a, double b) {
        if (b == 0 || a == 1.0) {
            return PyFloat.of(w, 1.0);
        }
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return PyFloat.of(w, Double.isNaN(a) ? a : b);
        }
        if (Double.isInfinite(b)) {
            double magnitude = Math.abs(a);
            return PyFloat.of(w, magnitude == 1.0 ? 1.0 : b > 0 == magnitude > 1.0 ? Double.POSITIVE_INFINITY : 0.0);
        }
        boolean odd = Math.abs(b % 2.0) == 1.0;
        if (Double.isInfinite(a)) {
            double magnitude = b > 0 ? Double.POSITIVE_INFINITY : 0.0;
            return PyFloat.of(w, odd ? Math.copySign(magnitude, a) : magnitude);
        }
        if (a == 0) {
            if (b < 0) {
                throw Errors.zeroDivisionError(w, "0.0 cannot be raised to a negative power");
            }
            return PyFloat.of(w, odd ? a : 0.0);
        }
        boolean negate = false;
        double base = a;
        if (a < 0) {
            if (b != Math.floor(b)) {
                return ComplexArithmetic.power(w, a, 0, b, 0);
            }
            base = -a;
            negate = odd;
        }
        double magnitude = base == 1.0 ? 1.0 : FloatPower.pow(base, b);
        if (Double.isInfinite(magnitude)) {
            throw outOfRange(w);
        }
        return PyFloat.of(w, negate ? -magnitude : magnitude);
    }

    /** The OverflowError of C's {@code ERANGE}: {@code (34, 'Numerical result out of range')}. */
    static PyException outOfRange(World w) {
        PyTuple args = NewTuple.of(w, () -> w.newInt(34), () -> w.str("Numerical result out of range"));
        return new PyException(Exceptions.create(w, w.types.exceptions.overflowError, args));
    }

    static PyObject negative(World w, PyObject o) {
        return PyFloat.of(w, -((PyFloat) o).value);
    }

    static PyObject positive(World w, PyObject o) {
        return o.type == w.types.floatType ? w.newRef(o, Holder.RESULT) : PyFloat.of(w, ((PyFloat) o).value);
    }

    static PyObject absolute(World w, PyObject o) {
        return PyFloat.of(w, Math.abs(((PyFloat) o).value));
    }

    static boolean truth(World w, PyObject o) {
        return ((PyFloat) o).value != 0;
    }

    /** {@code float.__trunc__} and {@code int(float)}. */
    static PyObject truncate(World w, PyObject o) {
        double v = ((PyFloat) o).value;
        if (Double.isNaN(v)) {
            throw Errors.valueError(w, "cannot convert float NaN to integer");
        }
        if (Double.isInfinite(v)) {
            throw Errors.overflowError(w, "cannot convert float infinity to integer");
        }
        return integral(w, v);
    }

    /** {@code PyLong_FromDouble} of a finite number, towards zero. */
    static PyInt integral(World w, double v) {
        if (Math.abs(v) < 0x1p62) {
            return PyInt.of(w, (long) v);
        }
        return PyInt.of(w, new BigDecimal(v).toBigInteger());
    }

    // ------------------------------------------------------------------ comparison and hash

    static PyObject compare(World w, PyObject l, PyObject r, CompareOp op) {
        if (!isNumber(r)) {
            return w.notImplemented();
        }
        double a = ((PyFloat) l).value;
        if (r instanceof PyFloat f) {
            return w.bool(holds(op, a, f.value));
        }
        PyInt i = (PyInt) r;
        if (i.big == null && i.value <= 1L << 53 && i.value >= -(1L << 53)) {
            return w.bool(holds(op, a, i.value));
        }
        if (Double.isNaN(a)) {
            return w.bool(op == CompareOp.NE);
        }
        return w.bool(op.holds(compareExactly(a, i)));
    }

    static boolean holds(CompareOp op, double a, double b) {
        return switch (op) {
            case LT -> a < b;
            case LE -> a <= b;
            case EQ -> a == b;
            case NE -> a != b;
            case GT -> a > b;
            case GE -> a >= b;
        };
    }

    /** Order of a float that is no NaN and an int, without rounding. */
    @TruffleBoundary
    static int compareExactly(double a, PyInt i) {
        if (Double.isInfinite(a)) {
            return a > 0 ? 1 : -1;
        }
        return new BigDecimal(a).compareTo(new BigDecimal(i.bigValue()));
    }

    static long hashSlot(World w, PyObject o) {
        double v = ((PyFloat) o).value;
        return Double.isNaN(v) ? pointerHash(o) : hash(v);
    }

    /** {@code _Py_HashPointer}. */
    static long pointerHash(PyObject o) {
        return Long.rotateRight(o.address, 4);
    }

    /** {@code _Py_HashDouble} of a number: equal to the hash of an equal int; modulo 2^61 - 1. */
    static long hash(double v) {
        if (v == (long) v && Math.abs(v) < 0x1p60) {
            return v == -1 ? -2 : (long) v;
        }
        if (Double.isInfinite(v)) {
            return v > 0 ? 314159 : -314159;
        }
        int exponent = v == 0 ? 0 : Math.getExponent(v) < Double.MIN_EXPONENT ? Math.getExponent(v * 0x1p54) - 54 + 1
            : Math.getExponent(v) + 1;
        double m = Math.abs(exponent < -1000 ? v * 0x1p54 * Math.scalb(1.0, -exponent - 54) : Math.scalb(v, -exponent));
        long x = 0;
        while (m != 0) {
            x = x << 28 & IntText.HASH_MODULUS | x >>> 61 - 28;
            m *= 0x1p28;
            exponent -= 28;
            long y = (long) m;
            m -= y;
            x += y;
            if (x >= IntText.HASH_MODULUS) {
                x -= IntText.HASH_MODULUS;
            }
        }
        int e = exponent >= 0 ? exponent % 61 : 60 - (-1 - exponent) % 61;
        x = x << e & IntText.HASH_MODULUS | x >>> 61 - e;
        return v < 0 ? (x == 1 ? -2 : -x) : x;
    }
}
