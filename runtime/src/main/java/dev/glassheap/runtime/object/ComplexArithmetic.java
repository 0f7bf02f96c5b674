package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** The slots of complex numbers ({@code Objects/complexobject.c}). */
final class ComplexArithmetic {

    /** Integer exponents up to this size are done by multiplication. */
    private static final double MULTIPLIED_EXPONENT = 100;

    private ComplexArithmetic() {
    }

    private static boolean isNumber(PyObject o) {
        return o instanceof PyComplex || o instanceof PyFloat || o instanceof PyInt;
    }

    static double real(World w, PyObject o) {
        return switch (o) {
            case PyComplex c -> c.real;
            case PyFloat f -> f.value;
            default -> FloatArithmetic.fromInt(w, (PyInt) o);
        };
    }

    static double imag(PyObject o) {
        return o instanceof PyComplex c ? c.imag : 0;
    }

    static PyObject add(World w, PyObject l, PyObject r) {
        if (!isNumber(l) || !isNumber(r)) {
            return w.notImplemented();
        }
        return PyComplex.of(w, real(w, l) + real(w, r), imag(l) + imag(r));
    }

    static PyObject subtract(World w, PyObject l, PyObject r) {
        if (!isNumber(l) || !isNumber(r)) {
            return w.notImplemented();
        }
        return PyComplex.of(w, real(w, l) - real(w, r), imag(l) - imag(r));
    }

    static PyObject multiply(World w, PyObject l, PyObject r) {
        if (!isNumber(l) || !isNumber(r)) {
            return w.notImplemented();
        }
        double[] z = product(real(w, l), imag(l), real(w, r), imag(r));
        return PyComplex.of(w, z[0], z[1]);
    }

    private static double[] product(double aReal, double aImag, double bReal, double bImag) {
        return new double[] {aReal * bReal - aImag * bImag, aReal * bImag + aImag * bReal};
    }

    static PyObject trueDivide(World w, PyObject l, PyObject r) {
        if (!isNumber(l) || !isNumber(r)) {
            return w.notImplemented();
        }
        double bReal = real(w, r);
        double bImag = imag(r);
        if (bReal == 0 && bImag == 0) {
            throw Errors.zeroDivisionError(w, "complex division by zero");
        }
        double[] z = quotient(real(w, l), imag(l), bReal, bImag);
        return PyComplex.of(w, z[0], z[1]);
    }

    /** {@code _Py_c_quot}: Smith's method, which does not overflow where the result does not. */
    private static double[] quotient(double aReal, double aImag, double bReal, double bImag) {
        if (Math.abs(bReal) >= Math.abs(bImag)) {
            double ratio = bImag / bReal;
            double denominator = bReal + bImag * ratio;
            return new double[] {(aReal + aImag * ratio) / denominator, (aImag - aReal * ratio) / denominator};
        }
        if (Math.abs(bImag) >= Math.abs(bReal)) {
            double ratio = bReal / bImag;
            double denominator = bReal * ratio + bImag;
            return new double[] {(aReal * ratio + aImag) / denominator, (aImag * ratio - aReal) / denominator};
        }
        return new double[] {Double.NaN, Double.NaN};
    }

    @TruffleBoundary
    static PyObject powerSlot(World w, PyObject l, PyObject r, PyObject modulus) {
        if (!isNumber(l) || !isNumber(r)) {
            return w.notImplemented();
        }
        double aReal = real(w, l);
        double bReal = real(w, r);
        if (modulus != w.singletons.none) {
            throw Errors.valueError(w, "complex modulo");
        }
        return power(w, aReal, imag(l), bReal, imag(r));
    }

    /** {@code complex_pow} without modulus. */
    static PyObject power(World w, double aReal, double aImag, double bReal, double bImag) {
        double[] z = bImag == 0 && bReal == Math.floor(bReal) && Math.abs(bReal) <= MULTIPLIED_EXPONENT
            ? integerPower(w, aReal, aImag, (int) bReal) : polarPower(w, aReal, aImag, bReal, bImag);
        if (Double.isInfinite(z[0]) || Double.isInfinite(z[1])) {
            throw Errors.overflowError(w, "complex exponentiation");
        }
        return PyComplex.of(w, z[0], z[1]);
    }

    private static double[] integerPower(World w, double real, double imag, int n) {
        double[] r = {1, 0};
        double[] p = {real, imag};
        for (int mask = 1; Math.abs(n) >= mask; mask <<= 1) {
            if ((Math.abs(n) & mask) != 0) {
                r = product(r[0], r[1], p[0], p[1]);
            }
            p = product(p[0], p[1], p[0], p[1]);
        }
        if (n > 0) {
            return r;
        }
        if (r[0] == 0 && r[1] == 0) {
            throw zeroBase(w);
        }
        return quotient(1, 0, r[0], r[1]);
    }

