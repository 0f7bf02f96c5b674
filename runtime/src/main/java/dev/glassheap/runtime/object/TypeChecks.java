package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** {@code isinstance} and {@code issubclass} ({@code object_isinstance} and siblings of {@code Objects/abstract.c}). */
public final class TypeChecks {

    private TypeChecks() {
    }

    /** {@code PyObject_IsInstance}: a class, a union, a tuple of these, or anything with {@code __instancecheck__}. */
    @TruffleBoundary
    public static boolean isInstance(World w, PyObject object, PyObject classes) {
        if (object.type == classes) {
            return true;
        }
        if (classes.type == w.types.typeType) {
            return recursiveIsInstance(w, object, classes);
        }
        if (classes instanceof PyTuple tuple) {
            Objects.enterRecursion(w, " in __instancecheck__");
            try {
                for (PyObject c : tuple.items) {
                    if (isInstance(w, object, c)) {
                        return true;
                    }
                }
                return false;
            } finally {
                Objects.leaveRecursion(w);
            }
        }
        Objects.enterRecursion(w, " in __instancecheck__");
        try {
            PyObject answer = Calls.callSpecial(w, classes, "__instancecheck__", object);
            return answer == null ? recursiveIsInstance(w, object, classes) : Objects.takeTruth(w, answer);
        } finally {
            Objects.leaveRecursion(w);
        }
    }

    /** {@code PyObject_IsSubclass}. */
    @TruffleBoundary
    public static boolean isSubclass(World w, PyObject derived, PyObject classes) {
        if (classes.type == w.types.typeType) {
            return derived == classes || recursiveIsSubclass(w, derived, classes);
        }
        Objects.enterRecursion(w, " in __subclasscheck__");
        try {
            if (classes instanceof PyTuple tuple) {
                for (PyObject c : tuple.items) {
                    if (isSubclass(w, derived, c)) {
                        return true;
                    }
                }
                return false;
            }
            PyObject answer = Calls.callSpecial(w, classes, "__subclasscheck__", derived);
            return answer == null ? recursiveIsSubclass(w, derived, classes) : Objects.takeTruth(w, answer);
        } finally {
            Objects.leaveRecursion(w);
        }
    }

    /** {@code object_isinstance}: by type, then by {@code __class__}. */
    static boolean recursiveIsInstance(World w, PyObject object, PyObject cls) {
        if (cls instanceof PyType type) {
            if (object.type.isSubtypeOf(type)) {
                return true;
            }
            PyObject claimed = Objects.lookupAttr(w, object, "__class__");
            if (claimed == null) {
                return false;
            }
            try {
                return claimed != object.type && claimed instanceof PyType t && t.isSubtypeOf(type);
            } finally {
                w.release(claimed, Holder.NATIVE);
            }
        }
        checkClass(w, cls, "isinstance() arg 2 must be a type, a tuple of types, or a union");
        PyObject claimed = Objects.lookupAttr(w, object, "__class__");
        if (claimed == null) {
            return false;
        }
        try {
            return abstractIsSubclass(w, claimed, cls);
        } finally {
            w.release(claimed, Holder.NATIVE);
        }
    }

    /** {@code recursive_issubclass}. */
    static boolean recursiveIsSubclass(World w, PyObject derived, PyObject cls) {
        if (derived instanceof PyType d && cls instanceof PyType c) {
            return d.isSubtypeOf(c);
        }
        checkClass(w, derived, "issubclass() arg 1 must be a class");
        if (!(cls instanceof PyUnion)) {
            checkClass(w, cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
        }
        return abstractIsSubclass(w, derived, cls);
    }

    /** {@code check_class}: something with a tuple of bases counts as a class. */
    private static void checkClass(World w, PyObject cls, String message) {
        PyObject bases = bases(w, cls);
        if (bases == null) {
            throw Errors.typeError(w, message);
        }
        w.release(bases, Holder.NATIVE);
    }

    /** {@code abstract_get_bases}: null unless it is a tuple. */
    private static PyObject bases(World w, PyObject cls) {
        PyObject bases = Objects.lookupAttr(w, cls, "__bases__");
        if (bases != null && !(bases instanceof PyTuple)) {
            w.release(bases, Holder.NATIVE);
            return null;
        }
        return bases;
    }

    private static boolean abstractIsSubclass(World w, PyObject derived, PyObject cls) {
        if (derived == cls) {
            return true;
        }
        PyObject bases = bases(w, derived);
        if (bases == null) {
            return false;
        }
        Objects.enterRecursion(w, " in __subclasscheck__");
        try {
            for (PyObject base : ((PyTuple) bases).items) {
                if (abstractIsSubclass(w, base, cls)) {
                    return true;
                }
            }
            return false;
        } finally {
            Objects.leaveRecursion(w);
            w.release(bases, Holder.NATIVE);
        }
    }
}
