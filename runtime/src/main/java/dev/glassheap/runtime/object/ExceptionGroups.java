package dev.glassheap.runtime.object;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** {@code BaseExceptionGroup} and {@code ExceptionGroup}. */
final class ExceptionGroups {

    static final int MESSAGE = 0, EXCEPTIONS = 1;

    private ExceptionGroups() {
    }

    static void define(World w) {
        ExceptionTypes t = w.types.exceptions;
        ExceptionLayouts.withFields(w, t.baseExceptionGroup, t.baseException, 88, BaseExceptionType::init, "message", "exceptions")
            .slots(s -> {
                s.tpNew = ExceptionGroups::create;
                s.tpStr = ExceptionGroups::str;
            })
            .classMethod("__class_getitem__", GenericAlias.CLASS_GETITEM)
            .oneArg("derive", (world, self, members) -> Calls.call(world, world.types.exceptions.baseExceptionGroup,
                ((PyBaseException) self).fields[MESSAGE], members))
            .oneArg("split", (world, self, condition) -> split(world, self, condition, true))
            .oneArg("subgroup", (world, self, condition) -> split(world, self, condition, false))
            .ready();
        new TypeBuilder(w, t.exceptionGroup, t.baseExceptionGroup).bases(t.baseExceptionGroup, t.exception)
            .flags(PyType.BASETYPE | PyType.HAVE_GC).ready();
    }

