package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** Calling guest objects from native code ({@code Objects/call.c}). Arguments borrowed, result new. */
public final class Calls {

    /** No keyword names. */
    public static final PyStr[] NO_NAMES = {};
    public static final PyObject[] NO_ARGS = {};

    private Calls() {
    }

    /** {@code PyObject_Vectorcall}: positional values and then those of {@code kwnames}. */
    @TruffleBoundary
    public static PyObject call(World w, PyObject callable, PyObject[] args, PyStr[] kwnames) {
        Slots.VectorCall vectorcall = vectorcall(callable);
        if (vectorcall != null) {
            return vectorcall.call(w, callable, args, kwnames);
        }
        return makeTpCall(w, callable, args, kwnames);
    }

    /** {@code PyVectorcall_Function}: of a built-in type its own, of any other object that of its type. */
    private static Slots.VectorCall vectorcall(PyObject callable) {
        return callable instanceof PyType type ? type.construct : callable.type.slots.tpVectorcall;
    }

    /** {@link #call} with positional arguments only. */
    public static PyObject call(World w, PyObject callable, PyObject... args) {
        return call(w, callable, args, NO_NAMES);
    }

    /** {@code _PyObject_MakeTpCall}: makes the args tuple and kwargs dict that {@code tp_call} wants. */
    private static PyObject makeTpCall(World w, PyObject callable, PyObject[] args, PyStr[] kwnames) {
        Slots.CallFunc call = callable.type.slots.tpCall;
        if (call == null) {
            throw Errors.typeError(w, "'%s' object is not callable", callable.type.name);
        }
        int positional = args.length - kwnames.length;
        PyTuple tuple = PyTuple.pack(w, positional == args.length ? args : java.util.Arrays.copyOf(args, positional));
        PyDict kwargs = null;
        try {
            if (kwnames.length > 0) {
                kwargs = PyDict.create(w);
                for (int i = 0; i < kwnames.length; i++) {
                    kwargs.setItem(w, kwnames[i], args[positional + i]);
                }
            }
            return recursing(w, callable, call, tuple, kwargs);
        } finally {
            w.release(tuple, Holder.NATIVE);
            w.releaseOrNull(kwargs, Holder.NATIVE);
        }
    }

    private static PyObject recursing(World w, PyObject callable, Slots.CallFunc call, PyTuple args, PyDict kwargs) {
        Objects.enterRecursion(w, " while calling a Python object");
        try {
            return call.call(w, callable, args, kwargs);
        } finally {
            Objects.leaveRecursion(w);
        }
    }

    /** {@code PyObject_Call}: with an args tuple and a kwargs dict (or null). */
    @TruffleBoundary
    public static PyObject callTuple(World w, PyObject callable, PyTuple args, PyDict kwargs) {
        if (vectorcall(callable) != null) {
            return vectorcallTuple(w, callable, args, kwargs);
        }
        Slots.CallFunc call = callable.type.slots.tpCall;
        if (call == null) {
            throw Errors.typeError(w, "'%s' object is not callable", callable.type.name);
        }
        return recursing(w, callable, call, args, kwargs);
    }

    private static PyObject vectorcallTuple(World w, PyObject callable, PyTuple args, PyDict kwargs) {
        int keywords = kwargs == null ? 0 : kwargs.size();
        if (keywords == 0) {
            return call(w, callable, args.items.clone(), NO_NAMES);
        }
        PyObject[] all = java.util.Arrays.copyOf(args.items, args.items.length + keywords);
        PyStr[] names = new PyStr[keywords];
        int[] at = {0};
        kwargs.forEach((key, value) -> {
            if (!(key instanceof PyStr name)) {
                throw Errors.typeError(w, "keywords must be strings");
            }
            names[at[0]] = name;
            all[args.items.length + at[0]++] = value;
        });
        return call(w, callable, all, names);
    }

    /** {@code PyObject_CallMethod}: looks the attribute up on the object and calls it. */
    public static PyObject callMethod(World w, PyObject object, String name, PyObject... args) {
        PyObject method = Objects.getAttr(w, object, w.id(name));
        try {
            return call(w, method, args);
        } finally {
            w.release(method, Holder.NATIVE);
        }
    }

    /**
     * {@code lookup_maybe_method} and call: a special method looked up on the type only. Returns null when the type has none.
     */
    public static PyObject callSpecial(World w, PyObject self, String name, PyObject... args) {
        PyObject descr = self.type.lookup(name);
        return descr == null ? null : callSpecial(w, self, descr, args);
    }

    /** As above, by the number of the name. */
    static PyObject callSpecial(World w, PyObject self, SpecialName name, PyObject... args) {
        PyObject descr = self.type.lookup(name);
        return descr == null ? null : callSpecial(w, self, descr, args);
    }

    private static PyObject callSpecial(World w, PyObject self, PyObject descr, PyObject[] args) {
        w.retain(descr, Holder.NATIVE);
        try {
            if (descr.type.has(PyType.METHOD_DESCRIPTOR)) {
                PyObject[] all = new PyObject[args.length + 1];
                all[0] = self;
                System.arraycopy(args, 0, all, 1, args.length);
                return call(w, descr, all, NO_NAMES);
            }
            Slots.DescrGetFunc get = descr.type.slots.tpDescrGet;
            if (get == null) {
                return call(w, descr, args, NO_NAMES);
            }
            PyObject bound = get.get(w, descr, self, self.type);
            try {
                return call(w, bound, args, NO_NAMES);
            } finally {
                w.release(bound, Holder.NATIVE);
            }
        } finally {
            w.release(descr, Holder.NATIVE);
        }
    }
}
