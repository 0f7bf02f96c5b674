package dev.glassheap.runtime.object;

import static dev.glassheap.runtime.object.SlotField.*;
import static dev.glassheap.runtime.object.SlotWrapper.*;

import dev.glassheap.runtime.object.Slots.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code slotdefs} in CPython 3.11's order, which is the order of a built-in type's dict. Immutable. */
final class SlotTable {

    private final List<SlotDef> defs = new ArrayList<>();

    static final List<SlotDef> ALL = new SlotTable().fill();
    /** The entries of each special name: some names stand for two slots. */
    static final Map<String, List<SlotDef>> BY_NAME = ALL.stream().collect(Collectors.groupingBy(SlotDef::name));
    /** The entries of each slot: some slots stand for several names. */
    static final Map<SlotField, List<SlotDef>> BY_FIELD = ALL.stream().collect(Collectors.groupingBy(SlotDef::field));

    private SlotTable() {
    }

    private void add(String name, SlotField field, SlotWrapper wrapper, Object generic) {
        defs.add(new SlotDef(name, field, wrapper, generic, null));
    }

    private static UnaryFunc special(SpecialName name) {
        return (w, self) -> SlotFunctions.call(w, self, name);
    }

    private void unary(String name, SlotField field) {
        add(name, field, UNARY, special(SpecialName.of(name)));
    }

    private void binary(String name, String reflected, SlotField field) {
        BinaryFunc f = new SlotFunctions.Binary(SpecialName.of(name), SpecialName.of(reflected), field);
        add(name, field, BINARY_L, f);
        add(reflected, field, BINARY_R, f);
    }

    private void inplace(String name, SlotField field) {
        SpecialName special = SpecialName.of(name);
        add(name, field, BINARY, (BinaryFunc) (w, self, other) -> SlotFunctions.call(w, self, special, other));
    }

    private List<SlotDef> fill() {
        basic();
        numbers();
        containers();
        return List.copyOf(defs);
    }

    private void basic() {
        add("__repr__", TP_REPR, UNARY, (UnaryFunc) SlotFunctions::repr);
        add("__hash__", TP_HASH, HASH, (HashFunc) SlotFunctions::hash);
        add("__call__", TP_CALL, CALL, (CallFunc) SlotFunctions::callSlot);
        add("__str__", TP_STR, UNARY, special(SpecialName.STR));
        GetAttrFunc getattr = SlotFunctions::getattrHook;
        SetAttrFunc setattr = SlotFunctions::setattr;
        add("__getattribute__", TP_GETATTRO, GET_ATTRIBUTE, getattr);
        add("__getattr__", TP_GETATTRO, null, getattr);
        add("__setattr__", TP_SETATTRO, SET_ATTRIBUTE, setattr);
        add("__delattr__", TP_SETATTRO, DELETE_ATTRIBUTE, setattr);
        RichCmpFunc compare = SlotFunctions::richcompare;
        for (CompareOp op : CompareOp.values()) {
            defs.add(new SlotDef(op.method, TP_RICHCOMPARE, RICH_COMPARE, compare, op));
        }
        add("__iter__", TP_ITER, UNARY, (UnaryFunc) SlotFunctions::iter);
        add("__next__", TP_ITERNEXT, NEXT, (IterNextFunc) SlotFunctions::iternext);
        add("__get__", TP_DESCR_GET, DESCRIPTOR_GET, (DescrGetFunc) SlotFunctions::descrGet);
        DescrSetFunc set = SlotFunctions::descrSet;
        add("__set__", TP_DESCR_SET, DESCRIPTOR_SET, set);
        add("__delete__", TP_DESCR_SET, DESCRIPTOR_DELETE, set);
        add("__init__", TP_INIT, INIT, (InitProc) SlotFunctions::init);
        add("__new__", TP_NEW, null, (NewFunc) SlotFunctions::newSlot);
        add("__del__", TP_FINALIZE, FINALIZE, (FinalizeProc) SlotFunctions::finalizeSlot);
        unary("__await__", AM_AWAIT);
        unary("__aiter__", AM_AITER);
        unary("__anext__", AM_ANEXT);
    }

