package dev.glassheap.runtime.object;

/** Ints, floats and complex numbers by a {@link FormatSpec} ({@code Python/formatter_unicode.c}). */
final class FormatNumber {

    private FormatNumber() {
    }

    // ------------------------------------------------------------------ int

    /** {@code format_long_internal}. @param type one of {@code b c d o x X n} */
    static PyStr integer(World w, PyInt value, FormatSpec f) {
        if (f.precision() != -1) {
            throw Errors.valueError(w, "Precision not allowed in integer format specifier");
        }
        if (f.coerceNegativeZero()) {
            throw Errors.valueError(w, "Negative zero coercion (z) not allowed in integer format specifier");
        }
        if (f.type() == 'c') {
            return character(w, value, f);
        }
        int base = switch (f.type()) {
            case 'b' -> 2;
            case 'o' -> 8;
            case 'x', 'X' -> 16;
            default -> 10;
        };
        if (base == 10) {
            IntText.checkDigits(w, value);
        }
        String digits = value.big == null ? Long.toString(value.value, base) : IntSlices.toText(w, value.big, base);
        boolean negative = digits.charAt(0) == '-';
        if (negative) {
            digits = digits.substring(1);
        }
        String prefix = f.alternate() && base != 10 ? "0" + (char) f.type() : "";
        if (f.type() == 'X') {
            digits = digits.toUpperCase(java.util.Locale.ROOT);
        }
        return PyStr.of(w, lay(w, f, negative, prefix, digits, ""));
    }

    private static PyStr character(World w, PyInt value, FormatSpec f) {
        if (f.sign() != 0) {
            throw Errors.valueError(w, "Sign not allowed with integer format specifier 'c'");
        }
        if (f.alternate()) {
            throw Errors.valueError(w, "Alternate form (#) not allowed with integer format specifier 'c'");
        }
        if (!value.isSmall()) {
            throw Errors.overflowError(w, "Python int too large to convert to C long");
        }
        if (value.value < 0 || value.value > 0x10FFFF) {
            throw Errors.overflowError(w, "%c arg not in range(0x110000)");
        }
        int c = (int) value.value;
        long width = Math.max(f.width(), 1);
        int left = f.align() == '<' ? 0 : f.align() == '^' ? (int) (width - 1) / 2 : (int) width - 1;
        PyStr one = PyStr.ofCodePoint(w, c);
        try {
            return StrBuild.padded(w, one, left, width - 1 - left, f.fill());
        } finally {
            w.release(one, Holder.NATIVE);
        }
    }

    // ------------------------------------------------------------------ float

    /** {@code format_float_internal}. @param type one of {@code e E f F g G n %} or 0 */
    static PyStr floating(World w, double v, FormatSpec f) {
        int type = f.type();
        int flags = flags(f);
        long defaultPrecision = 6;
        if (type == 0) {
            flags |= FormatFloat.ADD_DOT_0;
            type = 'r';
            defaultPrecision = 0;
        }
        char code = type == 'n' ? 'g' : type == '%' ? 'f' : (char) type;
        if (f.precision() >= 0 && code == 'r') {
            code = 'g';
        }
        String text = FormatFloat.toText(w, type == '%' ? v * 100 : v, code, f.precision() < 0 ? defaultPrecision : f.precision(), flags);
        if (type == '%') {
            text += "%";
        }
        return PyStr.of(w, layNumber(w, f, text));
    }

    private static int flags(FormatSpec f) {
        return (f.alternate() ? FormatFloat.ALT : 0) | (f.coerceNegativeZero() ? FormatFloat.NO_NEG_0 : 0);
    }

    /** Cuts a number's text into sign, digits and remainder, and lays it out. */
    private static String layNumber(World w, FormatSpec f, String text) {
        boolean negative = text.charAt(0) == '-';
        int start = negative ? 1 : 0;
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return lay(w, f, negative, "", text.substring(start, end), text.substring(end));
    }

    // ------------------------------------------------------------------ complex

