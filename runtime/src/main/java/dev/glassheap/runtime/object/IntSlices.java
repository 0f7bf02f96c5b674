package dev.glassheap.runtime.object;

import java.math.BigInteger;

/**
 * Products, quotients and texts of very large ints in slices, so that an interrupt is seen while they are computed.
 *
 * <p>A slice is an operation on operands of at most {@link #SLICE} bits, which {@link BigInteger} does in about ten
 * milliseconds; larger ones are cut in halves (Karatsuba; Burnikel and Ziegler's recursive division).
 */
final class IntSlices {

    /** Bits of an operand that is left to {@link BigInteger} in one go. */
    static final int SLICE = 1 << 18;

    private IntSlices() {
    }

    static BigInteger multiply(World w, BigInteger a, BigInteger b) {
        int bits = Math.max(a.bitLength(), b.bitLength());
        if (bits <= SLICE) {
            return a.multiply(b);
        }
        w.calls.checkInterrupt(w);
        if (a.signum() < 0 || b.signum() < 0) {
            BigInteger product = multiply(w, a.abs(), b.abs());
            return a.signum() == b.signum() ? product : product.negate();
        }
        int half = (bits + 1) / 2;
        BigInteger aHigh = a.shiftRight(half);
        BigInteger aLow = low(a, half);
        if (a == b) {
            BigInteger square = multiply(w, aHigh, aHigh).shiftLeft(half).add(multiply(w, aHigh, aLow).shiftLeft(1));
            return square.shiftLeft(half).add(multiply(w, aLow, aLow));
        }
        BigInteger bHigh = b.shiftRight(half);
        BigInteger bLow = low(b, half);
        if (aHigh.signum() == 0 || bHigh.signum() == 0) {
            BigInteger high = aHigh.signum() == 0 ? multiply(w, aLow, bHigh) : multiply(w, aHigh, bLow);
            return high.shiftLeft(half).add(multiply(w, aLow, bLow));
        }
        BigInteger high = multiply(w, aHigh, bHigh);
        BigInteger low = multiply(w, aLow, bLow);
        BigInteger middle = multiply(w, aHigh.add(aLow), bHigh.add(bLow)).subtract(high).subtract(low);
        return high.shiftLeft(half).add(middle).shiftLeft(half).add(low);
    }

    /** The lowest {@code bits} bits of a non-negative number. */
    private static BigInteger low(BigInteger a, int bits) {
        return a.bitLength() <= bits ? a : a.subtract(a.shiftRight(bits).shiftLeft(bits));
    }

    /** Quotient and remainder towards zero, as {@link BigInteger#divideAndRemainder}. */
    static BigInteger[] divide(World w, BigInteger a, BigInteger b) {
        if (b.bitLength() <= 64 && a.bitLength() <= SLICE || a.bitLength() <= SLICE || a.bitLength() - b.bitLength() < 64) {
            return a.divideAndRemainder(b);
        }
        BigInteger[] qr = divideMagnitudes(w, a.abs(), b.abs());
        if (a.signum() != b.signum()) {
            qr[0] = qr[0].negate();
        }
        if (a.signum() < 0) {
            qr[1] = qr[1].negate();
        }
        return qr;
    }

    /** Long division in base 2^n, n = bits of the divisor (at least a slice's share). */
    private static BigInteger[] divideMagnitudes(World w, BigInteger a, BigInteger b) {
        int n = Math.max(b.bitLength(), SLICE / 8);
        int blocks = (a.bitLength() + n - 1) / n;
        BigInteger quotient = BigInteger.ZERO;
        BigInteger rest = BigInteger.ZERO;
        BigInteger[] parts = split(a, blocks, n);
        BigInteger[] quotients = new BigInteger[blocks];
        for (int i = blocks - 1; i >= 0; i--) {
            BigInteger[] qr = twoByOne(w, rest.shiftLeft(n).add(parts[i]), b, n);
            quotients[i] = qr[0];
            rest = qr[1];
        }
        quotient = join(quotients, 0, blocks, n);
        return new BigInteger[] {quotient, rest};
    }

    private static BigInteger[] split(BigInteger a, int blocks, int n) {
        BigInteger[] parts = new BigInteger[blocks];
        splitInto(a, parts, 0, blocks, n);
        return parts;
    }

