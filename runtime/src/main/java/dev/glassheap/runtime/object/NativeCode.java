package dev.glassheap.runtime.object;

/**
 * The signatures of native functions by CPython's calling conventions. Arguments are borrowed, the result is a new reference.
 */
public sealed interface NativeCode {

    /** {@code METH_NOARGS}. */
    record NoArgs(NoArgsBody body) implements NativeCode {
    }

    /** {@code METH_O}. */
    record OneArg(OneArgBody body) implements NativeCode {
    }

    /** {@code METH_FASTCALL}: {@code min..max} positional arguments; {@code max} -1 means any number. */
    record Fast(int min, int max, FastBody body) implements NativeCode {
    }

    /** {@code METH_FASTCALL | METH_KEYWORDS}: the body receives exactly one entry for each parameter, null where absent and optional. */
    record Keywords(Signature signature, FastBody body) implements NativeCode {
    }

    /** {@code METH_FASTCALL | METH_KEYWORDS} that parses by itself: values of {@code kwnames} follow the positional arguments. */
    record Raw(RawBody body) implements NativeCode {
    }

    /** {@code METH_VARARGS | METH_KEYWORDS}: receives a real args tuple and a kwargs dict (or null). */
    record VarArgs(VarArgsBody body) implements NativeCode {
    }

    interface NoArgsBody {
        PyObject call(World w, PyObject self);
    }

    interface OneArgBody {
        PyObject call(World w, PyObject self, PyObject arg);
    }

    interface FastBody {
        PyObject call(World w, PyObject self, PyObject[] args);
    }

    interface RawBody {
        PyObject call(World w, PyObject self, PyObject[] args, PyStr[] kwnames);
    }

    interface VarArgsBody {
        PyObject call(World w, PyObject self, PyTuple args, PyDict kwargs);
    }
}
