package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigInteger;

/** Shifts and bitwise operations of ints ({@code Objects/longobject.c}). */
final class IntBits {

    private IntBits() {
    }

    private enum Op { AND, OR, XOR }

    static PyObject andSlot(World w, PyObject l, PyObject r) {
        return l instanceof PyInt a && r instanceof PyInt b ? and(w, a, b) : w.notImplemented();
    }

    static PyObject orSlot(World w, PyObject l, PyObject r) {
        return l instanceof PyInt a && r instanceof PyInt b ? or(w, a, b) : w.notImplemented();
    }

    static PyObject xorSlot(World w, PyObject l, PyObject r) {
        return l instanceof PyInt a && r instanceof PyInt b ? xor(w, a, b) : w.notImplemented();
    }

    static PyObject lshiftSlot(World w, PyObject l, PyObject r) {
        return l instanceof PyInt a && r instanceof PyInt b ? shiftLeft(w, a, b) : w.notImplemented();
    }

    static PyObject rshiftSlot(World w, PyObject l, PyObject r) {
        return l instanceof PyInt a && r instanceof PyInt b ? shiftRight(w, a, b) : w.notImplemented();
    }

    static PyInt and(World w, PyInt a, PyInt b) {
        return a.isMedium() && b.isMedium() ? PyInt.of(w, a.value & b.value) : bitwise(w, Op.AND, a, b);
    }

    static PyInt or(World w, PyInt a, PyInt b) {
        return a.isMedium() && b.isMedium() ? PyInt.of(w, a.value | b.value) : bitwise(w, Op.OR, a, b);
    }

    static PyInt xor(World w, PyInt a, PyInt b) {
        return a.isMedium() && b.isMedium() ? PyInt.of(w, a.value ^ b.value) : bitwise(w, Op.XOR, a, b);
    }

    /** {@code long_bitwise}: complements negative operands into scratch copies, so those blocks are asked for, too. */
    @TruffleBoundary
    private static PyInt bitwise(World w, Op op, PyInt a, PyInt b) {
        boolean negativeA = a.signum() < 0;
        boolean negativeB = b.signum() < 0;
        int da = a.digitCount();
        int db = b.digitCount();
        PyInt copyA = negativeA ? PyInt.begin(w, da) : null;
        PyInt copyB = null;
        try {
            copyB = negativeB ? PyInt.begin(w, db) : null;
            boolean shorterNegative = da < db ? negativeA : negativeB;
            int longer = Math.max(da, db);
            int shorter = Math.min(da, db);
            boolean negative = switch (op) {
                case AND -> negativeA & negativeB;
                case OR -> negativeA | negativeB;
                case XOR -> negativeA ^ negativeB;
            };
            int digits = switch (op) {
                case AND -> shorterNegative ? longer : shorter;
                case OR -> shorterNegative ? shorter : longer;
                case XOR -> longer;
            };
            PyInt z = PyInt.begin(w, digits + (negative ? 1 : 0));
            return PyInt.finish(w, z, switch (op) {
                case AND -> a.bigValue().and(b.bigValue());
                case OR -> a.bigValue().or(b.bigValue());
                case XOR -> a.bigValue().xor(b.bigValue());
            });
        } finally {
            w.releaseOrNull(copyA, Holder.NATIVE);
            w.releaseOrNull(copyB, Holder.NATIVE);
        }
    }

    private static void checkShift(World w, PyInt count) {
        if (count.signum() < 0) {
            throw Errors.valueError(w, "negative shift count");
        }
    }

    static PyInt shiftLeft(World w, PyInt a, PyInt count) {
        checkShift(w, count);
        if (a.signum() == 0) {
            return PyInt.of(w, 0);
        }
        if (count.big != null) {
            throw count.big.bitLength() > 65 ? Errors.overflowError(w, "too many digits in integer") : Errors.noMemory(w);
        }
        long words = count.value / PyInt.SHIFT;
        int rest = (int) (count.value % PyInt.SHIFT);
        if (words == 0 && a.isMedium()) {
            return PyInt.of(w, a.value << rest);
        }
        return shiftLeftBig(w, a, count.value, a.digitCount() + words + (rest > 0 ? 1 : 0));
    }

    @TruffleBoundary
    private static PyInt shiftLeftBig(World w, PyInt a, long count, long digits) {
        PyInt z = PyInt.begin(w, digits);
        return PyInt.finish(w, z, a.bigValue().shiftLeft((int) count));
    }

    static PyInt shiftRight(World w, PyInt a, PyInt count) {
        checkShift(w, count);
        if (a.isMedium()) {
            return PyInt.of(w, a.value >> (count.big != null ? 63 : (int) Math.min(count.value, 63)));
        }
        return shiftRightBig(w, a, count.big != null ? Integer.MAX_VALUE : (int) Math.min(count.value, Integer.MAX_VALUE));
    }

    @TruffleBoundary
    private static PyInt shiftRightBig(World w, PyInt a, int count) {
        boolean negative = a.signum() < 0;
        int words = count / PyInt.SHIFT;
        if (negative && count % PyInt.SHIFT == 0) {
            if (words == 0) {
                return PyInt.exact(w, a);
            }
            words--;
        }
        int digits = a.digitCount() - words;
        if (digits <= 0) {
            return PyInt.of(w, negative ? -1 : 0);
        }
        PyInt z = PyInt.begin(w, digits);
        BigInteger shifted = a.bigValue().shiftRight(count);
        return PyInt.finish(w, z, shifted);
    }
}
