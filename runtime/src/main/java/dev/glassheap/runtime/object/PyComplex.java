package dev.glassheap.runtime.object;

/** {@code complex}: 32 bytes, no free list. The value never changes once the number has left its constructor. */
public class PyComplex extends PyObject {

    public double real;
    public double imag;

    public PyComplex(double real, double imag) {
        this.real = real;
        this.imag = imag;
    }

    /** A complex number that is an instance of a class written in Python. */
    static final class OfClass extends PyComplex {

        private final InstanceState state = new InstanceState();

        OfClass() {
            super(0, 0);
        }

        @Override
        public InstanceState instanceState() {
            return state;
        }
    }

    /** {@code PyComplex_FromDoubles}. */
    public static PyComplex of(World w, double real, double imag) {
        return w.allocate(new PyComplex(real, imag), w.types.complexType, 32);
    }
}