    private void numbers() {
        binary("__add__", "__radd__", NB_ADD);
        binary("__sub__", "__rsub__", NB_SUBTRACT);
        binary("__mul__", "__rmul__", NB_MULTIPLY);
        binary("__mod__", "__rmod__", NB_REMAINDER);
        binary("__divmod__", "__rdivmod__", NB_DIVMOD);
        TernaryFunc power = SlotFunctions::power;
        add("__pow__", NB_POWER, TERNARY, power);
        add("__rpow__", NB_POWER, TERNARY_R, power);
        unary("__neg__", NB_NEGATIVE);
        unary("__pos__", NB_POSITIVE);
        unary("__abs__", NB_ABSOLUTE);
        add("__bool__", NB_BOOL, INQUIRY, (Inquiry) SlotFunctions::bool);
        unary("__invert__", NB_INVERT);
        binary("__lshift__", "__rlshift__", NB_LSHIFT);
        binary("__rshift__", "__rrshift__", NB_RSHIFT);
        binary("__and__", "__rand__", NB_AND);
        binary("__xor__", "__rxor__", NB_XOR);
        binary("__or__", "__ror__", NB_OR);
        unary("__int__", NB_INT);
        unary("__float__", NB_FLOAT);
        inplace("__iadd__", NB_INPLACE_ADD);
        inplace("__isub__", NB_INPLACE_SUBTRACT);
        inplace("__imul__", NB_INPLACE_MULTIPLY);
        inplace("__imod__", NB_INPLACE_REMAINDER);
        add("__ipow__", NB_INPLACE_POWER, TERNARY, (TernaryFunc) (w, a, b, c) -> SlotFunctions.call(w, a, SpecialName.IPOW, b));
        inplace("__ilshift__", NB_INPLACE_LSHIFT);
        inplace("__irshift__", NB_INPLACE_RSHIFT);
        inplace("__iand__", NB_INPLACE_AND);
        inplace("__ixor__", NB_INPLACE_XOR);
        inplace("__ior__", NB_INPLACE_OR);
        binary("__floordiv__", "__rfloordiv__", NB_FLOOR_DIVIDE);
        binary("__truediv__", "__rtruediv__", NB_TRUE_DIVIDE);
        inplace("__ifloordiv__", NB_INPLACE_FLOOR_DIVIDE);
        inplace("__itruediv__", NB_INPLACE_TRUE_DIVIDE);
        unary("__index__", NB_INDEX);
        binary("__matmul__", "__rmatmul__", NB_MATRIX_MULTIPLY);
        inplace("__imatmul__", NB_INPLACE_MATRIX_MULTIPLY);
    }

    private void containers() {
        LenFunc length = SlotFunctions::length;
        BinaryFunc subscript = (w, self, key) -> SlotFunctions.call(w, self, SpecialName.GETITEM, key);
        add("__len__", MP_LENGTH, LENGTH, length);
        add("__getitem__", MP_SUBSCRIPT, BINARY, subscript);
        ObjObjArgProc assign = SlotFunctions::assignSubscript;
        add("__setitem__", MP_ASS_SUBSCRIPT, SET_ITEM, assign);
        add("__delitem__", MP_ASS_SUBSCRIPT, DELETE_ITEM, assign);
        add("__len__", SQ_LENGTH, LENGTH, length);
        // Concatenation and repetition have no generic function: a Python class fills the number slots instead.
        add("__add__", SQ_CONCAT, BINARY, null);
        add("__mul__", SQ_REPEAT, INDEX_ARGUMENT, null);
        add("__rmul__", SQ_REPEAT, INDEX_ARGUMENT, null);
        add("__getitem__", SQ_ITEM, SEQUENCE_ITEM, (SizeArgFunc) SlotFunctions::sequenceItem);
        SizeObjArgProc assignItem = SlotFunctions::assignItem;
        add("__setitem__", SQ_ASS_ITEM, SEQUENCE_SET_ITEM, assignItem);
        add("__delitem__", SQ_ASS_ITEM, SEQUENCE_DELETE_ITEM, assignItem);
        add("__contains__", SQ_CONTAINS, CONTAINS, (ObjObjProc) SlotFunctions::contains);
        add("__iadd__", SQ_INPLACE_CONCAT, BINARY, null);
        add("__imul__", SQ_INPLACE_REPEAT, INDEX_ARGUMENT, null);
    }
}
