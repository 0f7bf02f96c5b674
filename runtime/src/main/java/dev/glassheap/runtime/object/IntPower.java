package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigInteger;

/** {@code int ** int} and {@code pow(int, int, int)} ({@code long_pow}). */
final class IntPower {

    /** Powers that need more bytes than this are tried in the heap before anything is computed. */
    private static final long LARGE = 1 << 20;

    private IntPower() {
    }

    @TruffleBoundary
    static PyObject slot(World w, PyObject base, PyObject exponent, PyObject modulus) {
        if (!(base instanceof PyInt a) || !(exponent instanceof PyInt b)) {
            return w.notImplemented();
        }
        if (modulus == w.singletons.none) {
            if (b.signum() < 0) {
                return FloatArithmetic.power(w, FloatArithmetic.fromInt(w, a), FloatArithmetic.fromInt(w, b));
            }
            return power(w, a, b);
        }
        return modulus instanceof PyInt c ? modularPower(w, a, b, c) : w.notImplemented();
    }

    /** Left-to-right binary exponentiation, with each product as an int of its own as CPython has it. */
    static PyInt power(World w, PyInt a, PyInt b) {
        if (b.signum() == 0) {
            return PyInt.of(w, 1);
        }
        if (a.big == null && a.value >= -1 && a.value <= 1) {
            boolean odd = b.bigValue().testBit(0);
            return PyInt.of(w, a.value < 0 && !odd ? 1 : a.value);
        }
        if (b.big != null) {
            throw Errors.noMemory(w);
        }
        charge(w, a, b.value);
        if (b.value == 1) {
            return IntArithmetic.multiply(w, a, w.singletons.smallInt(1));
        }
        PyInt z = w.newRef(a, Holder.NATIVE);
        try {
            for (long bit = Long.highestOneBit(b.value) >> 1; bit != 0; bit >>= 1) {
                z = replace(w, z, IntArithmetic.multiply(w, z, z));
                if ((b.value & bit) != 0) {
                    z = replace(w, z, IntArithmetic.multiply(w, z, a));
                }
            }
        } catch (PyException e) {
            w.release(z, Holder.NATIVE);
            throw e;
        }
        return z;
    }

    private static PyInt replace(World w, PyInt old, PyInt product) {
        w.release(old, Holder.NATIVE);
        return product;
    }

    /** Raises MemoryError at once when the heap cannot hold the result. */
    private static void charge(World w, PyInt a, long exponent) {
        long bits = PyInt.magnitudeBits(a.bigValue()) - 1L;
        if (exponent > (PyInt.MAX_DIGITS * PyInt.SHIFT) / Math.max(bits, 1)) {
            throw Errors.noMemory(w);
        }
        long bytes = bits * exponent / PyInt.SHIFT * 4;
        if (bytes > LARGE) {
            w.freeBuffer(w.allocateBuffer(bytes, a));
        }
    }

    private static PyInt modularPower(World w, PyInt a, PyInt b, PyInt c) {
        if (c.signum() == 0) {
            throw Errors.valueError(w, "pow() 3rd argument cannot be 0");
        }
        BigInteger modulus = c.bigValue().abs();
        BigInteger base = a.bigValue();
        if (b.signum() < 0 && !modulus.equals(BigInteger.ONE) && !base.gcd(modulus).equals(BigInteger.ONE)) {
            throw Errors.valueError(w, "base is not invertible for the given modulus");
        }
        BigInteger z = modulus.bitLength() <= 4096 ? base.modPow(b.bigValue(), modulus)
            : slicedModularPower(w, b.signum() < 0 ? base.modInverse(modulus) : base, b.bigValue().abs(), modulus);
        if (c.signum() < 0 && z.signum() != 0) {
            z = z.subtract(modulus);
        }
        return z.bitLength() <= 63 ? PyInt.of(w, z.longValue()) : PyInt.finish(w, PyInt.begin(w, c.digitCount()), z);
    }

    private static BigInteger slicedModularPower(World w, BigInteger base, BigInteger exponent, BigInteger modulus) {
        BigInteger a = base.mod(modulus);
        BigInteger z = BigInteger.ONE;
        for (int i = exponent.bitLength() - 1; i >= 0; i--) {
            w.calls.checkInterrupt(w);
            z = IntSlices.divide(w, IntSlices.multiply(w, z, z), modulus)[1];
            if (exponent.testBit(i)) {
                z = IntSlices.divide(w, IntSlices.multiply(w, z, a), modulus)[1];
            }
        }
        return z;
    }
}
