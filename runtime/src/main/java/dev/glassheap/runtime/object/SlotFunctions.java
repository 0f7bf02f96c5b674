package dev.glassheap.runtime.object;

import dev.glassheap.runtime.object.Slots.*;

/** The functions in the slots of Python classes ({@code slot_tp_*}, {@code slot_nb_*}): they call the special methods. */
final class SlotFunctions {

    private static final SpecialName[] COMPARISONS = {SpecialName.LT, SpecialName.LE, SpecialName.EQ, SpecialName.NE,
        SpecialName.GT, SpecialName.GE};

    private SlotFunctions() {
    }

    /** {@code vectorcall_method}: a special method looked up on the type; AttributeError when the type has none. */
    static PyObject call(World w, PyObject self, SpecialName name, PyObject... args) {
        PyObject result = Calls.callSpecial(w, self, name, args);
        if (result == null) {
            throw missing(w, self, name);
        }
        return result;
    }

    private static PyException missing(World w, PyObject self, SpecialName name) {
        return Errors.attributeError(w, self, w.id(name.text), "%s", name.text);
    }

    /** {@code vectorcall_maybe}: NotImplemented when the type has no such method. */
    private static PyObject maybe(World w, PyObject self, SpecialName name, PyObject... args) {
        PyObject result = Calls.callSpecial(w, self, name, args);
        return result == null ? w.notImplemented() : result;
    }

    // ------------------------------------------------------------------ numbers

    /**
     * {@code SLOT1BINFULL}: the method of the left operand, unless the right one's type is a subtype that overrides the
     * reflected method; then the reflected one.
     */
    record Binary(SpecialName name, SpecialName reflected, SlotField field) implements BinaryFunc {
        @Override
        public PyObject apply(World w, PyObject self, PyObject other) {
            boolean doOther = self.type != other.type && field.get(other.type.slots) == this;
            if (field.get(self.type.slots) == this) {
                if (doOther && other.type.isSubtypeOf(self.type) && overloaded(w, self, other, reflected)) {
                    PyObject r = maybe(w, other, reflected, self);
                    if (!Objects.dropNotImplemented(w, r)) {
                        return r;
                    }
                    doOther = false;
                }
                PyObject r = maybe(w, self, name, other);
                if (r != w.singletons.notImplemented || other.type == self.type) {
                    return r;
                }
                w.release(r, Holder.RESULT);
            }
            return doOther ? maybe(w, other, reflected, self) : w.notImplemented();
        }

