package dev.glassheap.runtime.syntax;

import dev.glassheap.runtime.syntax.ConstantValue.StrValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code '%s and %-5r' % (a, b)} to an f-string, when only {@code s}, {@code r} and {@code a} are asked for. */
final class PercentFormat {

    private static final int MAX_DIGITS = 3;
    /** Text between the fields is nowhere in the source. */
    private static final Span NOWHERE = new Span(-1, -1, -1, -1);

    private final int[] format;
    private int at;

    private PercentFormat(int[] format) {
        this.format = format;
    }

    /** Absent if the format is not that simple or does not fit the number of values. */
    static Optional<Expr> toFString(Expr whole, StrValue format, List<Expr> elements) {
        return new PercentFormat(format.codePoints()).convert(whole, elements);
    }

    private Optional<Expr> convert(Expr whole, List<Expr> elements) {
        List<Expr> values = new ArrayList<>();
        int used = 0;
        while (true) {
            literal(values);
            if (at >= format.length) {
                break;
            }
            if (used >= elements.size()) {
                return Optional.empty();
            }
            at++;
            Optional<Expr> field = field(elements.get(used++));
            if (field.isEmpty()) {
                return Optional.empty();
            }
            values.add(field.get());
        }
        return used < elements.size()
                ? Optional.empty()
                : Optional.of(new Expr.JoinedStr(List.copyOf(values), whole.span()));
    }

    private void literal(List<Expr> values) {
        int[] text = new int[format.length - at];
        int length = 0;
        while (at < format.length) {
            boolean doubled = format[at] == '%' && at + 1 < format.length && format[at + 1] == '%';
            if (format[at] == '%' && !doubled) {
                break;
            }
            text[length++] = format[at];
            at += doubled ? 2 : 1;
        }
        if (length > 0) {
            values.add(new Expr.Constant(new StrValue(Arrays.copyOf(text, length)), NOWHERE));
        }
    }

    private Optional<Expr> field(Expr value) {
        boolean leftAligned = false;
        while (at < format.length && "-+ #0".indexOf(format[at]) >= 0) {
            leftAligned |= format[at] == '-';
            at++;
        }
        String width = digits();
        String precision = "";
        if (at < format.length && format[at] == '.') {
            at++;
            String digits = digits();
            precision = "." + (digits.isEmpty() ? "0" : number(digits));
            if (digits.length() >= MAX_DIGITS) {
                return Optional.empty();
            }
        }
        if (width.length() >= MAX_DIGITS || at >= format.length || "sra".indexOf(format[at]) < 0) {
            return Optional.empty();
        }
        int conversion = format[at++];
        String columns = width.isEmpty() ? "" : number(width);
        String spec = (leftAligned || width.isEmpty() || columns.equals("0") ? "" : ">") + columns + precision;
        Optional<Expr> formatSpec = spec.isEmpty()
                ? Optional.empty()
                : Optional.of(new Expr.Constant(StrValue.of(spec), NOWHERE));
        return Optional.of(new Expr.FormattedValue(value, conversion, formatSpec, value.span()));
    }

    private static String number(String digits) {
        return String.valueOf(Integer.parseInt(digits.substring(0, Math.min(digits.length(), MAX_DIGITS))));
    }

    private String digits() {
        int start = at;
        while (at < format.length && format[at] >= '0' && format[at] <= '9') {
            at++;
        }
        return new String(format, start, at - start);
    }
}
