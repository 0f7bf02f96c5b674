package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** The constructor of {@code complex} ({@code complex_new}). */
final class ComplexNew {

    private static final String[] NAMES = {"real", "imag"};

    private ComplexNew() {
    }

    @TruffleBoundary
    static PyObject construct(World w, PyType type, PyTuple args, PyDict kwargs) {
        PyObject[] a = StrArgs.constructor(w, "complex", NAMES, args, kwargs);
        PyObject r = a[0];
        if (r == null && a[1] == null) {
            return make(w, type, 0, 0);
        }
        if (r != null && r.type == w.types.complexType && a[1] == null && type == w.types.complexType) {
            return w.newRef(r, Holder.RESULT);
        }
        if (r instanceof PyStr s) {
            if (a[1] != null) {
                throw Errors.typeError(w, "complex() can't take second arg if first is a string");
            }
            double[] z = parse(IntParse.toAscii(s));
            if (z == null) {
                throw Errors.valueError(w, "complex() arg is a malformed string");
            }
            return make(w, type, z[0], z[1]);
        }
        if (a[1] instanceof PyStr) {
            throw Errors.typeError(w, "complex() second arg can't be a string");
        }
        PyObject special = r == null ? null : complexMethod(w, r);
        try {
            return fromNumbers(w, type, special != null ? special : r, a[1]);
        } finally {
            w.releaseOrNull(special, Holder.NATIVE);
        }
    }

    /** {@code try_complex_special_method}: null if there is none. */
    private static PyObject complexMethod(World w, PyObject o) {
        if (o.type == w.types.complexType) {
            return null;
        }
        PyObject result = Calls.callSpecial(w, o, "__complex__");
        if (result != null && !(result instanceof PyComplex)) {
            PyException e = Errors.typeError(w, "__complex__ returned non-complex (type %s)", result.type.name);
            w.release(result, Holder.NATIVE);
            throw e;
        }
        return result;
    }

    private static boolean isNumber(PyObject o) {
        return o.type.slots.nbFloat != null || o.type.slots.nbIndex != null || o instanceof PyComplex;
    }

    private static PyObject fromNumbers(World w, PyType type, PyObject r, PyObject i) {
        if (r != null && !isNumber(r)) {
            throw Errors.typeError(w, "complex() first argument must be a string or a number, not '%s'", r.type.name);
        }
        if (i != null && !isNumber(i)) {
            throw Errors.typeError(w, "complex() second argument must be a number, not '%s'", i.type.name);
        }
        double real = r == null ? 0 : r instanceof PyComplex c ? c.real : asFloat(w, r);
        double imag = r instanceof PyComplex c ? c.imag : 0;
        if (i instanceof PyComplex c) {
            real -= c.imag;
            imag = r instanceof PyComplex ? c.real + imag : c.real;
        } else if (i != null) {
            double part = asFloat(w, i);
            imag = r instanceof PyComplex ? part + imag : part;
        }
        return make(w, type, real, imag);
    }

    private static double asFloat(World w, PyObject o) {
        PyFloat f = FloatParse.fromObject(w, o);
        double v = f.value;
        w.release(f, Holder.NATIVE);
        return v;
    }

    private static PyObject make(World w, PyType type, double real, double imag) {
        if (type == w.types.complexType) {
            return PyComplex.of(w, real, imag);
        }
        PyComplex c = TypeObject.genericAlloc(w, type, 0);
        c.real = real;
        c.imag = imag;
        return c;
    }

    // ------------------------------------------------------------------ text

    /** {@code complex_from_string_inner}; null when malformed. */
    private static double[] parse(String given) {
        String t = given.strip();
        if (t.startsWith("(") && t.endsWith(")")) {
            t = t.substring(1, t.length() - 1).strip();
        }
        if (t.indexOf('_') >= 0) {
            t = FloatParse.withoutUnderscores(t);
        }
        if (t == null || t.isEmpty()) {
            return null;
        }
        int end = FloatParse.scan(t, 0);
        if (end > 0) {
            double first = FloatParse.value(t.substring(0, end));
            if (end == t.length()) {
                return new double[] {first, 0};
            }
            char c = t.charAt(end);
            if (c == 'j' || c == 'J') {
                return end + 1 == t.length() ? new double[] {0, first} : null;
            }
            return c == '+' || c == '-' ? withImaginary(t, end, first) : null;
        }
        return withImaginary(t, 0, 0);
    }

    /** {@code ±<float>j}, {@code ±j} or {@code j} from an index to the end. */
    private static double[] withImaginary(String t, int start, double real) {
        int end = FloatParse.scan(t, start);
        double imag;
        if (end > start) {
            imag = FloatParse.value(t.substring(start, end));
        } else {
            boolean signed = t.charAt(start) == '+' || t.charAt(start) == '-';
            imag = t.charAt(start) == '-' ? -1 : 1;
            end = signed ? start + 1 : start;
        }
        return end + 1 == t.length() && (t.charAt(end) == 'j' || t.charAt(end) == 'J') ? new double[] {real, imag} : null;
    }
}
