package dev.glassheap.runtime.object;

/** An instance of a class whose base layout is {@code object}: values or dict, member slots, weak references. */
public final class PyInstance extends PyObject {

    public final InstanceState state = new InstanceState();

    @Override
    public InstanceState instanceState() {
        return state;
    }
}
