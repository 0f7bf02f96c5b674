package dev.glassheap.runtime.object;

import static dev.glassheap.runtime.object.PyType.HAVE_GC;
import static dev.glassheap.runtime.object.PyType.METHOD_DESCRIPTOR;

import java.util.Arrays;

/** The types of native attributes ({@code Objects/descrobject.c}, {@code methodobject.c}). */
final class Descriptors {

    private Descriptors() {
    }

    static void define(World w) {
        defineMethodDescriptors(w);
        defineWrappers(w);
        defineGetSets(w);
        defineNativeFunction(w);
    }

    // ------------------------------------------------------------------ common parts

    private static TypeBuilder descriptor(World w, PyType type, int size, String kind) {
        return new TypeBuilder(w, type, w.types.objectType).size(size, 0).flags(HAVE_GC | PyType.DISALLOW_INSTANTIATION)
            .slots(s -> {
                s.tpRepr = (world, self) -> world.str("<" + kind + " '" + ((PyDescriptor) self).name.text() + "' of '"
                    + ((PyDescriptor) self).owner.name + "' objects>");
                s.tpDealloc = Descriptors::dealloc;
                s.tpTraverse = (self, visitor) -> visitor.visit(((PyDescriptor) self).owner);
            })
            .member("__objclass__", (world, self) -> world.newRef(((PyDescriptor) self).owner, Holder.RESULT), null)
            .member("__name__", (world, self) -> world.newRef(((PyDescriptor) self).name, Holder.RESULT), null)
            .getset("__doc__", (world, self) -> text(world, ((PyDescriptor) self).doc))
            .getset("__qualname__", (world, self) -> world.str(((PyDescriptor) self).qualifiedName()));
    }

    static PyObject text(World w, String text) {
        return text == null || text.isEmpty() ? w.none() : w.str(text);
    }

    private static void dealloc(World w, PyObject self) {
        PyDescriptor d = (PyDescriptor) self;
        w.untrack(d);
        w.release(d.owner, Holder.TYPE);
        w.release(d.name, Holder.ATTRIBUTE);
        w.freeBlock(d);
    }

    /** {@code descr_check}. */
    private static void check(World w, PyDescriptor d, PyObject object) {
        if (!object.type.isSubtypeOf(d.owner)) {
            throw Errors.typeError(w, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", d.name.text(), d.owner.name,
                object.type.name);
        }
    }

    // ------------------------------------------------------------------ methods

    private static void defineMethodDescriptors(World w) {
        descriptor(w, w.types.methodDescriptorType, 56, "method").flags(METHOD_DESCRIPTOR)
            .slots(s -> {
                s.tpVectorcall = Descriptors::callMethod;
                s.tpCall = (world, callable, args, kwargs) -> Calls.callTuple(world, callable, args, kwargs);
                s.tpDescrGet = (world, descr, obj, type) -> {
                    if (obj == null) {
                        return world.newRef(descr, Holder.RESULT);
                    }
                    PyMethodDescriptor d = (PyMethodDescriptor) descr;
                    check(world, d, obj);
                    return bind(world, d, obj);
                };
            })
            .getset("__text_signature__", (world, self) -> world.none())
            .ready();
        descriptor(w, w.types.classMethodDescriptorType, 56, "method")
            .slots(s -> {
                s.tpVectorcall = Descriptors::callClassMethod;
                s.tpCall = (world, callable, args, kwargs) -> Calls.callTuple(world, callable, args, kwargs);
                s.tpDescrGet = Descriptors::bindClass;
            })
            .getset("__text_signature__", (world, self) -> world.none())
            .ready();
    }

    private static PyNativeFunction bind(World w, PyMethodDescriptor d, PyObject self) {
        PyNativeFunction f = PyNativeFunction.create(w, d.name.text(), d.code, self, null);
        f.doc = d.doc;
        return f;
    }

