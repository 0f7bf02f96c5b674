package dev.glassheap.runtime.object;

/** {@code BaseException} and every built-in subclass: 72 bytes (88 with GC head) and 8 for each further field. */
public class PyBaseException extends PyObject {

    private static final PyObject[] NO_FIELDS = {};

    /** Owned; never null after construction. */
    public PyTuple args;
    /** Owned or null, as the next four. */
    public PyObject notes;
    public PyObject traceback;
    public PyObject context;
    public PyObject cause;
    public boolean suppressContext;
    /** {@code __dict__}, owned or null. */
    public PyDict dict;
    /** The further C fields of the built-in type, owned or null, in the order of the layout ({@link ExceptionLayouts}). */
    public final PyObject[] fields;

    PyBaseException(int fieldCount) {
        fields = fieldCount == 0 ? NO_FIELDS : new PyObject[fieldCount];
    }

    @Override
    public PyDict attributeDict() {
        return dict;
    }

    @Override
    public void setAttributeDict(PyDict newDict) {
        dict = newDict;
    }

    /** Stores a borrowed value (or null) in a further field. */
    final void setField(World w, int index, PyObject value) {
        PyObject old = fields[index];
        fields[index] = value == null ? null : w.newRef(value, Holder.ATTRIBUTE);
        w.releaseOrNull(old, Holder.ATTRIBUTE);
    }

    /** An instance of an exception class made by guest code. */
    static final class OfClass extends PyBaseException {
        private final InstanceState state = new InstanceState();

        OfClass(int fieldCount) {
            super(fieldCount);
        }

        @Override
        public InstanceState instanceState() {
            return state;
        }
    }
}
