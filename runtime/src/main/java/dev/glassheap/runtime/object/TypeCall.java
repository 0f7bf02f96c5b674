package dev.glassheap.runtime.object;

/** Calling a class: {@code type.__call__}, and {@code T.__new__} as the guest sees it. */
final class TypeCall {

    /** {@code tp_new_wrapper}: the {@code __new__} of a built-in type, whose self is the type. */
    static final NativeCode NEW_WRAPPER = new NativeCode.VarArgs(TypeCall::newWrapper);

    private TypeCall() {
    }

    /** {@code type_call}: {@code __new__}, then {@code __init__} if the result is an instance. */
    static PyObject call(World w, PyObject callable, PyTuple args, PyDict kwargs) {
        PyType type = (PyType) callable;
        if (type == w.types.typeType) {
            int given = args.items.length;
            int keywords = kwargs == null ? 0 : kwargs.size();
            if (given == 1 && keywords == 0) {
                return w.newRef(args.items[0].type, Holder.RESULT);
            }
            if (given != 3) {
                throw Errors.typeError(w, "type() takes 1 or 3 arguments");
            }
        }
        if (type.slots.tpNew == null) {
            throw Errors.typeError(w, "cannot create '%s' instances", type.name);
        }
        PyObject made = type.slots.tpNew.create(w, type, args, kwargs);
        Slots.InitProc init = made.type.slots.tpInit;
        if (init == null || made.type != type && !made.type.isSubtypeOf(type)) {
            return made;
        }
        try {
            init.init(w, made, args, kwargs);
        } catch (PyException e) {
            w.release(made, Holder.NATIVE);
            throw e;
        }
        return made;
    }

    private static PyObject newWrapper(World w, PyObject self, PyTuple args, PyDict kwargs) {
        PyType type = (PyType) self;
        if (args.items.length < 1) {
            throw Errors.typeError(w, "%s.__new__(): not enough arguments", type.name);
        }
        if (!(args.items[0] instanceof PyType subtype)) {
            throw Errors.typeError(w, "%s.__new__(X): X is not a type object (%s)", type.name, args.items[0].type.name);
        }
        if (!subtype.isSubtypeOf(type)) {
            throw Errors.typeError(w, "%s.__new__(%s): %s is not a subtype of %s", type.name, subtype.name, subtype.name, type.name);
        }
        // A native base that makes its instances in another way may not be left out.
        PyType base = subtype;
        while (base != null && base.has(PyType.HEAPTYPE)) {
            base = base.base;
        }
        if (base != null && base.slots.tpNew != type.slots.tpNew) {
            throw Errors.typeError(w, "%s.__new__(%s) is not safe, use %s.__new__()", type.name, subtype.name, base.name);
        }
        PyTuple rest = PyTuple.pack(w, java.util.Arrays.copyOfRange(args.items, 1, args.items.length));
        try {
            return type.slots.tpNew.create(w, subtype, rest, kwargs);
        } finally {
            w.release(rest, Holder.NATIVE);
        }
    }
}
