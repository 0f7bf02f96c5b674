package dev.glassheap.runtime.object;

/** {@code mappingproxy}: a read-only view of a mapping; 24 bytes (40 with GC head). */
public final class PyMappingProxy extends PyObject {

    /** The mapping, owned. */
    public final PyObject mapping;

    private PyMappingProxy(PyObject mapping) {
        this.mapping = mapping;
    }

    /** {@code PyDictProxy_New}; the mapping is borrowed. */
    public static PyMappingProxy create(World w, PyObject mapping) {
        PyMappingProxy p = w.allocate(new PyMappingProxy(mapping), w.types.mappingProxyType, 24);
        w.retain(mapping, Holder.VALUE);
        w.track(p);
        return p;
    }

    static void define(World w) {
        TypeBuilder b = new TypeBuilder(w, w.types.mappingProxyType, w.types.objectType).size(24, 0)
            .flags(PyType.HAVE_GC | PyType.MAPPING).slots(PyMappingProxy::fill);
        for (String name : new String[] {"get", "keys", "values", "items", "copy", "__reversed__"}) {
            b.method(name, new NativeCode.Raw((world, self, args, kwnames) -> forward(world, self, name, args, kwnames)));
        }
        b.ready();
    }

    private static PyObject forward(World w, PyObject self, String name, PyObject[] args, PyStr[] kwnames) {
        PyObject method = Objects.getAttr(w, ((PyMappingProxy) self).mapping, name);
        try {
            return Calls.call(w, method, args, kwnames);
        } finally {
            w.release(method, Holder.NATIVE);
        }
    }

    private static PyObject mapping(PyObject self) {
        return ((PyMappingProxy) self).mapping;
    }

    private static void fill(TypeSlots s) {
        s.tpNew = (w, type, args, kwargs) -> {
            NativeCalls.checkNoKeywords(w, "mappingproxy", kwargs);
            if (args.items.length != 1) {
                throw Errors.typeError(w, "mappingproxy() missing required argument 'mapping' (pos 1)");
            }
            PyObject mapping = args.items[0];
            if (mapping.type.slots.mpSubscript == null || mapping instanceof PyList || mapping instanceof PyTuple) {
                throw Errors.typeError(w, "mappingproxy() argument must be a mapping, not %s", mapping.type.name);
            }
            return create(w, mapping);
        };
        s.mpLength = (w, self) -> Objects.length(w, mapping(self));
        s.mpSubscript = (w, self, key) -> Objects.getItem(w, mapping(self), key);
        s.sqContains = (w, self, key) -> Objects.contains(w, mapping(self), key);
        s.tpIter = (w, self) -> Objects.iter(w, mapping(self));
        s.tpStr = (w, self) -> Objects.str(w, mapping(self));
        s.tpRepr = (w, self) -> w.str("mappingproxy(" + Objects.reprText(w, mapping(self)) + ")");
        s.tpRichcompare = (w, self, other, op) -> Objects.richCompare(w, mapping(self), other, op);
        s.nbOr = (w, left, right) -> Numbers.binary(w, BinaryOp.OR, unwrap(left), unwrap(right));
        s.tpTraverse = (self, visitor) -> visitor.visit(mapping(self));
        s.tpDealloc = (w, self) -> {
            w.untrack(self);
            w.release(mapping(self), Holder.VALUE);
            w.freeBlock(self);
        };
    }

    private static PyObject unwrap(PyObject o) {
        return o instanceof PyMappingProxy p ? p.mapping : o;
    }
}
