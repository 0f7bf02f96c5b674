package dev.glassheap.runtime.object;

/**
 * {@code PyDescrObject}: an attribute that native code gives to the instances of a type. Static for built-in types, in the heap
 * for classes made by guest code.
 */
public abstract class PyDescriptor extends PyObject implements NativeCalls.Named {

    /** {@code d_type}, owned. */
    public final PyType owner;
    /** {@code d_name}, owned. */
    public final PyStr name;
    /** Docstring, or null. */
    final String doc;
    private String qualifiedName;

    PyDescriptor(PyType owner, PyStr name, String doc) {
        this.owner = owner;
        this.name = name;
        this.doc = doc;
    }

    @Override
    public final String qualifiedName() {
        if (qualifiedName == null) {
            qualifiedName = owner.qualifiedNameText() + "." + name.text();
        }
        return qualifiedName;
    }
}
