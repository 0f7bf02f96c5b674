package dev.glassheap.runtime.object;

/** Checks of argument counts and conversions of arguments, with the messages of {@code Python/getargs.c}. */
final class GetArgs {

    private GetArgs() {
    }

    /** {@code _PyArg_CheckPositional}. */
    static void checkPositional(World w, String name, int given, int min, int max) {
        if (given < min) {
            throw Errors.typeError(w, "%s expected %s%d argument%s, got %d", name, min == max ? "" : "at least ", min,
                min == 1 ? "" : "s", given);
        }
        if (given > max) {
            throw Errors.typeError(w, "%s expected %s%d argument%s, got %d", name, min == max ? "" : "at most ", max,
                max == 1 ? "" : "s", given);
        }
    }

    /** {@code _PyArg_NoKeywords}; {@code kwargs} may be null. */
    static void noKeywords(World w, String name, PyDict kwargs) {
        if (kwargs != null && kwargs.size() > 0) {
            throw Errors.typeError(w, "%s() takes no keyword arguments", name);
        }
    }

    /** {@code _PyArg_NoKwnames}. */
    static void noKeywords(World w, String name, PyStr[] kwnames) {
        if (kwnames.length > 0) {
            throw Errors.typeError(w, "%s() takes no keyword arguments", name);
        }
    }

    /** Converter {@code n}: an index-sized integer, or OverflowError. */
    static long ssize(World w, PyObject o) {
        PyInt i = Numbers.index(w, o);
        try {
            if (!i.isSmall()) {
                throw Errors.overflowError(w, "Python int too large to convert to C ssize_t");
            }
            return i.value;
        } finally {
            w.release(i, Holder.NATIVE);
        }
    }

    /** Converter {@code i} of a truth value ({@code bool(accept={int})}): any int of 32 bits. */
    static boolean intTruth(World w, PyObject o) {
        PyInt i = Numbers.index(w, o);
        try {
            if (!i.isSmall() || i.value != (int) i.value) {
                throw Errors.overflowError(w, "Python int too large to convert to C int");
            }
            return i.value != 0;
        } finally {
            w.release(i, Holder.NATIVE);
        }
    }

    /** {@code _PyEval_SliceIndexNotNone}: clipped to 64 bits. */
    static long sliceIndexNotNone(World w, PyObject o) {
        if (o.type.slots.nbIndex == null) {
            throw Errors.typeError(w, "slice indices must be integers or have an __index__ method");
        }
        return Numbers.asIndex(w, o, null);
    }
}
