package dev.glassheap.runtime.object;

/** Fills {@code weakref.ProxyType} and {@code CallableProxyType}: every operation goes to the referent while it lives. */
final class WeakProxyType {

    private WeakProxyType() {
    }

    static void define(World w) {
        builder(w, w.types.weakProxyType)
            .noArgs("__bytes__", (world, self) -> with(world, self, o -> Calls.callMethod(world, o, "__bytes__")))
            .noArgs("__reversed__", (world, self) -> with(world, self, o -> Calls.callMethod(world, o, "__reversed__")))
            .ready();
        // CPython's callable proxy has neither of the two methods.
        builder(w, w.types.weakCallableProxyType)
            .slots(s -> s.tpCall = (world, self, args, kwargs) -> with(world, self, o -> Calls.callTuple(world, o, args, kwargs)))
            .ready();
    }

    private static TypeBuilder builder(World w, PyType type) {
        return new TypeBuilder(w, type, w.types.objectType).size(64, 0).flags(PyType.HAVE_GC | PyType.DISALLOW_INSTANTIATION)
            .slots(s -> {
                WeakrefType.life(s);
                basics(s);
                numbers(s);
                inplace(s);
                containers(s);
            });
    }

    // ------------------------------------------------------------------ from proxy to referent

    private interface Use<T> {
        T with(PyObject referent);
    }

    /** {@code UNWRAP}: the object itself or, for a proxy, its referent; a new reference. */
    private static PyObject unwrap(World w, PyObject object) {
        if (!WeakReferences.isProxy(w, object)) {
            return w.newRef(object, Holder.NATIVE);
        }
        PyObject referent = ((PyWeakReference) object).target();
        if (referent == null) {
            throw Errors.of(w, w.types.exceptions.referenceError, "weakly-referenced object no longer exists");
        }
        return w.newRef(referent, Holder.NATIVE);
    }

    private static <T> T with(World w, PyObject object, Use<T> use) {
        PyObject referent = unwrap(w, object);
        try {
            return use.with(referent);
        } finally {
            w.release(referent, Holder.NATIVE);
        }
    }

    private static Slots.UnaryFunc unary(Slots.UnaryFunc operation) {
        return (w, self) -> with(w, self, o -> operation.apply(w, o));
    }

    /** {@code WRAP_BINARY}: either side may be the proxy. */
    private static Slots.BinaryFunc binary(Slots.BinaryFunc operation) {
        return (w, left, right) -> with(w, left, a -> with(w, right, b -> operation.apply(w, a, b)));
    }

    private static Slots.BinaryFunc binary(BinaryOp op) {
        return binary((w, a, b) -> Numbers.binary(w, op, a, b));
    }

    private static Slots.BinaryFunc inplace(BinaryOp op) {
        return binary((w, a, b) -> Numbers.inplace(w, op, a, b));
    }

    private static Slots.TernaryFunc ternary(Slots.TernaryFunc operation) {
        return (w, a, b, c) -> with(w, a, x -> with(w, b, y -> with(w, c == null ? w.singletons.none : c, z -> operation.apply(w, x, y, z))));
    }

    // ------------------------------------------------------------------ slots

    private static void basics(TypeSlots s) {
        s.tpRepr = WeakProxyType::repr;
        s.tpStr = unary(Objects::str);
        s.tpHash = ObjectType.HASH_NOT_IMPLEMENTED;
        s.tpGetattro = (w, self, name) -> with(w, self, o -> Objects.getAttr(w, o, name));
        s.tpSetattro = (w, self, name, value) -> {
            PyObject referent = unwrap(w, self);
            try {
                Objects.setAttr(w, referent, name, value);
            } finally {
                w.release(referent, Holder.NATIVE);
            }
        };
        s.tpRichcompare = (w, left, right, op) -> with(w, left, a -> with(w, right, b -> Objects.richCompare(w, a, b, op)));
        s.tpIter = unary(Objects::iter);
        s.tpIternext = WeakProxyType::next;
    }

