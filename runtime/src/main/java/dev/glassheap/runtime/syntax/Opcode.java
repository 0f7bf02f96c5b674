package dev.glassheap.runtime.syntax;

/**
 * CPython 3.11's instructions, with the pseudo-instructions of its compiler ({@code JUMP}, {@code SETUP_...}, {@code POP_BLOCK}).
 * Each knows how many code units of inline cache follow it.
 */
enum Opcode {
    NOP, POP_TOP, PUSH_NULL, COPY, SWAP, RESUME, PRINT_EXPR,
    UNARY_POSITIVE, UNARY_NEGATIVE, UNARY_NOT, UNARY_INVERT,
    BINARY_OP(1), BINARY_SUBSCR(4), STORE_SUBSCR(1), DELETE_SUBSCR, COMPARE_OP(2), IS_OP, CONTAINS_OP,
    LOAD_CONST, LOAD_NAME, STORE_NAME, DELETE_NAME, LOAD_GLOBAL(5), STORE_GLOBAL, DELETE_GLOBAL, LOAD_FAST, STORE_FAST,
    DELETE_FAST, LOAD_DEREF, STORE_DEREF, DELETE_DEREF, LOAD_CLASSDEREF, LOAD_CLOSURE, MAKE_CELL, COPY_FREE_VARS,
    LOAD_ATTR(4), STORE_ATTR(4), DELETE_ATTR, LOAD_METHOD(10), PRECALL(1), CALL(4), KW_NAMES, CALL_FUNCTION_EX,
    MAKE_FUNCTION, LOAD_BUILD_CLASS, RETURN_VALUE, RETURN_GENERATOR, YIELD_VALUE, SEND, ASYNC_GEN_WRAP,
    GET_ITER, FOR_ITER, GET_YIELD_FROM_ITER, GET_AWAITABLE, GET_AITER, GET_ANEXT, END_ASYNC_FOR, BEFORE_WITH,
    BEFORE_ASYNC_WITH, WITH_EXCEPT_START,
    BUILD_TUPLE, BUILD_LIST, BUILD_SET, BUILD_MAP, BUILD_STRING, BUILD_CONST_KEY_MAP, BUILD_SLICE, LIST_APPEND, SET_ADD,
    MAP_ADD, LIST_EXTEND, SET_UPDATE, DICT_UPDATE, DICT_MERGE, LIST_TO_TUPLE, UNPACK_SEQUENCE(1), UNPACK_EX, FORMAT_VALUE,
    IMPORT_NAME, IMPORT_FROM, IMPORT_STAR, SETUP_ANNOTATIONS, LOAD_ASSERTION_ERROR, RAISE_VARARGS, RERAISE,
    PUSH_EXC_INFO, POP_EXCEPT, CHECK_EXC_MATCH, CHECK_EG_MATCH, PREP_RERAISE_STAR,
    GET_LEN, MATCH_MAPPING, MATCH_SEQUENCE, MATCH_KEYS, MATCH_CLASS,
    JUMP_IF_FALSE_OR_POP, JUMP_IF_TRUE_OR_POP, POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE, POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE,
    JUMP, JUMP_NO_INTERRUPT, SETUP_FINALLY, SETUP_CLEANUP, SETUP_WITH, POP_BLOCK;

    private final int cacheUnits;

    Opcode() {
        this(0);
    }

    Opcode(int cacheUnits) {
        this.cacheUnits = cacheUnits;
    }

    /** Inline cache entries behind the instruction, in code units of two bytes. */
    int cacheUnits() {
        return cacheUnits;
    }

    boolean isBlockPush() {
        return this == SETUP_FINALLY || this == SETUP_CLEANUP || this == SETUP_WITH;
    }

    boolean isUnconditionalJump() {
        return this == JUMP || this == JUMP_NO_INTERRUPT;
    }

    /** Whether control may go to a target; exception targets not counted. */
    boolean isJump() {
        return switch (this) {
            case JUMP, JUMP_NO_INTERRUPT, JUMP_IF_FALSE_OR_POP, JUMP_IF_TRUE_OR_POP, POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE,
                    POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE, FOR_ITER, SEND -> true;
            default -> false;
        };
    }

