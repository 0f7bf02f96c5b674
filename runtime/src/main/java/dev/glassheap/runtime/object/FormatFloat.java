package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A float as text with a number of digits: {@code PyOS_double_to_string} of {@code Python/pystrtod.c}. */
final class FormatFloat {

    /** {@code Py_DTSF_SIGN}: a plus sign for positive numbers. */
    static final int SIGN = 1;
    /** {@code Py_DTSF_ADD_DOT_0}: an integral number without exponent ends in ".0". */
    static final int ADD_DOT_0 = 2;
    /** {@code Py_DTSF_ALT}: keeps the point and, for {@code g}, trailing zeros. */
    static final int ALT = 4;
    /** {@code Py_DTSF_NO_NEG_0}: what rounds to zero has no minus sign. */
    static final int NO_NEG_0 = 8;
    /** A double has no more decimals than these; digits beyond are zeros. */
    private static final int MOST_DECIMALS = 1100;

    private FormatFloat() {
    }

    /**
     * @param code one of {@code e E f F g G r}
     * @param precision digits after the point for e and f, significant digits for g, not used for r
     */
    @TruffleBoundary
    static String toText(World w, double v, char code, long precision, int flags) {
        if (precision > Integer.MAX_VALUE - 1000) {
            throw Errors.valueError(w, "precision too big");
        }
        StrBuild.charge(w, precision);
        boolean upper = code == 'E' || code == 'F' || code == 'G';
        StringBuilder out = new StringBuilder();
        boolean negative = Double.doubleToRawLongBits(v) < 0 && !Double.isNaN(v);
        if (Double.isNaN(v) || Double.isInfinite(v)) {
            out.append(Double.isNaN(v) ? "nan" : "inf");
        } else {
            negative &= !append(out, v, Character.toLowerCase(code), (int) precision, flags);
        }
        if (negative) {
            out.insert(0, '-');
        } else if ((flags & SIGN) != 0) {
            out.insert(0, '+');
        }
        String text = out.toString();
        return upper ? text.toUpperCase(java.util.Locale.ROOT) : text;
    }

    /** Appends the magnitude; true when its sign is to be dropped. */
    private static boolean append(StringBuilder out, double v, char code, int precision, int flags) {
        int significant = code == 'e' ? precision + 1 : Math.max(precision, 1);
        FloatText.Decimal d = switch (code) {
            case 'r' -> FloatText.shortest(v);
            case 'f' -> fixed(Math.abs(v), precision);
            default -> rounded(Math.abs(v), significant);
        };
        int point = d.point();
        boolean addDot = (flags & ADD_DOT_0) != 0;
        boolean alternate = (flags & ALT) != 0;
        boolean exponent = switch (code) {
            case 'e' -> true;
            case 'g' -> point <= -4 || point > significant - (addDot ? 1 : 0);
            case 'r' -> point <= -4 || point > 16;
            default -> false;
        };
        int end = switch (code) {
            case 'e' -> significant;
            case 'f' -> point + precision;
            case 'g' -> alternate ? significant : d.digits().length();
            default -> d.digits().length();
        };
        int shown = exponent ? 1 : point;
        appendDigits(out, d.digits(), shown, Math.max(end, addDot && !exponent ? shown + 1 : shown), alternate);
        if (exponent) {
            FloatText.appendExponent(out, point - 1, 'e');
        }
        return (flags & NO_NEG_0) != 0 && (d.digits().isEmpty() || d.digits().equals("0"));
    }

    /** Digits with the point before position {@code point}, up to position {@code end}; zeros where there are no digits. */
    private static void appendDigits(StringBuilder out, String digits, int point, int end, boolean keepPoint) {
        for (int i = point <= 0 ? point - 1 : 0; i < end; i++) {
            if (i == point) {
                out.append('.');
            }
            out.append(i < 0 || i >= digits.length() ? '0' : digits.charAt(i));
        }
        if (end == point && keepPoint) {
            out.append('.');
        }
    }

    /** {@code dtoa} mode 2: so many significant digits, trailing zeros cut. */
    private static FloatText.Decimal rounded(double magnitude, int significant) {
        if (magnitude == 0) {
            return new FloatText.Decimal("0", 1);
        }
        return decimal(new BigDecimal(magnitude).round(new MathContext(Math.min(significant, MOST_DECIMALS), RoundingMode.HALF_EVEN)));
    }

    /** {@code dtoa} mode 3: so many decimals, trailing zeros cut; no digit at all when it rounds to zero. */
    static FloatText.Decimal fixed(double magnitude, int decimals) {
        if (magnitude == 0) {
            return new FloatText.Decimal("0", 1);
        }
        int scale = Math.min(decimals, MOST_DECIMALS);
        BigDecimal d = new BigDecimal(magnitude).setScale(scale, RoundingMode.HALF_EVEN);
        return d.signum() == 0 ? new FloatText.Decimal("", -decimals) : decimal(d);
    }

    private static FloatText.Decimal decimal(BigDecimal d) {
        String digits = d.unscaledValue().toString();
        int point = digits.length() - d.scale();
        int last = digits.length();
        while (last > 1 && digits.charAt(last - 1) == '0') {
            last--;
        }
        return new FloatText.Decimal(digits.substring(0, last), point);
    }
}
