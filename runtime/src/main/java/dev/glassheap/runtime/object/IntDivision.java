package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigInteger;
import java.util.function.Supplier;

/** Division of ints: floor division, modulo, both, and true division ({@code Objects/longobject.c}). */
final class IntDivision {

    private IntDivision() {
    }

    // ------------------------------------------------------------------ slots

    static PyObject floorDivideSlot(World w, PyObject l, PyObject r) {
        return l instanceof PyInt a && r instanceof PyInt b ? floorDivide(w, a, b) : w.notImplemented();
    }

    static PyObject remainderSlot(World w, PyObject l, PyObject r) {
        return l instanceof PyInt a && r instanceof PyInt b ? remainder(w, a, b) : w.notImplemented();
    }

    static PyObject divmodSlot(World w, PyObject l, PyObject r) {
        if (!(l instanceof PyInt a && r instanceof PyInt b)) {
            return w.notImplemented();
        }
        return PyTuple.steal(w, floorDivmod(w, a, b));
    }

    static PyObject trueDivideSlot(World w, PyObject l, PyObject r) {
        return l instanceof PyInt a && r instanceof PyInt b ? w.newFloat(quotient(w, a, b)) : w.notImplemented();
    }

    // ------------------------------------------------------------------ floor division

    static PyInt floorDivide(World w, PyInt a, PyInt b) {
        if (a.isMedium() && b.isMedium()) {
            return PyInt.of(w, Math.floorDiv(a.value, nonZero(w, b.value)));
        }
        PyInt[] divmod = floorDivmod(w, a, b);
        w.release(divmod[1], Holder.NATIVE);
        return divmod[0];
    }

    static PyInt remainder(World w, PyInt a, PyInt b) {
        if (a.isMedium() && b.isMedium()) {
            if (b.value == 0) {
                throw zeroModulo(w);
            }
            return PyInt.of(w, Math.floorMod(a.value, b.value));
        }
        return remainderBig(w, a, b);
    }

    /** {@code l_mod}. */
    @TruffleBoundary
    private static PyInt remainderBig(World w, PyInt a, PyInt b) {
        if (b.signum() == 0) {
            throw zeroModulo(w);
        }
        PyInt mod;
        if (b.isMedium() && a.digitCount() > 0) {
            mod = PyInt.of(w, a.bigValue().remainder(b.bigValue()).longValue());
        } else {
            PyInt[] qr = truncatedDivmod(w, a, b);
            w.release(qr[0], Holder.NATIVE);
            mod = qr[1];
        }
        int sign = mod.signum();
        if (sign == 0 || sign == b.signum()) {
            return mod;
        }
        try {
            return IntArithmetic.add(w, mod, b);
        } finally {
            w.release(mod, Holder.NATIVE);
        }
    }

    private static PyException zeroModulo(World w) {
        return Errors.zeroDivisionError(w, "integer modulo by zero");
    }

    private static long nonZero(World w, long divisor) {
        if (divisor == 0) {
            throw zeroDivision(w);
        }
        return divisor;
    }

    private static PyException zeroDivision(World w) {
        return Errors.zeroDivisionError(w, "integer division or modulo by zero");
    }

    /** {@code l_divmod}: quotient and remainder, the remainder with the sign of the divisor; both new references. */
    @TruffleBoundary
    static PyInt[] floorDivmod(World w, PyInt a, PyInt b) {
        if (b.signum() == 0) {
            throw zeroDivision(w);
        }
        if (a.isMedium() && b.isMedium() && a.value != 0) {
            return both(w, PyInt.of(w, Math.floorDiv(a.value, b.value)), () -> PyInt.of(w, Math.floorMod(a.value, b.value)));
        }
        PyInt[] qr = truncatedDivmod(w, a, b);
        int sign = qr[1].signum();
        if (sign != 0 && sign != b.signum()) {
            PyInt div = qr[0];
            PyInt mod = qr[1];
            try {
                PyInt[] adjusted = both(w, IntArithmetic.add(w, mod, b),
                    () -> IntArithmetic.subtract(w, div, w.singletons.smallInt(1)));
                return new PyInt[] {adjusted[1], adjusted[0]};
            } finally {
                w.release(mod, Holder.NATIVE);
                w.release(div, Holder.NATIVE);
            }
        }
        return qr;
    }

    /** Two owned ints, of which the first is released when the second cannot be made. */
    private static PyInt[] both(World w, PyInt first, Supplier<PyInt> second) {
        try {
            return new PyInt[] {first, second.get()};
        } catch (PyException e) {
            w.release(first, Holder.NATIVE);
            throw e;
        }
    }

