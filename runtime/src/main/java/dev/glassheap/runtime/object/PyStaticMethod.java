package dev.glassheap.runtime.object;

/** {@code staticmethod}: 32 bytes (48 with GC head). */
public class PyStaticMethod extends PyObject {

    /** {@code sm_callable}: owned; null before {@code __init__} and after clear. */
    public PyObject callable;
    /** {@code sm_dict}: owned or null. */
    public PyDict dict;

    /** @param callable stolen, or null */
    public PyStaticMethod(PyObject callable) {
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

    /** An instance of a Python class derived from {@code staticmethod}. */
    static final class OfClass extends PyStaticMethod {
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