    private static PyException zeroBase(World w) {
        return Errors.zeroDivisionError(w, "0.0 to a negative or complex power");
    }

    /** {@code _Py_c_pow}. */
    private static double[] polarPower(World w, double aReal, double aImag, double bReal, double bImag) {
        if (aReal == 0 && aImag == 0) {
            if (bImag != 0 || bReal < 0) {
                throw zeroBase(w);
            }
            return new double[] {0, 0};
        }
        double magnitude = hypot(aReal, aImag);
        double length = magnitude == 0 || Double.isInfinite(magnitude) || Double.isNaN(magnitude) || magnitude == 1
            ? Math.pow(magnitude, bReal) : FloatPower.pow(magnitude, bReal);
        double angle = StrictMath.atan2(aImag, aReal);
        double phase = angle * bReal;
        if (bImag != 0) {
            length /= StrictMath.exp(angle * bImag);
            phase += bImag * StrictMath.log(magnitude);
        }
        return new double[] {length * StrictMath.cos(phase), length * StrictMath.sin(phase)};
    }

    /** {@code hypot} with the rounding error of the sum of squares put back, as the C library does. */
    static double hypot(double x, double y) {
        double rough = Math.hypot(x, y);
        if (rough == 0 || !Double.isFinite(rough)) {
            return rough;
        }
        int scale = -Math.getExponent(rough);
        double a = Math.scalb(Math.abs(x), scale);
        double b = Math.scalb(Math.abs(y), scale);
        double h = Math.sqrt(a * a + b * b);
        double large = Math.max(a, b);
        double small = Math.min(a, b);
        double square = h * h;
        double high = large * large;
        double low = small * small;
        double error = (high - square) + low
            + (Math.fma(large, large, -high) + Math.fma(small, small, -low) - Math.fma(h, h, -square));
        return Math.scalb(h + error / (2 * h), -scale);
    }

    static PyObject negative(World w, PyObject o) {
        return PyComplex.of(w, -((PyComplex) o).real, -((PyComplex) o).imag);
    }

    static PyObject positive(World w, PyObject o) {
        PyComplex c = (PyComplex) o;
        return c.type == w.types.complexType ? w.newRef(c, Holder.RESULT) : PyComplex.of(w, c.real, c.imag);
    }

    static PyObject absolute(World w, PyObject o) {
        PyComplex c = (PyComplex) o;
        double h = hypot(c.real, c.imag);
        if (Double.isInfinite(h) && !Double.isInfinite(c.real) && !Double.isInfinite(c.imag)) {
            throw Errors.overflowError(w, "absolute value too large");
        }
        return w.newFloat(h);
    }

    static boolean truth(World w, PyObject o) {
        return ((PyComplex) o).real != 0 || ((PyComplex) o).imag != 0;
    }

    static PyObject compare(World w, PyObject l, PyObject r, CompareOp op) {
        if (op != CompareOp.EQ && op != CompareOp.NE || !isNumber(r)) {
            return w.notImplemented();
        }
        PyComplex a = (PyComplex) l;
        boolean equal;
        if (r instanceof PyInt i) {
            equal = a.imag == 0 && !Double.isNaN(a.real) && FloatArithmetic.compareExactly(a.real, i) == 0;
        } else {
            equal = a.real == real(w, r) && a.imag == imag(r);
        }
        return w.bool(equal == (op == CompareOp.EQ));
    }

    static long hash(World w, PyObject o) {
        PyComplex c = (PyComplex) o;
        long h = (Double.isNaN(c.real) ? FloatArithmetic.pointerHash(o) : FloatArithmetic.hash(c.real))
            + 1000003 * (Double.isNaN(c.imag) ? FloatArithmetic.pointerHash(o) : FloatArithmetic.hash(c.imag));
        return h == -1 ? -2 : h;
    }

    static PyObject repr(World w, PyObject o) {
        PyComplex c = (PyComplex) o;
        StringBuilder out = new StringBuilder();
        if (Double.doubleToRawLongBits(c.real) == 0) {
            append(out, c.imag);
            return w.str(out.append('j').toString());
        }
        append(out.append('('), c.real);
        if (Double.isNaN(c.imag) || Double.doubleToRawLongBits(c.imag) >= 0) {
            out.append('+');
        }
        append(out, c.imag);
        return w.str(out.append("j)").toString());
    }

    private static void append(StringBuilder out, double v) {
        if (!Double.isFinite(v)) {
            out.append(FloatText.repr(v));
            return;
        }
        if (Double.doubleToRawLongBits(v) < 0) {
            out.append('-');
        }
        FloatText.appendShortest(out, v, false);
    }
}
