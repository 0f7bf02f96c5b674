package dev.glassheap.runtime.object;

/** {@code property}: 64 bytes (80 with GC head). All references owned, null where absent. */
public class PyProperty extends PyObject {

    public PyObject getter;
    public PyObject setter;
    public PyObject deleter;
    PyObject doc;
    PyObject name;
    /** The docstring is the getter's. */
    boolean getterDoc;

    /** An instance of a Python class derived from {@code property}. */
    static final class OfClass extends PyProperty {
        private final InstanceState state = new InstanceState();

        @Override
        public InstanceState instanceState() {
            return state;
        }
    }
}
