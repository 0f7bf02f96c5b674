package dev.glassheap.runtime.object;

/** Properties of characters as CPython 3.11 has them (Unicode 14), where Java's own tests differ. */
final class StrChars {

    private StrChars() {
    }

    /** {@code Py_UNICODE_TODECIMAL}: 0..9, or -1. */
    static int decimal(int c) {
        if (c < 128) {
            return c >= '0' && c <= '9' ? c - '0' : -1;
        }
        return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(c, 10) : -1;
    }

    /** {@code Py_UNICODE_ISSPACE}: bidirectional type WS, B or S, or category Zs. */
    static boolean isSpace(int c) {
        if (c < 128) {
            return c == ' ' || c >= 9 && c <= 13 || c >= 0x1C && c <= 0x1F;
        }
        return c == 0x85 || c == 0xA0 || c == 0x1680 || c >= 0x2000 && c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F
            || c == 0x205F || c == 0x3000;
    }

    /** {@code Py_UNICODE_ISLINEBREAK}. */
    static boolean isLineBreak(int c) {
        return c >= 0x0A && c <= 0x0D || c >= 0x1C && c <= 0x1E || c == 0x85 || c == 0x2028 || c == 0x2029;
    }
}
