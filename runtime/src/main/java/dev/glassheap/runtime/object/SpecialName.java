package dev.glassheap.runtime.object;

/** The special names that slots call, each with a number, so that a type finds its method for one without hashing a text. */
enum SpecialName {
    REPR("__repr__"), HASH("__hash__"), CALL("__call__"), STR("__str__"), GETATTRIBUTE("__getattribute__"),
    GETATTR("__getattr__"), SETATTR("__setattr__"), DELATTR("__delattr__"), ITER("__iter__"), NEXT("__next__"),
    GET("__get__"), SET("__set__"), DELETE("__delete__"), INIT("__init__"), NEW("__new__"), DEL("__del__"),
    AWAIT("__await__"), AITER("__aiter__"), ANEXT("__anext__"), ADD("__add__"), RADD("__radd__"), SUB("__sub__"),
    RSUB("__rsub__"), MUL("__mul__"), RMUL("__rmul__"), MOD("__mod__"), RMOD("__rmod__"), DIVMOD("__divmod__"),
    RDIVMOD("__rdivmod__"), POW("__pow__"), RPOW("__rpow__"), NEG("__neg__"), POS("__pos__"), ABS("__abs__"),
    BOOL("__bool__"), INVERT("__invert__"), LSHIFT("__lshift__"), RLSHIFT("__rlshift__"), RSHIFT("__rshift__"),
    RRSHIFT("__rrshift__"), AND("__and__"), RAND("__rand__"), XOR("__xor__"), RXOR("__rxor__"), OR("__or__"), ROR("__ror__"),
    INT("__int__"), FLOAT("__float__"), IADD("__iadd__"), ISUB("__isub__"), IMUL("__imul__"), IMOD("__imod__"),
    IPOW("__ipow__"), ILSHIFT("__ilshift__"), IRSHIFT("__irshift__"), IAND("__iand__"), IXOR("__ixor__"), IOR("__ior__"),
    FLOORDIV("__floordiv__"), RFLOORDIV("__rfloordiv__"), TRUEDIV("__truediv__"), RTRUEDIV("__rtruediv__"),
    IFLOORDIV("__ifloordiv__"), ITRUEDIV("__itruediv__"), INDEX("__index__"), MATMUL("__matmul__"), RMATMUL("__rmatmul__"),
    IMATMUL("__imatmul__"), GETITEM("__getitem__"), LEN("__len__"), SETITEM("__setitem__"), DELITEM("__delitem__"),
    CONTAINS("__contains__"), LT("__lt__"), LE("__le__"), EQ("__eq__"), NE("__ne__"), GT("__gt__"), GE("__ge__");

    final String text;

    SpecialName(String text) {
        this.text = text;
    }

    /** The name of a text such as {@code __add__}. */
    static SpecialName of(String text) {
        return valueOf(text.substring(2, text.length() - 2).toUpperCase(java.util.Locale.ROOT));
    }
}
