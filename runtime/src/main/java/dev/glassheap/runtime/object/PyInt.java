package dev.glassheap.runtime.object;

import java.math.BigInteger;

/**
 * {@code int} of any size: a Java long while the value fits, a BigInteger beyond.
 *
 * <p>Reported size: {@code 24 + 4 * max(digits, 1)} bytes with 30-bit digits. The block may be larger: an operation asks for
 * the most digits its result can have and does not give the rest back. Ints -5..256 are static and shared.
 *
 * <p>Invariant: {@code big == null || big.bitLength() > 63}. The value never changes once the int has left the function that
 * made it; it is no Java constant only because the block is charged before a large value is computed.
 */
public class PyInt extends PyObject {

    /** Bits of a digit ({@code PyLong_SHIFT}). */
    static final int SHIFT = 30;
    /** More digits than this do not fit a BigInteger; a heap that would grant them is larger than any we make. */
    static final long MAX_DIGITS = Integer.MAX_VALUE / SHIFT - 2;

    /** The value when {@link #big} is null. */
    public long value;
    /** The value when it does not fit a long, else null. */
    public BigInteger big;

    public PyInt(long value) {
        this.value = value;
    }

    public PyInt(BigInteger value) {
        set(value);
    }

    /** An int that is an instance of a class written in Python. */
    static final class OfClass extends PyInt {

        private final InstanceState state = new InstanceState();

        OfClass() {
            super(0);
        }

        @Override
        public InstanceState instanceState() {
            return state;
        }
    }

    /** Gives a freshly made int its value. */
    final PyInt set(BigInteger v) {
        if (v.bitLength() <= 63) {
            value = v.longValue();
            big = null;
        } else {
            value = 0;
            big = v;
        }
        return this;
    }

    public final boolean isSmall() {
        return big == null;
    }

    public final BigInteger bigValue() {
        return big == null ? BigInteger.valueOf(value) : big;
    }

    public final int signum() {
        return big == null ? Long.signum(value) : big.signum();
    }

    /** Number of 30-bit digits; 0 for zero. */
    @Override
    public long obSize() {
        return digitCount();
    }

    /** Number of 30-bit digits; 0 for zero. */
    final int digitCount() {
        return big == null ? digits(value) : digits(big);
    }

    /** {@code IS_MEDIUM_VALUE}: at most one digit. */
    final boolean isMedium() {
        return big == null && isMedium(value);
    }

    static boolean isMedium(long v) {
        return v < 1L << SHIFT && v > -(1L << SHIFT);
    }

    static int digits(long v) {
        if (v == Long.MIN_VALUE) {
            return 3;
        }
        long a = Math.abs(v);
        return a == 0 ? 0 : a < 1L << SHIFT ? 1 : a < 1L << 2 * SHIFT ? 2 : 3;
    }

    static int digits(BigInteger v) {
        return (magnitudeBits(v) + SHIFT - 1) / SHIFT;
    }

    /** Bits of the absolute value; {@link BigInteger#bitLength} has one less for negative powers of two. */
    static int magnitudeBits(BigInteger v) {
        int bits = v.bitLength();
        return v.signum() < 0 && v.getLowestSetBit() == bits ? bits + 1 : bits;
    }

    /** {@code PyLong_FromLong}: a new reference to the int of that value, a shared small int or a new block of exact size. */
    public static PyInt of(World w, long value) {
        if (value >= Singletons.SMALLEST_INT && value <= Singletons.LARGEST_INT) {
            return w.newRef(w.singletons.smallInt((int) value), Holder.RESULT);
        }
        return w.allocate(new PyInt(value), w.types.intType, isMedium(value) ? 32 : 24 + 4L * digits(value));
    }

    public static PyInt of(World w, BigInteger value) {
        if (value.bitLength() <= 63) {
            return of(w, value.longValue());
        }
        return w.allocate(new PyInt(value), w.types.intType, 24 + 4L * digits(value));
    }

    /** A result whose block was asked for with {@code digits} digits ({@code _PyLong_New}), which may be more than it has. */
    static PyInt sized(World w, long value, long digits) {
        if (value >= Singletons.SMALLEST_INT && value <= Singletons.LARGEST_INT) {
            return w.newRef(w.singletons.smallInt((int) value), Holder.RESULT);
        }
        return w.allocate(new PyInt(value), w.types.intType, 24 + 4 * Math.max(digits, 1));
    }

    /** {@code _PyLong_New}: an int of value 0 with room for {@code digits} digits, charged before the value is computed. */
    static PyInt begin(World w, long digits) {
        if (digits > MAX_DIGITS) {
            throw Errors.noMemory(w);
        }
        return w.allocate(new PyInt(0), w.types.intType, 24 + 4 * Math.max(digits, 1));
    }

    /** {@code maybe_small_long(long_normalize(z))}: gives an int of {@link #begin} its value; steals it. */
    static PyInt finish(World w, PyInt begun, BigInteger v) {
        begun.set(v);
        if (begun.big == null && begun.value >= Singletons.SMALLEST_INT && begun.value <= Singletons.LARGEST_INT) {
            w.release(begun, Holder.NATIVE);
            return w.newRef(w.singletons.smallInt((int) begun.value), Holder.RESULT);
        }
        return begun;
    }

    /** {@code long_long}: the object itself if it is an exact int, else an exact int of the same value. */
    static PyInt exact(World w, PyInt a) {
        return a.type == w.types.intType ? w.newRef(a, Holder.RESULT) : copy(w, a);
    }

    /** {@code _PyLong_Copy}. */
    static PyInt copy(World w, PyInt a) {
        return a.big == null ? sized(w, a.value, digits(a.value)) : of(w, a.big);
    }
}
