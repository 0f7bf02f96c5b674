package dev.glassheap.runtime.syntax;

import java.util.ArrayList;
import java.util.List;

/** Instructions that run one after the other; only the last may jump. Compared by identity. */
final class BasicBlock {

    /** One instruction; a line of -1 means that no source line is to be shown for it. */
    static final class Instruction {
        Opcode opcode;
        int arg;
        int line;
        BasicBlock target;

        Instruction(Opcode opcode, int arg, int line, BasicBlock target) {
            this.opcode = opcode;
            this.arg = arg;
            this.line = line;
            this.target = target;
        }

        Instruction copy() {
            return new Instruction(opcode, arg, line, target);
        }

        @Override
        public String toString() {
            return opcode + " " + arg;
        }
    }

    List<Instruction> instructions = new ArrayList<>();
    /** The block behind this one in the code; null for the last. */
    BasicBlock next;
    boolean noFallthrough;
    boolean exit;
    int predecessors;
    int startDepth;
    boolean visited;
    /** In code units, while jumps are measured. */
    int offset;

    boolean isEmpty() {
        return instructions.isEmpty();
    }

    Instruction last() {
        return instructions.getLast();
    }

    boolean endsInJump() {
        return !isEmpty() && last().opcode.isJump();
    }

    boolean isExitWithoutLine() {
        return exit && instructions.stream().allMatch(instruction -> instruction.line < 0);
    }

    /** Removes NOPs that no line needs. */
    void removeNops() {
        List<Instruction> kept = new ArrayList<>(instructions.size());
        int previousLine = -1;
        for (int at = 0; at < instructions.size(); at++) {
            Instruction instruction = instructions.get(at);
            if (instruction.opcode == Opcode.NOP && isRedundant(at, previousLine)) {
                continue;
            }
            kept.add(instruction);
            previousLine = instruction.line;
        }
        instructions = kept;
    }

    private boolean isRedundant(int at, int previousLine) {
        int line = instructions.get(at).line;
        if (line < 0 || previousLine == line) {
            return true;
        }
        if (at + 1 < instructions.size()) {
            Instruction following = instructions.get(at + 1);
            if (following.line < 0 || following.line == line) {
                following.line = line;
                return true;
            }
            return false;
        }
        BasicBlock following = next;
        while (following != null && following.isEmpty()) {
            following = following.next;
        }
        return following != null && following.instructions.getFirst().line == line;
    }
}