    /** {@code long_divrem}: rounds towards zero. */
    private static PyInt[] truncatedDivmod(World w, PyInt a, PyInt b) {
        BigInteger x = a.bigValue();
        BigInteger y = b.bigValue();
        int da = PyInt.digits(x);
        int db = PyInt.digits(y);
        if (da < db || x.abs().compareTo(y.abs()) < 0 && topDigitSmaller(x, y, da)) {
            return both(w, PyInt.of(w, 0), () -> PyInt.exact(w, a));
        }
        if (db == 1) {
            PyInt quotient = PyInt.begin(w, da);
            BigInteger[] qr = divided(w, x, y, quotient);
            PyInt div = PyInt.finish(w, quotient, qr[0]);
            return both(w, div, () -> PyInt.of(w, qr[1].longValue()));
        }
        PyInt scratch = PyInt.begin(w, da + 1L);
        PyInt[] begun;
        try {
            PyInt rem = PyInt.begin(w, db);
            begun = both(w, rem, () -> PyInt.begin(w, quotientDigits(x.abs(), y.abs(), da, db)));
        } finally {
            w.release(scratch, Holder.NATIVE);
        }
        BigInteger[] qr;
        try {
            qr = IntSlices.divide(w, x, y);
        } catch (PyException e) {
            w.release(begun[1], Holder.NATIVE);
            w.release(begun[0], Holder.NATIVE);
            throw e;
        }
        PyInt mod = PyInt.finish(w, begun[0], qr[1]);
        return new PyInt[] {PyInt.finish(w, begun[1], qr[0]), mod};
    }

    private static BigInteger[] divided(World w, BigInteger x, BigInteger y, PyInt begun) {
        try {
            return IntSlices.divide(w, x, y);
        } catch (PyException e) {
            w.release(begun, Holder.NATIVE);
            throw e;
        }
    }

    /** CPython compares only the top digits of numbers of one length before it divides. */
    private static boolean topDigitSmaller(BigInteger x, BigInteger y, int digits) {
        int shift = (digits - 1) * PyInt.SHIFT;
        return x.abs().shiftRight(shift).compareTo(y.abs().shiftRight(shift)) < 0;
    }

    /** Digits of {@code x_divrem}'s quotient block: dividend (one more if normalising carries) minus divisor. */
    private static long quotientDigits(BigInteger x, BigInteger y, int dx, int dy) {
        int d = dy * PyInt.SHIFT - y.bitLength();
        BigInteger shifted = x.shiftLeft(d);
        boolean carry = PyInt.digits(shifted) > dx
            || shifted.shiftRight((dx - 1) * PyInt.SHIFT).compareTo(y.shiftLeft(d).shiftRight((dy - 1) * PyInt.SHIFT)) >= 0;
        return dx + (carry ? 1L : 0) - dy;
    }

    // ------------------------------------------------------------------ true division

    /** {@code long_true_divide}: the quotient rounded once, half to even. */
    @TruffleBoundary
    static double quotient(World w, PyInt a, PyInt b) {
        if (b.signum() == 0) {
            throw Errors.zeroDivisionError(w, "division by zero");
        }
        if (isExactDouble(a) && isExactDouble(b)) {
            return (double) a.value / b.value;
        }
        if (a.signum() == 0) {
            return b.signum() < 0 ? -0.0 : 0.0;
        }
        double magnitude = ratio(a.bigValue().abs(), b.bigValue().abs());
        if (Double.isInfinite(magnitude)) {
            throw Errors.overflowError(w, "integer division result too large for a float");
        }
        return a.signum() == b.signum() ? magnitude : -magnitude;
    }

    private static boolean isExactDouble(PyInt a) {
        return a.big == null && a.value <= 1L << 53 && a.value >= -(1L << 53);
    }

    /** {@code x / y} for positive numbers, rounded once half to even; infinite when too large. */
    static double ratio(BigInteger x, BigInteger y) {
        int exponent = x.bitLength() - y.bitLength();
        if (exponent > 1025) {
            return Double.POSITIVE_INFINITY;
        }
        if (exponent < -1080) {
            return 0.0;
        }
        int bits = 64;
        int shift = bits - exponent;
        BigInteger[] qr = shift >= 0 ? x.shiftLeft(shift).divideAndRemainder(y)
            : x.divideAndRemainder(y.shiftLeft(-shift));
        BigInteger q = qr[1].signum() == 0 ? qr[0] : qr[0].setBit(0);
        return scaled(q, -shift, qr[1].signum() != 0);
    }

    /** {@code q * 2^e} rounded half to even; q has about 64 bits, its lowest bit is sticky if {@code inexact}. */
    static double scaled(BigInteger q, int e, boolean inexact) {
        int length = q.bitLength();
        int precision = Math.min(53, length + e + 1074);
        if (precision < 0) {
            return 0.0;
        }
        int drop = length - precision;
        if (drop <= 0) {
            return Math.scalb(q.doubleValue(), e);
        }
        BigInteger kept = q.shiftRight(drop);
        boolean half = q.testBit(drop - 1);
        boolean rest = q.getLowestSetBit() < drop - 1 || inexact && drop == 1 && !half;
        if (half && (rest || kept.testBit(0))) {
            kept = kept.add(BigInteger.ONE);
        }
        return Math.scalb(kept.doubleValue(), e + drop);
    }
}
