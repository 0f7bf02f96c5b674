package dev.glassheap.runtime.object;

/** Fills {@code int} and {@code bool}. */
final class IntType {

    private IntType() {
    }

    static void define(World w) {
        TypeBuilder b = new TypeBuilder(w, w.types.intType, w.types.objectType).size(24, 4)
            .flags(PyType.BASETYPE)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new PyInt.OfClass() : new PyInt(0))
            .slots(IntType::slots);
        IntMethods.define(b);
        b.ready();
        new TypeBuilder(w, w.types.boolType, w.types.intType).size(24, 4).slots(PyBool::slots)
            .construct((world, t, args, kwnames) -> {
                GetArgs.noKeywords(world, "bool", kwnames);
                GetArgs.checkPositional(world, "bool", args.length, 0, 1);
                return world.bool(args.length > 0 && Objects.isTrue(world, args[0]));
            })
            .ready();
    }

    private static void slots(TypeSlots s) {
        s.tpNew = IntParse::construct;
        s.tpDealloc = World::freeBlock;
        s.tpRepr = IntText::repr;
        s.tpHash = IntText::hash;
        s.tpRichcompare = IntText::compare;
        s.nbAdd = IntArithmetic::addSlot;
        s.nbSubtract = IntArithmetic::subtractSlot;
        s.nbMultiply = IntArithmetic::multiplySlot;
        s.nbRemainder = IntDivision::remainderSlot;
        s.nbDivmod = IntDivision::divmodSlot;
        s.nbPower = IntPower::slot;
        s.nbNegative = IntArithmetic::negativeSlot;
        s.nbPositive = IntArithmetic::positiveSlot;
        s.nbAbsolute = IntArithmetic::absoluteSlot;
        s.nbBool = (w, o) -> ((PyInt) o).signum() != 0;
        s.nbInvert = IntArithmetic::invertSlot;
        s.nbLshift = IntBits::lshiftSlot;
        s.nbRshift = IntBits::rshiftSlot;
        s.nbAnd = IntBits::andSlot;
        s.nbXor = IntBits::xorSlot;
        s.nbOr = IntBits::orSlot;
        s.nbInt = IntArithmetic::positiveSlot;
        s.nbFloat = (w, o) -> w.newFloat(FloatArithmetic.fromInt(w, (PyInt) o));
        s.nbFloorDivide = IntDivision::floorDivideSlot;
        s.nbTrueDivide = IntDivision::trueDivideSlot;
        s.nbIndex = IntArithmetic::positiveSlot;
    }
}