    /** {@code method_vectorcall_*}: the first argument is self. */
    private static PyObject callMethod(World w, PyObject callable, PyObject[] args, PyStr[] kwnames) {
        PyMethodDescriptor d = (PyMethodDescriptor) callable;
        if (args.length - kwnames.length < 1) {
            throw Errors.typeError(w, "unbound method %s() needs an argument", d.qualifiedName());
        }
        PyObject self = args[0];
        if (self.type != d.owner) {
            check(w, d, self);
        }
        return NativeCalls.call(w, d.code, d, self, Arrays.copyOfRange(args, 1, args.length), kwnames);
    }

    /** {@code classmethoddescr_call}. */
    private static PyObject callClassMethod(World w, PyObject callable, PyObject[] args, PyStr[] kwnames) {
        PyMethodDescriptor d = (PyMethodDescriptor) callable;
        if (args.length - kwnames.length < 1) {
            throw Errors.typeError(w, "descriptor '%s' of '%s' object needs an argument", d.name.text(), d.owner.name);
        }
        PyObject bound = bindClass(w, d, null, args[0]);
        try {
            return Calls.call(w, bound, Arrays.copyOfRange(args, 1, args.length), kwnames);
        } finally {
            w.release(bound, Holder.NATIVE);
        }
    }

    private static PyObject bindClass(World w, PyObject descr, PyObject obj, PyObject type) {
        PyMethodDescriptor d = (PyMethodDescriptor) descr;
        PyObject owner = type != null ? type : obj == null ? null : obj.type;
        if (owner == null) {
            throw Errors.typeError(w, "descriptor '%s' for type '%s' needs either an object or a type", d.name.text(), d.owner.name);
        }
        if (!(owner instanceof PyType t)) {
            throw Errors.typeError(w, "descriptor '%s' for type '%s' needs a type, not a '%s' as arg 2", d.name.text(), d.owner.name,
                owner.type.name);
        }
        if (!t.isSubtypeOf(d.owner)) {
            throw Errors.typeError(w, "descriptor '%s' requires a subtype of '%s' but received '%s'", d.name.text(), d.owner.name, t.name);
        }
        return bind(w, d, t);
    }

    // ------------------------------------------------------------------ slot wrappers

    private static void defineWrappers(World w) {
        descriptor(w, w.types.wrapperDescriptorType, 56, "slot wrapper").flags(METHOD_DESCRIPTOR)
            .slots(s -> {
                s.tpCall = Descriptors::callWrapper;
                s.tpDescrGet = (world, descr, obj, type) -> {
                    if (obj == null) {
                        return world.newRef(descr, Holder.RESULT);
                    }
                    check(world, (PyDescriptor) descr, obj);
                    return bindWrapper(world, (PyWrapperDescriptor) descr, obj);
                };
            })
            .getset("__text_signature__", (world, self) -> world.none())
            .ready();
        new TypeBuilder(w, w.types.methodWrapperType, w.types.objectType).size(32, 0).flags(HAVE_GC | PyType.DISALLOW_INSTANTIATION)
            .slots(Descriptors::fillMethodWrapper)
            .member("__self__", (world, self) -> world.newRef(((PyMethodWrapper) self).self, Holder.RESULT), null)
            .getset("__objclass__", (world, self) -> world.newRef(((PyMethodWrapper) self).descriptor.owner, Holder.RESULT))
            .getset("__name__", (world, self) -> world.newRef(((PyMethodWrapper) self).descriptor.name, Holder.RESULT))
            .getset("__qualname__", (world, self) -> world.str(((PyMethodWrapper) self).descriptor.qualifiedName()))
            .getset("__doc__", (world, self) -> text(world, ((PyMethodWrapper) self).descriptor.doc))
            .getset("__text_signature__", (world, self) -> world.none())
            .ready();
    }

