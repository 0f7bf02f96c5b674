package dev.glassheap.runtime.object;

/** {@code classmethod}: 32 bytes (48 with GC head). */
public class PyClassMethod extends PyObject {

    /** {@code cm_callable}: owned; null before {@code __init__} and after clear. */
    public PyObject callable;
    /** {@code cm_dict}: owned or null. */
    public PyDict dict;

    /** @param callable stolen, or null */
    public PyClassMethod(PyObject callable) {
        this.callable = callable;
    }

    @Override
    public PyDict attributeDict() {
        return dict;
    }

    @Override
    public void setAttributeDict(PyDict newDict) {
        dict = newDict;
    }

    /** An instance of a Python class derived from {@code classmethod}. */
    static final class OfClass extends PyClassMethod {
        private final InstanceState state = new InstanceState();

        OfClass() {
            super(null);
        }

        @Override
        public InstanceState instanceState() {
            return state;
        }
    }
}