    private static PyObject create(World w, PyType type, PyTuple args, PyDict kwargs) {
        PyObject[] a = args.items;
        if (a.length != 2) {
            throw Errors.typeError(w, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", a.length);
        }
        if (!(a[0] instanceof PyStr)) {
            throw Errors.typeError(w, "BaseExceptionGroup.__new__() argument 1 must be str, not %s", a[0].type.name);
        }
        if (a[1].type.slots.sqItem == null) {
            throw Errors.typeError(w, "second argument (exceptions) must be a sequence");
        }
        PyTuple members = PyTuple.steal(w, Objects.toArray(w, a[1]));
        try {
            PyBaseException e = (PyBaseException) BaseExceptionType.create(w, chooseType(w, type, members), args, null);
            e.setField(w, MESSAGE, a[0]);
            e.setField(w, EXCEPTIONS, members);
            return e;
        } finally {
            w.release(members, Holder.NATIVE);
        }
    }

    /** A group of ordinary exceptions only is an ExceptionGroup; an ExceptionGroup takes no others. */
    private static PyType chooseType(World w, PyType type, PyTuple members) {
        ExceptionTypes t = w.types.exceptions;
        if (members.items.length == 0) {
            throw Errors.valueError(w, "second argument (exceptions) must be a non-empty sequence");
        }
        boolean ordinary = true;
        for (int i = 0; i < members.items.length; i++) {
            if (!(members.items[i] instanceof PyBaseException)) {
                throw Errors.valueError(w, "Item %d of second argument (exceptions) is not an exception", i);
            }
            ordinary &= members.items[i].type.isSubtypeOf(t.exception);
        }
        if (!ordinary && type == t.exceptionGroup) {
            throw Errors.typeError(w, "Cannot nest BaseExceptions in an ExceptionGroup");
        }
        if (!ordinary && type.isSubtypeOf(t.exception)) {
            throw Errors.typeError(w, "Cannot nest BaseExceptions in '%s'", type.name);
        }
        return ordinary && type == t.baseExceptionGroup ? t.exceptionGroup : type;
    }

    private static PyObject str(World w, PyObject self) {
        PyBaseException e = (PyBaseException) self;
        int n = members(e).length;
        return w.str(Objects.strText(w, e.fields[MESSAGE]) + " (" + n + " sub-exception" + (n == 1 ? ")" : "s)"));
    }

    private static PyObject[] members(PyBaseException group) {
        return ((PyTuple) group.fields[EXCEPTIONS]).items;
    }

    // ------------------------------------------------------------------ split

    /** {@code exceptiongroup_split_recursive}: a tuple of two, or the first part alone. */
    private static PyObject split(World w, PyObject self, PyObject condition, boolean withRest) {
        PyBaseException group = (PyBaseException) self;
        PyObject[] parts = parts(w, group, matcher(w, condition), withRest);
        PyObject match = parts[0] == null ? w.none() : parts[0];
        // steal takes care of both, also when it fails
        return withRest ? PyTuple.steal(w, new PyObject[] {match, parts[1] == null ? w.none() : parts[1]}) : match;
    }

    private static Predicate<PyObject> matcher(World w, PyObject condition) {
        boolean classes = condition instanceof PyTuple t ? java.util.Arrays.stream(t.items).allMatch(c -> isExceptionClass(w, c))
            : isExceptionClass(w, condition);
        if (classes) {
            return e -> TypeChecks.isInstance(w, e, condition);
        }
        if (!(condition instanceof PyFunction)) {
            throw Errors.typeError(w, "expected a function, exception type or tuple of exception types");
        }
        return e -> Objects.takeTruth(w, Calls.call(w, condition, e));
    }

    private static boolean isExceptionClass(World w, PyObject o) {
        return o instanceof PyType t && t.isSubtypeOf(w.types.exceptions.baseException);
    }

    /** New references; null for an empty part. */
    private static PyObject[] parts(World w, PyBaseException e, Predicate<PyObject> matches, boolean withRest) {
        if (matches.test(e)) {
            return new PyObject[] {w.newRef(e, Holder.RESULT), null};
        }
        if (!e.type.isSubtypeOf(w.types.exceptions.baseExceptionGroup)) {
            return new PyObject[] {null, withRest ? w.newRef(e, Holder.RESULT) : null};
        }
        List<PyObject> match = new ArrayList<>();
        List<PyObject> rest = new ArrayList<>();
        try {
            for (PyObject member : members(e)) {
                PyObject[] p = parts(w, (PyBaseException) member, matches, withRest);
                if (p[0] != null) {
                    match.add(p[0]);
                }
                if (p[1] != null) {
                    rest.add(p[1]);
                }
            }
            PyObject first = derive(w, e, match);
            try {
                return new PyObject[] {first, withRest ? derive(w, e, rest) : null};
            } catch (PyException failure) {
                w.releaseOrNull(first, Holder.NATIVE);
                throw failure;
            }
        } finally {
            match.forEach(o -> w.release(o, Holder.NATIVE));
            rest.forEach(o -> w.release(o, Holder.NATIVE));
        }
    }

    /** {@code exceptiongroup_subset}: a group like {@code of} with some of its members; null when there are none. */
    private static PyObject derive(World w, PyBaseException of, List<PyObject> members) {
        if (members.isEmpty()) {
            return null;
        }
        PyList list = PyList.create(w);
        PyObject group;
        try {
            for (PyObject m : members) {
                list.append(w, m);
            }
            group = Calls.callMethod(w, of, "derive", list);
        } finally {
            w.release(list, Holder.NATIVE);
        }
        if (!(group instanceof PyBaseException g)) {
            w.release(group, Holder.NATIVE);
            throw Errors.typeError(w, "derive must return an instance of BaseExceptionGroup");
        }
        Exceptions.setTraceback(w, g, of.traceback);
        Exceptions.setContext(w, g, of.context);
        Exceptions.setCause(w, g, of.cause);
        g.suppressContext = of.suppressContext;
        try {
            copyNotes(w, of, g);
        } catch (PyException failure) {
            w.release(g, Holder.NATIVE);
            throw failure;
        }
        return g;
    }

    private static void copyNotes(World w, PyObject from, PyObject to) {
        PyObject notes = Objects.lookupAttr(w, from, "__notes__");
        if (notes == null) {
            return;
        }
        PyList copy = null;
        try {
            copy = PyList.of(w, notes);
            Objects.setAttr(w, to, w.id("__notes__"), copy);
        } finally {
            w.releaseOrNull(copy, Holder.NATIVE);
            w.release(notes, Holder.NATIVE);
        }
    }
}
