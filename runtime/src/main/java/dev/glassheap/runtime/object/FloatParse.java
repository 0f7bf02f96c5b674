package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** Floats from text ({@code PyFloat_FromString}) and from any object ({@code PyNumber_Float}). */
final class FloatParse {

    private FloatParse() {
    }

    /** The value of a float literal with surrounding white space and single underscores; null when malformed. */
    static Double parse(String text) {
        String t = text;
        int from = 0;
        int to = t.length();
        while (from < to && IntParse.isAsciiSpace(t.charAt(from))) {
            from++;
        }
        while (to > from && IntParse.isAsciiSpace(t.charAt(to - 1))) {
            to--;
        }
        t = t.substring(from, to);
        if (t.indexOf('_') >= 0) {
            t = withoutUnderscores(t);
        }
        return t == null || scan(t, 0) != t.length() || t.isEmpty() ? null : value(t);
    }

    /** The text without underscores, which stand only between digits; null otherwise. */
    static String withoutUnderscores(String t) {
        for (int i = 0; i < t.length(); i++) {
            if (t.charAt(i) == '_' && !(i > 0 && isDigit(t, i - 1) && isDigit(t, i + 1))) {
                return null;
            }
        }
        return t.replace("_", "");
    }

    private static boolean isDigit(String t, int i) {
        return i < t.length() && t.charAt(i) >= '0' && t.charAt(i) <= '9';
    }

    /** {@code PyOS_string_to_double}: the end of the number that begins at an index, or that index if there is none. */
    static int scan(String t, int start) {
        int i = start;
        if (i < t.length() && (t.charAt(i) == '+' || t.charAt(i) == '-')) {
            i++;
        }
        for (String word : new String[] {"infinity", "inf", "nan"}) {
            if (t.regionMatches(true, i, word, 0, word.length())) {
                return i + word.length();
            }
        }
        int digits = 0;
        while (isDigit(t, i)) {
            i++;
            digits++;
        }
        if (i < t.length() && t.charAt(i) == '.') {
            i++;
            while (isDigit(t, i)) {
                i++;
                digits++;
            }
        }
        if (digits == 0) {
            return start;
        }
        if (i < t.length() && (t.charAt(i) == 'e' || t.charAt(i) == 'E')) {
            int e = i + 1;
            if (e < t.length() && (t.charAt(e) == '+' || t.charAt(e) == '-')) {
                e++;
            }
            if (isDigit(t, e)) {
                while (isDigit(t, e)) {
                    e++;
                }
                i = e;
            }
        }
        return i;
    }

    /** The value of a text that {@link #scan} accepts. */
    static double value(String t) {
        char last = t.charAt(t.length() - 1);
        if (last >= '0' && last <= '9' || last == '.') {
            return Double.parseDouble(t);
        }
        boolean negative = t.charAt(0) == '-';
        if (last == 'n' || last == 'N') {
            return Double.NaN;
        }
        return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    /** {@code PyNumber_Float}: an exact float. */
    @TruffleBoundary
    static PyFloat fromObject(World w, PyObject o) {
        if (o.type == w.types.floatType) {
            return w.newRef((PyFloat) o, Holder.RESULT);
        }
        TypeSlots slots = o.type.slots;
        if (slots.nbFloat != null) {
            PyObject r = slots.nbFloat.apply(w, o);
            try {
                if (!(r instanceof PyFloat f)) {
                    throw Errors.typeError(w, "%s.__float__ returned non-float (type %s)", o.type.name, r.type.name);
                }
                return r.type == w.types.floatType ? w.newRef(f, Holder.RESULT) : PyFloat.of(w, f.value);
            } finally {
                w.release(r, Holder.NATIVE);
            }
        }
        if (slots.nbIndex != null) {
            PyInt i = Numbers.index(w, o);
            try {
                return PyFloat.of(w, FloatArithmetic.fromInt(w, i));
            } finally {
                w.release(i, Holder.NATIVE);
            }
        }
        if (o instanceof PyFloat f) {
            return PyFloat.of(w, f.value);
        }
        String text = o instanceof PyStr s ? IntParse.toAscii(s)
            : o instanceof PyBytes || o instanceof PyByteArray ? BytesBuild.latin1(o) : null;
        if (text == null) {
            throw Errors.typeError(w, "float() argument must be a string or a real number, not '%s'", o.type.name);
        }
        Double value = parse(text);
        if (value == null) {
            throw Errors.valueError(w, "could not convert string to float: %s", IntParse.shortRepr(w, o));
        }
        return PyFloat.of(w, value);
    }

    /** {@code PyFloat_AsDouble}: of any object that has a float value. */
    static double asDouble(World w, PyObject o) {
        if (o instanceof PyFloat f) {
            return f.value;
        }
        if (o instanceof PyInt i && o.type == w.types.intType) {
            return FloatArithmetic.fromInt(w, i);
        }
        if (o.type.slots.nbFloat == null && o.type.slots.nbIndex == null) {
            throw Errors.typeError(w, "must be real number, not %s", o.type.name);
        }
        PyFloat f = fromObject(w, o);
        try {
            return f.value;
        } finally {
            w.release(f, Holder.NATIVE);
        }
    }

    /** {@code float_new}. */
    static PyObject construct(World w, PyType type, PyTuple args, PyDict kwargs) {
        if (type == w.types.floatType || type.slots.tpInit == w.types.floatType.slots.tpInit) {
            GetArgs.noKeywords(w, "float", kwargs);
        }
        GetArgs.checkPositional(w, "float", args.items.length, 0, 1);
        PyFloat value = args.items.length == 0 ? PyFloat.of(w, 0) : fromObject(w, args.items[0]);
        if (type == w.types.floatType) {
            return value;
        }
        try {
            PyFloat f = TypeObject.genericAlloc(w, type, 0);
            f.value = value.value;
            return f;
        } finally {
            w.release(value, Holder.NATIVE);
        }
    }
}
