package dev.glassheap.runtime.object;

/** {@code BaseExceptionGroup}. */
final class ExceptionGroups {

    static final int MESSAGE = 0, EXCEPTIONS = 1;

    private ExceptionGroups() {
    }

    static void define(World w) {
        ExceptionTypes t = w.types.exceptions;
        ExceptionLayouts.withFields(w, t.baseExceptionGroup, t.baseException, 88, (world, self, args, kwargs) ->
            BaseExceptionType.init(world, self, args, kwargs), "message", "exceptions").slots(s -> {
                s.tpNew = ExceptionGroups::create;
                s.tpStr = ExceptionGroups::str;
            }).classMethod("__class_getitem__", GenericAlias.CLASS_GETITEM).ready();
    }

    private static PyObject create(World w, PyType type, PyTuple args, PyDict kwargs) {
        PyObject[] a = args.items;
        if (a.length != 2) {
            throw Errors.typeError(w, "%s.__new__() takes exactly 2 arguments (%d given)", type.name, a.length);
        }
        if (!(a[0] instanceof PyStr)) {
            throw Errors.typeError(w, "argument 1 must be str, not %s", a[0].type.name);
        }
        if (a[1].type.slots.sqItem == null) {
            throw Errors.typeError(w, "second argument (exceptions) must be a sequence");
        }
        PyTuple members = PyTuple.steal(w, Objects.toArray(w, a[1]));
        try {
            if (members.items.length == 0) {
                throw Errors.valueError(w, "second argument (exceptions) must be a non-empty sequence");
            }
            for (int i = 0; i < members.items.length; i++) {
                if (!(members.items[i] instanceof PyBaseException)) {
                    throw Errors.valueError(w, "Item %d of second argument (exceptions) is not an exception", i);
                }
            }
            PyBaseException e = (PyBaseException) BaseExceptionType.create(w, type, args, null);
            e.setField(w, MESSAGE, a[0]);
            e.setField(w, EXCEPTIONS, members);
            return e;
        } finally {
            w.release(members, Holder.NATIVE);
        }
    }

    private static PyObject str(World w, PyObject self) {
        PyBaseException e = (PyBaseException) self;
        int n = ((PyTuple) e.fields[EXCEPTIONS]).items.length;
        return w.str(Objects.strText(w, e.fields[MESSAGE]) + " (" + n + " sub-exception" + (n == 1 ? ")" : "s)"));
    }
}
