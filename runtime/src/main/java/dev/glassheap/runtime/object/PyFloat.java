package dev.glassheap.runtime.object;

/** {@code float}: 24 bytes, through the float free list. */
public class PyFloat extends PyObject {

    public final double value;

    public PyFloat(double value) {
        this.value = value;
    }

    /** {@code PyFloat_FromDouble}: from the free list if it has a block. */
    public static PyFloat of(World w, double value) {
        PyType type = w.types.floatType;
        long parked = w.freeLists.popFloat();
        return parked != 0 ? w.reuse(new PyFloat(value), type, parked) : w.allocate(new PyFloat(value), type, 24);
    }
}
