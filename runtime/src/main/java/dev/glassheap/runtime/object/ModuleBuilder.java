package dev.glassheap.runtime.object;

/**
 * Makes a native module. Like CPython's extension modules it exists beside the student's objects: module, dict and functions
 * are static and take nothing from the guest's heap.
 */
public final class ModuleBuilder {

    private final World w;
    private final PyModule module;
    private final PyStr name;

    public ModuleBuilder(World w, String name) {
        this.w = w;
        this.name = w.id(name);
        this.module = w.makeStatic(new PyModule(), w.types.moduleType, 72, 1);
        module.dict = PyDict.createStatic(w);
        value("__name__", w.newRef(this.name, Holder.VALUE));
        value("__doc__", w.none());
        value("__package__", w.newRef(w.id(""), Holder.VALUE));
        value("__loader__", w.none());
        value("__spec__", w.none());
    }

    /** An attribute; its reference is stolen. */
    public ModuleBuilder value(String attribute, PyObject value) {
        module.dict.setItem(w, w.id(attribute), value);
        w.release(value, Holder.VALUE);
        return this;
    }

    /** A static string attribute. */
    public ModuleBuilder text(String attribute, String value) {
        return value(attribute, w.newRef(w.id(value), Holder.VALUE));
    }

    /** A type, by its short name. */
    public ModuleBuilder type(PyType type) {
        return value(type.shortName(), w.newRef(type, Holder.VALUE));
    }

    public ModuleBuilder function(String functionName, NativeCode code) {
        return value(functionName, PyNativeFunction.createStatic(w, functionName, code, module, name));
    }

    public ModuleBuilder noArgs(String functionName, NativeCode.NoArgsBody body) {
        return function(functionName, new NativeCode.NoArgs(body));
    }

    public ModuleBuilder oneArg(String functionName, NativeCode.OneArgBody body) {
        return function(functionName, new NativeCode.OneArg(body));
    }

    /** Positional-only function with {@code min..max} arguments; {@code max} -1 = any number. */
    public ModuleBuilder fast(String functionName, int min, int max, NativeCode.FastBody body) {
        return function(functionName, new NativeCode.Fast(min, max, body));
    }

    /** Function with named parameters, see {@link Signature}. */
    public ModuleBuilder keywords(String functionName, String parameters, NativeCode.FastBody body) {
        return function(functionName, new NativeCode.Keywords(Signature.of(functionName, parameters), body));
    }

    public PyModule build() {
        return module;
    }
}
