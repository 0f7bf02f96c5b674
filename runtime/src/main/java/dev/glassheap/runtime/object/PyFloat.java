package dev.glassheap.runtime.object;

/** {@code float}: 24 bytes, through the float free list. The value never changes once the float has left its constructor. */
public class PyFloat extends PyObject {

    public double value;

    public PyFloat(double value) {
        this.value = value;
    }

    /** A float that is an instance of a class written in Python. */
    static final class OfClass extends PyFloat {

        private final InstanceState state = new InstanceState();

        OfClass() {
            super(0);
        }

        @Override
        public InstanceState instanceState() {
            return state;
        }
    }

    /** {@code PyFloat_FromDouble}: from the free list if it has a block. */
    public static PyFloat of(World w, double value) {
        PyType type = w.types.floatType;
        long parked = w.freeLists.popFloat();
        return parked != 0 ? w.reuse(new PyFloat(value), type, parked) : w.allocate(new PyFloat(value), type, 24);
    }

    /** {@code float_dealloc}: an exact float's block waits in the free list. */
    static void dealloc(World w, PyObject self) {
        if (self.type != w.types.floatType || !w.freeLists.floats.push(self.address)) {
            w.freeBlock(self);
        }
    }
}
