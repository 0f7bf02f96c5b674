package dev.glassheap.runtime.object;

import dev.glassheap.runtime.object.Slots.*;

/**
 * The slots of a type: CPython's {@code PyTypeObject} with its number, sequence and mapping suites flattened.
 *
 * <p>{@code null} is an absent slot. A built-in type sets its own slots; {@code TypeReady} inherits the rest and a Python
 * class gets a generic slot function for each special method that its MRO defines in Python.
 */
public class TypeSlots {
    // life and death
    public NewFunc tpNew;
    public InitProc tpInit;
    public Destructor tpDealloc;
    public FinalizeProc tpFinalize;
    public TraverseProc tpTraverse;
    public ClearProc tpClear;
    // basic protocol
    public UnaryFunc tpRepr, tpStr, tpIter;
    public HashFunc tpHash;
    public RichCmpFunc tpRichcompare;
    public GetAttrFunc tpGetattro;
    public SetAttrFunc tpSetattro;
    public IterNextFunc tpIternext;
    public CallFunc tpCall;
    /** Present only where CPython 3.11 has a vectorcall for calls <em>of instances</em> of the type (functions, methods, some types). */
    public VectorCall tpVectorcall;
    public DescrGetFunc tpDescrGet;
    public DescrSetFunc tpDescrSet;
    // numbers
    public BinaryFunc nbAdd, nbSubtract, nbMultiply, nbRemainder, nbDivmod, nbLshift, nbRshift, nbAnd, nbXor, nbOr,
        nbFloorDivide, nbTrueDivide, nbMatrixMultiply;
    public TernaryFunc nbPower, nbInplacePower;
    public UnaryFunc nbNegative, nbPositive, nbAbsolute, nbInvert, nbInt, nbFloat, nbIndex;
    public Inquiry nbBool;
    public BinaryFunc nbInplaceAdd, nbInplaceSubtract, nbInplaceMultiply, nbInplaceRemainder, nbInplaceLshift,
        nbInplaceRshift, nbInplaceAnd, nbInplaceXor, nbInplaceOr, nbInplaceFloorDivide, nbInplaceTrueDivide,
        nbInplaceMatrixMultiply;
    // sequences
    public LenFunc sqLength;
    public BinaryFunc sqConcat, sqInplaceConcat;
    public SizeArgFunc sqRepeat, sqInplaceRepeat, sqItem;
    public SizeObjArgProc sqAssItem;
    public ObjObjProc sqContains;
    // mappings
    public LenFunc mpLength;
    public BinaryFunc mpSubscript;
    public ObjObjArgProc mpAssSubscript;
    // iteration of coroutines
    public UnaryFunc amAwait, amAiter, amAnext;
}
