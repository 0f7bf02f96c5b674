package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.function.IntPredicate;

/** Case methods and character tests of {@code str}. Conversions always build a new string. */
final class StrCase {

    private static final int CAPITAL_SIGMA = 0x3A3;

    /** Maps the character at an index, knowing what stands around it. */
    private interface Mapping {
        String map(PyStr s, int index);
    }

    private StrCase() {
    }

    static void define(TypeBuilder b) {
        b.noArgs("lower", (w, s) -> convert(w, s, StrCase::lowerAt));
        b.noArgs("upper", (w, s) -> convert(w, s, (t, i) -> StrChars.upper(t.codePointAt(i))));
        b.noArgs("casefold", (w, s) -> convert(w, s, (t, i) -> StrChars.fold(t.codePointAt(i))));
        b.noArgs("capitalize", (w, s) -> convert(w, s, (t, i) -> i == 0 ? StrChars.title(t.codePointAt(0)) : lowerAt(t, i)));
        b.noArgs("title", (w, s) -> convert(w, s, (t, i) -> i > 0 && StrChars.isCased(t.codePointAt(i - 1)) ? lowerAt(t, i)
            : StrChars.title(t.codePointAt(i))));
        b.noArgs("swapcase", (w, s) -> convert(w, s, StrCase::swapAt));
        b.noArgs("isascii", (w, s) -> w.bool(((PyStr) s).ascii));
        b.noArgs("islower", (w, s) -> w.bool(isLower((PyStr) s)));
        b.noArgs("isupper", (w, s) -> w.bool(isUpper((PyStr) s)));
        b.noArgs("istitle", (w, s) -> w.bool(isTitle((PyStr) s)));
        b.noArgs("isspace", (w, s) -> w.bool(all((PyStr) s, StrChars::isSpace)));
        b.noArgs("isdecimal", (w, s) -> w.bool(all((PyStr) s, c -> StrChars.decimal(c) >= 0)));
        b.noArgs("isdigit", (w, s) -> w.bool(all((PyStr) s, StrChars::isDigit)));
        b.noArgs("isnumeric", (w, s) -> w.bool(all((PyStr) s, StrChars::isNumeric)));
        b.noArgs("isalpha", (w, s) -> w.bool(all((PyStr) s, StrChars::isAlpha)));
        b.noArgs("isalnum", (w, s) -> w.bool(all((PyStr) s, c -> StrChars.isAlpha(c) || StrChars.isDigit(c) || StrChars.isNumeric(c))));
        b.noArgs("isidentifier", (w, s) -> w.bool(isIdentifier((PyStr) s)));
        b.noArgs("isprintable", (w, s) -> w.bool(((PyStr) s).length() == 0 || all((PyStr) s, StrRepr::isPrintable)));
    }

    /** {@code case_operation}. */
    @TruffleBoundary
    private static PyObject convert(World w, PyObject self, Mapping mapping) {
        PyStr s = (PyStr) self;
        int n = s.length();
        int[] out = new int[n];
        int at = 0;
        for (int i = 0; i < n; i++) {
            String mapped = mapping.map(s, i);
            if (at + 3 > out.length) {
                out = java.util.Arrays.copyOf(out, at + 3 + (n - i) + n / 8);
            }
            for (int k = 0; k < mapped.length(); k += Character.charCount(out[at - 1])) {
                out[at++] = mapped.codePointAt(k);
            }
        }
        return StrBuild.freshPoints(w, out, at);
    }

    /** {@code lower_ucs4}: a capital sigma at the end of a word is the final one. */
    private static String lowerAt(PyStr s, int index) {
        int c = s.codePointAt(index);
        if (c != CAPITAL_SIGMA) {
            return StrChars.lower(c);
        }
        int before = index - 1;
        while (before >= 0 && StrChars.isCaseIgnorable(s.codePointAt(before))) {
            before--;
        }
        boolean last = before >= 0 && StrChars.isCased(s.codePointAt(before));
        if (last) {
            int after = index + 1;
            while (after < s.length() && StrChars.isCaseIgnorable(s.codePointAt(after))) {
                after++;
            }
            last = after == s.length() || !StrChars.isCased(s.codePointAt(after));
        }
        return last ? "\u03C2" : "\u03C3";
    }

    private static String swapAt(PyStr s, int index) {
        int c = s.codePointAt(index);
        return Character.isUpperCase(c) ? lowerAt(s, index) : Character.isLowerCase(c) ? StrChars.upper(c) : Character.toString(c);
    }

    // ------------------------------------------------------------------ tests

    private static boolean all(PyStr s, IntPredicate test) {
        for (int i = 0; i < s.length(); i++) {
            if (!test.test(s.codePointAt(i))) {
                return false;
            }
        }
        return s.length() > 0;
    }

    private static boolean isLower(PyStr s) {
        boolean cased = false;
        for (int i = 0; i < s.length(); i++) {
            int c = s.codePointAt(i);
            if (Character.isUpperCase(c) || Character.isTitleCase(c)) {
                return false;
            }
            cased |= Character.isLowerCase(c);
        }
        return cased;
    }

    private static boolean isUpper(PyStr s) {
        boolean cased = false;
        for (int i = 0; i < s.length(); i++) {
            int c = s.codePointAt(i);
            if (Character.isLowerCase(c) || Character.isTitleCase(c)) {
                return false;
            }
            cased |= Character.isUpperCase(c);
        }
        return cased;
    }

    private static boolean isTitle(PyStr s) {
        boolean cased = false;
        boolean inWord = false;
        for (int i = 0; i < s.length(); i++) {
            int c = s.codePointAt(i);
            boolean upper = Character.isUpperCase(c) || Character.isTitleCase(c);
            boolean lower = Character.isLowerCase(c);
            if (upper && inWord || lower && !inWord) {
                return false;
            }
            inWord = upper || lower;
            cased |= inWord;
        }
        return cased;
    }

    /** {@code PyUnicode_IsIdentifier}. */
    static boolean isIdentifier(PyStr s) {
        if (s.length() == 0 || !StrChars.isIdentifierStart(s.codePointAt(0))) {
            return false;
        }
        for (int i = 1; i < s.length(); i++) {
            if (!StrChars.isIdentifierPart(s.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }
}
