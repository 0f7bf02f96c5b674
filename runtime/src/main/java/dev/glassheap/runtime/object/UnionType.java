package dev.glassheap.runtime.object;

import java.util.ArrayList;
import java.util.List;

/** {@code X | Y} of classes ({@code Objects/unionobject.c}). */
final class UnionType {

    private UnionType() {
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.unionType, w.types.objectType).size(32, 0)
            .flags(PyType.HAVE_GC | PyType.DISALLOW_INSTANTIATION)
            .slots(UnionType::fill)
            .oneArg("__instancecheck__", (world, self, object) -> world.bool(anyClass(world, self, "isinstance",
                c -> TypeChecks.isInstance(world, object, c))))
            .oneArg("__subclasscheck__", (world, self, cls) -> world.bool(anyClass(world, self, "issubclass",
                c -> TypeChecks.isSubclass(world, cls, c))))
            .member("__args__", (world, self) -> world.newRef(((PyUnion) self).args, Holder.RESULT), null)
            .ready();
    }

    private static boolean anyClass(World w, PyObject self, String function, java.util.function.Predicate<PyObject> test) {
        for (PyObject c : ((PyUnion) self).args.items) {
            if (c instanceof PyGenericAlias) {
                throw Errors.typeError(w, "%s() argument 2 cannot be a parameterized generic", function);
            }
        }
        for (PyObject c : ((PyUnion) self).args.items) {
            if (test.test(c)) {
                return true;
            }
        }
        return false;
    }

    private static void fill(TypeSlots s) {
        s.tpRepr = (w, self) -> {
            StringBuilder text = new StringBuilder();
            for (PyObject c : ((PyUnion) self).args.items) {
                text.append(text.isEmpty() ? "" : " | ").append(GenericAlias.itemText(w, c));
            }
            return w.str(text.toString());
        };
        s.tpHash = (w, self) -> {
            long h = 0;
            for (PyObject c : ((PyUnion) self).args.items) {
                h += Objects.hash(w, c);
            }
            return h == -1 ? -2 : h;
        };
        s.tpRichcompare = (w, left, right, op) -> {
            if (op != CompareOp.EQ && op != CompareOp.NE || !(left instanceof PyUnion a) || !(right instanceof PyUnion b)) {
                return w.notImplemented();
            }
            return w.bool((containsAll(w, a, b) && containsAll(w, b, a)) == (op == CompareOp.EQ));
        };
        s.nbOr = UnionType::or;
        s.tpTraverse = (self, visitor) -> visitor.visit(((PyUnion) self).args);
        s.tpDealloc = (w, self) -> {
            w.untrack(self);
            w.release(((PyUnion) self).args, Holder.ELEMENT);
            w.freeBlock(self);
        };
    }

    private static boolean containsAll(World w, PyUnion all, PyUnion of) {
        for (PyObject c : of.args.items) {
            if (!has(w, List.of(all.args.items), c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean has(World w, List<PyObject> list, PyObject c) {
        for (PyObject present : list) {
            if (Objects.compareBool(w, present, c, CompareOp.EQ)) {
                return true;
            }
        }
        return false;
    }

    /** {@code _Py_union_type_or}: flat and without repetitions; a single one stays itself. */
    static PyObject or(World w, PyObject left, PyObject right) {
        if (!unionable(w, left) || !unionable(w, right)) {
            return w.notImplemented();
        }
        List<PyObject> parts = new ArrayList<>();
        for (PyObject side : new PyObject[] {left, right}) {
            PyObject[] items = side instanceof PyUnion u ? u.args.items : new PyObject[] {side};
            for (PyObject item : items) {
                PyObject c = item == w.singletons.none ? w.types.noneType : item;
                if (!has(w, parts, c)) {
                    parts.add(c);
                }
            }
        }
        if (parts.size() == 1) {
            return w.newRef(parts.getFirst(), Holder.RESULT);
        }
        PyTuple args = PyTuple.pack(w, parts.toArray(PyObject[]::new));
        try {
            PyUnion union = w.allocate(new PyUnion(args), w.types.unionType, 32);
            w.track(union);
            return union;
        } catch (PyException e) {
            w.release(args, Holder.ELEMENT);
            throw e;
        }
    }

    private static boolean unionable(World w, PyObject o) {
        return o == w.singletons.none || o instanceof PyType || o instanceof PyGenericAlias || o instanceof PyUnion;
    }
}
