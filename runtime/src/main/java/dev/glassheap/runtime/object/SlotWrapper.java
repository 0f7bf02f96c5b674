package dev.glassheap.runtime.object;

import dev.glassheap.runtime.object.Slots.*;

/**
 * Calls a slot function as a guest method: CPython's {@code wrapperfunc}s ({@code wrap_unaryfunc} and siblings), which check
 * the arguments and turn the slot's result into an object.
 */
enum SlotWrapper {
    UNARY {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            count(w, args, 0);
            return ((UnaryFunc) f).apply(w, self);
        }
    },
    /** {@code wrap_binaryfunc}: in-place operators, subscripts and concatenation. */
    BINARY {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            count(w, args, 1);
            return ((BinaryFunc) f).apply(w, self, args[0]);
        }
    },
    BINARY_L {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            count(w, args, 1);
            return ((BinaryFunc) f).apply(w, self, args[0]);
        }
    },
    BINARY_R {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            count(w, args, 1);
            return ((BinaryFunc) f).apply(w, args[0], self);
        }
    },
    /** {@code wrap_ternaryfunc}: {@code __pow__} with an optional modulus. */
    TERNARY {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            range(w, args, 1, 2);
            return ((TernaryFunc) f).apply(w, self, args[0], args.length == 2 ? args[1] : w.singletons.none);
        }
    },
    TERNARY_R {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            range(w, args, 1, 2);
            return ((TernaryFunc) f).apply(w, args[0], self, args.length == 2 ? args[1] : w.singletons.none);
        }
    },
    INQUIRY {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            count(w, args, 0);
            return w.bool(((Inquiry) f).test(w, self));
        }
    },
    LENGTH {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            count(w, args, 0);
            return w.newInt(((LenFunc) f).length(w, self));
        }
    },
    /** {@code wrap_indexargfunc}: the argument as a count. */
    INDEX_ARGUMENT {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            count(w, args, 1);
            return ((SizeArgFunc) f).apply(w, self, Numbers.asIndex(w, args[0], w.types.exceptions.overflowError));
        }
    },
    /** {@code wrap_sq_item}: a negative index counts from the end. */
    SEQUENCE_ITEM {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            count(w, args, 1);
            return ((SizeArgFunc) f).apply(w, self, index(w, self, args[0]));
        }
    },
    SEQUENCE_SET_ITEM {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            range(w, args, 2, 2);
            ((SizeObjArgProc) f).assign(w, self, index(w, self, args[0]), args[1]);
            return w.none();
        }
    },
    SEQUENCE_DELETE_ITEM {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            count(w, args, 1);
            ((SizeObjArgProc) f).assign(w, self, index(w, self, args[0]), null);
            return w.none();
        }
    },
    CONTAINS {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            count(w, args, 1);
            return w.bool(((ObjObjProc) f).test(w, self, args[0]));
        }
    },
    SET_ITEM {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            range(w, args, 2, 2);
            ((ObjObjArgProc) f).assign(w, self, args[0], args[1]);
            return w.none();
        }
    },
    DELETE_ITEM {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            count(w, args, 1);
            ((ObjObjArgProc) f).assign(w, self, args[0], null);
            return w.none();
        }
    },
    RICH_COMPARE {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            count(w, args, 1);
            return ((RichCmpFunc) f).compare(w, self, args[0], def.comparison());
        }
    },
    HASH {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            count(w, args, 0);
            return w.newInt(((HashFunc) f).hash(w, self));
        }
    },
    NEXT {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            count(w, args, 0);
            PyObject item = ((IterNextFunc) f).next(w, self);
            if (item == null) {
                throw Errors.stopIteration(w, null);
            }
            return item;
        }
    },
    CALL {
        @Override
        PyObject callWithKeywords(World w, SlotDef def, Object f, PyObject self, PyTuple args, PyDict kwargs) {
            return ((CallFunc) f).call(w, self, args, kwargs);
        }
    },
    INIT {
        @Override
        PyObject callWithKeywords(World w, SlotDef def, Object f, PyObject self, PyTuple args, PyDict kwargs) {
            ((InitProc) f).init(w, self, args, kwargs);
            return w.none();
        }
    },
    FINALIZE {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            count(w, args, 0);
            ((FinalizeProc) f).run(w, self);
            return w.none();
        }
    },
    GET_ATTRIBUTE {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            count(w, args, 1);
            return ((GetAttrFunc) f).get(w, self, GenericAttributes.checkedName(w, args[0]));
        }
    },
    SET_ATTRIBUTE {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            range(w, args, 2, 2);
            hackcheck(w, self, f, "__setattr__");
            ((SetAttrFunc) f).set(w, self, GenericAttributes.checkedName(w, args[0]), args[1]);
            return w.none();
        }
    },
    DELETE_ATTRIBUTE {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            count(w, args, 1);
            hackcheck(w, self, f, "__delattr__");
            ((SetAttrFunc) f).set(w, self, GenericAttributes.checkedName(w, args[0]), null);
            return w.none();
        }
    },
    DESCRIPTOR_GET {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            range(w, args, 1, 2);
            PyObject obj = args[0] == w.singletons.none ? null : args[0];
            PyObject type = args.length < 2 || args[1] == w.singletons.none ? null : args[1];
            if (obj == null && type == null) {
                throw Errors.typeError(w, "__get__(None, None) is invalid");
            }
            return ((DescrGetFunc) f).get(w, self, obj, type);
        }
    },
    DESCRIPTOR_SET {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            range(w, args, 2, 2);
            ((DescrSetFunc) f).set(w, self, args[0], args[1]);
            return w.none();
        }
    },
    DESCRIPTOR_DELETE {
        @Override
        PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
            count(w, args, 1);
            ((DescrSetFunc) f).set(w, self, args[0], null);
            return w.none();
        }
    };

    PyObject call(World w, SlotDef def, Object f, PyObject self, PyObject[] args) {
        throw new AssertionError(this);
    }

    /** The call as {@code wrapper_call} makes it: most wrappers take no keywords. */
    PyObject callWithKeywords(World w, SlotDef def, Object f, PyObject self, PyTuple args, PyDict kwargs) {
        if (kwargs != null && kwargs.size() > 0) {
            throw Errors.typeError(w, "wrapper %s() takes no keyword arguments", def.name());
        }
        return call(w, def, f, self, args.items);
    }

    /** {@code check_num_args}. */
    private static void count(World w, PyObject[] args, int expected) {
        if (args.length != expected) {
            throw Errors.typeError(w, "expected %d argument%s, got %d", expected, expected == 1 ? "" : "s", args.length);
        }
    }

    /** {@code PyArg_UnpackTuple} without a function name, whose place stays blank. */
    private static void range(World w, PyObject[] args, int min, int max) {
        int n = args.length;
        if (n < min || n > max) {
            int limit = n < min ? min : max;
            throw Errors.typeError(w, " expected %s%d argument%s, got %d", min == max ? "" : n < min ? "at least " : "at most ",
                limit, limit == 1 ? "" : "s", n);
        }
    }

    private static long index(World w, PyObject self, PyObject argument) {
        long i = Numbers.asIndex(w, argument, w.types.exceptions.overflowError);
        return i < 0 && self.type.slots.sqLength != null ? i + self.type.slots.sqLength.length(w, self) : i;
    }

    /** {@code hackcheck}: {@code object.__setattr__} may not circumvent a built-in type's own. */
    private static void hackcheck(World w, PyObject self, Object f, String what) {
        for (PyType t : self.type.mro) {
            if (t.slots.tpSetattro == f) {
                return;
            }
            if (!t.has(PyType.HEAPTYPE) && t.slots.tpSetattro != null) {
                throw Errors.typeError(w, "can't apply this %s to %s object", what, self.type.name);
            }
        }
    }
}
