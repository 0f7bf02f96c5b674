package dev.glassheap.runtime.object;

/** {@code types.SimpleNamespace}: 24 bytes (40 with GC head) and its dict. */
public class PySimpleNamespace extends PyObject {

    /** {@code ns_dict}: owned. */
    public PyDict dict;

    @Override
    public PyDict attributeDict() {
        return dict;
    }

    @Override
    public void setAttributeDict(PyDict newDict) {
        dict = newDict;
    }

    /** An instance of a Python class derived from it. */
    static final class OfClass extends PySimpleNamespace {
        private final InstanceState state = new InstanceState();

        @Override
        public InstanceState instanceState() {
            return state;
        }
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.simpleNamespaceType, w.types.objectType).size(24, 0).withDict()
            .flags(PyType.HAVE_GC | PyType.BASETYPE)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new OfClass() : new PySimpleNamespace())
            .slots(PySimpleNamespace::fill)
            .member("__dict__", (world, self) -> Descriptors.orNone(world, ((PySimpleNamespace) self).dict), null)
            .ready();
    }

    private static void fill(TypeSlots s) {
        s.tpNew = (w, type, args, kwargs) -> {
            PySimpleNamespace n = TypeObject.genericAlloc(w, type, 0);
            try {
                n.dict = PyDict.create(w);
            } catch (PyException e) {
                w.release(n, Holder.NATIVE);
                throw e;
            }
            return n;
        };
        s.tpInit = (w, self, args, kwargs) -> {
            if (args.items.length > 0) {
                throw Errors.typeError(w, "no positional arguments expected");
            }
            if (kwargs != null) {
                ((PySimpleNamespace) self).dict.update(w, kwargs);
            }
        };
        s.tpGetattro = ObjectType.GENERIC_GETATTR;
        s.tpSetattro = GenericAttributes::set;
        s.tpRepr = PySimpleNamespace::repr;
        s.tpRichcompare = (w, left, right, op) -> left instanceof PySimpleNamespace a && right instanceof PySimpleNamespace b
            ? Objects.richCompare(w, a.dict, b.dict, op) : w.notImplemented();
        s.tpTraverse = (self, visitor) -> {
            if (((PySimpleNamespace) self).dict != null) {
                visitor.visit(((PySimpleNamespace) self).dict);
            }
        };
        s.tpClear = (w, self) -> {
            PyDict dict = ((PySimpleNamespace) self).dict;
            ((PySimpleNamespace) self).dict = null;
            w.releaseOrNull(dict, Holder.ATTRIBUTE);
        };
        s.tpDealloc = (w, self) -> {
            w.untrack(self);
            w.releaseOrNull(((PySimpleNamespace) self).dict, Holder.ATTRIBUTE);
            TypeObject.free(w, self);
        };
    }

    private static PyObject repr(World w, PyObject self) {
        String name = self.type == w.types.simpleNamespaceType ? "namespace" : self.type.shortName();
        if (!ContainerRepr.enter(w, self)) {
            return w.str(name + "(...)");
        }
        try {
            StringBuilder text = new StringBuilder(name).append('(');
            PyObject[] items = entries(w, ((PySimpleNamespace) self).dict);
            try {
                for (int i = 0; i < items.length; i += 2) {
                    text.append(i == 0 ? "" : ", ").append(((PyStr) items[i]).text()).append('=').append(Objects.reprText(w, items[i + 1]));
                }
            } finally {
                Objects.releaseAll(w, items);
            }
            return w.str(text.append(')').toString());
        } finally {
            ContainerRepr.leave(w, self);
        }
    }

    /** Keys that are names and their values, owned. */
    private static PyObject[] entries(World w, PyDict dict) {
        java.util.ArrayList<PyObject> items = new java.util.ArrayList<>();
        dict.forEach((key, value) -> {
            if (key instanceof PyStr k && k.length() > 0) {
                items.add(w.newRef(key, Holder.NATIVE));
                items.add(w.newRef(value, Holder.NATIVE));
            }
        });
        return items.toArray(PyObject[]::new);
    }
}
