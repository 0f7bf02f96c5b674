package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** The methods of {@code float}. */
final class FloatMethods {

    /** Beyond so many decimals rounding changes nothing; with fewer than the negative of the other all is rounded away. */
    private static final int MOST_DIGITS = 323;
    private static final int LEAST_DIGITS = -308;

    private FloatMethods() {
    }

    static void define(TypeBuilder b) {
        b.noArgs("conjugate", FloatArithmetic::positive);
        b.noArgs("__trunc__", FloatArithmetic::truncate);
        b.noArgs("__floor__", (w, o) -> toInt(w, Math.floor(((PyFloat) o).value)));
        b.noArgs("__ceil__", (w, o) -> toInt(w, Math.ceil(((PyFloat) o).value)));
        b.fast("__round__", 0, 1, FloatMethods::round);
        b.noArgs("as_integer_ratio", FloatMethods::ratio);
        b.classMethod("fromhex", new NativeCode.OneArg(FloatMethods::fromHex));
        b.noArgs("hex", (w, o) -> w.str(hex(((PyFloat) o).value)));
        b.noArgs("is_integer", (w, o) -> {
            double v = ((PyFloat) o).value;
            return w.bool(Double.isFinite(v) && v == Math.floor(v));
        });
        b.noArgs("__getnewargs__", (w, o) -> PyTuple.steal(w, new PyObject[] {PyFloat.of(w, ((PyFloat) o).value)}));
        b.oneArg("__format__", Formatting::formatFloat);
        b.getset("real", FloatArithmetic::positive);
        b.getset("imag", (w, o) -> w.newFloat(0));
    }

    private static PyInt toInt(World w, double v) {
        if (Double.isNaN(v)) {
            throw Errors.valueError(w, "cannot convert float NaN to integer");
        }
        if (Double.isInfinite(v)) {
            throw Errors.overflowError(w, "cannot convert float infinity to integer");
        }
        return FloatArithmetic.integral(w, v);
    }

    @TruffleBoundary
    private static PyObject round(World w, PyObject self, PyObject[] args) {
        double v = ((PyFloat) self).value;
        if (args.length == 0 || args[0] == w.singletons.none) {
            return toInt(w, Math.rint(v));
        }
        long digits = Numbers.asIndex(w, args[0], null);
        if (!Double.isFinite(v) || digits > MOST_DIGITS) {
            return PyFloat.of(w, v);
        }
        if (digits < LEAST_DIGITS) {
            return PyFloat.of(w, 0.0 * v);
        }
        double rounded = v == 0 ? v
            : Math.copySign(new BigDecimal(v).setScale((int) digits, RoundingMode.HALF_EVEN).doubleValue(), v);
        if (Double.isInfinite(rounded)) {
            throw Errors.overflowError(w, "rounded value too large to represent");
        }
        return PyFloat.of(w, rounded);
    }

    @TruffleBoundary
    private static PyObject ratio(World w, PyObject self) {
        double v = ((PyFloat) self).value;
        if (Double.isNaN(v)) {
            throw Errors.valueError(w, "cannot convert NaN to integer ratio");
        }
        if (Double.isInfinite(v)) {
            throw Errors.overflowError(w, "cannot convert Infinity to integer ratio");
        }
        BigDecimal d = new BigDecimal(v);
        if (d.scale() <= 0) {
            return NewTuple.of(w, () -> w.newInt(d.toBigInteger()), () -> w.newInt(1));
        }
        BigInteger numerator = d.unscaledValue();
        BigInteger denominator = BigInteger.TEN.pow(d.scale());
        BigInteger common = numerator.gcd(denominator);
        return NewTuple.of(w, () -> w.newInt(numerator.divide(common)), () -> w.newInt(denominator.divide(common)));
    }

    // ------------------------------------------------------------------ hexadecimal

    private static String hex(double v) {
        if (!Double.isFinite(v)) {
            return FloatText.repr(v);
        }
        String sign = Double.doubleToRawLongBits(v) < 0 ? "-" : "";
        if (v == 0) {
            return sign + "0x0.0p+0";
        }
        long bits = Double.doubleToRawLongBits(v);
        boolean normal = Math.getExponent(v) >= Double.MIN_EXPONENT;
        int exponent = normal ? Math.getExponent(v) : Double.MIN_EXPONENT;
        return String.format("%s0x%d.%013xp%+d", sign, normal ? 1 : 0, bits & (1L << 52) - 1, exponent);
    }

    @TruffleBoundary
    private static PyObject fromHex(World w, PyObject type, PyObject arg) {
        if (!(arg instanceof PyStr s)) {
            throw Errors.typeError(w, "bad argument type for built-in operation");
        }
        PyFloat value = PyFloat.of(w, parseHex(w, s.text()));
        if (type == w.types.floatType) {
            return value;
        }
        try {
            return Calls.call(w, type, value);
        } finally {
            w.release(value, Holder.NATIVE);
        }
    }

    private static double parseHex(World w, String given) {
        String t = given.strip();
        boolean negative = t.startsWith("-");
        String body = negative || t.startsWith("+") ? t.substring(1) : t;
        double word = word(body);
        if (!Double.isNaN(word) || body.equalsIgnoreCase("nan")) {
            return negative ? -word : word;
        }
        if (body.regionMatches(true, 0, "0x", 0, 2)) {
            body = body.substring(2);
        }
        int p = Math.max(body.indexOf('p'), body.indexOf('P'));
        String mantissa = p < 0 ? body : body.substring(0, p);
        String exponentText = p < 0 ? "0" : body.substring(p + 1);
        int dot = mantissa.indexOf('.');
        String digits = dot < 0 ? mantissa : mantissa.substring(0, dot) + mantissa.substring(dot + 1);
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0)
            || !exponentText.matches("[+-]?[0-9]+")) {
            throw Errors.valueError(w, "invalid hexadecimal floating-point string");
        }
        BigInteger m = new BigInteger(digits, 16);
        long exponent = exponentText.length() > 12 ? exponentText.startsWith("-") ? Integer.MIN_VALUE : Integer.MAX_VALUE
            : Long.parseLong(exponentText);
        exponent -= dot < 0 ? 0 : 4L * (mantissa.length() - dot - 1);
        double v = m.signum() == 0 ? 0 : scaled(m, exponent);
        if (Double.isInfinite(v)) {
            throw Errors.overflowError(w, "hexadecimal value too large to represent as a float");
        }
        return negative ? -v : v;
    }

    private static double word(String body) {
        return body.equalsIgnoreCase("inf") || body.equalsIgnoreCase("infinity") ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    private static double scaled(BigInteger m, long exponent) {
        long top = m.bitLength() + exponent;
        if (top > 1024) {
            return Double.POSITIVE_INFINITY;
        }
        return top < -1080 ? 0 : IntDivision.scaled(m, (int) exponent, false);
    }
}
