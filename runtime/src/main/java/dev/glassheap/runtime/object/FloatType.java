package dev.glassheap.runtime.object;

/** Fills {@code float}. */
final class FloatType {

    private FloatType() {
    }

    static void define(World w) {
        TypeBuilder b = new TypeBuilder(w, w.types.floatType, w.types.objectType).size(24, 0)
            .flags(PyType.BASETYPE)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new PyFloat.OfClass() : new PyFloat(0))
            .construct((world, t, args, kwnames) -> {
                GetArgs.noKeywords(world, "float", kwnames);
                GetArgs.checkPositional(world, "float", args.length, 0, 1);
                return args.length == 0 ? PyFloat.of(world, 0) : FloatParse.fromObject(world, args[0]);
            })
            .slots(FloatType::slots);
        FloatMethods.define(b);
        b.ready();
    }

    private static void slots(TypeSlots s) {
        s.tpNew = FloatParse::construct;
        s.tpDealloc = PyFloat::dealloc;
        s.tpRepr = (w, o) -> w.str(FloatText.repr(((PyFloat) o).value));
        s.tpHash = FloatArithmetic::hashSlot;
        s.tpRichcompare = FloatArithmetic::compare;
        s.nbAdd = FloatArithmetic::add;
        s.nbSubtract = FloatArithmetic::subtract;
        s.nbMultiply = FloatArithmetic::multiply;
        s.nbRemainder = FloatArithmetic::remainder;
        s.nbDivmod = FloatArithmetic::divmod;
        s.nbPower = FloatArithmetic::power;
        s.nbNegative = FloatArithmetic::negative;
        s.nbPositive = FloatArithmetic::positive;
        s.nbAbsolute = FloatArithmetic::absolute;
        s.nbBool = FloatArithmetic::truth;
        s.nbInt = FloatArithmetic::truncate;
        s.nbFloat = FloatArithmetic::positive;
        s.nbFloorDivide = FloatArithmetic::floorDivide;
        s.nbTrueDivide = FloatArithmetic::trueDivide;
    }
}
