package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigInteger;

/** Repr, hash and comparison of ints. */
final class IntText {

    /** {@code _PyHASH_MODULUS}: hashes of numbers are taken modulo this prime. */
    static final long HASH_MODULUS = (1L << 61) - 1;
    private static final BigInteger BIG_HASH_MODULUS = BigInteger.valueOf(HASH_MODULUS);

    private IntText() {
    }

    /** {@code long_hash}. */
    static long hash(World w, PyObject self) {
        PyInt i = (PyInt) self;
        long h;
        if (i.big == null) {
            h = i.value % HASH_MODULUS;
        } else {
            h = i.big.abs().mod(BIG_HASH_MODULUS).longValue();
            h = i.big.signum() < 0 ? -h : h;
        }
        return h == -1 ? -2 : h;
    }

    /** {@code long_richcompare}: a float on the right is left to the float. */
    static PyObject compare(World w, PyObject left, PyObject right, CompareOp op) {
        if (!(right instanceof PyInt b)) {
            return w.notImplemented();
        }
        PyInt a = (PyInt) left;
        return w.bool(op.holds(order(a, b)));
    }

    static int order(PyInt a, PyInt b) {
        return a.big == null && b.big == null ? Long.compare(a.value, b.value) : a.bigValue().compareTo(b.bigValue());
    }

    /** {@code long_to_decimal_string}: a new string, also of one character; scratch digits in base 10^9 meanwhile. */
    @TruffleBoundary
    static PyObject repr(World w, PyObject self) {
        PyInt i = (PyInt) self;
        checkDigits(w, i);
        int digits = i.digitCount();
        PyInt scratch = PyInt.begin(w, 1L + digits + digits / 99);
        try {
            return StrBuild.fresh(w, decimal(w, i));
        } finally {
            w.release(scratch, Holder.NATIVE);
        }
    }

    /** Decimal digits with sign; the limit of digits is the caller's business. */
    static String decimal(World w, PyInt i) {
        return i.big == null ? Long.toString(i.value) : IntSlices.toText(w, i.big, 10);
    }

    /** The limit of decimal digits ({@code sys.set_int_max_str_digits}), 0 = none. */
    static void checkDigits(World w, PyInt i) {
        int limit = w.intMaxStrDigits;
        if (limit == 0 || i.big == null) {
            return;
        }
        int bits = PyInt.magnitudeBits(i.big);
        if (bits * 0.30103 < limit - 1) {
            return;
        }
        if (bits * 0.301 > limit + 1 || i.big.abs().compareTo(BigInteger.TEN.pow(limit)) >= 0) {
            throw Errors.valueError(w, "Exceeds the limit (%d digits) for integer string conversion; "
                + "use sys.set_int_max_str_digits() to increase the limit", limit);
        }
    }
}
