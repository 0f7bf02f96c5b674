package dev.glassheap.runtime.object;

/**
 * {@code pow} of C for positive numbers, rounded to the nearest double as the C library of CPython's platforms does (it errs by at
 * most 0.52 units in the last place). Java's own {@code Math.pow} may be one unit off, which a repr would show.
 *
 * <p>Computed as {@code exp(b * log(a))} with numbers of twice the precision: unevaluated sums {@code high + low}.
 */
final class FloatPower {

    private static final double LN2_HIGH = 0x1.62e42fefa39efp-1;
    private static final double LN2_LOW = 0x1.abc9e3b39803fp-56;
    /** The argument of the series is divided by 2^this first, and the result squared as often. */
    private static final int HALVINGS = 8;
    private static final int TERMS = 10;

    private FloatPower() {
    }

    /** @param a finite, greater than 0, not 1; @param b finite, not 0 */
    static double pow(double a, double b) {
        if (b == 1.0) {
            return a;
        }
        double rough = StrictMath.pow(a, b);
        if (rough == 0 || Double.isInfinite(rough) || rough < Double.MIN_NORMAL) {
            return rough;
        }
        Twofold y = log(a).times(b);
        double k = Math.rint(y.high / LN2_HIGH);
        Twofold r = y.plus(new Twofold(LN2_HIGH, LN2_LOW).times(-k));
        Twofold e = exp(r);
        double result = Math.scalb(e.high, (int) k);
        return Math.abs(result - rough) <= 4 * Math.ulp(rough) ? result : rough;
    }

    /** Logarithm: one Newton step from Java's, for the mantissa; then the exponent's share. */
    private static Twofold log(double a) {
        int exponent = Math.getExponent(a);
        if (exponent < Double.MIN_EXPONENT) {
            exponent = Math.getExponent(a * 0x1p54) - 54;
        }
        double m = exponent < -1000 ? a * 0x1p54 * Math.scalb(1.0, -exponent - 54) : Math.scalb(a, -exponent);
        if (m > 1.4142135623730951) {
            m /= 2;
            exponent++;
        }
        double y = StrictMath.log(m);
        Twofold quotient = exp(new Twofold(-y, 0)).times(m);
        Twofold correction = quotient.plus(new Twofold(-1, 0));
        Twofold log = new Twofold(y, 0).plus(correction.plus(correction.times(correction).times(-0.5)));
        return log.plus(new Twofold(LN2_HIGH, LN2_LOW).times(exponent));
    }

    /** Exponential of a number of at most about 1/2. */
    private static Twofold exp(Twofold x) {
        Twofold r = new Twofold(Math.scalb(x.high, -HALVINGS), Math.scalb(x.low, -HALVINGS));
        Twofold sum = new Twofold(1, 0);
        for (int n = TERMS; n > 0; n--) {
            sum = sum.times(r).dividedBy(n).plus(new Twofold(1, 0));
        }
        for (int i = 0; i < HALVINGS; i++) {
            sum = sum.times(sum);
        }
        return sum;
    }

    /** {@code high + low} with {@code |low| <= ulp(high) / 2} (Dekker). */
    private record Twofold(double high, double low) {

        static Twofold sum(double a, double b) {
            double s = a + b;
            double part = s - a;
            return new Twofold(s, (a - (s - part)) + (b - part));
        }

        private static Twofold normal(double high, double low) {
            double s = high + low;
            return new Twofold(s, low - (s - high));
        }

        Twofold plus(Twofold o) {
            Twofold s = sum(high, o.high);
            Twofold t = sum(low, o.low);
            Twofold u = normal(s.high, s.low + t.high);
            return normal(u.high, u.low + t.low);
        }

        Twofold times(double b) {
            double p = high * b;
            return normal(p, Math.fma(high, b, -p) + low * b);
        }

        Twofold times(Twofold o) {
            double p = high * o.high;
            return normal(p, Math.fma(high, o.high, -p) + (high * o.low + low * o.high));
        }

        Twofold dividedBy(double b) {
            double q = high / b;
            return normal(q, (Math.fma(-q, b, high) + low) / b);
        }
    }
}
