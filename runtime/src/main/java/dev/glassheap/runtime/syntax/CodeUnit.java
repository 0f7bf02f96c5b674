package dev.glassheap.runtime.syntax;

import dev.glassheap.runtime.syntax.BasicBlock.Instruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One code object while it is being compiled: its blocks, tables and the statements around the present one. */
final class CodeUnit {

    /** No line is shown for an instruction. */
    static final Span NOWHERE = new Span(-1, -1, -1, -1);

    /** What has to be undone when control leaves. */
    enum FrameBlockKind {
        WHILE_LOOP, FOR_LOOP, TRY_EXCEPT, FINALLY_TRY, FINALLY_END, WITH, ASYNC_WITH, HANDLER_CLEANUP, POP_VALUE,
        EXCEPTION_HANDLER, EXCEPTION_GROUP_HANDLER, ASYNC_COMPREHENSION_GENERATOR
    }

    /**
     * A statement around the present one.
     *
     * @param start where {@code continue} goes
     * @param exit where {@code break} goes
     * @param name the name that an except handler binds
     * @param finalbody the statements of the {@code finally}
     * @param location of the {@code with}
     */
    record FrameBlock(FrameBlockKind kind, Optional<BasicBlock> start, Optional<BasicBlock> exit, Optional<String> name,
            List<Stmt> finalbody, Span location) {

        static FrameBlock of(FrameBlockKind kind) {
            return new FrameBlock(kind, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), NOWHERE);
        }

        static FrameBlock loop(FrameBlockKind kind, BasicBlock start, BasicBlock exit) {
            return new FrameBlock(kind, Optional.of(start), Optional.of(exit), Optional.empty(), List.of(), NOWHERE);
        }
    }

    final Scope scope;
    final boolean asyncFunction;
    final int firstLine;
    final Map<CodeShape.Const, Integer> consts = new LinkedHashMap<>();
    final Map<String, Integer> names = new LinkedHashMap<>();
    final Map<String, Integer> varnames = new LinkedHashMap<>();
    final List<String> cellvars;
    final List<String> freevars;
    final Deque<FrameBlock> frameBlocks = new ArrayDeque<>();
    /** In the order in which they were made, which the optimiser depends on. */
    final List<BasicBlock> blocks = new ArrayList<>();
    final BasicBlock entry = newBlock();
    Span location = NOWHERE;
    int argcount;
    int posonlyargcount;
    int kwonlyargcount;
    private BasicBlock current = entry;

    CodeUnit(Scope scope, boolean asyncFunction, int firstLine) {
        this.scope = scope;
        this.asyncFunction = asyncFunction;
        this.firstLine = firstLine;
        cellvars = scope.needsClassCell() ? List.of("__class__") : scope.cellVars();
        freevars = scope.freeVars();
        scope.parameters().forEach(this::varname);
    }

    int varname(String name) {
        return varnames.computeIfAbsent(name, key -> varnames.size());
    }

    int name(String name) {
        return names.computeIfAbsent(name, key -> names.size());
    }

    int constant(CodeShape.Const value) {
        return consts.computeIfAbsent(value, key -> consts.size());
    }

    BasicBlock newBlock() {
        BasicBlock block = new BasicBlock();
        blocks.add(block);
        return block;
    }

    void use(BasicBlock block) {
        current.next = block;
        current = block;
    }

    void add(Opcode opcode, int arg, int line, BasicBlock target) {
        if (!current.isEmpty() && (current.last().opcode.isJump() || current.last().opcode.isExit())) {
            use(newBlock());
        }
        current.instructions.add(new Instruction(opcode, arg, line, target));
    }

    /** Whether control cannot reach the end of the code: its last instruction returns. */
    boolean endsWithReturn() {
        return !current.isEmpty() && current.last().opcode == Opcode.RETURN_VALUE;
    }

    List<CodeShape.Const> constants() {
        return new ArrayList<>(consts.keySet());
    }
}
