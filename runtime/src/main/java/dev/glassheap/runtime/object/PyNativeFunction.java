package dev.glassheap.runtime.object;

/** {@code builtin_function_or_method}: native code, bound to a self (the object of a method, the module of a function) or to none. */
public final class PyNativeFunction extends PyObject {

    private final String name;
    public final NativeCode code;
    /** {@code m_self}: owned or null. */
    public PyObject self;
    /** {@code m_module}: a string, owned or null. */
    public PyObject module;
    public PyObject weakListHead;

    public PyNativeFunction(String name, NativeCode code, PyObject self, PyObject module) {
        this.name = name;
        this.code = code;
        this.self = self;
        this.module = module;
    }

    public String name() {
        return name;
    }

    @Override
    public PyObject weakList() {
        return weakListHead;
    }

    @Override
    public void setWeakList(PyObject head) {
        weakListHead = head;
    }
}
