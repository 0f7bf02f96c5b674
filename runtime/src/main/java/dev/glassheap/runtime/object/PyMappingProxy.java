package dev.glassheap.runtime.object;

/** {@code mappingproxy}: a read-only view of a mapping; what {@code type.__dict__} is. */
public final class PyMappingProxy extends PyObject {

    /** Owned. */
    final PyObject mapping;

    private PyMappingProxy(PyObject mapping) {
        this.mapping = mapping;
    }

    /** {@code PyDictProxy_New}. */
    public static PyMappingProxy create(World w, PyObject mapping) {
        PyMappingProxy p = w.allocate(new PyMappingProxy(mapping), w.types.mappingProxyType, 24);
        w.retain(mapping, Holder.ELEMENT);
        w.track(p);
        return p;
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.mappingProxyType, w.types.objectType).size(24, 0)
            .flags(PyType.HAVE_GC | PyType.MAPPING)
            .slots(PyMappingProxy::slots)
            .attribute("__hash__", World::none)
            .fast("get", 1, 2, (world, self, args) -> Calls.callMethod(world, of(self), "get", args[0],
                args.length > 1 ? args[1] : world.singletons.none))
            .noArgs("keys", (world, self) -> Calls.callMethod(world, of(self), "keys"))
            .noArgs("values", (world, self) -> Calls.callMethod(world, of(self), "values"))
            .noArgs("items", (world, self) -> Calls.callMethod(world, of(self), "items"))
            .noArgs("copy", (world, self) -> Calls.callMethod(world, of(self), "copy"))
            .noArgs("__reversed__", (world, self) -> Calls.callMethod(world, of(self), "__reversed__"))
            .classMethod("__class_getitem__", new NativeCode.OneArg(GenericAlias::create))
            .ready();
    }

    private static void slots(TypeSlots s) {
        s.tpNew = PyMappingProxy::construct;
        s.tpDealloc = PyMappingProxy::dealloc;
        s.tpGetattro = ObjectType.GENERIC_GETATTR;
        s.tpTraverse = (self, visitor) -> visitor.visit(of(self));
        s.tpRepr = PyMappingProxy::repr;
        s.tpStr = (w, self) -> Objects.str(w, of(self));
        s.tpRichcompare = (w, self, other, op) -> Objects.richCompare(w, of(self), other, op);
        s.tpIter = (w, self) -> Objects.iter(w, of(self));
        s.sqContains = (w, self, key) -> Objects.contains(w, of(self), key);
        s.mpLength = (w, self) -> Objects.length(w, of(self));
        s.mpSubscript = (w, self, key) -> Objects.getItem(w, of(self), key);
        s.nbOr = PyMappingProxy::or;
        s.nbInplaceOr = (w, self, other) -> {
            throw Errors.typeError(w, "'|=' is not supported by %s; use '|' instead", self.type.name);
        };
    }

    private static PyObject of(PyObject self) {
        return ((PyMappingProxy) self).mapping;
    }

    private static PyObject construct(World w, PyType type, PyTuple args, PyDict kwargs) {
        PyObject[] parsed = args.items;
        PyObject mapping = parsed.length == 1 ? parsed[0] : kwargs == null ? null : kwargs.getStr(w, w.id("mapping"));
        if (mapping == null) {
            throw Errors.typeError(w, "mappingproxy() missing required argument 'mapping' (pos 1)");
        }
        if (mapping.type.slots.mpSubscript == null || mapping instanceof PyList || mapping instanceof PyTuple) {
            throw Errors.typeError(w, "mappingproxy() argument must be a mapping, not %s", mapping.type.name);
        }
        return create(w, mapping);
    }

    private static PyObject or(World w, PyObject left, PyObject right) {
        return Numbers.binary(w, BinaryOp.OR, left instanceof PyMappingProxy l ? l.mapping : left,
            right instanceof PyMappingProxy r ? r.mapping : right);
    }

    private static PyObject repr(World w, PyObject self) {
        StringBuilder text = new StringBuilder("mappingproxy(");
        ContainerRepr.append(w, text, of(self));
        return ContainerRepr.result(w, text.append(')'));
    }

    private static void dealloc(World w, PyObject self) {
        w.untrack(self);
        w.release(of(self), Holder.ELEMENT);
        w.freeBlock(self);
    }
}
