package dev.glassheap.runtime.syntax;

import dev.glassheap.runtime.syntax.ConstantValue.BytesValue;
import dev.glassheap.runtime.syntax.ConstantValue.ComplexValue;
import dev.glassheap.runtime.syntax.ConstantValue.EllipsisValue;
import dev.glassheap.runtime.syntax.ConstantValue.FalseValue;
import dev.glassheap.runtime.syntax.ConstantValue.FloatValue;
import dev.glassheap.runtime.syntax.ConstantValue.FrozenSetValue;
import dev.glassheap.runtime.syntax.ConstantValue.IntValue;
import dev.glassheap.runtime.syntax.ConstantValue.NoneValue;
import dev.glassheap.runtime.syntax.ConstantValue.StrValue;
import dev.glassheap.runtime.syntax.ConstantValue.TrueValue;
import dev.glassheap.runtime.syntax.ConstantValue.TupleValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Constants as source text: Python's repr, but infinity as a literal that overflows. */
final class ConstantText {

    private static final String INFINITY = "1e309";
    /** repr writes floats from here on with an exponent. */
    private static final int MAX_FIXED_EXPONENT = 16;
    private static final int MIN_FIXED_EXPONENT = -4;

    private ConstantText() {}

    static String of(ConstantValue value) {
        return switch (value) {
            case NoneValue _ -> "None";
            case TrueValue _ -> "True";
            case FalseValue _ -> "False";
            case EllipsisValue _ -> "...";
            case IntValue number -> number.value().toString();
            case FloatValue number -> number(number.value());
            case ComplexValue number -> complex(number);
            case StrValue text -> quoted(text.codePoints(), false);
            case BytesValue bytes -> {
                int[] points = new int[bytes.bytes().length];
                for (int at = 0; at < points.length; at++) {
                    points[at] = bytes.bytes()[at] & 0xff;
                }
                yield "b" + quoted(points, true);
            }
            case TupleValue tuple -> "(" + items(tuple.items()) + (tuple.items().size() == 1 ? ",)" : ")");
            case FrozenSetValue set -> "frozenset({" + items(set.items()) + "})";
        };
    }

    private static String items(List<ConstantValue> items) {
        return items.stream().map(ConstantText::of).collect(Collectors.joining(", "));
    }

    private static String complex(ComplexValue number) {
        String imaginary = withoutPoint(number(number.imag())) + "j";
        if (number.real() == 0 && Math.copySign(1, number.real()) > 0) {
            return imaginary;
        }
        return "(" + withoutPoint(number(number.real())) + (imaginary.startsWith("-") ? "" : "+") + imaginary + ")";
    }

    private static String withoutPoint(String number) {
        return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
    }

    /** The shortest digits that read back as the same double, in Python's notation. */
    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        String sign = Math.copySign(1, value) < 0 ? "-" : "";
        double magnitude = Math.abs(value);
        if (Double.isInfinite(magnitude)) {
            return sign + INFINITY;
        }
        if (magnitude == 0) {
            return sign + "0.0";
        }
        BigDecimal decimal = new BigDecimal(Double.toString(magnitude)).stripTrailingZeros();
        String digits = decimal.unscaledValue().toString();
        int exponent = digits.length() - decimal.scale() - 1;
        if (exponent >= MIN_FIXED_EXPONENT && exponent < MAX_FIXED_EXPONENT) {
            String plain = decimal.toPlainString();
            return sign + (plain.contains(".") ? plain : plain + ".0");
        }
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return "%s%c%se%s%02d".formatted(sign, digits.charAt(0), fraction, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    static String quoted(String text) {
        return quoted(text.codePoints().toArray(), false);
    }

    private static String quoted(int[] codePoints, boolean ascii) {
        boolean single = false;
        boolean twice = false;
        for (int c : codePoints) {
            single |= c == '\'';
            twice |= c == '"';
        }
        char quote = single && !twice ? '"' : '\'';
        StringBuilder text = new StringBuilder().append(quote);
        for (int c : codePoints) {
            switch (c) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\\' -> text.append("\\\\");
                default -> character(text, c, quote, ascii);
            }
        }
        return text.append(quote).toString();
    }

    private static void character(StringBuilder text, int c, char quote, boolean ascii) {
        if (c == quote) {
            text.append('\\').append(quote);
        } else if (ascii ? c >= ' ' && c < 127 : UnicodeNames.isPrintable(c)) {
            text.appendCodePoint(c);
        } else {
            text.append(c < 0x100 ? "\\x%02x".formatted(c) : c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c));
        }
    }
}
