package dev.glassheap.runtime.object;

import dev.glassheap.runtime.object.PythonOracle.Value;
import java.math.BigInteger;
import java.util.Random;

/** Seeded values of the number and text types, with many at the edges where representations change. */
final class RandomValues {

    private static final int[] BITS = {3, 8, 20, 29, 30, 31, 32, 59, 60, 61, 63, 64, 65, 90, 91, 120, 200, 600};
    private static final double[] FLOATS = {0.0, -0.0, 5e-324, 1e16, 1e-4, 1e22, 1e23, 9007199254740993.0, Double.MAX_VALUE, 0.1, 2.5,
        1e-5, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};
    private static final String[] ALPHABETS = {"ab", "ab ", "abAB \t\n", "a\u00e9 \u00df", "a\u03bb\u03c3\u03a3 \u03bb", "a\ud835\udcb3b",
        "\u0149\u01f0\u00df\ufb01\u1fb3\u1fb2\u0130\u0131\u017f", "\r\n\u000b\u001c\u0085\u2028 a", "0\u00b2\u00bd\u4e00\u0663",
        "aBc DeF", "+-0", "_a1\u00e9", "'\"\\"};

    final Random random;

    RandomValues(long seed) {
        random = new Random(seed);
    }

    @SafeVarargs
    final <T> T one(T... options) {
        return options[random.nextInt(options.length)];
    }

    static Value integer(BigInteger v) {
        return new Value(v.signum() < 0 ? "(" + v + ")" : v.toString(), w -> w.newInt(v));
    }

    static Value integer(long v) {
        return integer(BigInteger.valueOf(v));
    }

    Value anyInt() {
        int bits = BITS[random.nextInt(BITS.length)];
        BigInteger edge = BigInteger.ONE.shiftLeft(bits);
        BigInteger v = switch (random.nextInt(5)) {
            case 0 -> edge;
            case 1 -> edge.subtract(BigInteger.ONE);
            case 2 -> edge.add(BigInteger.ONE);
            case 3 -> new BigInteger(bits, random).shiftRight(random.nextInt(bits));
            default -> new BigInteger(bits, random);
        };
        return integer(random.nextBoolean() ? v : v.negate());
    }

    static Value floating(double v) {
        String literal = Double.isNaN(v) ? "float('nan')" : Double.isInfinite(v) ? "float('" + (v > 0 ? "inf')" : "-inf')") : "("
            + v + ")";
        return new Value(literal, w -> w.newFloat(v));
    }

    Value anyFloat() {
        return floating(switch (random.nextInt(5)) {
            case 0 -> FLOATS[random.nextInt(FLOATS.length)];
            case 1 -> (random.nextInt(2000) - 1000) / one(1.0, 2.0, 4.0, 10.0, 100.0);
            case 2 -> random.nextInt(2_000_000) - 1_000_000;
            case 3 -> random.nextDouble() * one(1.0, 1000.0, 1e-5);
            default -> {
                double d = Double.longBitsToDouble(random.nextLong());
                yield Double.isNaN(d) ? 1.5 : d;
            }
        });
    }

    Value anyNumber() {
        return random.nextBoolean() ? anyInt() : anyFloat();
    }

    /** A string over one small alphabet. */
    Value text(int longest, String alphabet) {
        int[] points = alphabet.codePoints().toArray();
        StringBuilder out = new StringBuilder();
        for (int n = random.nextInt(longest + 1); n > 0; n--) {
            out.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text(out.toString());
    }

    String alphabet() {
        return one(ALPHABETS);
    }

    static Value text(String s) {
        StringBuilder literal = new StringBuilder("'");
        s.codePoints().forEach(c -> literal.append(String.format("\\U%08x", c)));
        return new Value(literal.append('\'').toString(), w -> w.str(s));
    }

    static Value bytes(byte[] data, boolean array) {
        StringBuilder literal = new StringBuilder("b'");
        for (byte b : data) {
            literal.append(String.format("\\x%02x", b & 0xFF));
        }
        literal.append('\'');
        return array ? new Value("bytearray(" + literal + ")", w -> PyByteArray.of(w, data)) : new Value(literal.toString(),
            w -> PyBytes.of(w, data.clone()));
    }

    Value anyBytes(int longest, byte[] alphabet) {
        byte[] data = new byte[random.nextInt(longest + 1)];
        for (int i = 0; i < data.length; i++) {
            data[i] = alphabet[random.nextInt(alphabet.length)];
        }
        return bytes(data, random.nextInt(3) == 0);
    }

    static Value none() {
        return new Value("None", World::none);
    }

    static Value tuple(Value... items) {
        StringBuilder literal = new StringBuilder("(");
        for (Value item : items) {
            literal.append(item.literal()).append(", ");
        }
        return new Value(literal.append(')').toString(), w -> {
            PyObject[] made = new PyObject[items.length];
            for (int i = 0; i < made.length; i++) {
                made[i] = items[i].maker().apply(w);
            }
            return PyTuple.steal(w, made);
        });
    }
}