    private static void fillMethodWrapper(TypeSlots s) {
        s.tpRepr = (w, self) -> {
            PyMethodWrapper m = (PyMethodWrapper) self;
            return w.str("<method-wrapper '" + m.descriptor.name.text() + "' of " + m.self.type.name + " object at "
                + GenericAttributes.hex(m.self) + ">");
        };
        s.tpCall = (w, callable, args, kwargs) -> {
            PyMethodWrapper m = (PyMethodWrapper) callable;
            PyWrapperDescriptor d = m.descriptor;
            return d.def.wrapper().callWithKeywords(w, d.def, d.function, m.self, args, kwargs);
        };
        s.tpRichcompare = (w, left, right, op) -> {
            if (op != CompareOp.EQ && op != CompareOp.NE || !(left instanceof PyMethodWrapper a) || !(right instanceof PyMethodWrapper b)) {
                return w.notImplemented();
            }
            return w.bool((a.descriptor == b.descriptor && a.self == b.self) == (op == CompareOp.EQ));
        };
        s.tpHash = (w, self) -> ObjectType.addressHash(((PyMethodWrapper) self).self) ^ ObjectType.addressHash(((PyMethodWrapper) self).descriptor);
        s.tpTraverse = (self, visitor) -> {
            visitor.visit(((PyMethodWrapper) self).descriptor);
            visitor.visit(((PyMethodWrapper) self).self);
        };
        s.tpDealloc = (w, self) -> {
            PyMethodWrapper m = (PyMethodWrapper) self;
            if (w.trashcanBegin(m)) {
                return;
            }
            w.untrack(m);
            w.release(m.descriptor, Holder.BOUND);
            w.release(m.self, Holder.BOUND);
            w.freeBlock(m);
            w.trashcanEnd();
        };
    }

    private static PyMethodWrapper bindWrapper(World w, PyWrapperDescriptor d, PyObject self) {
        PyMethodWrapper m = w.allocate(new PyMethodWrapper(d, self), w.types.methodWrapperType, 32);
        w.retain(d, Holder.BOUND);
        w.retain(self, Holder.BOUND);
        w.track(m);
        return m;
    }

    /** {@code wrapperdescr_call}: the rest of the arguments is a new tuple. */
    private static PyObject callWrapper(World w, PyObject callable, PyTuple args, PyDict kwargs) {
        PyWrapperDescriptor d = (PyWrapperDescriptor) callable;
        if (args.items.length < 1) {
            throw Errors.typeError(w, "descriptor '%s' of '%s' object needs an argument", d.name.text(), d.owner.name);
        }
        PyObject self = args.items[0];
        if (!self.type.isSubtypeOf(d.owner)) {
            throw Errors.typeError(w, "descriptor '%s' requires a '%s' object but received a '%s'", d.name.text(), d.owner.name,
                self.type.name);
        }
        PyTuple rest = PyTuple.pack(w, Arrays.copyOfRange(args.items, 1, args.items.length));
        try {
            return d.def.wrapper().callWithKeywords(w, d.def, d.function, self, rest, kwargs);
        } finally {
            w.release(rest, Holder.NATIVE);
        }
    }

    // ------------------------------------------------------------------ computed attributes and fields

    private static void defineGetSets(World w) {
        descriptor(w, w.types.getsetDescriptorType, 48, "attribute").slots(s -> fillGetSet(s, false)).ready();
        descriptor(w, w.types.memberDescriptorType, 48, "member").slots(s -> fillGetSet(s, true)).ready();
    }

    private static void fillGetSet(TypeSlots s, boolean member) {
        s.tpDescrGet = (w, descr, obj, type) -> {
            if (obj == null) {
                return w.newRef(descr, Holder.RESULT);
            }
            PyGetSetDescriptor d = (PyGetSetDescriptor) descr;
            check(w, d, obj);
            return d.getter.apply(w, obj);
        };
        s.tpDescrSet = (w, descr, obj, value) -> {
            PyGetSetDescriptor d = (PyGetSetDescriptor) descr;
            check(w, d, obj);
            if (d.setter == null) {
                throw member ? Errors.of(w, w.types.exceptions.attributeError, "readonly attribute")
                    : Errors.of(w, w.types.exceptions.attributeError, "attribute '%s' of '%s' objects is not writable", d.name.text(),
                        d.owner.name);
            }
            d.setter.set(w, d, obj, value);
        };
    }

