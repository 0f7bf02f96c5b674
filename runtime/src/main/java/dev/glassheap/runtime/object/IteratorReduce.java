package dev.glassheap.runtime.object;

/** What {@code __reduce__} of iterators returns: how to make the same iterator again, {@code (callable, args[, state])}. */
final class IteratorReduce {

    private IteratorReduce() {
    }

    /** {@code _PyEval_GetBuiltin}: a new reference. */
    private static PyObject builtin(World w, String name) {
        PyObject f = w.builtins.getStr(w, w.id(name));
        if (f == null) {
            throw Errors.of(w, w.types.exceptions.attributeError, "%s", name);
        }
        return w.newRef(f, Holder.ELEMENT);
    }

    /** {@code (callable, (arguments), state)}; everything borrowed, {@code state} null for none. */
    static PyTuple of(World w, PyObject callable, PyObject state, PyObject... arguments) {
        PyTuple args = PyTuple.pack(w, arguments);
        try {
            return state == null ? PyTuple.pack(w, callable, args) : PyTuple.pack(w, callable, args, state);
        } finally {
            w.release(args, Holder.NATIVE);
        }
    }

    /** {@code (builtin, (argument,), index)}; {@code argument} borrowed. */
    static PyTuple resumed(World w, String name, PyObject argument, long index) {
        PyObject f = builtin(w, name);
        PyObject state = null;
        try {
            state = w.newInt(index);
            return of(w, f, state, argument);
        } finally {
            w.releaseOrNull(state, Holder.NATIVE);
            w.release(f, Holder.NATIVE);
        }
    }

    /** {@code (iter, (arguments))}; steals the arguments. */
    static PyTuple iter(World w, PyObject... owned) {
        try {
            PyObject f = builtin(w, "iter");
            try {
                return of(w, f, null, owned);
            } finally {
                w.release(f, Holder.NATIVE);
            }
        } finally {
            Objects.releaseAll(w, owned);
        }
    }
}
