package dev.glassheap.runtime.object;

import java.util.Set;

/** Parameterized classes ({@code Objects/genericaliasobject.c}): what {@code list[int]} is. */
public final class GenericAlias {

    /** Attributes an alias answers itself; every other one is its origin's. */
    private static final Set<String> OWN = Set.of("__origin__", "__args__", "__parameters__", "__mro_entries__", "__reduce_ex__",
        "__reduce__", "__copy__", "__deepcopy__", "__unpacked__", "__class__", "__instancecheck__", "__subclasscheck__");

    private GenericAlias() {
    }

    /** {@code Py_GenericAlias}; both borrowed. */
    public static PyObject create(World w, PyObject origin, PyObject arguments) {
        PyTuple args = arguments instanceof PyTuple t ? w.newRef(t, Holder.ELEMENT) : PyTuple.pack(w, arguments);
        PyGenericAlias alias;
        try {
            alias = w.allocate(new PyGenericAlias(origin, args), w.types.genericAliasType, 48);
        } catch (PyException e) {
            w.release(args, Holder.ELEMENT);
            throw e;
        }
        w.retain(origin, Holder.TYPE);
        w.track(alias);
        return alias;
    }

    /** {@code __class_getitem__} of a built-in container. */
    public static final NativeCode CLASS_GETITEM = new NativeCode.OneArg(GenericAlias::create);

    static void define(World w) {
        new TypeBuilder(w, w.types.genericAliasType, w.types.objectType).size(48, 0)
            .flags(PyType.HAVE_GC | PyType.BASETYPE).weakReferenceable()
            .slots(GenericAlias::fill)
            .method("__mro_entries__", new NativeCode.OneArg((world, self, bases) -> PyTuple.pack(world, ((PyGenericAlias) self).origin)))
            .method("__instancecheck__", new NativeCode.OneArg((world, self, o) -> {
                throw Errors.typeError(world, "isinstance() argument 2 cannot be a parameterized generic");
            }))
            .method("__subclasscheck__", new NativeCode.OneArg((world, self, o) -> {
                throw Errors.typeError(world, "issubclass() argument 2 cannot be a parameterized generic");
            }))
            .member("__origin__", (world, self) -> world.newRef(((PyGenericAlias) self).origin, Holder.RESULT), null)
            .member("__args__", (world, self) -> world.newRef(((PyGenericAlias) self).args, Holder.RESULT), null)
            .ready();
    }

    private static void fill(TypeSlots s) {
        s.tpRepr = (w, self) -> {
            PyGenericAlias a = (PyGenericAlias) self;
            StringBuilder text = new StringBuilder(itemText(w, a.origin)).append('[');
            for (int i = 0; i < a.args.items.length; i++) {
                text.append(i == 0 ? "" : ", ").append(itemText(w, a.args.items[i]));
            }
            return w.str(text.append(a.args.items.length == 0 ? "()]" : "]").toString());
        };
        s.tpCall = (w, self, args, kwargs) -> Calls.callTuple(w, ((PyGenericAlias) self).origin, args, kwargs);
        s.tpGetattro = (w, self, name) -> OWN.contains(name.text()) ? GenericAttributes.get(w, self, name)
            : Objects.getAttr(w, ((PyGenericAlias) self).origin, name);
        s.tpHash = (w, self) -> {
            long h = Objects.hash(w, ((PyGenericAlias) self).origin) ^ Objects.hash(w, ((PyGenericAlias) self).args);
            return h == -1 ? -2 : h;
        };
        s.tpRichcompare = (w, left, right, op) -> {
            if (op != CompareOp.EQ && op != CompareOp.NE || !(left instanceof PyGenericAlias a) || !(right instanceof PyGenericAlias b)) {
                return w.notImplemented();
            }
            boolean equal = Objects.compareBool(w, a.origin, b.origin, CompareOp.EQ) && Objects.compareBool(w, a.args, b.args, CompareOp.EQ);
            return w.bool(equal == (op == CompareOp.EQ));
        };
        s.nbOr = UnionType::or;
        s.mpSubscript = (w, self, key) -> {
            throw Errors.typeError(w, "%s is not a generic class", Objects.reprText(w, self));
        };
        s.tpTraverse = (self, visitor) -> {
            visitor.visit(((PyGenericAlias) self).origin);
            visitor.visit(((PyGenericAlias) self).args);
        };
        s.tpDealloc = (w, self) -> {
            PyGenericAlias a = (PyGenericAlias) self;
            w.untrack(a);
            if (a.weakListHead != null) {
                WeakReferences.clearAll(w, a);
            }
            w.release(a.origin, Holder.TYPE);
            w.release(a.args, Holder.ELEMENT);
            w.freeBlock(a);
        };
    }

    /** {@code ga_repr_item}: a class by its qualified name, anything else by its repr. */
    static String itemText(World w, PyObject item) {
        if (item == w.singletons.ellipsis) {
            return "...";
        }
        if (item == w.types.noneType) {
            return "None";
        }
        if (!(item instanceof PyType type)) {
            return Objects.reprText(w, item);
        }
        return type.has(PyType.HEAPTYPE) ? TypeObject.displayName(w, type) : type.name;
    }
}
