package dev.glassheap.runtime.object;

import dev.glassheap.runtime.object.Slots.*;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Each slot of {@link TypeSlots} as a value: what CPython's {@code offsetof(PyHeapTypeObject, ...)} is. */
enum SlotField {
    TP_NEW(s -> s.tpNew, (s, f) -> s.tpNew = (NewFunc) f),
    TP_INIT(s -> s.tpInit, (s, f) -> s.tpInit = (InitProc) f),
    TP_FINALIZE(s -> s.tpFinalize, (s, f) -> s.tpFinalize = (FinalizeProc) f),
    TP_REPR(s -> s.tpRepr, (s, f) -> s.tpRepr = (UnaryFunc) f),
    TP_STR(s -> s.tpStr, (s, f) -> s.tpStr = (UnaryFunc) f),
    TP_ITER(s -> s.tpIter, (s, f) -> s.tpIter = (UnaryFunc) f),
    TP_HASH(s -> s.tpHash, (s, f) -> s.tpHash = (HashFunc) f),
    TP_RICHCOMPARE(s -> s.tpRichcompare, (s, f) -> s.tpRichcompare = (RichCmpFunc) f),
    TP_GETATTRO(s -> s.tpGetattro, (s, f) -> s.tpGetattro = (GetAttrFunc) f),
    TP_SETATTRO(s -> s.tpSetattro, (s, f) -> s.tpSetattro = (SetAttrFunc) f),
    TP_ITERNEXT(s -> s.tpIternext, (s, f) -> s.tpIternext = (IterNextFunc) f),
    TP_CALL(s -> s.tpCall, (s, f) -> s.tpCall = (CallFunc) f),
    TP_DESCR_GET(s -> s.tpDescrGet, (s, f) -> s.tpDescrGet = (DescrGetFunc) f),
    TP_DESCR_SET(s -> s.tpDescrSet, (s, f) -> s.tpDescrSet = (DescrSetFunc) f),
    NB_ADD(s -> s.nbAdd, (s, f) -> s.nbAdd = (BinaryFunc) f),
    NB_SUBTRACT(s -> s.nbSubtract, (s, f) -> s.nbSubtract = (BinaryFunc) f),
    NB_MULTIPLY(s -> s.nbMultiply, (s, f) -> s.nbMultiply = (BinaryFunc) f),
    NB_REMAINDER(s -> s.nbRemainder, (s, f) -> s.nbRemainder = (BinaryFunc) f),
    NB_DIVMOD(s -> s.nbDivmod, (s, f) -> s.nbDivmod = (BinaryFunc) f),
    NB_LSHIFT(s -> s.nbLshift, (s, f) -> s.nbLshift = (BinaryFunc) f),
    NB_RSHIFT(s -> s.nbRshift, (s, f) -> s.nbRshift = (BinaryFunc) f),
    NB_AND(s -> s.nbAnd, (s, f) -> s.nbAnd = (BinaryFunc) f),
    NB_XOR(s -> s.nbXor, (s, f) -> s.nbXor = (BinaryFunc) f),
    NB_OR(s -> s.nbOr, (s, f) -> s.nbOr = (BinaryFunc) f),
    NB_FLOOR_DIVIDE(s -> s.nbFloorDivide, (s, f) -> s.nbFloorDivide = (BinaryFunc) f),
    NB_TRUE_DIVIDE(s -> s.nbTrueDivide, (s, f) -> s.nbTrueDivide = (BinaryFunc) f),
    NB_MATRIX_MULTIPLY(s -> s.nbMatrixMultiply, (s, f) -> s.nbMatrixMultiply = (BinaryFunc) f),
    NB_POWER(s -> s.nbPower, (s, f) -> s.nbPower = (TernaryFunc) f),
    NB_INPLACE_POWER(s -> s.nbInplacePower, (s, f) -> s.nbInplacePower = (TernaryFunc) f),
    NB_NEGATIVE(s -> s.nbNegative, (s, f) -> s.nbNegative = (UnaryFunc) f),
    NB_POSITIVE(s -> s.nbPositive, (s, f) -> s.nbPositive = (UnaryFunc) f),
    NB_ABSOLUTE(s -> s.nbAbsolute, (s, f) -> s.nbAbsolute = (UnaryFunc) f),
    NB_INVERT(s -> s.nbInvert, (s, f) -> s.nbInvert = (UnaryFunc) f),
    NB_INT(s -> s.nbInt, (s, f) -> s.nbInt = (UnaryFunc) f),
    NB_FLOAT(s -> s.nbFloat, (s, f) -> s.nbFloat = (UnaryFunc) f),
    NB_INDEX(s -> s.nbIndex, (s, f) -> s.nbIndex = (UnaryFunc) f),
    NB_BOOL(s -> s.nbBool, (s, f) -> s.nbBool = (Inquiry) f),
    NB_INPLACE_ADD(s -> s.nbInplaceAdd, (s, f) -> s.nbInplaceAdd = (BinaryFunc) f),
    NB_INPLACE_SUBTRACT(s -> s.nbInplaceSubtract, (s, f) -> s.nbInplaceSubtract = (BinaryFunc) f),
    NB_INPLACE_MULTIPLY(s -> s.nbInplaceMultiply, (s, f) -> s.nbInplaceMultiply = (BinaryFunc) f),
    NB_INPLACE_REMAINDER(s -> s.nbInplaceRemainder, (s, f) -> s.nbInplaceRemainder = (BinaryFunc) f),
    NB_INPLACE_LSHIFT(s -> s.nbInplaceLshift, (s, f) -> s.nbInplaceLshift = (BinaryFunc) f),
    NB_INPLACE_RSHIFT(s -> s.nbInplaceRshift, (s, f) -> s.nbInplaceRshift = (BinaryFunc) f),
    NB_INPLACE_AND(s -> s.nbInplaceAnd, (s, f) -> s.nbInplaceAnd = (BinaryFunc) f),
    NB_INPLACE_XOR(s -> s.nbInplaceXor, (s, f) -> s.nbInplaceXor = (BinaryFunc) f),
    NB_INPLACE_OR(s -> s.nbInplaceOr, (s, f) -> s.nbInplaceOr = (BinaryFunc) f),
    NB_INPLACE_FLOOR_DIVIDE(s -> s.nbInplaceFloorDivide, (s, f) -> s.nbInplaceFloorDivide = (BinaryFunc) f),
    NB_INPLACE_TRUE_DIVIDE(s -> s.nbInplaceTrueDivide, (s, f) -> s.nbInplaceTrueDivide = (BinaryFunc) f),
    NB_INPLACE_MATRIX_MULTIPLY(s -> s.nbInplaceMatrixMultiply, (s, f) -> s.nbInplaceMatrixMultiply = (BinaryFunc) f),
    SQ_LENGTH(s -> s.sqLength, (s, f) -> s.sqLength = (LenFunc) f),
    SQ_CONCAT(s -> s.sqConcat, (s, f) -> s.sqConcat = (BinaryFunc) f),
    SQ_INPLACE_CONCAT(s -> s.sqInplaceConcat, (s, f) -> s.sqInplaceConcat = (BinaryFunc) f),
    SQ_REPEAT(s -> s.sqRepeat, (s, f) -> s.sqRepeat = (SizeArgFunc) f),
    SQ_INPLACE_REPEAT(s -> s.sqInplaceRepeat, (s, f) -> s.sqInplaceRepeat = (SizeArgFunc) f),
    SQ_ITEM(s -> s.sqItem, (s, f) -> s.sqItem = (SizeArgFunc) f),
    SQ_ASS_ITEM(s -> s.sqAssItem, (s, f) -> s.sqAssItem = (SizeObjArgProc) f),
    SQ_CONTAINS(s -> s.sqContains, (s, f) -> s.sqContains = (ObjObjProc) f),
    MP_LENGTH(s -> s.mpLength, (s, f) -> s.mpLength = (LenFunc) f),
    MP_SUBSCRIPT(s -> s.mpSubscript, (s, f) -> s.mpSubscript = (BinaryFunc) f),
    MP_ASS_SUBSCRIPT(s -> s.mpAssSubscript, (s, f) -> s.mpAssSubscript = (ObjObjArgProc) f),
    AM_AWAIT(s -> s.amAwait, (s, f) -> s.amAwait = (UnaryFunc) f),
    AM_AITER(s -> s.amAiter, (s, f) -> s.amAiter = (UnaryFunc) f),
    AM_ANEXT(s -> s.amAnext, (s, f) -> s.amAnext = (UnaryFunc) f);

    private final Function<TypeSlots, Object> getter;
    private final BiConsumer<TypeSlots, Object> setter;

    SlotField(Function<TypeSlots, Object> getter, BiConsumer<TypeSlots, Object> setter) {
        this.getter = getter;
        this.setter = setter;
    }

    Object get(TypeSlots slots) {
        return getter.apply(slots);
    }

    void set(TypeSlots slots, Object function) {
        setter.accept(slots, function);
    }
}
