package dev.glassheap.runtime.object;

/** Checks of the arguments of string methods, with the messages of Argument Clinic. */
final class StrArgs {

    private StrArgs() {
    }

    /** A str argument. @param what "replace() argument 1" */
    static PyStr text(World w, PyObject o, String what) {
        if (o instanceof PyStr s) {
            return s;
        }
        throw Errors.typeError(w, "%s must be str, not %s", what, typeName(w, o));
    }

    /** {@code ensure_unicode}. */
    static PyStr ensure(World w, PyObject o) {
        if (o instanceof PyStr s) {
            return s;
        }
        throw Errors.typeError(w, "must be str, not %s", o.type.name);
    }

    /** As argument messages name a type: None is "None". */
    static String typeName(World w, PyObject o) {
        return o == w.singletons.none ? "None" : o.type.name;
    }

    /** Argument counts of {@code PyArg_ParseTuple}. */
    static void count(World w, String function, int given, int min, int max) {
        if (given < min || given > max) {
            int bound = given < min ? min : max;
            throw Errors.typeError(w, "%s() takes %s %d argument%s (%d given)", function,
                min == max ? "exactly" : given < min ? "at least" : "at most", bound, bound == 1 ? "" : "s", given);
        }
    }

    /** An index-sized int argument, {@code missing} when absent. */
    static long size(World w, PyObject o, long missing) {
        return o == null ? missing : GetArgs.ssize(w, o);
    }

    /** An optional slice bound of {@code find} and its like; None counts as absent. */
    static long bound(World w, PyObject[] args, int index, long missing) {
        if (args.length <= index || args[index] == null || args[index] == w.singletons.none) {
            return missing;
        }
        if (args[index].type.slots.nbIndex == null) {
            throw Errors.typeError(w, "slice indices must be integers or None or have an __index__ method");
        }
        return Numbers.asIndex(w, args[index], null);
    }

    /** {@code ADJUST_INDICES} for an end: in {@code 0..length}. */
    static int end(long end, int length) {
        return (int) (end > length ? length : end < 0 ? Math.max(0, end + length) : end);
    }

    /** {@code ADJUST_INDICES} for a start: 0 or more; beyond the length it is length + 1. */
    static int start(long start, int length) {
        return (int) (start < 0 ? Math.max(0, start + length) : Math.min(start, length + 1L));
    }

    /** Converter {@code i}: a C int. */
    static int cInt(World w, PyObject o) {
        PyInt i = Numbers.index(w, o);
        try {
            if (!i.isSmall()) {
                throw Errors.overflowError(w, "Python int too large to convert to C long");
            }
            if (i.value != (int) i.value) {
                throw Errors.overflowError(w, "Python int too large to convert to C int");
            }
            return (int) i.value;
        } finally {
            w.release(i, Holder.NATIVE);
        }
    }

    /**
     * Arguments of a constructor that takes them by position or name, all optional ({@code PyArg_ParseTupleAndKeywords}).
     *
     * @return one entry a name, null where absent; borrowed
     */
    static PyObject[] constructor(World w, String function, String[] names, PyTuple args, PyDict kwargs) {
        int n = args.items.length;
        int keywords = kwargs == null ? 0 : kwargs.size();
        if (n + keywords > names.length) {
            throw Errors.typeError(w, "%s() takes at most %d %sargument%s (%d given)", function, names.length,
                n == 0 && keywords > 0 ? "keyword " : "", names.length == 1 ? "" : "s", n + keywords);
        }
        PyObject[] a = java.util.Arrays.copyOf(args.items, names.length);
        if (keywords > 0) {
            kwargs.forEach((key, value) -> {
                String name = ((PyStr) key).text();
                int index = java.util.Arrays.asList(names).indexOf(name);
                if (index < 0) {
                    throw Errors.typeError(w, "'%s' is an invalid keyword argument for %s()", name, function);
                }
                if (a[index] != null) {
                    throw Errors.typeError(w, "argument for %s() given by name ('%s') and position (%d)", function, name, index + 1);
                }
                a[index] = value;
            });
        }
        return a;
    }
}
