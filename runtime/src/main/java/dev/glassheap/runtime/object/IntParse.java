package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigInteger;

/** Ints from text ({@code PyLong_FromString}) and from any object ({@code PyNumber_Long}). */
final class IntParse {

    /** Texts up to this many digits are not held against the limit of digits. */
    private static final int UNLIMITED_DIGITS = 640;

    private IntParse() {
    }

    /** {@code PyLong_FromUnicodeObject}: surrounding white space, sign, prefix and single underscores are allowed. */
    @TruffleBoundary
    static PyInt fromStr(World w, PyStr s, int base) {
        return parse(w, toAscii(s), base, s);
    }

    /** @param shown what the error message shows by its repr */
    static PyInt parse(World w, String text, int base, PyObject shown) {
        Literal literal = literal(text, base);
        if (literal == null) {
            throw Errors.valueError(w, "invalid literal for int() with base %d: %s", base, shortRepr(w, shown));
        }
        int digits = literal.digits.length();
        boolean binary = (literal.base & literal.base - 1) == 0;
        if (!binary && digits > UNLIMITED_DIGITS && w.intMaxStrDigits > 0 && digits > w.intMaxStrDigits) {
            throw Errors.valueError(w, "Exceeds the limit (%d digits) for integer string conversion: value has %d digits; "
                + "use sys.set_int_max_str_digits() to increase the limit", w.intMaxStrDigits, digits);
        }
        long room = binary ? (digits * (long) Integer.numberOfTrailingZeros(literal.base) + PyInt.SHIFT - 1) / PyInt.SHIFT
            : (long) (digits * (Math.log(literal.base) / (PyInt.SHIFT * Math.log(2)))) + 1;
        PyInt z = PyInt.begin(w, room);
        try {
            BigInteger magnitude = digits <= 9 ? BigInteger.valueOf(Long.parseLong(literal.digits, literal.base))
                : IntSlices.parse(w, literal.digits, literal.base);
            return PyInt.finish(w, z, literal.negative ? magnitude.negate() : magnitude);
        } catch (PyException e) {
            w.release(z, Holder.NATIVE);
            throw e;
        }
    }

    /** {@code %.200R}. */
    static String shortRepr(World w, PyObject o) {
        String repr = Objects.reprText(w, o);
        return repr.length() > 200 ? repr.substring(0, 200) : repr;
    }

    private record Literal(boolean negative, String digits, int base) {
    }

    /** Takes a literal apart; null when it is malformed. */
    private static Literal literal(String text, int givenBase) {
        int i = 0;
        int end = text.length();
        while (i < end && isAsciiSpace(text.charAt(i))) {
            i++;
        }
        while (end > i && isAsciiSpace(text.charAt(end - 1))) {
            end--;
        }
        boolean negative = i < end && text.charAt(i) == '-';
        if (i < end && (negative || text.charAt(i) == '+')) {
            i++;
        }
        int base = givenBase;
        int prefixed = i + 1 < end && text.charAt(i) == '0' ? prefixBase(text.charAt(i + 1)) : 0;
        boolean noLeadingZero = false;
        if (base == 0) {
            base = prefixed != 0 ? prefixed : 10;
            noLeadingZero = prefixed == 0 && i < end && text.charAt(i) == '0';
        }
        boolean underscore = false;
        if (prefixed != 0 && prefixed == base) {
            i += 2;
            underscore = i < end && text.charAt(i) == '_';
            i += underscore ? 1 : 0;
        }
        StringBuilder digits = new StringBuilder(end - i);
        boolean afterDigit = false;
        for (; i < end; i++) {
            char c = text.charAt(i);
            if (c == '_' ? !afterDigit : Character.digit(c, base) < 0 || c > 127) {
                return null;
            }
            afterDigit = c != '_';
            if (afterDigit) {
                digits.append(c);
            }
        }
        if (!afterDigit || noLeadingZero && !digits.chars().allMatch(d -> d == '0')) {
            return null;
        }
        return new Literal(negative, digits.toString(), base);
    }

