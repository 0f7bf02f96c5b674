package dev.glassheap.runtime.object;

/** {@code wrapper_descriptor} ("slot wrapper"): a slot's function under its special name; 56 bytes (72 with GC head). */
public final class PyWrapperDescriptor extends PyDescriptor {

    final SlotDef def;
    /** {@code d_wrapped}: the slot function. */
    final Object function;

    PyWrapperDescriptor(PyType owner, PyStr name, SlotDef def, Object function) {
        super(owner, name, null);
        this.def = def;
        this.function = function;
    }
}
