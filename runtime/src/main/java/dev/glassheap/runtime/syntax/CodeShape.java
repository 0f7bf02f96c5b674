package dev.glassheap.runtime.syntax;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What CPython 3.11's compiler would make of one code unit, as far as it can be observed: sizes and tables, no instructions.
 *
 * @param scope the block that was compiled
 * @param argcount positional parameters, those that are positional-only included
 * @param flags {@code co_flags}
 * @param firstLine {@code co_firstlineno}: of the first decorator if there is one
 * @param stackSize {@code co_stacksize}
 * @param codeUnits length of the code in units of two bytes, inline caches included: {@code len(co_code) / 2}
 * @param varnames {@code co_varnames}: parameters, then other locals in the order of the compiled code
 * @param cellvars {@code co_cellvars}
 * @param freevars {@code co_freevars}
 */
public record CodeShape(
        Scope scope,
        int argcount,
        int posonlyargcount,
        int kwonlyargcount,
        int flags,
        int firstLine,
        int stackSize,
        int codeUnits,
        List<Const> consts,
        List<String> names,
        List<String> varnames,
        List<String> cellvars,
        List<String> freevars) {

    public static final int CO_OPTIMIZED = 0x1;
    public static final int CO_NEWLOCALS = 0x2;
    public static final int CO_VARARGS = 0x4;
    public static final int CO_VARKEYWORDS = 0x8;
    public static final int CO_NESTED = 0x10;
    public static final int CO_GENERATOR = 0x20;
    public static final int CO_COROUTINE = 0x80;
    public static final int CO_ASYNC_GENERATOR = 0x200;
    public static final int CO_FUTURE_ANNOTATIONS = 0x1000000;

    /** Size of a code object without its instructions, in bytes, in 3.11. */
    private static final int FIXED_BYTES = 184;

    /** An entry of {@code co_consts}. */
    public sealed interface Const {

        record Value(ConstantValue value) implements Const {}

        /**
         * The code of a function, class, lambda or comprehension inside. What is compiled twice, because it stands in a
         * {@code finally}, is one constant.
         */
        record Code(CodeShape code) implements Const {

            @Override
            public boolean equals(Object other) {
                return other instanceof Code that && code.scope() == that.code.scope();
            }

            @Override
            public int hashCode() {
                return System.identityHashCode(code.scope());
            }
        }
    }

    /** {@code sys.getsizeof} of the code object, in bytes; a multiple of 8, as of every object of variable size. */
    public int sizeInBytes() {
        return FIXED_BYTES + 2 * codeUnits + 7 & ~7;
    }

    /** Slots of a frame for locals, cells and free variables; a parameter that is a cell takes one slot. */
    public int nlocalsplus() {
        return (int) Stream.concat(Stream.concat(varnames.stream(), cellvars.stream()), freevars.stream())
                .distinct()
                .count();
    }

    /**
     * The shapes of a tree that {@link ConstantFolding} has folded, by the scopes of its symbol table.
     *
     * @throws PythonSyntaxError for what CPython's compiler refuses ('return' outside function, and the like)
     */
    public static Map<Scope, CodeShape> of(Mod folded, SymbolTable table, String fileName) {
        return DeepStack.call(() -> {
            Map<Scope, CodeShape> shapes = new IdentityHashMap<>();
            new CodeEmitter(table, fileName, shapes).compile(folded);
            return shapes;
        });
    }
}
