package dev.glassheap.runtime.syntax;

import dev.glassheap.runtime.syntax.BasicBlock.Instruction;

/** Gives instructions without a line that of the instruction which runs before them, where only one can. */
final class LineNumbers {

    private LineNumbers() {}

    static void propagate(BasicBlock entry, int firstLine) {
        for (BasicBlock block = entry; block != null; block = block.next) {
            if (!block.isEmpty()) {
                propagate(block);
            }
        }
        int line = firstLine;
        for (BasicBlock block = entry; block != null; block = block.next) {
            if (block.isEmpty()) {
                continue;
            }
            Instruction last = block.last();
            if (last.line >= 0) {
                line = last.line;
            } else if (last.opcode == Opcode.RETURN_VALUE) {
                last.line = line;
            }
        }
    }

    private static void propagate(BasicBlock block) {
        int previous = -1;
        for (Instruction instruction : block.instructions) {
            if (instruction.line < 0) {
                instruction.line = previous;
            } else {
                previous = instruction.line;
            }
        }
        if (!block.noFallthrough && block.next != null && block.next.predecessors == 1) {
            take(block.next, previous);
        }
        if (block.endsInJump() && block.last().target.predecessors == 1) {
            take(block.last().target, previous);
        }
    }

    private static void take(BasicBlock block, int line) {
        if (!block.isEmpty() && block.instructions.getFirst().line < 0) {
            block.instructions.getFirst().line = line;
        }
    }
}
