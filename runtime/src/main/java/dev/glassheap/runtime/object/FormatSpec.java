package dev.glassheap.runtime.object;

/**
 * A parsed format specification: {@code [[fill]align][sign][z][#][0][width][grouping][.precision][type]}
 * ({@code parse_internal_render_format_spec} of {@code Python/formatter_unicode.c}).
 *
 * @param fill the fill character, a code point
 * @param align one of {@code < > = ^}
 * @param sign one of {@code + - space}, or 0
 * @param coerceNegativeZero {@code z}
 * @param alternate {@code #}
 * @param width least number of characters, -1 = none
 * @param grouping {@code ','} or {@code '_'}, or 0
 * @param precision -1 = none
 * @param type the presentation type, a code point; the default of the object's type when absent
 */
record FormatSpec(int fill, char align, char sign, boolean coerceNegativeZero, boolean alternate, long width, char grouping,
                  long precision, int type) {

    static FormatSpec parse(World w, PyStr spec, PyObject value, char defaultType, char defaultAlign) {
        return new Parser(w, spec).parse(value, defaultType, defaultAlign);
    }

    /** Group size: 4 digits in binary, octal and hexadecimal, else 3. */
    int groupSize() {
        return type == 'b' || type == 'o' || type == 'x' || type == 'X' ? 4 : 3;
    }

    /** {@code unknown_presentation_type}. */
    static PyException unknownType(World w, int type, PyObject value) {
        return Errors.valueError(w, "Unknown format code '%s' for object of type '%s'", code(type), value.type.name);
    }

    private static String code(int c) {
        return c > 32 && c < 128 ? String.valueOf((char) c) : "\\x" + Integer.toHexString(c);
    }

    private static boolean isAlign(int c) {
        return c == '<' || c == '>' || c == '=' || c == '^';
    }

    /** One pass over the text of a specification. */
    private static final class Parser {

        private final World w;
        private final PyStr spec;
        private final int end;
        private int at;

        Parser(World w, PyStr spec) {
            this.w = w;
            this.spec = spec;
            this.end = spec.length();
        }

        private boolean has(int character) {
            return at < end && spec.codePointAt(at) == character;
        }

        private boolean take(int character) {
            boolean present = has(character);
            if (present) {
                at++;
            }
            return present;
        }

        FormatSpec parse(PyObject value, char defaultType, char defaultAlign) {
            int fill = ' ';
            char align = defaultAlign;
            boolean fillGiven = false;
            boolean alignGiven = true;
            if (end - at >= 2 && isAlign(spec.codePointAt(at + 1))) {
                fill = spec.codePointAt(at);
                fillGiven = true;
                align = (char) spec.codePointAt(at + 1);
                at += 2;
            } else if (at < end && isAlign(spec.codePointAt(at))) {
                align = (char) spec.codePointAt(at++);
            } else {
                alignGiven = false;
            }
            char sign = has('+') || has('-') || has(' ') ? (char) spec.codePointAt(at++) : 0;
            boolean z = take('z');
            boolean alternate = take('#');
            if (!fillGiven && take('0')) {
                fill = '0';
                if (!alignGiven && defaultAlign == '>') {
                    align = '=';
                }
            }
            long width = number();
            char grouping = grouping();
            long precision = -1;
            if (take('.')) {
                precision = number();
                if (precision < 0) {
                    throw Errors.valueError(w, "Format specifier missing precision");
                }
            }
            if (end - at > 1) {
                throw Errors.valueError(w, "Invalid format specifier '%s' for object of type '%s'", spec.text(), value.type.name);
            }
            int type = at < end ? spec.codePointAt(at) : defaultType;
            checkGrouping(grouping, type);
            return new FormatSpec(fill, align, sign, z, alternate, width, grouping, precision, type);
        }

        /** A run of decimal digits, or -1 when there is none. */
        private long number() {
            int start = at;
            long n = 0;
            for (int digit; at < end && (digit = StrChars.decimal(spec.codePointAt(at))) >= 0; at++) {
                if (n > (Long.MAX_VALUE - digit) / 10) {
                    throw Errors.valueError(w, "Too many decimal digits in format string");
                }
                n = n * 10 + digit;
            }
            return at == start ? -1 : n;
        }

        private char grouping() {
            char grouping = take(',') ? ',' : 0;
            if (take('_')) {
                if (grouping != 0) {
                    throw both();
                }
                grouping = '_';
            }
            if (has(',') && grouping == '_') {
                throw both();
            }
            return grouping;
        }

        private PyException both() {
            return Errors.valueError(w, "Cannot specify both ',' and '_'.");
        }

        private void checkGrouping(char grouping, int type) {
            if (grouping == 0 || type == 0 || type < 128 && "defgEG%F".indexOf(type) >= 0
                || grouping == '_' && type < 128 && "boxX".indexOf(type) >= 0) {
                return;
            }
            throw Errors.valueError(w, "Cannot specify '%c' with '%s'.", grouping, code(type));
        }
    }
}
