package dev.glassheap.runtime.object;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * {@code pow} of C for positive numbers, rounded as the C library of CPython's platforms rounds it: correct in the last place but
 * for rare cases. Java's own {@code Math.pow} may be one unit off.
 */
final class FloatPower {

    /** Integer exponents up to this size are computed exactly enough by repeated multiplication. */
    private static final int EXACT_EXPONENT = 64;
    private static final MathContext WORKING = new MathContext(40);

    private FloatPower() {
    }

    /** @param a finite, greater than 0, not 1 */
    static double pow(double a, double b) {
        if (b == 1.0) {
            return a;
        }
        if (b == 2.0) {
            return a * a;
        }
        if (b == 0.5) {
            return Math.sqrt(a);
        }
        double approximate = StrictMath.pow(a, b);
        if (b != Math.rint(b) || Math.abs(b) > EXACT_EXPONENT || approximate == 0 || Double.isInfinite(approximate)) {
            return approximate;
        }
        BigDecimal power = new BigDecimal(a, WORKING).pow((int) Math.abs(b), WORKING);
        return (b > 0 ? power : BigDecimal.ONE.divide(power, WORKING)).doubleValue();
    }
}
