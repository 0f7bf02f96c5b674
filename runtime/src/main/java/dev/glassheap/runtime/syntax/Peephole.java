package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.Opcode.*;

import dev.glassheap.runtime.syntax.BasicBlock.Instruction;
import java.util.ArrayList;
import java.util.List;

/** Improvements within one block. */
final class Peephole {

    private final BasicBlock block;
    private final List<CodeShape.Const> consts;
    private final List<Instruction> code;

    Peephole(BasicBlock block, List<CodeShape.Const> consts) {
        this.block = block;
        this.consts = consts;
        this.code = block.instructions;
    }

    private Opcode opcodeAt(int at) {
        return at < code.size() ? code.get(at).opcode : NOP;
    }

    void run() {
        for (int at = 0; at < code.size(); at++) {
            Instruction instruction = code.get(at);
            while (instruction.target != null && instruction.target.isEmpty()) {
                instruction.target = instruction.target.next;
            }
            switch (instruction.opcode) {
                case LOAD_CONST -> constant(at, instruction);
                case BUILD_TUPLE -> tuple(at, instruction);
                case JUMP_IF_FALSE_OR_POP -> at -= orPop(instruction, POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE);
                case JUMP_IF_TRUE_OR_POP -> at -= orPop(instruction, POP_JUMP_IF_TRUE, POP_JUMP_IF_FALSE);
                case POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE, POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE, JUMP -> {
                    if (target(instruction).opcode == JUMP) {
                        at -= thread(instruction, instruction.opcode);
                    }
                }
                case SWAP -> {
                    if (instruction.arg == 1) {
                        instruction.opcode = NOP;
                    } else {
                        at = new SwapOptimizer(block).optimize(at);
                    }
                }
                case PUSH_NULL -> {
                    if (opcodeAt(at + 1) == LOAD_GLOBAL && (code.get(at + 1).arg & 1) == 0) {
                        instruction.opcode = NOP;
                        code.get(at + 1).arg |= 1;
                    }
                }
                default -> { }
            }
        }
    }

    private static Instruction target(Instruction jump) {
        return jump.target.instructions.getFirst();
    }

    /** Jumps to where the jump at the target goes: 1 if so, because the instruction is to be looked at again. */
    private static int thread(Instruction jump, Opcode opcode) {
        Instruction second = target(jump);
        if (jump.line == second.line && jump.target != second.target) {
            jump.target = second.target;
            jump.opcode = opcode;
            return 1;
        }
        return 0;
    }

    /** {@code same} tests for what the jump itself tests, {@code opposite} for the contrary. */
    private static int orPop(Instruction jump, Opcode same, Opcode opposite) {
        Instruction second = target(jump);
        Opcode oppositeOrPop = jump.opcode == JUMP_IF_FALSE_OR_POP ? JUMP_IF_TRUE_OR_POP : JUMP_IF_FALSE_OR_POP;
        if (second.opcode == same) {
            return thread(jump, same);
        }
        if (second.opcode == JUMP || second.opcode == jump.opcode) {
            return thread(jump, jump.opcode);
        }
        if ((second.opcode == opposite || second.opcode == oppositeOrPop) && jump.line == second.line) {
            jump.opcode = same;
            jump.target = jump.target.next;
            return 1;
        }
        return 0;
    }

    private void constant(int at, Instruction load) {
        switch (opcodeAt(at + 1)) {
            case POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE -> {
                Instruction jump = code.get(at + 1);
                boolean jumps = isTrue(load) == (jump.opcode == POP_JUMP_IF_TRUE);
                load.opcode = NOP;
                settle(jump, jumps);
            }
            case JUMP_IF_FALSE_OR_POP, JUMP_IF_TRUE_OR_POP -> {
                Instruction jump = code.get(at + 1);
                boolean jumps = isTrue(load) == (jump.opcode == JUMP_IF_TRUE_OR_POP);
                if (!jumps) {
                    load.opcode = NOP;
                }
                settle(jump, jumps);
            }
            case IS_OP -> testForNone(at, load);
            default -> { }
        }
    }

    private void settle(Instruction jump, boolean jumps) {
        if (jumps) {
            jump.opcode = JUMP;
            block.noFallthrough = true;
        } else {
            jump.opcode = NOP;
            jump.target = null;
        }
    }

    private boolean isTrue(Instruction load) {
        return switch (consts.get(load.arg)) {
            case CodeShape.Const.Value value -> ConstantArithmetic.isTrue(value.value());
            case CodeShape.Const.Code _ -> true;
        };
    }

    private void testForNone(int at, Instruction load) {
        Opcode jump = opcodeAt(at + 2);
        boolean none = consts.get(load.arg) instanceof CodeShape.Const.Value value
                && value.value() instanceof ConstantValue.NoneValue;
        if (!none || jump != POP_JUMP_IF_FALSE && jump != POP_JUMP_IF_TRUE) {
            return;
        }
        boolean isNot = code.get(at + 1).arg == 1;
        load.opcode = NOP;
        code.get(at + 1).opcode = NOP;
        code.get(at + 2).opcode = isNot != (jump == POP_JUMP_IF_FALSE) ? POP_JUMP_IF_NOT_NONE : POP_JUMP_IF_NONE;
    }

    private void tuple(int at, Instruction build) {
        if (opcodeAt(at + 1) == UNPACK_SEQUENCE && code.get(at + 1).arg == build.arg) {
            if (build.arg == 1) {
                build.opcode = NOP;
                code.get(at + 1).opcode = NOP;
                return;
            }
            if (build.arg == 2 || build.arg == 3) {
                build.opcode = NOP;
                code.get(at + 1).opcode = SWAP;
                return;
            }
        }
        if (at >= build.arg) {
            foldTuple(at, build);
        }
    }

    private void foldTuple(int at, Instruction build) {
        List<ConstantValue> items = new ArrayList<>();
        for (Instruction load : code.subList(at - build.arg, at)) {
            if (load.opcode != LOAD_CONST || !(consts.get(load.arg) instanceof CodeShape.Const.Value value)) {
                return;
            }
            items.add(value.value());
        }
        CodeShape.Const folded = new CodeShape.Const.Value(new ConstantValue.TupleValue(List.copyOf(items)));
        int index = consts.indexOf(folded);
        if (index < 0) {
            index = consts.size();
            consts.add(folded);
        }
        code.subList(at - build.arg, at).forEach(load -> load.opcode = NOP);
        build.opcode = LOAD_CONST;
        build.arg = index;
    }
}
