package dev.glassheap.runtime.object;

/** {@code method-wrapper}: a slot wrapper bound to an object; 32 bytes (48 with GC head). */
public final class PyMethodWrapper extends PyObject {

    /** Owned, as {@link #self}; null after clear. */
    public PyWrapperDescriptor descriptor;
    public PyObject self;

    PyMethodWrapper(PyWrapperDescriptor descriptor, PyObject self) {
        this.descriptor = descriptor;
        this.self = self;
    }
}