    boolean hasTarget() {
        return isJump() || isBlockPush();
    }

    /** Ends a code path. */
    boolean isExit() {
        return this == RETURN_VALUE || this == RAISE_VARARGS || this == RERAISE;
    }

    /**
     * How many items the evaluation stack grows.
     *
     * @param jump whether control goes to the target
     */
    int stackEffect(int arg, boolean jump) {
        return switch (this) {
            case NOP, SWAP, RESUME, UNARY_POSITIVE, UNARY_NEGATIVE, UNARY_NOT, UNARY_INVERT, DELETE_NAME, DELETE_GLOBAL,
                    DELETE_FAST, DELETE_DEREF, MAKE_CELL, COPY_FREE_VARS, LOAD_ATTR, KW_NAMES, RETURN_GENERATOR,
                    YIELD_VALUE, ASYNC_GEN_WRAP, GET_ITER, GET_YIELD_FROM_ITER, GET_AWAITABLE, GET_AITER, LIST_TO_TUPLE,
                    SETUP_ANNOTATIONS, CHECK_EXC_MATCH, CHECK_EG_MATCH, JUMP, JUMP_NO_INTERRUPT, POP_BLOCK -> 0;
            case PUSH_NULL, COPY, LOAD_CONST, LOAD_NAME, LOAD_FAST, LOAD_DEREF, LOAD_CLASSDEREF, LOAD_CLOSURE, LOAD_METHOD,
                    LOAD_BUILD_CLASS, GET_ANEXT, BEFORE_WITH, BEFORE_ASYNC_WITH, WITH_EXCEPT_START, IMPORT_FROM,
                    LOAD_ASSERTION_ERROR, PUSH_EXC_INFO, GET_LEN, MATCH_MAPPING, MATCH_SEQUENCE, MATCH_KEYS -> 1;
            case POP_TOP, PRINT_EXPR, BINARY_OP, BINARY_SUBSCR, COMPARE_OP, IS_OP, CONTAINS_OP, STORE_NAME, STORE_GLOBAL,
                    STORE_FAST, STORE_DEREF, DELETE_ATTR, CALL, RETURN_VALUE, LIST_APPEND, SET_ADD, LIST_EXTEND, SET_UPDATE,
                    DICT_UPDATE, DICT_MERGE, IMPORT_NAME, IMPORT_STAR, RERAISE, POP_EXCEPT, PREP_RERAISE_STAR,
                    POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE, POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE -> -1;
            case STORE_ATTR, DELETE_SUBSCR, MAP_ADD, END_ASYNC_FOR, MATCH_CLASS -> -2;
            case STORE_SUBSCR -> -3;
            case LOAD_GLOBAL -> 1 + (arg & 1);
            case PRECALL, BUILD_CONST_KEY_MAP, RAISE_VARARGS -> -arg;
            case CALL_FUNCTION_EX -> -2 - (arg & 1);
            case MAKE_FUNCTION -> -Integer.bitCount(arg & 0xf);
            case SEND -> jump ? -1 : 0;
            case FOR_ITER -> jump ? -1 : 1;
            case BUILD_TUPLE, BUILD_LIST, BUILD_SET, BUILD_STRING -> 1 - arg;
            case BUILD_MAP -> 1 - 2 * arg;
            case BUILD_SLICE -> arg == 3 ? -2 : -1;
            case UNPACK_SEQUENCE -> arg - 1;
            case UNPACK_EX -> (arg & 0xff) + (arg >> 8);
            case FORMAT_VALUE -> (arg & 4) != 0 ? -1 : 0;
            case JUMP_IF_FALSE_OR_POP, JUMP_IF_TRUE_OR_POP -> jump ? 0 : -1;
            case SETUP_FINALLY, SETUP_WITH -> jump ? 1 : 0;
            case SETUP_CLEANUP -> jump ? 2 : 0;
        };
    }
}
