package dev.glassheap.runtime.object;

/** The type {@code type}: attributes of classes ({@code type_*} of {@code Objects/typeobject.c}). */
final class TypeType {

    private TypeType() {
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.typeType, w.types.objectType).size(904, 40)
            .flags(PyType.BASETYPE | PyType.HAVE_GC).weakReferenceable().withDict()
            .factory(t -> new PyType(t.world, ""))
            .slots(TypeType::fill)
            .construct(TypeType::vectorcall)
            .doc("type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type")
            .noArgs("mro", (world, self) -> PyList.steal(world, TypeMro.compute(world, (PyType) self)))
            .noArgs("__subclasses__", TypeType::subclasses)
            .classMethod("__prepare__", new NativeCode.VarArgs((world, self, args, kwargs) -> PyDict.create(world)))
            .oneArg("__instancecheck__", (world, self, object) -> world.bool(TypeChecks.recursiveIsInstance(world, object, self)))
            .oneArg("__subclasscheck__", (world, self, other) -> world.bool(TypeChecks.recursiveIsSubclass(world, other, self)))
            .noArgs("__dir__", ObjectDir::ofType)
            .noArgs("__sizeof__", (world, self) -> world.newInt(size((PyType) self)))
            .member("__basicsize__", (world, self) -> world.newInt(((PyType) self).basicSize), null)
            .member("__itemsize__", (world, self) -> world.newInt(((PyType) self).itemSize), null)
            .member("__flags__", (world, self) -> world.newInt(guestFlags((PyType) self)), null)
            .member("__weakrefoffset__", (world, self) -> world.newInt(weakListOffset((PyType) self)), null)
            .member("__base__", (world, self) -> Descriptors.orNone(world, ((PyType) self).base), null)
            .member("__dictoffset__", (world, self) -> world.newInt(dictOffset((PyType) self)), null)
            .member("__mro__", (world, self) -> Descriptors.orNone(world, ((PyType) self).mroTuple), null)
            .getset("__name__", TypeAttributes::getName, TypeAttributes::setName)
            .getset("__qualname__", TypeAttributes::getQualname, TypeAttributes::setQualname)
            .getset("__bases__", (world, self) -> world.newRef(((PyType) self).bases, Holder.RESULT), TypeAttributes::setBases)
            .getset("__module__", TypeAttributes::getModule, TypeAttributes::setModule)
            .getset("__abstractmethods__", Abstract::getMethods, Abstract::setMethods)
            .getset("__dict__", (world, self) -> PyMappingProxy.create(world, ((PyType) self).dict))
            .getset("__doc__", TypeAttributes::getDoc, TypeAttributes::setDoc)
            .getset("__text_signature__", (world, self) -> world.none())
            .getset("__annotations__", TypeAttributes::getAnnotations, TypeAttributes::setAnnotations)
            .ready();
    }

    /** {@code type_vectorcall}: {@code type(x)} needs no args tuple. */
    private static PyObject vectorcall(World w, PyObject type, PyObject[] args, PyStr[] kwnames) {
        return args.length == 1 && kwnames.length == 0 ? w.newRef(args[0].type, Holder.RESULT)
            : NativeCalls.withTuple(w, args, kwnames, (tuple, kwargs) -> type.type.slots.tpCall.call(w, type, tuple, kwargs));
    }

    private static void fill(TypeSlots s) {
        s.tpNew = TypeNew::create;
        s.tpInit = (w, self, args, kwargs) -> {
            int n = args.items.length;
            if (kwargs != null && kwargs.size() > 0 && n == 1) {
                throw Errors.typeError(w, "type.__init__() takes no keyword arguments");
            }
            if (n != 1 && n != 3) {
                throw Errors.typeError(w, "type.__init__() takes 1 or 3 arguments");
            }
        };
        s.tpCall = TypeCall::call;
        s.tpRepr = TypeType::repr;
        s.tpGetattro = TypeType::getattro;
        s.tpSetattro = TypeType::setattro;
        s.tpTraverse = ClassLife::traverse;
        s.tpClear = ClassLife::clear;
        s.tpDealloc = ClassLife::dealloc;
        s.nbOr = UnionType::or;
    }

    private static PyObject repr(World w, PyObject self) {
        return w.str("<class '" + TypeObject.displayName(w, (PyType) self) + "'>");
    }

    /** {@code type_getattro}: data descriptor of the metaclass, then the class and its bases, then the metaclass. */
    private static PyObject getattro(World w, PyObject self, PyStr name) {
        PyType type = (PyType) self;
        PyObject meta = type.type.lookup(name);
        Slots.DescrGetFunc metaGet = meta == null ? null : meta.type.slots.tpDescrGet;
        if (metaGet != null && GenericAttributes.isData(meta)) {
            return binding(w, metaGet, meta, type, type.type);
        }
        PyObject attribute = type.lookup(name);
        if (attribute != null) {
            Slots.DescrGetFunc get = attribute.type.slots.tpDescrGet;
            return get == null ? w.newRef(attribute, Holder.RESULT) : binding(w, get, attribute, null, type);
        }
        if (metaGet != null) {
            return binding(w, metaGet, meta, type, type.type);
        }
        if (meta != null) {
            return w.newRef(meta, Holder.RESULT);
        }
        throw Errors.attributeError(w, self, name, "type object '%s' has no attribute '%s'", type.name, name.text());
    }

    private static PyObject binding(World w, Slots.DescrGetFunc get, PyObject descr, PyObject object, PyType type) {
        w.retain(descr, Holder.NATIVE);
        try {
            return get.get(w, descr, object, type);
        } finally {
            w.release(descr, Holder.NATIVE);
        }
    }

    /** {@code type_setattro}. */
    private static void setattro(World w, PyObject self, PyStr name, PyObject value) {
        PyType type = (PyType) self;
        if (type.has(PyType.IMMUTABLE)) {
            throw Errors.typeError(w, "cannot set %s attribute of immutable type '%s'", Objects.reprText(w, name), type.name);
        }
        PyObject descr = type.type.lookup(name);
        if (descr != null && GenericAttributes.isData(descr)) {
            descr.type.slots.tpDescrSet.set(w, descr, type, value);
            return;
        }
        PyStr key = name.type == w.types.strType ? w.interned.intern(w.newRef(name, Holder.NATIVE)) : w.newRef(name, Holder.NATIVE);
        try {
            if (value != null) {
                type.dict.setItem(w, key, value);
            } else if (!type.dict.delItem(w, key)) {
                throw Errors.attributeError(w, self, name, "type object '%s' has no attribute '%s'", type.name, name.text());
            }
            type.modified();
            SlotUpdate.updateSlot(w, type, key.text());
        } finally {
            w.release(key, Holder.NATIVE);
        }
    }

    private static PyObject subclasses(World w, PyObject self) {
        PyType[] all = ((PyType) self).subclasses.toArray(PyType[]::new);
        PyList list = PyList.create(w);
        for (PyType t : all) {
            list.append(w, t);
        }
        return list;
    }

    /** {@code type.__sizeof__}: a class with its table of shared keys. */
    private static long size(PyType type) {
        if (!type.has(PyType.HEAPTYPE)) {
            return 408;
        }
        return 904 + (type.sharedKeys == null ? 0 : type.sharedKeys.byteSize());
    }

    private static long guestFlags(PyType t) {
        return (t.has(PyType.SEQUENCE) ? 1L << 5 : 0) | (t.has(PyType.MAPPING) ? 1L << 6 : 0)
            | (t.has(PyType.DISALLOW_INSTANTIATION) ? 1L << 7 : 0) | (t.has(PyType.IMMUTABLE) ? 1L << 8 : 0)
            | (t.has(PyType.HEAPTYPE) ? 1L << 9 : 0) | (t.has(PyType.BASETYPE) ? 1L << 10 : 0) | 1L << 12
            | (t.has(PyType.HAVE_GC) ? 1L << 14 : 0) | (t.has(PyType.METHOD_DESCRIPTOR) ? 1L << 17 : 0)
            | (t.has(PyType.ABSTRACT) ? 1L << 20 : 0) | (t.has(PyType.MANAGED_DICT) ? 1L << 4 : 0)
            | (t.isSubtypeOf(t.world.types.typeType) ? 1L << 31 : 0);
    }

    private static int weakListOffset(PyType t) {
        if (!t.hasWeakList) {
            return 0;
        }
        if (t == t.world.types.typeType) {
            return 368;
        }
        return t.base.hasWeakList ? weakListOffset(t.base) : t.basicSize - 8;
    }

    private static int dictOffset(PyType t) {
        if (!t.hasDict) {
            return 0;
        }
        if (t == t.world.types.typeType) {
            return 264;
        }
        return t.has(PyType.MANAGED_DICT) ? -t.basicSize - 24 : t.itemSize > 0 ? -8 : t.base.hasDict ? dictOffset(t.base) : 16;
    }
}
