package dev.glassheap.runtime.object;

import java.util.Arrays;
import java.util.Locale;

/**
 * Properties and case mappings of characters as CPython 3.11 has them ({@code Objects/unicodectype.c}), where Java's own differ.
 * Java's tables are newer than Unicode 14; characters assigned since are not told apart.
 */
final class StrChars {

    /** First and last characters of the ranges that are digits but no decimals (superscripts, circled digits and the like). */
    private static final int[] DIGIT_RANGES = {0xB2, 0xB3, 0xB9, 0xB9, 0x1369, 0x1371, 0x19DA, 0x19DA, 0x2070, 0x2070, 0x2074, 0x2079,
        0x2080, 0x2089, 0x2460, 0x2468, 0x2474, 0x247C, 0x2488, 0x2490, 0x24EA, 0x24EA, 0x24F5, 0x24FD, 0x24FF, 0x24FF, 0x2776, 0x277E,
        0x2780, 0x2788, 0x278A, 0x2792, 0x10A40, 0x10A43, 0x10E60, 0x10E68, 0x11052, 0x1105A, 0x1F100, 0x1F10A};
    /** Ideographs with a numeric value, ascending. */
    private static final int[] NUMERIC_IDEOGRAPHS = {0x3405, 0x3483, 0x382A, 0x3B4D, 0x4E00, 0x4E03, 0x4E07, 0x4E09, 0x4E5D, 0x4E8C, 0x4E94,
        0x4E96, 0x4EBF, 0x4EC0, 0x4EDF, 0x4EE8, 0x4F0D, 0x4F70, 0x5104, 0x5146, 0x5169, 0x516B, 0x516D, 0x5341, 0x5343, 0x5344, 0x5345,
        0x534C, 0x53C1, 0x53C2, 0x53C3, 0x53C4, 0x56DB, 0x58F1, 0x58F9, 0x5E7A, 0x5EFE, 0x5EFF, 0x5F0C, 0x5F0D, 0x5F0E, 0x5F10, 0x62FE,
        0x634C, 0x67D2, 0x6F06, 0x7396, 0x767E, 0x8086, 0x842C, 0x8CAE, 0x8CB3, 0x8D30, 0x9621, 0x9646, 0x964C, 0x9678, 0x96F6, 0xF96B,
        0xF973, 0xF978, 0xF9B2, 0xF9D1, 0xF9D3, 0xF9FD, 0x20001, 0x20064, 0x200E2, 0x20121, 0x2092A, 0x20983, 0x2098C, 0x2099C, 0x20AEA,
        0x20AFD, 0x20B19, 0x22390, 0x22998, 0x23B1B, 0x2626D, 0x2F890};
    /** Punctuation inside words that case rules look through, beside the categories Mn, Me, Cf, Lm, Sk. */
    private static final String WORD_PUNCTUATION = "'.:\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A";
    /** Letters by Java's identifier rules that normalisation turns into something else (XID_Start excludes them). */
    private static final int[] NO_IDENTIFIER = {0x37A, 0x2E2F, 0x309B, 0x309C, 0x30FB, 0xFC5E, 0xFC5F, 0xFC60, 0xFC61, 0xFC62, 0xFC63,
        0xFDFA, 0xFDFB, 0xFE70, 0xFE72, 0xFE74, 0xFE76, 0xFE78, 0xFE7A, 0xFE7C, 0xFE7E, 0xFF65};
    /** As {@link #NO_IDENTIFIER}, but allowed after the first character. */
    private static final int[] NO_IDENTIFIER_START = {0xE33, 0xEB3, 0xFF9E, 0xFF9F};

    private StrChars() {
    }

    /** {@code Py_UNICODE_TODECIMAL}: 0..9, or -1. */
    static int decimal(int c) {
        if (c < 128) {
            return c >= '0' && c <= '9' ? c - '0' : -1;
        }
        return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(c, 10) : -1;
    }

    static boolean isDigit(int c) {
        if (decimal(c) >= 0) {
            return true;
        }
        for (int i = 0; i < DIGIT_RANGES.length && DIGIT_RANGES[i] <= c; i += 2) {
            if (c <= DIGIT_RANGES[i + 1]) {
                return true;
            }
        }
        return false;
    }

    static boolean isNumeric(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> Arrays.binarySearch(NUMERIC_IDEOGRAPHS, c) >= 0;
        };
    }

    /** Categories Lm, Lt, Lu, Ll, Lo. */
    static boolean isAlpha(int c) {
        return Character.isLetter(c);
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

    static boolean isIdentifierStart(int c) {
        return c == '_' || Character.isUnicodeIdentifierStart(c) && Arrays.binarySearch(NO_IDENTIFIER, c) < 0
            && Arrays.binarySearch(NO_IDENTIFIER_START, c) < 0;
    }

    static boolean isIdentifierPart(int c) {
        return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c)
            && Arrays.binarySearch(NO_IDENTIFIER, c) < 0;
    }

    // ------------------------------------------------------------------ case

    static boolean isCased(int c) {
        return Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
    }

    static boolean isCaseIgnorable(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.MODIFIER_LETTER,
                Character.MODIFIER_SYMBOL -> true;
            default -> c < 0x10000 && WORD_PUNCTUATION.indexOf(c) >= 0;
        };
    }

    /** {@code _PyUnicode_ToUpperFull}: one to three characters. */
    static String upper(int c) {
        return isSurrogate(c) ? Character.toString(c) : Character.toString(c).toUpperCase(Locale.ROOT);
    }

    /** {@code _PyUnicode_ToLowerFull}: one or two characters. */
    static String lower(int c) {
        return c == 0x3A3 ? "\u03C3" : isSurrogate(c) ? Character.toString(c) : Character.toString(c).toLowerCase(Locale.ROOT);
    }

    /** {@code _PyUnicode_ToTitleFull}: where upper case takes several characters, the first stays upper and the rest become small. */
    static String title(int c) {
        int simple = Character.toTitleCase(c);
        String upper = upper(c);
        if (simple != c || upper.codePointCount(0, upper.length()) == 1 || c == 0x149) {
            return simple == c && c == 0x149 ? upper : Character.toString(simple);
        }
        int first = upper.codePointAt(0);
        StringBuilder out = new StringBuilder().appendCodePoint(first);
        upper.codePoints().skip(1).forEach(p -> out.append(p == 0x399 ? "\u0345" : lower(p)));
        return out.toString();
    }

    /** {@code _PyUnicode_ToFoldedFull}: Cherokee folds to its capitals, all others to small letters. */
    static String fold(int c) {
        if (c == 0x131) {
            return "\u0131";
        }
        if (c == 0x1E9E) {
            return "ss";
        }
        boolean cherokee = c >= 0x13A0 && c <= 0x13FD || c >= 0xAB70 && c <= 0xABBF;
        if (cherokee || isSurrogate(c)) {
            return upper(c);
        }
        return upper(c).toLowerCase(Locale.ROOT).replace('\u03C2', '\u03C3');
    }

    private static boolean isSurrogate(int c) {
        return c >= 0xD800 && c < 0xE000;
    }
}
