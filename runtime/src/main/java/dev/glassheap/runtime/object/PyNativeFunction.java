package dev.glassheap.runtime.object;

/** {@code builtin_function_or_method}: native code, bound to a self (the object of a method, the module of a function) or to none; 56 bytes (72 with GC head). */
public final class PyNativeFunction extends PyObject implements NativeCalls.Named {

    private final String name;
    public final NativeCode code;
    /** {@code m_self}: owned or null. */
    public PyObject self;
    /** {@code m_module}: a string, owned or null. */
    public PyObject module;
    public PyObject weakListHead;
    /** Docstring, or null. */
    String doc;

    public PyNativeFunction(String name, NativeCode code, PyObject self, PyObject module) {
        this.name = name;
        this.code = code;
        this.self = self;
        this.module = module;
    }

    /** {@code PyCFunction_NewEx}: a function in the guest's heap; self and module borrowed, null for none. Tracked. */
    public static PyNativeFunction create(World w, String name, NativeCode code, PyObject self, PyObject module) {
        PyNativeFunction f = w.allocate(new PyNativeFunction(name, code, self, module), w.types.builtinFunctionType, 56);
        retainParts(w, f);
        w.track(f);
        return f;
    }

    /** The same outside the heap, for what exists when a world begins. */
    public static PyNativeFunction createStatic(World w, String name, NativeCode code, PyObject self, PyObject module) {
        PyNativeFunction f = w.makeStatic(new PyNativeFunction(name, code, self, module), w.types.builtinFunctionType, 56, 1);
        retainParts(w, f);
        return f;
    }

    private static void retainParts(World w, PyNativeFunction f) {
        if (f.self != null) {
            w.retain(f.self, Holder.BOUND);
        }
        if (f.module != null) {
            w.retain(f.module, Holder.MODULE);
        }
    }

    public String name() {
        return name;
    }

    /** {@code __qualname__}: the class of self goes in front unless self is a module. */
    String qualname() {
        if (self == null || self instanceof PyModule) {
            return name;
        }
        PyType type = self instanceof PyType t ? t : self.type;
        return type.qualifiedNameText() + "." + name;
    }

    /** {@code _PyObject_FunctionStr}: with the module in front unless it is builtins. */
    @Override
    public String qualifiedName() {
        String prefix = module instanceof PyStr m && !m.text().equals("builtins") ? m.text() + "." : "";
        return prefix + qualname();
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