    /** {@code format_complex_internal}. @param type one of {@code e E f F g G n} or 0 */
    static PyStr complex(World w, double real, double imag, FormatSpec f) {
        if (f.fill() == '0') {
            throw Errors.valueError(w, "Zero padding is not allowed in complex format specifier");
        }
        if (f.align() == '=') {
            throw Errors.valueError(w, "'=' alignment flag is not allowed in complex format specifier");
        }
        char code = f.type() == 0 ? 'r' : f.type() == 'n' ? 'g' : (char) f.type();
        boolean skipReal = code == 'r' && real == 0 && Double.doubleToRawLongBits(real) == 0;
        boolean parentheses = code == 'r' && !skipReal;
        long precision = f.precision() >= 0 ? f.precision() : code == 'r' ? 0 : 6;
        if (code == 'r' && f.precision() >= 0) {
            code = 'g';
        }
        FormatSpec bare = new FormatSpec(0, '<', f.sign(), f.coerceNegativeZero(), f.alternate(), -1, f.grouping(), -1, f.type());
        FormatSpec signed = skipReal ? bare
            : new FormatSpec(0, '<', '+', f.coerceNegativeZero(), f.alternate(), -1, f.grouping(), -1, f.type());
        String re = skipReal ? "" : layNumber(w, bare, FormatFloat.toText(w, real, code, precision, flags(f)));
        String im = layNumber(w, signed, FormatFloat.toText(w, imag, code, precision, flags(f)));
        String text = parentheses ? "(" + re + im + "j)" : re + im + "j";
        StringBuilder out = new StringBuilder();
        pad(w, out, f, text.length(), () -> out.append(text));
        return PyStr.of(w, out.toString());
    }

    // ------------------------------------------------------------------ layout

    /** {@code calc_number_widths} and {@code fill_number}: sign, prefix, grouped digits and the rest in the given width. */
    private static String lay(World w, FormatSpec f, boolean negative, String prefix, String digits, String rest) {
        String sign = negative ? "-" : f.sign() == '+' || f.sign() == ' ' ? String.valueOf(f.sign()) : "";
        int others = sign.length() + prefix.length() + rest.length();
        long least = f.fill() == '0' && f.align() == '=' ? f.width() - others : 0;
        StrBuild.charge(w, f.width());
        String grouped = digits.isEmpty() ? "" : group(digits, least, f);
        int content = others + grouped.length();
        if (f.width() <= content) {
            return content == grouped.length() ? grouped : sign + prefix + grouped + rest;
        }
        StringBuilder out = new StringBuilder((int) f.width());
        if (f.align() == '=') {
            out.append(sign).append(prefix);
            fill(out, f, f.width() - content);
            return out.append(grouped).append(rest).toString();
        }
        pad(w, out, f, content, () -> out.append(sign).append(prefix).append(grouped).append(rest));
        return out.toString();
    }

    private static void pad(World w, StringBuilder out, FormatSpec f, int content, Runnable appendContent) {
        StrBuild.charge(w, f.width());
        long padding = Math.max(0, f.width() - content);
        long left = f.align() == '<' ? 0 : f.align() == '^' ? padding / 2 : padding;
        fill(out, f, left);
        appendContent.run();
        fill(out, f, padding - left);
    }

    private static void fill(StringBuilder out, FormatSpec f, long count) {
        if (count > 0) {
            out.repeat(f.fill(), (int) count);
        }
    }

    /** {@code _PyUnicode_InsertThousandsGrouping}: zeros go in front until there are {@code least} characters. */
    private static String group(String digits, long least, FormatSpec f) {
        if (f.grouping() == 0) {
            return least <= digits.length() ? digits : "0".repeat((int) least - digits.length()) + digits;
        }
        int size = f.groupSize();
        StringBuilder reversed = new StringBuilder();
        int remaining = digits.length();
        long width = least;
        while (true) {
            long n = Math.min(size, Math.max(Math.max(remaining, width), 1));
            for (int i = 0; i < n; i++) {
                reversed.append(remaining > 0 ? digits.charAt(--remaining) : '0');
            }
            width -= n;
            if (remaining <= 0 && width <= 0) {
                return reversed.reverse().toString();
            }
            reversed.append(f.grouping());
            width--;
        }
    }
}
