package dev.glassheap.runtime.object;

/** The number slots of complex numbers ({@code Objects/complexobject.c}). */
final class ComplexArithmetic {

    private ComplexArithmetic() {
    }

    /** {@code _Py_c_pow} by polar coordinates. */
    static PyObject power(World w, double aReal, double aImag, double bReal, double bImag) {
        if (bReal == 0 && bImag == 0) {
            return PyComplex.of(w, 1, 0);
        }
        if (aReal == 0 && aImag == 0) {
            if (bImag != 0 || bReal < 0) {
                throw Errors.zeroDivisionError(w, "0.0 to a negative or complex power");
            }
            return PyComplex.of(w, 0, 0);
        }
        double magnitude = Math.hypot(aReal, aImag);
        double length = Math.pow(magnitude, bReal);
        double angle = Math.atan2(aImag, aReal);
        double phase = angle * bReal;
        if (bImag != 0) {
            length *= Math.exp(-angle * bImag);
            phase += bImag * Math.log(magnitude);
        }
        return PyComplex.of(w, length * Math.cos(phase), length * Math.sin(phase));
    }
}
