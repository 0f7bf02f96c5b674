package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Arrays;

/** Calls of native code: checks arguments as CPython's calling conventions and Argument Clinic do, in their words. */
public final class NativeCalls {

    /** Something whose name appears in argument errors; asked only when there is an error. */
    public interface Named {
        /** As {@code _PyObject_FunctionStr} without the parentheses: "list.append", "math.gcd", "len". */
        String qualifiedName();
    }

    /** A call with an args tuple and a kwargs dict or null, both borrowed. */
    interface TupleCall {
        PyObject call(PyTuple args, PyDict kwargs);
    }

    private NativeCalls() {
    }

    /**
     * Calls native code.
     *
     * @param qualifiedName for messages, "list.append"
     * @param args positional values and then those of {@code kwnames}; borrowed, and not changed
     */
    public static PyObject call(World w, NativeCode code, String qualifiedName, PyObject self, PyObject[] args, PyStr[] kwnames) {
        return call(w, code, () -> qualifiedName, self, args, kwnames);
    }

    /** As the call with a text, for names that are computed only when an error needs them. */
    @TruffleBoundary
    public static PyObject call(World w, NativeCode code, Named named, PyObject self, PyObject[] args, PyStr[] kwnames) {
        Objects.enterRecursion(w, " while calling a Python object");
        try {
            return switch (code) {
                case NativeCode.OneArg c -> {
                    if (args.length != 1 || kwnames.length != 0) {
                        throw wrongCount(w, named, "exactly one argument", args.length - kwnames.length, kwnames);
                    }
                    yield c.body().call(w, self, args[0]);
                }
                case NativeCode.NoArgs c -> {
                    if (args.length != 0) {
                        throw wrongCount(w, named, "no arguments", args.length - kwnames.length, kwnames);
                    }
                    yield c.body().call(w, self);
                }
                case NativeCode.Fast c -> {
                    if (kwnames.length != 0) {
                        throw noKeywords(w, named);
                    }
                    checkPositional(w, named, args.length, c.min(), c.max());
                    yield c.body().call(w, self, args);
                }
                case NativeCode.Keywords c -> c.body().call(w, self, unpack(w, c.signature(), args, kwnames));
                case NativeCode.Raw c -> c.body().call(w, self, args, kwnames);
                case NativeCode.VarArgs c -> withTuple(w, args, kwnames, (tuple, kwargs) -> c.body().call(w, self, tuple, kwargs));
            };
        } finally {
            Objects.leaveRecursion(w);
        }
    }

    private static PyException noKeywords(World w, Named named) {
        return Errors.typeError(w, "%s() takes no keyword arguments", named.qualifiedName());
    }

    private static PyException wrongCount(World w, Named named, String takes, int given, PyStr[] kwnames) {
        return kwnames.length != 0 ? noKeywords(w, named)
            : Errors.typeError(w, "%s() takes %s (%d given)", named.qualifiedName(), takes, given);
    }

    /** {@code _PyArg_CheckPositional}. @param max -1 for any number */
    static void checkPositional(World w, Named named, int given, int min, int max) {
        if (given >= min && (max < 0 || given <= max)) {
            return;
        }
        String full = named.qualifiedName();
        int limit = given < min ? min : max;
        throw Errors.typeError(w, "%s expected %s%d argument%s, got %d", full.substring(full.lastIndexOf('.') + 1),
            min == max ? "" : given < min ? "at least " : "at most ", limit, limit == 1 ? "" : "s", given);
    }

    /** {@code PyArg_UnpackTuple} of the args of a {@code tp_new}, {@code tp_init} or {@code tp_call}. */
    public static void checkPositional(World w, String function, PyTuple args, int min, int max) {
        checkPositional(w, () -> function, args.items.length, min, max);
    }

    /** {@code _PyArg_NoKeywords}. */
    public static void checkNoKeywords(World w, String function, PyDict kwargs) {
        if (kwargs != null && kwargs.size() > 0) {
            throw Errors.typeError(w, "%s() takes no keyword arguments", function);
        }
    }

    // ------------------------------------------------------------------ keywords

    /** {@code _PyArg_UnpackKeywords}: one entry for each parameter, borrowed; null where absent. */
    public static PyObject[] unpack(World w, Signature s, PyObject[] args, PyStr[] kwnames) {
        int given = args.length - kwnames.length;
        int count = s.names().size();
        if (kwnames.length == 0 && given == count && given <= s.positional()) {
            return args;
        }
        checkCounts(w, s, given, kwnames.length);
        PyObject[] values = Arrays.copyOf(args, Math.max(count, 0));
        Arrays.fill(values, Math.min(given, count), count, null);
        int left = kwnames.length;
        for (int i = Math.max(given, s.positionalOnly()); i < count; i++) {
            int at = find(kwnames, s.names().get(i));
            if (at >= 0) {
                values[i] = args[given + at];
                left--;
            } else if (!s.optional().get(i)) {
                throw Errors.typeError(w, "%s() missing required argument '%s' (pos %d)", s.function(), s.names().get(i), i + 1);
            }
        }
        if (left > 0) {
            throw wrongKeyword(w, s, given, kwnames);
        }
        return values;
    }

