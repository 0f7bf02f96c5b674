package dev.glassheap.runtime.object;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floats as decimal digits ({@code Python/dtoa.c}) and their repr. */
final class FloatText {

    /**
     * The decimal number {@code 0.digits * 10^point}, without sign.
     *
     * @param digits at least one digit; no zero at the end and none in front, except for zero itself: "0" with point 1
     */
    record Decimal(String digits, int point) {
    }

    private FloatText() {
    }

    /** The shortest digits that round to the finite number {@code |v|}, the closest of those ({@code dtoa} mode 0). */
    static Decimal shortest(double v) {
        double magnitude = Math.abs(v);
        if (magnitude == 0) {
            return new Decimal("0", 1);
        }
        Decimal d = parse(Double.toString(magnitude));
        return d.digits.length() == 2 ? oneDigitIfEnough(magnitude, d) : d;
    }

    /** Java prints at least two digits where one would do (4.9E-324). */
    private static Decimal oneDigitIfEnough(double magnitude, Decimal two) {
        BigDecimal one = new BigDecimal(magnitude).round(new MathContext(1, RoundingMode.HALF_EVEN));
        return one.doubleValue() == magnitude ? parse(one.toString()) : two;
    }

    /** Reads "12.5", "1.25E-7" or "3E+2" into its digits. */
    private static Decimal parse(String text) {
        int e = text.indexOf('E');
        int exponent = e < 0 ? 0 : Integer.parseInt(text.substring(e + 1));
        String mantissa = e < 0 ? text : text.substring(0, e);
        int dot = mantissa.indexOf('.');
        int point = (dot < 0 ? mantissa.length() : dot) + exponent;
        String digits = dot < 0 ? mantissa : mantissa.substring(0, dot) + mantissa.substring(dot + 1);
        int first = 0;
        while (first < digits.length() - 1 && digits.charAt(first) == '0') {
            first++;
            point--;
        }
        int last = digits.length();
        while (last > first + 1 && digits.charAt(last - 1) == '0') {
            last--;
        }
        return new Decimal(digits.substring(first, last), point);
    }

    /** {@code repr(float)}. */
    static String repr(double v) {
        if (Double.isNaN(v)) {
            return "nan";
        }
        if (Double.isInfinite(v)) {
            return v > 0 ? "inf" : "-inf";
        }
        StringBuilder out = new StringBuilder(24);
        if (v < 0 || v == 0 && 1 / v < 0) {
            out.append('-');
        }
        appendShortest(out, v, true);
        return out.toString();
    }

    /**
     * Appends the shortest digits of {@code |v|}: with an exponent from 1e16 up and below 1e-4.
     *
     * @param dotZero whether an integral number gets ".0"
     */
    static void appendShortest(StringBuilder out, double v, boolean dotZero) {
        Decimal d = shortest(v);
        if (d.point > 16 || d.point <= -4) {
            appendScientific(out, d);
        } else if (d.point <= 0) {
            out.append("0.").repeat('0', -d.point).append(d.digits);
        } else if (d.digits.length() <= d.point) {
            out.append(d.digits).repeat('0', d.point - d.digits.length());
            if (dotZero) {
                out.append(".0");
            }
        } else {
            out.append(d.digits, 0, d.point).append('.').append(d.digits, d.point, d.digits.length());
        }
    }

    private static void appendScientific(StringBuilder out, Decimal d) {
        out.append(d.digits.charAt(0));
        if (d.digits.length() > 1) {
            out.append('.').append(d.digits, 1, d.digits.length());
        }
        appendExponent(out, d.point - 1, 'e');
    }

    /** At least two exponent digits, always a sign. */
    static void appendExponent(StringBuilder out, int exponent, char letter) {
        int size = Math.abs(exponent);
        out.append(letter).append(exponent < 0 ? '-' : '+');
        if (size < 10) {
            out.append('0');
        }
        out.append(size);
    }
}
