package dev.glassheap.runtime.object;

/** Fills {@code complex}. */
final class ComplexType {

    private ComplexType() {
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.complexType, w.types.objectType).size(32, 0)
            .flags(PyType.BASETYPE)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new PyComplex.OfClass() : new PyComplex(0, 0))
            .slots(ComplexType::slots)
            .member("real", (world, o) -> world.newFloat(((PyComplex) o).real), null)
            .member("imag", (world, o) -> world.newFloat(((PyComplex) o).imag), null)
            .noArgs("conjugate", (world, o) -> PyComplex.of(world, ((PyComplex) o).real, -((PyComplex) o).imag))
            .noArgs("__complex__", ComplexArithmetic::positive)
            .noArgs("__getnewargs__", (world, o) -> NewTuple.of(world,
                () -> world.newFloat(((PyComplex) o).real), () -> world.newFloat(((PyComplex) o).imag)))
            .oneArg("__format__", Formatting::formatComplex)
            .ready();
    }

    private static void slots(TypeSlots s) {
        s.tpNew = ComplexNew::construct;
        s.tpDealloc = World::freeBlock;
        s.tpRepr = ComplexArithmetic::repr;
        s.tpHash = ComplexArithmetic::hash;
        s.tpRichcompare = ComplexArithmetic::compare;
        s.nbAdd = ComplexArithmetic::add;
        s.nbSubtract = ComplexArithmetic::subtract;
        s.nbMultiply = ComplexArithmetic::multiply;
        s.nbTrueDivide = ComplexArithmetic::trueDivide;
        s.nbPower = ComplexArithmetic::powerSlot;
        s.nbNegative = ComplexArithmetic::negative;
        s.nbPositive = ComplexArithmetic::positive;
        s.nbAbsolute = ComplexArithmetic::absolute;
        s.nbBool = ComplexArithmetic::truth;
    }
}
