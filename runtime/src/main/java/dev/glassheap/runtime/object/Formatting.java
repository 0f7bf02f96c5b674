package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** {@code format(value, spec)}: the protocol and the built-in types' {@code __format__}. */
public final class Formatting {

    private Formatting() {
    }

    /** {@code PyObject_Format}. @param spec a string, or null for none */
    @TruffleBoundary
    public static PyStr format(World w, PyObject value, PyStr spec) {
        if (spec == null || spec.length() == 0) {
            if (value.type == w.types.strType) {
                return w.newRef((PyStr) value, Holder.RESULT);
            }
            if (value.type == w.types.intType) {
                return Objects.str(w, value);
            }
        }
        PyStr given = spec != null ? w.newRef(spec, Holder.NATIVE) : w.str("");
        try {
            PyObject result = Calls.callSpecial(w, value, "__format__", given);
            if (result == null) {
                throw Errors.typeError(w, "Type %s doesn't define __format__", value.type.name);
            }
            if (result instanceof PyStr text) {
                return text;
            }
            PyException e = Errors.typeError(w, "__format__ must return a str, not %s", result.type.name);
            w.release(result, Holder.NATIVE);
            throw e;
        } finally {
            w.release(given, Holder.NATIVE);
        }
    }

    private static PyStr spec(World w, PyObject spec) {
        if (spec instanceof PyStr s) {
            return s;
        }
        throw Errors.typeError(w, "__format__() argument must be str, not %s",
            spec == w.singletons.none ? "None" : spec.type.name);
    }

    /** {@code int.__format__}. */
    static PyObject formatInt(World w, PyObject self, PyObject arg) {
        PyStr spec = spec(w, arg);
        PyInt i = (PyInt) self;
        if (spec.length() == 0) {
            return Objects.str(w, self);
        }
        FormatSpec f = FormatSpec.parse(w, spec, self, 'd', '>');
        return switch (f.type()) {
            case 'b', 'c', 'd', 'o', 'x', 'X', 'n' -> FormatNumber.integer(w, i, f);
            case 'e', 'E', 'f', 'F', 'g', 'G', '%' -> FormatNumber.floating(w, FloatArithmetic.fromInt(w, i), f);
            default -> throw FormatSpec.unknownType(w, f.type(), self);
        };
    }

    /** {@code float.__format__}. */
    static PyObject formatFloat(World w, PyObject self, PyObject arg) {
        PyStr spec = spec(w, arg);
        if (spec.length() == 0) {
            return Objects.str(w, self);
        }
        FormatSpec f = FormatSpec.parse(w, spec, self, (char) 0, '>');
        return switch (f.type()) {
            case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%' -> {
                if (f.type() == 0 && spec.codePointAt(spec.length() - 1) == 0) {
                    throw FormatSpec.unknownType(w, 0, self);
                }
                yield FormatNumber.floating(w, ((PyFloat) self).value, f);
            }
            default -> throw FormatSpec.unknownType(w, f.type(), self);
        };
    }

    /** {@code complex.__format__}. */
    static PyObject formatComplex(World w, PyObject self, PyObject arg) {
        PyStr spec = spec(w, arg);
        if (spec.length() == 0) {
            return Objects.str(w, self);
        }
        FormatSpec f = FormatSpec.parse(w, spec, self, (char) 0, '>');
        PyComplex c = (PyComplex) self;
        return switch (f.type()) {
            case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n' -> FormatNumber.complex(w, c.real, c.imag, f);
            default -> throw FormatSpec.unknownType(w, f.type(), self);
        };
    }

    /** {@code str.__format__}. */
    static PyObject formatStr(World w, PyObject self, PyObject arg) {
        PyStr spec = spec(w, arg);
        PyStr s = (PyStr) self;
        if (spec.length() == 0) {
            return s.type == w.types.strType ? w.newRef(s, Holder.RESULT) : Objects.str(w, self);
        }
        FormatSpec f = FormatSpec.parse(w, spec, self, 's', '<');
        if (f.type() != 's') {
            throw FormatSpec.unknownType(w, f.type(), self);
        }
        if (f.sign() != 0) {
            throw Errors.valueError(w, f.sign() == ' ' ? "Space not allowed in string format specifier"
                : "Sign not allowed in string format specifier");
        }
        if (f.coerceNegativeZero()) {
            throw Errors.valueError(w, "Negative zero coercion (z) not allowed in string format specifier");
        }
        if (f.alternate()) {
            throw Errors.valueError(w, "Alternate form (#) not allowed in string format specifier");
        }
        if (f.align() == '=') {
            throw Errors.valueError(w, "'=' alignment not allowed in string format specifier");
        }
        return padded(w, s, f);
    }

    private static PyStr padded(World w, PyStr s, FormatSpec f) {
        int length = (int) (f.precision() < 0 ? s.length() : Math.min(s.length(), f.precision()));
        if (f.width() <= length && length == s.length()) {
            return StrBuild.unchanged(w, s);
        }
        PyStr shown = StrBuild.substring(w, s, 0, length);
        if (f.width() <= length) {
            return shown;
        }
        long padding = f.width() - length;
        long left = f.align() == '<' ? 0 : f.align() == '^' ? padding / 2 : padding;
        try {
            return StrBuild.padded(w, shown, left, padding - left, f.fill());
        } finally {
            w.release(shown, Holder.NATIVE);
        }
    }
}