    /** Shows the referent's address even of a dying one; a cleared proxy points at None. */
    private static PyObject repr(World w, PyObject self) {
        PyObject referent = ((PyWeakReference) self).referent;
        PyObject shown = referent == null ? w.singletons.none : referent;
        return w.str("<weakproxy at " + GenericAttributes.hex(self) + " to " + shown.type.name + " at " + GenericAttributes.hex(shown) + ">");
    }

    private static PyObject next(World w, PyObject self) {
        return with(w, self, o -> {
            if (o.type.slots.tpIternext == null) {
                throw Errors.typeError(w, "Weakref proxy referenced a non-iterator '%s' object", o.type.name);
            }
            return Objects.next(w, o);
        });
    }

    private static void numbers(TypeSlots s) {
        s.nbAdd = binary(BinaryOp.ADD);
        s.nbSubtract = binary(BinaryOp.SUBTRACT);
        s.nbMultiply = binary(BinaryOp.MULTIPLY);
        s.nbRemainder = binary(BinaryOp.REMAINDER);
        s.nbDivmod = binary(BinaryOp.DIVMOD);
        s.nbLshift = binary(BinaryOp.LSHIFT);
        s.nbRshift = binary(BinaryOp.RSHIFT);
        s.nbAnd = binary(BinaryOp.AND);
        s.nbXor = binary(BinaryOp.XOR);
        s.nbOr = binary(BinaryOp.OR);
        s.nbFloorDivide = binary(BinaryOp.FLOOR_DIVIDE);
        s.nbTrueDivide = binary(BinaryOp.TRUE_DIVIDE);
        s.nbMatrixMultiply = binary(BinaryOp.MATRIX_MULTIPLY);
        s.nbPower = ternary(Numbers::power);
        s.nbNegative = unary(Numbers::negative);
        s.nbPositive = unary(Numbers::positive);
        s.nbAbsolute = unary(Numbers::absolute);
        s.nbInvert = unary(Numbers::invert);
        s.nbInt = unary((w, o) -> Calls.call(w, w.types.intType, o));
        s.nbFloat = unary((w, o) -> Calls.call(w, w.types.floatType, o));
        s.nbIndex = unary(Numbers::index);
        s.nbBool = (w, self) -> with(w, self, o -> Objects.isTrue(w, o));
    }

    private static void inplace(TypeSlots s) {
        s.nbInplaceAdd = inplace(BinaryOp.ADD);
        s.nbInplaceSubtract = inplace(BinaryOp.SUBTRACT);
        s.nbInplaceMultiply = inplace(BinaryOp.MULTIPLY);
        s.nbInplaceRemainder = inplace(BinaryOp.REMAINDER);
        s.nbInplaceLshift = inplace(BinaryOp.LSHIFT);
        s.nbInplaceRshift = inplace(BinaryOp.RSHIFT);
        s.nbInplaceAnd = inplace(BinaryOp.AND);
        s.nbInplaceXor = inplace(BinaryOp.XOR);
        s.nbInplaceOr = inplace(BinaryOp.OR);
        s.nbInplaceFloorDivide = inplace(BinaryOp.FLOOR_DIVIDE);
        s.nbInplaceTrueDivide = inplace(BinaryOp.TRUE_DIVIDE);
        s.nbInplaceMatrixMultiply = inplace(BinaryOp.MATRIX_MULTIPLY);
        s.nbInplacePower = ternary((w, a, b, c) -> Numbers.inplace(w, BinaryOp.POWER, a, b));
    }

    private static void containers(TypeSlots s) {
        s.sqLength = s.mpLength = (w, self) -> with(w, self, o -> Objects.length(w, o));
        s.sqContains = (w, self, value) -> with(w, self, o -> Objects.contains(w, o, value));
        s.mpSubscript = binary(Objects::getItem);
        s.mpAssSubscript = (w, self, key, value) -> {
            PyObject referent = unwrap(w, self);
            try {
                Objects.setItem(w, referent, key, value);
            } finally {
                w.release(referent, Holder.NATIVE);
            }
        };
    }
}
