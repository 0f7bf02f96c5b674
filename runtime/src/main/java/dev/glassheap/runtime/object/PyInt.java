package dev.glassheap.runtime.object;

import java.math.BigInteger;

/**
 * {@code int} of any size: a Java long while the value fits, a BigInteger beyond.
 *
 * <p>Size: {@code 24 + 4 * max(digits, 1)} bytes with 30-bit digits; ints -5..256 are static and shared.
 */
public class PyInt extends PyObject {

    /** The value when {@link #big} is null. */
    public final long value;
    /** The value when it does not fit a long, else null. */
    public final BigInteger big;

    public PyInt(long value) {
        this.value = value;
        this.big = null;
    }

    public PyInt(BigInteger big) {
        this.value = 0;
        this.big = big;
    }

    public final boolean isSmall() {
        return big == null;
    }

    public final BigInteger bigValue() {
        return big == null ? BigInteger.valueOf(value) : big;
    }

    /** Number of 30-bit digits; 0 for zero. */
    @Override
    public long obSize() {
        return big == null ? digits(value) : (big.bitLength() + 29) / 30;
    }

    static int digits(long v) {
        if (v == Long.MIN_VALUE) {
            return 3;
        }
        long a = Math.abs(v);
        return a == 0 ? 0 : a < 1L << 30 ? 1 : a < 1L << 60 ? 2 : 3;
    }

    /** A new reference to the int of that value: a shared small int or a new block. */
    public static PyInt of(World w, long value) {
        if (value >= Singletons.SMALLEST_INT && value <= Singletons.LARGEST_INT) {
            return w.newRef(w.singletons.smallInt((int) value), Holder.RESULT);
        }
        return w.allocate(new PyInt(value), w.types.intType, requested(digits(value)));
    }

    public static PyInt of(World w, BigInteger value) {
        if (value.bitLength() <= 63) {
            return of(w, value.longValue());
        }
        return w.allocate(new PyInt(value), w.types.intType, requested((value.bitLength() + 29) / 30));
    }

    /** Bytes asked of the allocator for so many digits: arithmetic that fits one digit asks for the padded struct (32). */
    static long requested(int digits) {
        return digits <= 1 ? 32 : 24 + 4L * digits;
    }
}