        @Override
        public boolean equals(Object o) {
            return this == o;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** {@code method_is_overloaded}. */
    private static boolean overloaded(World w, PyObject left, PyObject right, SpecialName name) {
        PyObject b = Objects.lookupAttr(w, right.type, name.text);
        if (b == null) {
            return false;
        }
        try {
            PyObject a = Objects.lookupAttr(w, left.type, name.text);
            if (a == null) {
                return true;
            }
            try {
                return Objects.compareBool(w, a, b, CompareOp.NE);
            } finally {
                w.release(a, Holder.NATIVE);
            }
        } finally {
            w.release(b, Holder.NATIVE);
        }
    }

    static PyObject power(World w, PyObject self, PyObject other, PyObject modulus) {
        if (modulus == w.singletons.none) {
            return binaryPower(w, self, other);
        }
        // Three-argument power does not use __rpow__: called for the first operand only.
        return hasGenericPower(self) ? call(w, self, SpecialName.POW, other, modulus) : w.notImplemented();
    }

    private static boolean hasGenericPower(PyObject o) {
        return o.type.slots.nbPower == SlotTable.BY_NAME.get("__pow__").getFirst().generic();
    }

    private static PyObject binaryPower(World w, PyObject self, PyObject other) {
        boolean doOther = self.type != other.type && hasGenericPower(other);
        if (hasGenericPower(self)) {
            if (doOther && other.type.isSubtypeOf(self.type) && overloaded(w, self, other, SpecialName.RPOW)) {
                PyObject r = maybe(w, other, SpecialName.RPOW, self);
                if (!Objects.dropNotImplemented(w, r)) {
                    return r;
                }
                doOther = false;
            }
            PyObject r = maybe(w, self, SpecialName.POW, other);
            if (r != w.singletons.notImplemented || other.type == self.type) {
                return r;
            }
            w.release(r, Holder.RESULT);
        }
        return doOther ? maybe(w, other, SpecialName.RPOW, self) : w.notImplemented();
    }

    static boolean bool(World w, PyObject self) {
        PyObject value = Calls.callSpecial(w, self, SpecialName.BOOL);
        boolean fromLength = false;
        if (value == null) {
            value = Calls.callSpecial(w, self, SpecialName.LEN);
            if (value == null) {
                return true;
            }
            fromLength = true;
        }
        try {
            if (fromLength) {
                return Objects.isTrue(w, value);
            }
            if (value.type != w.types.boolType) {
                throw Errors.typeError(w, "__bool__ should return bool, returned %s", value.type.name);
            }
            return value == w.singletons.trueObject;
        } finally {
            w.release(value, Holder.NATIVE);
        }
    }

    // ------------------------------------------------------------------ text, hash, comparison

    static PyObject repr(World w, PyObject self) {
        PyObject result = Calls.callSpecial(w, self, SpecialName.REPR);
        return result != null ? result : w.str("<" + self.type.name + " object at " + GenericAttributes.hex(self) + ">");
    }

    static long hash(World w, PyObject self) {
        PyObject method = self.type.lookup(SpecialName.HASH);
        if (method == null || method == w.singletons.none) {
            return ObjectType.hashNotImplemented(w, self);
        }
        PyObject result = Calls.callSpecial(w, self, SpecialName.HASH);
        try {
            if (!(result instanceof PyInt n)) {
                throw Errors.typeError(w, "__hash__ method should return an integer");
            }
            // A value that does not fit a machine word counts with the hash of its int.
            long h = n.isSmall() ? n.value : Objects.hash(w, n);
            return h == -1 ? -2 : h;
        } finally {
            w.releaseOrNull(result, Holder.NATIVE);
        }
    }

    static PyObject richcompare(World w, PyObject self, PyObject other, CompareOp op) {
        return maybe(w, self, COMPARISONS[op.ordinal()], other);
    }

    // ------------------------------------------------------------------ calls and life

    static PyObject callSlot(World w, PyObject self, PyTuple args, PyDict kwargs) {
        PyObject method = self.type.lookup(SpecialName.CALL);
        if (method == null) {
            throw missing(w, self, SpecialName.CALL);
        }
        w.retain(method, Holder.NATIVE);
        try {
            return callUnbound(w, method, self, args, kwargs);
        } finally {
            w.release(method, Holder.NATIVE);
        }
    }

    static void init(World w, PyObject self, PyTuple args, PyDict kwargs) {
        PyObject descr = self.type.lookup(SpecialName.INIT);
        if (descr == null) {
            throw missing(w, self, SpecialName.INIT);
        }
        w.retain(descr, Holder.NATIVE);
        PyObject result;
        try {
            result = callUnbound(w, descr, self, args, kwargs);
        } finally {
            w.release(descr, Holder.NATIVE);
        }
        try {
            if (result != w.singletons.none) {
                throw Errors.typeError(w, "__init__() should return None, not '%s'", result.type.name);
            }
        } finally {
            w.release(result, Holder.RESULT);
        }
    }

    /** {@code call_unbound}: self goes in front without a bound method when the function is a method descriptor. */
    static PyObject callUnbound(World w, PyObject descr, PyObject self, PyTuple args, PyDict kwargs) {
        if (descr.type.has(PyType.METHOD_DESCRIPTOR)) {
            return NativeCalls.prepend(w, descr, self, args, kwargs);
        }
        DescrGetFunc get = descr.type.slots.tpDescrGet;
        if (get == null) {
            return Calls.callTuple(w, descr, args, kwargs);
        }
        PyObject bound = get.get(w, descr, self, self.type);
        try {
            return Calls.callTuple(w, bound, args, kwargs);
        } finally {
            w.release(bound, Holder.NATIVE);
        }
    }

    static PyObject newSlot(World w, PyType type, PyTuple args, PyDict kwargs) {
        PyObject function = Objects.getAttr(w, type, "__new__");
        try {
            return NativeCalls.prepend(w, function, type, args, kwargs);
        } finally {
            w.release(function, Holder.NATIVE);
        }
    }

    /** {@code slot_tp_finalize}: errors of {@code __del__} are reported and dropped. */
    static void finalizeSlot(World w, PyObject self) {
        PyObject function = self.type.lookup(SpecialName.DEL);
        if (function == null) {
            return;
        }
        w.retain(function, Holder.NATIVE);
        try {
            w.release(callUnbound(w, function, self, w.singletons.emptyTuple, null), Holder.RESULT);
        } catch (PyException e) {
            w.calls.writeUnraisable(w, e, function);
        } finally {
            w.release(function, Holder.NATIVE);
        }
    }

    // ------------------------------------------------------------------ attributes and descriptors

    /** {@code slot_tp_getattr_hook}: {@code __getattribute__}, then {@code __getattr__} after an AttributeError. */
    static PyObject getattrHook(World w, PyObject self, PyStr name) {
        PyObject getattr = self.type.lookup(SpecialName.GETATTR);
        if (getattr == null) {
            return call(w, self, SpecialName.GETATTRIBUTE, name);
        }
        w.retain(getattr, Holder.NATIVE);
        try {
            try {
                PyObject getattribute = self.type.lookup(SpecialName.GETATTRIBUTE);
                return isGeneric(getattribute) ? GenericAttributes.get(w, self, name) : callAttribute(w, self, getattribute, name);
            } catch (PyException e) {
                if (!e.matches(w.types.exceptions.attributeError)) {
                    throw e;
                }
                w.release(e.take(), Holder.EXCEPTION);
            }
            return callAttribute(w, self, getattr, name);
        } finally {
            w.release(getattr, Holder.NATIVE);
        }
    }

    /** {@code call_attribute}: through a bound method, unlike other special methods. */
    private static PyObject callAttribute(World w, PyObject self, PyObject method, PyStr name) {
        DescrGetFunc get = method.type.slots.tpDescrGet;
        if (get == null) {
            return Calls.call(w, method, name);
        }
        PyObject bound = get.get(w, method, self, self.type);
        try {
            return Calls.call(w, bound, name);
        } finally {
            w.release(bound, Holder.NATIVE);
        }
    }

    private static boolean isGeneric(PyObject getattribute) {
        return getattribute == null || getattribute instanceof PyWrapperDescriptor d && d.function == ObjectType.GENERIC_GETATTR;
    }

    static void setattr(World w, PyObject self, PyStr name, PyObject value) {
        w.release(value == null ? call(w, self, SpecialName.DELATTR, name) : call(w, self, SpecialName.SETATTR, name, value), Holder.RESULT);
    }

    static PyObject descrGet(World w, PyObject descr, PyObject obj, PyObject type) {
        PyObject method = descr.type.lookup(SpecialName.GET);
        if (method == null) {
            return w.newRef(descr, Holder.RESULT);
        }
        PyObject none = w.singletons.none;
        w.retain(method, Holder.NATIVE);
        try {
            // As PyObject_CallFunctionObjArgs(get, self, obj, type): the function itself, not bound.
            return Calls.call(w, method, descr, obj == null ? none : obj, type == null ? none : type);
        } finally {
            w.release(method, Holder.NATIVE);
        }
    }

    static void descrSet(World w, PyObject descr, PyObject obj, PyObject value) {
        w.release(value == null ? call(w, descr, SpecialName.DELETE, obj) : call(w, descr, SpecialName.SET, obj, value), Holder.RESULT);
    }

    // ------------------------------------------------------------------ containers

    static PyObject iter(World w, PyObject self) {
        PyObject method = self.type.lookup(SpecialName.ITER);
        if (method == w.singletons.none) {
            throw Errors.typeError(w, "'%s' object is not iterable", self.type.name);
        }
        if (method != null) {
            return call(w, self, SpecialName.ITER);
        }
        if (self.type.lookup(SpecialName.GETITEM) == null) {
            throw Errors.typeError(w, "'%s' object is not iterable", self.type.name);
        }
        return SequenceIterator.create(w, self);
    }

    /** {@code slot_tp_iternext}; StopIteration stays an exception, {@link Objects#next} takes it for the end. */
    static PyObject iternext(World w, PyObject self) {
        return call(w, self, SpecialName.NEXT);
    }

    static long length(World w, PyObject self) {
        PyObject result = call(w, self, SpecialName.LEN);
        PyInt n = null;
        try {
            n = Numbers.index(w, result);
            if (n.bigValue().signum() < 0) {
                throw Errors.valueError(w, "__len__() should return >= 0");
            }
            return Numbers.asIndex(w, n, w.types.exceptions.overflowError);
        } finally {
            w.releaseOrNull(n, Holder.NATIVE);
            w.release(result, Holder.NATIVE);
        }
    }

    static void assignSubscript(World w, PyObject self, PyObject key, PyObject value) {
        w.release(value == null ? call(w, self, SpecialName.DELITEM, key) : call(w, self, SpecialName.SETITEM, key, value), Holder.RESULT);
    }

    static PyObject sequenceItem(World w, PyObject self, long index) {
        PyInt i = w.newInt(index);
        try {
            return call(w, self, SpecialName.GETITEM, i);
        } finally {
            w.release(i, Holder.NATIVE);
        }
    }

    static void assignItem(World w, PyObject self, long index, PyObject value) {
        PyInt i = w.newInt(index);
        try {
            assignSubscript(w, self, i, value);
        } finally {
            w.release(i, Holder.NATIVE);
        }
    }

    static boolean contains(World w, PyObject self, PyObject value) {
        PyObject method = self.type.lookup(SpecialName.CONTAINS);
        if (method == w.singletons.none) {
            throw Errors.typeError(w, "'%s' object is not a container", self.type.name);
        }
        if (method == null) {
            return containsByIteration(w, self, value);
        }
        return Objects.takeTruth(w, call(w, self, SpecialName.CONTAINS, value));
    }

    /** {@code _PySequence_IterSearch}. */
    private static boolean containsByIteration(World w, PyObject self, PyObject value) {
        PyObject it = Objects.iter(w, self);
        try {
            for (PyObject item = Objects.next(w, it); item != null; item = Objects.next(w, it)) {
                try {
                    if (Objects.compareBool(w, item, value, CompareOp.EQ)) {
                        return true;
                    }
                } finally {
                    w.release(item, Holder.NATIVE);
                }
            }
            return false;
        } finally {
            w.release(it, Holder.NATIVE);
        }
    }
}