    // ------------------------------------------------------------------ builtin_function_or_method

    private static void defineNativeFunction(World w) {
        new TypeBuilder(w, w.types.builtinFunctionType, w.types.objectType).size(56, 0)
            .flags(HAVE_GC | PyType.DISALLOW_INSTANTIATION).weakReferenceable()
            .slots(Descriptors::fillNativeFunction)
            .member("__module__", (world, self) -> orNone(world, ((PyNativeFunction) self).module), (world, d, self, value) -> {
                PyNativeFunction f = (PyNativeFunction) self;
                PyObject old = f.module;
                if (value != null) {
                    world.retain(value, Holder.MODULE);
                }
                f.module = value;
                world.releaseOrNull(old, Holder.MODULE);
            })
            .getset("__doc__", (world, self) -> text(world, ((PyNativeFunction) self).doc))
            .getset("__name__", (world, self) -> world.str(((PyNativeFunction) self).name()))
            .getset("__qualname__", (world, self) -> world.str(((PyNativeFunction) self).qualname()))
            .getset("__self__", (world, self) -> orNone(world, ((PyNativeFunction) self).self))
            .getset("__text_signature__", (world, self) -> world.none())
            .ready();
    }

    static PyObject orNone(World w, PyObject value) {
        return value == null ? w.none() : w.newRef(value, Holder.RESULT);
    }

    private static void fillNativeFunction(TypeSlots s) {
        s.tpRepr = (w, self) -> {
            PyNativeFunction f = (PyNativeFunction) self;
            return w.str(f.self == null || f.self instanceof PyModule ? "<built-in function " + f.name() + ">"
                : "<built-in method " + f.name() + " of " + f.self.type.name + " object at " + GenericAttributes.hex(f.self) + ">");
        };
        s.tpVectorcall = (w, callable, args, kwnames) -> {
            PyNativeFunction f = (PyNativeFunction) callable;
            return NativeCalls.call(w, f.code, f, f.self, args, kwnames);
        };
        s.tpCall = (w, callable, args, kwargs) -> Calls.callTuple(w, callable, args, kwargs);
        s.tpRichcompare = (w, left, right, op) -> {
            if (op != CompareOp.EQ && op != CompareOp.NE || !(left instanceof PyNativeFunction a) || !(right instanceof PyNativeFunction b)) {
                return w.notImplemented();
            }
            return w.bool((a.self == b.self && a.code == b.code) == (op == CompareOp.EQ));
        };
        s.tpHash = (w, self) -> {
            PyNativeFunction f = (PyNativeFunction) self;
            long h = (f.self == null ? 0 : ObjectType.addressHash(f.self)) ^ System.identityHashCode(f.code);
            return h == -1 ? -2 : h;
        };
        s.tpTraverse = (self, visitor) -> {
            PyNativeFunction f = (PyNativeFunction) self;
            if (f.self != null) {
                visitor.visit(f.self);
            }
            if (f.module != null) {
                visitor.visit(f.module);
            }
        };
        s.tpDealloc = (w, self) -> {
            PyNativeFunction f = (PyNativeFunction) self;
            if (w.trashcanBegin(f)) {
                return;
            }
            w.untrack(f);
            if (f.weakListHead != null) {
                WeakReferences.clearAll(w, f);
            }
            w.releaseOrNull(f.self, Holder.BOUND);
            w.releaseOrNull(f.module, Holder.MODULE);
            w.freeBlock(f);
            w.trashcanEnd();
        };
    }
}