    private static void splitInto(BigInteger a, BigInteger[] parts, int from, int to, int n) {
        if (to - from == 1) {
            parts[from] = a;
            return;
        }
        int middle = (from + to) >>> 1;
        int bits = (middle - from) * n;
        splitInto(low(a, bits), parts, from, middle, n);
        splitInto(a.shiftRight(bits), parts, middle, to, n);
    }

    private static BigInteger join(BigInteger[] parts, int from, int to, int n) {
        if (to - from == 1) {
            return parts[from];
        }
        int middle = (from + to) >>> 1;
        return join(parts, middle, to, n).shiftLeft((middle - from) * n).add(join(parts, from, middle, n));
    }

    /** {@code a / b} where {@code a < b << n} and b has at most n bits. */
    private static BigInteger[] twoByOne(World w, BigInteger a, BigInteger b, int n) {
        if (n <= SLICE / 2 || a.bitLength() <= SLICE || b.bitLength() < n / 2) {
            w.calls.checkInterrupt(w);
            return a.divideAndRemainder(b);
        }
        int half = (n + 1) / 2;
        BigInteger high = a.shiftRight(half);
        BigInteger[] upper = threeByTwo(w, high, b, half, n);
        BigInteger[] lower = threeByTwo(w, upper[1].shiftLeft(half).add(low(a, half)), b, half, n);
        return new BigInteger[] {upper[0].shiftLeft(half).add(lower[0]), lower[1]};
    }

    /** {@code a / b} with a quotient below about 2^half, from the upper half of b. */
    private static BigInteger[] threeByTwo(World w, BigInteger a, BigInteger b, int half, int n) {
        int cut = b.bitLength() - half;
        if (cut <= 0) {
            w.calls.checkInterrupt(w);
            return a.divideAndRemainder(b);
        }
        BigInteger bHigh = b.shiftRight(cut);
        BigInteger aHigh = a.shiftRight(cut);
        BigInteger q = aHigh.bitLength() <= SLICE ? aHigh.divide(bHigh) : twoByOne(w, aHigh, bHigh, half)[0];
        BigInteger r = a.subtract(multiply(w, q, b));
        while (r.signum() < 0) {
            q = q.subtract(BigInteger.ONE);
            r = r.add(b);
        }
        while (r.compareTo(b) >= 0) {
            q = q.add(BigInteger.ONE);
            r = r.subtract(b);
        }
        return new BigInteger[] {q, r};
    }

    // ------------------------------------------------------------------ text

    /** Digits of an int in a base from 2 to 36, lower case, with a minus sign. */
    static String toText(World w, BigInteger v, int base) {
        if (v.bitLength() <= SLICE / 8) {
            return v.toString(base);
        }
        StringBuilder out = new StringBuilder((int) (v.bitLength() / (Math.log(base) / Math.log(2))) + 2);
        if (v.signum() < 0) {
            out.append('-');
        }
        appendText(w, v.abs(), base, 0, out);
        return out.toString();
    }

    private static void appendText(World w, BigInteger v, int base, int width, StringBuilder out) {
        if (v.bitLength() <= SLICE / 8) {
            w.calls.checkInterrupt(w);
            String text = v.toString(base);
            out.repeat('0', Math.max(0, width - text.length())).append(text);
            return;
        }
        int lowDigits = (int) (v.bitLength() / (Math.log(base) / Math.log(2)) / 2);
        BigInteger[] qr = divide(w, v, power(w, base, lowDigits));
        appendText(w, qr[0], base, width == 0 ? 0 : width - lowDigits, out);
        appendText(w, qr[1], base, lowDigits, out);
    }

    private static BigInteger power(World w, int base, int exponent) {
        BigInteger z = BigInteger.ONE;
        BigInteger b = BigInteger.valueOf(base);
        for (int bit = Integer.highestOneBit(exponent); bit != 0; bit >>= 1) {
            z = multiply(w, z, z);
            if ((exponent & bit) != 0) {
                z = multiply(w, z, b);
            }
        }
        return z;
    }

    /** The value of a run of digits (no sign, no underscores) in a base from 2 to 36. */
    static BigInteger parse(World w, String digits, int base) {
        if (digits.length() <= 20_000) {
            return new BigInteger(digits, base);
        }
        w.calls.checkInterrupt(w);
        int low = digits.length() / 2;
        BigInteger high = parse(w, digits.substring(0, digits.length() - low), base);
        return multiply(w, high, power(w, base, low)).add(parse(w, digits.substring(digits.length() - low), base));
    }
}
