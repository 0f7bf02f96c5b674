package dev.glassheap.runtime.object;

/** {@code getset_descriptor} and {@code member_descriptor}: a computed attribute or a field; 48 bytes (64 with GC head). */
public final class PyGetSetDescriptor extends PyDescriptor {

    final Slots.UnaryFunc getter;
    /** Null for a read-only attribute. */
    final Slots.DescrSetFunc setter;
    /** Index in {@link InstanceState#slots} of a {@code __slots__} member; -1 for any other. */
    public final int memberIndex;

    PyGetSetDescriptor(PyType owner, PyStr name, Slots.UnaryFunc getter, Slots.DescrSetFunc setter, String doc, int memberIndex) {
        super(owner, name, doc);
        this.getter = getter;
        this.setter = setter;
        this.memberIndex = memberIndex;
    }
}