    /** {@link #unpack} for an args tuple and a kwargs dict (or null), as {@code tp_new} and {@code tp_init} get them. */
    public static PyObject[] unpack(World w, Signature s, PyTuple args, PyDict kwargs) {
        if (kwargs == null || kwargs.size() == 0) {
            return unpack(w, s, args.items, Calls.NO_NAMES);
        }
        int n = args.items.length;
        PyObject[] all = Arrays.copyOf(args.items, n + kwargs.size());
        PyStr[] names = new PyStr[kwargs.size()];
        int[] at = {0};
        kwargs.forEach((key, value) -> {
            if (!(key instanceof PyStr name)) {
                throw Errors.typeError(w, "keywords must be strings");
            }
            names[at[0]] = name;
            all[n + at[0]++] = value;
        });
        return unpack(w, s, all, names);
    }

    private static void checkCounts(World w, Signature s, int given, int keywords) {
        int count = s.names().size();
        if (given + keywords > count) {
            throw Errors.typeError(w, "%s() takes at most %d %sargument%s (%d given)", s.function(), count,
                given == 0 ? "keyword " : "", count == 1 ? "" : "s", given + keywords);
        }
        int max = s.positional();
        if (given > max) {
            if (max == 0) {
                throw Errors.typeError(w, "%s() takes no positional arguments", s.function());
            }
            throw Errors.typeError(w, "%s() takes %s %d positional argument%s (%d given)", s.function(),
                requiredUpTo(s, max) < max ? "at most" : "exactly", max, max == 1 ? "" : "s", given);
        }
        int min = requiredUpTo(s, s.positionalOnly());
        if (given < min) {
            throw Errors.typeError(w, "%s() takes %s %d positional argument%s (%d given)", s.function(),
                min < max ? "at least" : "exactly", min, min == 1 ? "" : "s", given);
        }
    }

    private static int requiredUpTo(Signature s, int end) {
        int n = 0;
        while (n < end && !s.optional().get(n)) {
            n++;
        }
        return n;
    }

    private static int find(PyStr[] kwnames, String name) {
        for (int i = 0; i < kwnames.length; i++) {
            if (kwnames[i].text().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static PyException wrongKeyword(World w, Signature s, int given, PyStr[] kwnames) {
        for (int i = s.positionalOnly(); i < given; i++) {
            if (find(kwnames, s.names().get(i)) >= 0) {
                return Errors.typeError(w, "argument for %s() given by name ('%s') and position (%d)", s.function(),
                    s.names().get(i), i + 1);
            }
        }
        for (PyStr name : kwnames) {
            int at = s.names().indexOf(name.text());
            if (at < s.positionalOnly()) {
                return Errors.typeError(w, "'%s' is an invalid keyword argument for %s()", name.text(), s.function());
            }
        }
        return Errors.typeError(w, "invalid keyword argument for %s()", s.function());
    }

    // ------------------------------------------------------------------ between the two forms of a call

    /** Makes the args tuple and, if there are keywords, the kwargs dict of a {@code tp_call}; released afterwards. */
    static PyObject withTuple(World w, PyObject[] args, PyStr[] kwnames, TupleCall body) {
        int positional = args.length - kwnames.length;
        PyTuple tuple = PyTuple.pack(w, positional == args.length ? args : Arrays.copyOf(args, positional));
        PyDict kwargs = null;
        try {
            if (kwnames.length > 0) {
                kwargs = PyDict.create(w);
                for (int i = 0; i < kwnames.length; i++) {
                    kwargs.setItem(w, kwnames[i], args[positional + i]);
                }
            }
            return body.call(tuple, kwargs);
        } finally {
            w.release(tuple, Holder.NATIVE);
            w.releaseOrNull(kwargs, Holder.NATIVE);
        }
    }

    /** {@code _PyObject_Call_Prepend}: calls with one more argument in front. */
    static PyObject prepend(World w, PyObject callable, PyObject first, PyTuple args, PyDict kwargs) {
        int n = args.items.length;
        int keywords = kwargs == null ? 0 : kwargs.size();
        PyObject[] all = new PyObject[n + 1 + keywords];
        all[0] = first;
        System.arraycopy(args.items, 0, all, 1, n);
        if (keywords == 0) {
            return Calls.call(w, callable, all, Calls.NO_NAMES);
        }
        PyStr[] names = new PyStr[keywords];
        int[] at = {0};
        kwargs.forEach((key, value) -> {
            if (!(key instanceof PyStr name)) {
                throw Errors.typeError(w, "keywords must be strings");
            }
            names[at[0]] = name;
            all[n + 1 + at[0]++] = value;
        });
        return Calls.call(w, callable, all, names);
    }
}