    private static int prefixBase(char c) {
        return switch (c) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
        };
    }

    static boolean isAsciiSpace(char c) {
        return c == ' ' || c >= 9 && c <= 13;
    }

    /** {@code _PyUnicode_TransformDecimalAndSpaceToASCII}: decimals become 0..9, spaces become spaces, others question marks. */
    static String toAscii(PyStr s) {
        if (s.ascii) {
            return s.chars();
        }
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            int c = s.codePointAt(i);
            int decimal = StrChars.decimal(c);
            if (c < 128) {
                out.append((char) c);
            } else if (StrChars.isSpace(c)) {
                out.append(' ');
            } else if (decimal >= 0) {
                out.append((char) ('0' + decimal));
            } else {
                return out.append('?').toString();
            }
        }
        return out.toString();
    }

    // ------------------------------------------------------------------ int(x)

    /** {@code PyNumber_Long}: an exact int. */
    @TruffleBoundary
    static PyInt fromObject(World w, PyObject o) {
        if (o.type == w.types.intType) {
            return w.newRef((PyInt) o, Holder.RESULT);
        }
        TypeSlots slots = o.type.slots;
        if (slots.nbInt != null) {
            PyObject r = slots.nbInt.apply(w, o);
            if (!(r instanceof PyInt)) {
                throw wrongResult(w, r, "__int__ returned non-int (type %s)");
            }
            return exactOf(w, r);
        }
        if (slots.nbIndex != null) {
            return exactOf(w, Numbers.index(w, o));
        }
        PyObject truncated = Calls.callSpecial(w, o, "__trunc__");
        if (truncated != null) {
            if (truncated instanceof PyInt) {
                return exactOf(w, truncated);
            }
            if (truncated.type.slots.nbIndex == null) {
                throw wrongResult(w, truncated, "__trunc__ returned non-Integral (type %s)");
            }
            PyInt index = Numbers.index(w, truncated);
            w.release(truncated, Holder.NATIVE);
            return exactOf(w, index);
        }
        if (o instanceof PyStr s) {
            return fromStr(w, s, 10);
        }
        if (o instanceof PyBytes || o instanceof PyByteArray) {
            return parse(w, BytesBuild.latin1(o), 10, o);
        }
        throw Errors.typeError(w, "int() argument must be a string, a bytes-like object or a real number, not '%s'", o.type.name);
    }

    private static PyException wrongResult(World w, PyObject result, String format) {
        PyException e = Errors.typeError(w, format, result.type.name);
        w.release(result, Holder.NATIVE);
        return e;
    }

    /** An exact int for an int whose reference is stolen. */
    private static PyInt exactOf(World w, PyObject owned) {
        PyInt i = (PyInt) owned;
        if (i.type == w.types.intType) {
            return i;
        }
        try {
            return PyInt.copy(w, i);
        } finally {
            w.release(i, Holder.NATIVE);
        }
    }

    // ------------------------------------------------------------------ the constructor

    /** {@code long_new}: {@code int(x=0, /)} and {@code int(x, base)}. */
    static PyObject construct(World w, PyType type, PyTuple args, PyDict kwargs) {
        int n = args.items.length;
        int keywords = kwargs == null ? 0 : kwargs.size();
        if (n + keywords > 2) {
            throw Errors.typeError(w, "int() takes at most 2 arguments (%d given)", n + keywords);
        }
        PyObject base = n > 1 ? args.items[1] : null;
        if (keywords > 0) {
            base = onlyBase(w, kwargs, base);
        }
        PyInt value = construct(w, n > 0 ? args.items[0] : null, base);
        return type == w.types.intType ? value : subclassInstance(w, type, value);
    }

    private static PyObject onlyBase(World w, PyDict kwargs, PyObject positional) {
        PyObject[] base = {positional};
        kwargs.forEach((key, value) -> {
            if (!((PyStr) key).text().equals("base")) {
                throw Errors.typeError(w, "'%s' is an invalid keyword argument for int()", ((PyStr) key).text());
            }
            if (base[0] != null) {
                throw Errors.typeError(w, "argument for int() given by name ('base') and position (2)");
            }
            base[0] = value;
        });
        return base[0];
    }

    /** @param x null if absent, as base */
    static PyInt construct(World w, PyObject x, PyObject base) {
        if (x == null) {
            if (base != null) {
                throw Errors.typeError(w, "int() missing string argument");
            }
            return PyInt.of(w, 0);
        }
        if (base == null) {
            return fromObject(w, x);
        }
        long b = Numbers.asIndex(w, base, null);
        if (b != 0 && b < 2 || b > 36) {
            throw Errors.valueError(w, "int() base must be >= 2 and <= 36, or 0");
        }
        if (x instanceof PyStr s) {
            return fromStr(w, s, (int) b);
        }
        if (x instanceof PyBytes || x instanceof PyByteArray) {
            return parse(w, BytesBuild.latin1(x), (int) b, x);
        }
        throw Errors.typeError(w, "int() can't convert non-string with explicit base");
    }

    /** {@code long_subtype_new}: steals the exact int. */
    private static PyInt subclassInstance(World w, PyType type, PyInt value) {
        try {
            PyInt i = TypeObject.genericAlloc(w, type, value.digitCount());
            i.value = value.value;
            i.big = value.big;
            return i;
        } finally {
            w.release(value, Holder.NATIVE);
        }
    }
}
