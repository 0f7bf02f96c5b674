package dev.glassheap.runtime.object;

/** {@code method_descriptor} and {@code classmethod_descriptor}: a native method in a type's dict; 56 bytes (72 with GC head). */
public final class PyMethodDescriptor extends PyDescriptor {

    public final NativeCode code;

    PyMethodDescriptor(PyType owner, PyStr name, NativeCode code, String doc) {
        super(owner, name, doc);
        this.code = code;
    }
}
