package dev.glassheap.runtime.object;

import dev.glassheap.runtime.object.Slots.BinaryFunc;
import java.util.function.Function;

/** The binary operators: symbol for messages, slot and in-place slot. */
public enum BinaryOp {
    ADD("+", s -> s.nbAdd, s -> s.nbInplaceAdd),
    SUBTRACT("-", s -> s.nbSubtract, s -> s.nbInplaceSubtract),
    MULTIPLY("*", s -> s.nbMultiply, s -> s.nbInplaceMultiply),
    REMAINDER("%", s -> s.nbRemainder, s -> s.nbInplaceRemainder),
    TRUE_DIVIDE("/", s -> s.nbTrueDivide, s -> s.nbInplaceTrueDivide),
    FLOOR_DIVIDE("//", s -> s.nbFloorDivide, s -> s.nbInplaceFloorDivide),
    LSHIFT("<<", s -> s.nbLshift, s -> s.nbInplaceLshift),
    RSHIFT(">>", s -> s.nbRshift, s -> s.nbInplaceRshift),
    AND("&", s -> s.nbAnd, s -> s.nbInplaceAnd),
    XOR("^", s -> s.nbXor, s -> s.nbInplaceXor),
    OR("|", s -> s.nbOr, s -> s.nbInplaceOr),
    MATRIX_MULTIPLY("@", s -> s.nbMatrixMultiply, s -> s.nbInplaceMatrixMultiply),
    DIVMOD("divmod()", s -> s.nbDivmod, s -> null),
    POWER("** or pow()", s -> null, s -> null);

    /** As messages print it: {@code unsupported operand type(s) for +: ...}. */
    public final String symbol;
    final Function<TypeSlots, BinaryFunc> slot;
    final Function<TypeSlots, BinaryFunc> inplaceSlot;

    BinaryOp(String symbol, Function<TypeSlots, BinaryFunc> slot, Function<TypeSlots, BinaryFunc> inplaceSlot) {
        this.symbol = symbol;
        this.slot = slot;
        this.inplaceSlot = inplaceSlot;
    }
}
