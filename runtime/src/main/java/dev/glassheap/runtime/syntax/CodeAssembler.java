package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.Opcode.*;

import dev.glassheap.runtime.syntax.BasicBlock.Instruction;
import java.util.ArrayList;
import java.util.List;

/** From the blocks of a unit to its shape: prefix, optimisation, lines, stack depth, length. Steps in CPython's order. */
final class CodeAssembler {

    private final CodeUnit unit;
    private final boolean futureAnnotations;
    private final List<CodeShape.Const> consts;

    CodeAssembler(CodeUnit unit, boolean futureAnnotations) {
        this.unit = unit;
        this.futureAnnotations = futureAnnotations;
        this.consts = unit.constants();
    }

    CodeShape assemble() {
        BasicBlock entry = unit.entry;
        List<Integer> slots = fixCells(entry);
        insertPrefix(entry, slots);
        FlowOptimizer optimizer = new FlowOptimizer(unit.blocks, consts);
        optimizer.optimize();
        optimizer.duplicateExitsWithoutLine();
        trimUnusedConsts(entry);
        LineNumbers.propagate(entry, unit.firstLine);
        int stackSize = StackDepth.of(entry, unit.scope.isGenerator() || unit.scope.isCoroutine());
        for (BasicBlock block = entry; block != null; block = block.next) {
            for (Instruction instruction : block.instructions) {
                if (instruction.opcode.isBlockPush() || instruction.opcode == POP_BLOCK) {
                    instruction.opcode = NOP;
                    instruction.target = null;
                }
            }
        }
        for (BasicBlock block = entry; block != null; block = block.next) {
            block.removeNops();
        }
        return new CodeShape(unit.scope, unit.argcount, unit.posonlyargcount, unit.kwonlyargcount, flags(), unit.firstLine,
                stackSize, measure(entry), List.copyOf(consts), List.copyOf(unit.names.keySet()),
                List.copyOf(unit.varnames.keySet()), unit.cellvars, unit.freevars);
    }

    private int flags() {
        Scope scope = unit.scope;
        int flags = futureAnnotations ? CodeShape.CO_FUTURE_ANNOTATIONS : 0;
        if (scope.isFunctionLike()) {
            flags |= CodeShape.CO_OPTIMIZED | CodeShape.CO_NEWLOCALS;
            flags |= scope.isNested() ? CodeShape.CO_NESTED : 0;
            flags |= scope.hasVarArgs() ? CodeShape.CO_VARARGS : 0;
            flags |= scope.hasVarKeywords() ? CodeShape.CO_VARKEYWORDS : 0;
            if (scope.isGenerator()) {
                flags |= scope.isCoroutine() ? CodeShape.CO_ASYNC_GENERATOR : CodeShape.CO_GENERATOR;
            } else {
                flags |= scope.isCoroutine() ? CodeShape.CO_COROUTINE : 0;
            }
        }
        return flags;
    }

    /** Cells are numbered behind the locals; a parameter that is a cell keeps its number. */
    private List<Integer> fixCells(BasicBlock entry) {
        List<Integer> slots = new ArrayList<>();
        int next = unit.varnames.size();
        for (String cell : unit.cellvars) {
            Integer parameter = unit.varnames.get(cell);
            slots.add(parameter == null ? next++ : parameter);
        }
        for (int at = 0; at < unit.freevars.size(); at++) {
            slots.add(next++);
        }
        for (BasicBlock block = entry; block != null; block = block.next) {
            for (Instruction instruction : block.instructions) {
                switch (instruction.opcode) {
                    case LOAD_CLOSURE, LOAD_DEREF, STORE_DEREF, DELETE_DEREF, LOAD_CLASSDEREF ->
                            instruction.arg = slots.get(instruction.arg);
                    default -> { }
                }
            }
        }
        return slots;
    }

    private void insertPrefix(BasicBlock entry, List<Integer> slots) {
        List<Instruction> prefix = new ArrayList<>();
        if (!unit.freevars.isEmpty()) {
            prefix.add(new Instruction(COPY_FREE_VARS, unit.freevars.size(), -1, null));
        }
        for (int slot : slots.subList(0, unit.cellvars.size())) {
            prefix.add(new Instruction(MAKE_CELL, slot, -1, null));
        }
        boolean resumable = unit.scope.isFunctionLike() && (unit.scope.isGenerator() || unit.scope.isCoroutine());
        if (resumable) {
            prefix.add(new Instruction(RETURN_GENERATOR, 0, unit.firstLine, null));
            prefix.add(new Instruction(POP_TOP, 0, -1, null));
        }
        entry.instructions.addAll(0, prefix);
    }

    /** The first constant may be the docstring and stays. */
    private void trimUnusedConsts(BasicBlock entry) {
        int last = 0;
        for (BasicBlock block = entry; block != null; block = block.next) {
            for (Instruction instruction : block.instructions) {
                if (instruction.opcode == LOAD_CONST || instruction.opcode == KW_NAMES) {
                    last = Math.max(last, instruction.arg);
                }
            }
        }
        while (consts.size() > last + 1) {
            consts.removeLast();
        }
    }

    /** The length in code units; jumps are relative, so their prefixes depend on the length in turn. */
    private static int measure(BasicBlock entry) {
        int total = 0;
        int before;
        do {
            before = total;
            total = 0;
            for (BasicBlock block = entry; block != null; block = block.next) {
                block.offset = total;
                for (Instruction instruction : block.instructions) {
                    total += size(instruction);
                }
            }
            int at = 0;
            for (BasicBlock block = entry; block != null; block = block.next) {
                for (Instruction instruction : block.instructions) {
                    at += size(instruction);
                    if (instruction.target != null) {
                        instruction.arg = Math.abs(instruction.target.offset - at);
                    }
                }
            }
        } while (total != before);
        return total;
    }

    private static int size(Instruction instruction) {
        int arg = instruction.arg;
        int prefixes = arg > 0xffffff ? 3 : arg > 0xffff ? 2 : arg > 0xff ? 1 : 0;
        return 1 + prefixes + instruction.opcode.cacheUnits();
    }
}
