package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigInteger;

/**
 * Sums, products and negation of ints ({@code Objects/longobject.c}): CPython's results in blocks of CPython's sizes.
 *
 * <p>Two operands of one digit give a block of the exact size ({@code _PyLong_FromSTwoDigits}); otherwise the block has room
 * for the longest result the operation could have ({@code x_add}: longer operand + 1; {@code x_mul}: sum of both).
 */
final class IntArithmetic {

    private IntArithmetic() {
    }

    // ------------------------------------------------------------------ slots

    static PyObject addSlot(World w, PyObject l, PyObject r) {
        return l instanceof PyInt a && r instanceof PyInt b ? add(w, a, b) : w.notImplemented();
    }

    static PyObject subtractSlot(World w, PyObject l, PyObject r) {
        return l instanceof PyInt a && r instanceof PyInt b ? subtract(w, a, b) : w.notImplemented();
    }

    static PyObject multiplySlot(World w, PyObject l, PyObject r) {
        return l instanceof PyInt a && r instanceof PyInt b ? multiply(w, a, b) : w.notImplemented();
    }

    static PyObject negativeSlot(World w, PyObject o) {
        return negative(w, (PyInt) o);
    }

    static PyObject positiveSlot(World w, PyObject o) {
        return PyInt.exact(w, (PyInt) o);
    }

    static PyObject absoluteSlot(World w, PyObject o) {
        PyInt a = (PyInt) o;
        return a.signum() < 0 ? negative(w, a) : PyInt.exact(w, a);
    }

    static PyObject invertSlot(World w, PyObject o) {
        PyInt a = (PyInt) o;
        if (a.isMedium()) {
            return PyInt.of(w, ~a.value);
        }
        if (a.big == null) {
            return PyInt.sized(w, ~a.value, sumDigits(a.value, 1, a.value >= 0));
        }
        return sum(w, a.big.not(), sumDigits(a.big, BigInteger.ONE, a.big.signum() >= 0));
    }

    // ------------------------------------------------------------------ operations

    static PyInt add(World w, PyInt a, PyInt b) {
        if (a.big == null && b.big == null) {
            long x = a.value;
            long y = b.value;
            long s = x + y;
            if (PyInt.isMedium(x) && PyInt.isMedium(y)) {
                return PyInt.of(w, s);
            }
            if (((x ^ s) & (y ^ s)) >= 0) {
                return PyInt.sized(w, s, sumDigits(x, y, x < 0 == y < 0));
            }
        }
        return addBig(w, a.bigValue(), b.bigValue());
    }

    static PyInt subtract(World w, PyInt a, PyInt b) {
        if (a.big == null && b.big == null) {
            long x = a.value;
            long y = b.value;
            long d = x - y;
            if (PyInt.isMedium(x) && PyInt.isMedium(y)) {
                return PyInt.of(w, d);
            }
            if (((x ^ y) & (x ^ d)) >= 0) {
                return PyInt.sized(w, d, sumDigits(x, y, x < 0 != y < 0));
            }
        }
        return subtractBig(w, a.bigValue(), b.bigValue());
    }

    @TruffleBoundary
    private static PyInt addBig(World w, BigInteger x, BigInteger y) {
        PyInt z = PyInt.begin(w, sumDigits(x, y, x.signum() < 0 == y.signum() < 0));
        return PyInt.finish(w, z, x.add(y));
    }

    @TruffleBoundary
    private static PyInt subtractBig(World w, BigInteger x, BigInteger y) {
        PyInt z = PyInt.begin(w, sumDigits(x, y, x.signum() < 0 != y.signum() < 0));
        return PyInt.finish(w, z, x.subtract(y));
    }

    private static PyInt sum(World w, BigInteger value, long digits) {
        return PyInt.finish(w, PyInt.begin(w, digits), value);
    }

    /** Digits that {@code x_add} (magnitudes are added) or {@code x_sub} (subtracted) asks for. */
    private static int sumDigits(long x, long y, boolean added) {
        int dx = PyInt.digits(x);
        int dy = PyInt.digits(y);
        if (added) {
            return Math.max(dx, dy) + 1;
        }
        return dx != dy ? Math.max(dx, dy) : PyInt.digits(Math.abs(x) ^ Math.abs(y));
    }

    private static int sumDigits(BigInteger x, BigInteger y, boolean added) {
        int dx = PyInt.digits(x);
        int dy = PyInt.digits(y);
        if (added) {
            return Math.max(dx, dy) + 1;
        }
        return dx != dy ? Math.max(dx, dy) : PyInt.digits(x.abs().xor(y.abs()));
    }

    static PyInt multiply(World w, PyInt a, PyInt b) {
        if (a.big == null && b.big == null) {
            long x = a.value;
            long y = b.value;
            if (PyInt.isMedium(x) && PyInt.isMedium(y)) {
                return PyInt.of(w, x * y);
            }
            long high = Math.multiplyHigh(x, y);
            long low = x * y;
            if (high == low >> 63) {
                return PyInt.sized(w, low, PyInt.digits(x) + PyInt.digits(y));
            }
        }
        return multiplyBig(w, a, b);
    }

    @TruffleBoundary
    private static PyInt multiplyBig(World w, PyInt a, PyInt b) {
        PyInt z = PyInt.begin(w, (long) a.digitCount() + b.digitCount());
        try {
            return PyInt.finish(w, z, IntSlices.multiply(w, a.bigValue(), b.bigValue()));
        } catch (PyException e) {
            w.release(z, Holder.NATIVE);
            throw e;
        }
    }

    static PyInt negative(World w, PyInt a) {
        if (a.isMedium()) {
            return PyInt.of(w, -a.value);
        }
        return PyInt.finish(w, PyInt.begin(w, a.digitCount()), a.bigValue().negate());
    }
}
