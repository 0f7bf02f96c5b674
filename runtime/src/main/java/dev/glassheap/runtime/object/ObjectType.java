package dev.glassheap.runtime.object;

import dev.glassheap.runtime.object.Slots.GetAttrFunc;
import dev.glassheap.runtime.object.Slots.HashFunc;
import dev.glassheap.runtime.object.Slots.InitProc;
import dev.glassheap.runtime.object.Slots.NewFunc;

/** The type {@code object}: what every object can do ({@code object_*} of {@code Objects/typeobject.c}). */
final class ObjectType {

    /** {@code PyObject_HashNotImplemented}: the hash slot of types with {@code __hash__ = None}. */
    static final HashFunc HASH_NOT_IMPLEMENTED = ObjectType::hashNotImplemented;
    static final GetAttrFunc GENERIC_GETATTR = GenericAttributes::get;
    /** {@code object_new} and {@code object_init}: known by identity for the rules about excess arguments. */
    static final NewFunc NEW = ObjectType::create;
    static final InitProc INIT = ObjectType::init;

    private ObjectType() {
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.objectType, null).size(16, 0).flags(PyType.BASETYPE)
            .doc("The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\n"
                + "instance that has no instance attributes and cannot be given any.\n")
            .factory(t -> t.has(PyType.HEAPTYPE) ? new PyInstance() : new Singletons.Plain())
            .slots(ObjectType::fill)
            .oneArg("__reduce_ex__", (world, self, protocol) -> {
                throw Errors.typeError(world, "cannot pickle '%s' object", self.type.shortName());
            })
            .noArgs("__reduce__", (world, self) -> {
                throw Errors.typeError(world, "cannot pickle '%s' object", self.type.shortName());
            })
            .classMethod("__subclasshook__", new NativeCode.Fast(0, -1, (world, self, args) -> world.notImplemented()))
            .classMethod("__init_subclass__", new NativeCode.NoArgs((world, self) -> world.none()))
            .oneArg("__format__", ObjectType::format)
            .noArgs("__sizeof__", (world, self) -> world.newInt(genericSize(self)))
            .noArgs("__dir__", ObjectDir::ofObject)
            .getset("__class__", (world, self) -> world.newRef(self.type, Holder.RESULT), ClassAssignment::set)
            .ready();
    }

    private static void fill(TypeSlots s) {
        s.tpNew = NEW;
        s.tpInit = INIT;
        s.tpRepr = ObjectType::repr;
        s.tpStr = (w, self) -> self.type.slots.tpRepr.apply(w, self);
        s.tpHash = (w, self) -> addressHash(self);
        s.tpRichcompare = ObjectType::compare;
        s.tpGetattro = GENERIC_GETATTR;
        s.tpSetattro = GenericAttributes::set;
        s.tpDealloc = TypeObject::free;
    }

    /** {@code _Py_HashPointer}: the low bits of an address are always 0 and go to the top. */
    static long addressHash(PyObject o) {
        long h = Long.rotateRight(o.address, 4);
        return h == -1 ? -2 : h;
    }

    static long hashNotImplemented(World w, PyObject self) {
        throw Errors.typeError(w, "unhashable type: '%s'", self.type.name);
    }

    /** {@code object.__sizeof__}: basic size and items, bytes without pre-header. */
    static long genericSize(PyObject self) {
        return self.type.basicSize + (self.type.itemSize == 0 ? 0 : self.type.itemSize * self.obSize());
    }

    /** {@code object_repr}. */
    static PyObject repr(World w, PyObject self) {
        return w.str("<" + TypeObject.displayName(w, self.type) + " object at " + GenericAttributes.hex(self) + ">");
    }

    private static PyObject compare(World w, PyObject self, PyObject other, CompareOp op) {
        switch (op) {
            case EQ:
                return self == other ? w.bool(true) : w.notImplemented();
            case NE:
                // By default __ne__ is the opposite of __eq__, unless that does not know.
                PyObject equal = self.type.slots.tpRichcompare.compare(w, self, other, CompareOp.EQ);
                return equal == w.singletons.notImplemented ? equal : w.bool(!Objects.takeTruth(w, equal));
            default:
                return w.notImplemented();
        }
    }

    private static boolean excess(PyTuple args, PyDict kwargs) {
        return args.items.length > 0 || kwargs != null && kwargs.size() > 0;
    }

    private static PyObject create(World w, PyType type, PyTuple args, PyDict kwargs) {
        if (excess(args, kwargs)) {
            if (type.slots.tpNew != NEW) {
                throw Errors.typeError(w, "object.__new__() takes exactly one argument (the type to instantiate)");
            }
            if (type.slots.tpInit == INIT) {
                throw Errors.typeError(w, "%s() takes no arguments", type.name);
            }
        }
        if (type.has(PyType.ABSTRACT)) {
            throw Abstract.cannotInstantiate(w, type);
        }
        PyObject o = TypeObject.genericAlloc(w, type, 0);
        if (type.has(PyType.MANAGED_DICT)) {
            try {
                InstanceDict.initialize(w, o, type);
            } catch (PyException e) {
                w.release(o, Holder.NATIVE);
                throw e;
            }
        }
        return o;
    }

    private static void init(World w, PyObject self, PyTuple args, PyDict kwargs) {
        if (excess(args, kwargs)) {
            PyType type = self.type;
            if (type.slots.tpInit != INIT) {
                throw Errors.typeError(w, "object.__init__() takes exactly one argument (the instance to initialize)");
            }
            if (type.slots.tpNew == NEW) {
                throw Errors.typeError(w, "%s.__init__() takes exactly one argument (the instance to initialize)", type.name);
            }
        }
    }

    private static PyObject format(World w, PyObject self, PyObject spec) {
        if (!(spec instanceof PyStr s)) {
            throw Errors.typeError(w, "__format__() argument must be str, not %s", spec.type.shortName());
        }
        if (s.length() > 0) {
            throw Errors.typeError(w, "unsupported format string passed to %s.__format__", self.type.shortName());
        }
        return Objects.str(w, self);
    }
}
