package dev.glassheap.runtime.object;

/** {@code super}: 40 bytes (56 with GC head). */
public class SuperObject extends PyObject {

    /** {@code __thisclass__}, {@code __self__}, {@code __self_class__}: owned; the last two null while unbound, the first before {@code __init__}. */
    PyType thisClass;
    PyObject self;
    PyType selfClass;

    /** {@code super(type, self)}; both borrowed. Zero-argument calls pass their class cell's value and first argument. */
    public static PyObject create(World w, PyType type, PyObject self) {
        SuperObject s = TypeObject.genericAlloc(w, w.types.superType, 0);
        try {
            s.init(w, type, self);
        } catch (PyException e) {
            w.release(s, Holder.NATIVE);
            throw e;
        }
        return s;
    }

    private void init(World w, PyType type, PyObject object) {
        PyType objectClass = object == null || object == w.singletons.none ? null : check(w, type, object);
        PyType oldClass = thisClass;
        PyObject oldSelf = self;
        PyType oldSelfClass = selfClass;
        thisClass = w.newRef(type, Holder.BOUND);
        self = objectClass == null ? null : w.newRef(object, Holder.BOUND);
        selfClass = objectClass == null ? null : w.newRef(objectClass, Holder.BOUND);
        w.releaseOrNull(oldClass, Holder.BOUND);
        w.releaseOrNull(oldSelf, Holder.BOUND);
        w.releaseOrNull(oldSelfClass, Holder.BOUND);
    }

    /** {@code supercheck}: the class whose MRO is searched; borrowed. */
    private static PyType check(World w, PyType type, PyObject object) {
        if (object instanceof PyType t && t.isSubtypeOf(type)) {
            return t;
        }
        if (object.type.isSubtypeOf(type)) {
            return object.type;
        }
        PyObject claimed = Objects.lookupAttr(w, object, "__class__");
        if (claimed != null) {
            w.release(claimed, Holder.NATIVE);
            if (claimed instanceof PyType t && t != object.type && t.isSubtypeOf(type)) {
                return t;
            }
        }
        throw Errors.typeError(w, "super(type, obj): obj must be an instance or subtype of type");
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.superType, w.types.objectType).size(40, 0).flags(PyType.BASETYPE | PyType.HAVE_GC)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new OfClass() : new SuperObject())
            .slots(SuperObject::fill)
            .member("__thisclass__", (world, s) -> Descriptors.orNone(world, ((SuperObject) s).thisClass), null)
            .member("__self__", (world, s) -> Descriptors.orNone(world, ((SuperObject) s).self), null)
            .member("__self_class__", (world, s) -> Descriptors.orNone(world, ((SuperObject) s).selfClass), null)
            .ready();
    }

    private static void fill(TypeSlots s) {
        s.tpNew = (w, type, args, kwargs) -> TypeObject.genericAlloc(w, type, 0);
        s.tpInit = SuperObject::initialize;
        s.tpGetattro = SuperObject::getattro;
        s.tpRepr = (w, self) -> {
            SuperObject o = (SuperObject) self;
            String name = o.thisClass == null ? "NULL" : o.thisClass.name;
            return w.str("<super: <class '" + name + "'>, "
                + (o.selfClass == null ? "NULL>" : "<" + o.selfClass.name + " object>>"));
        };
        s.tpDescrGet = (w, descr, object, type) -> {
            SuperObject o = (SuperObject) descr;
            if (object == null || object == w.singletons.none || o.self != null) {
                return w.newRef(descr, Holder.RESULT);
            }
            return o.type == w.types.superType ? create(w, o.thisClass, object) : Calls.call(w, o.type, o.thisClass, object);
        };
        s.tpTraverse = (self, visitor) -> {
            SuperObject o = (SuperObject) self;
            for (PyObject part : new PyObject[] {o.self, o.thisClass, o.selfClass}) {
                if (part != null) {
                    visitor.visit(part);
                }
            }
        };
        s.tpDealloc = (w, self) -> {
            SuperObject o = (SuperObject) self;
            w.untrack(o);
            w.releaseOrNull(o.self, Holder.BOUND);
            w.releaseOrNull(o.thisClass, Holder.BOUND);
            w.releaseOrNull(o.selfClass, Holder.BOUND);
            TypeObject.free(w, o);
        };
    }

    private static void initialize(World w, PyObject self, PyTuple args, PyDict kwargs) {
        NativeCalls.checkNoKeywords(w, "super", kwargs);
        PyObject[] a = args.items;
        if (a.length == 0) {
            throw Errors.runtimeError(w, "super(): no arguments");
        }
        NativeCalls.checkPositional(w, "super", args, 0, 2);
        if (!(a[0] instanceof PyType type)) {
            throw Errors.typeError(w, "super() argument 1 must be a type, not %s", a[0].type.name);
        }
        ((SuperObject) self).init(w, type, a.length == 2 ? a[1] : null);
    }

    /** {@code super_getattro}: looks behind this class in the MRO of the object's class. */
    private static PyObject getattro(World w, PyObject self, PyStr name) {
        SuperObject o = (SuperObject) self;
        PyType start = o.selfClass;
        if (start == null || name.text().equals("__class__")) {
            return GenericAttributes.get(w, self, name);
        }
        PyType[] mro = start.mro;
        int i = 0;
        while (i + 1 < mro.length && mro[i] != o.thisClass) {
            i++;
        }
        for (i++; i < mro.length; i++) {
            PyObject found = mro[i].dict.getStr(w, name);
            if (found != null) {
                w.retain(found, Holder.NATIVE);
                Slots.DescrGetFunc get = found.type.slots.tpDescrGet;
                if (get == null) {
                    return found;
                }
                try {
                    // Through a class, only the class is given.
                    return get.get(w, found, o.self == start ? null : o.self, start);
                } finally {
                    w.release(found, Holder.NATIVE);
                }
            }
        }
        return GenericAttributes.get(w, self, name);
    }

    private static final class OfClass extends SuperObject {
        private final InstanceState state = new InstanceState();

        @Override
        public InstanceState instanceState() {
            return state;
        }
    }
}
