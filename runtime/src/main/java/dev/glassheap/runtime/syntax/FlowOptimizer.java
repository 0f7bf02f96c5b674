package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.Opcode.*;

import dev.glassheap.runtime.syntax.BasicBlock.Instruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** CPython's optimiser of the control flow graph: constant tests, jumps to jumps, copies of short exits, dead code. */
final class FlowOptimizer {

    /** An exit block of at most so many instructions is copied to where it is jumped to from. */
    private static final int MAX_COPY_SIZE = 4;

    private final List<BasicBlock> blocks;
    private final BasicBlock entry;
    private final List<CodeShape.Const> consts;

    /**
     * @param blocks all blocks in the order in which they were made, the entry first
     */
    FlowOptimizer(List<BasicBlock> blocks, List<CodeShape.Const> consts) {
        this.blocks = blocks;
        this.entry = blocks.getFirst();
        this.consts = consts;
    }

    void optimize() {
        for (BasicBlock block = entry; block != null; block = block.next) {
            classify(block);
        }
        inlineExits();
        for (BasicBlock block = entry; block != null; block = block.next) {
            new Peephole(block, consts).run();
            block.removeNops();
        }
        inlineExits();
        markReachable();
        for (BasicBlock block = entry; block != null; block = block.next) {
            if (block.predecessors == 0) {
                block.instructions = new ArrayList<>();
                block.noFallthrough = false;
            }
        }
        eliminateEmptyBlocks();
        for (BasicBlock block = entry; block != null; block = block.next) {
            block.removeNops();
        }
        eliminateEmptyBlocks();
        removeJumpsToNext();
    }

    private static void classify(BasicBlock block) {
        if (block.isEmpty()) {
            return;
        }
        Instruction last = block.last();
        block.exit = last.opcode.isExit();
        block.noFallthrough = block.exit || last.opcode.isUnconditionalJump();
        for (Instruction instruction : block.instructions) {
            skipEmptyTarget(instruction);
        }
    }

    private static void skipEmptyTarget(Instruction instruction) {
        while (instruction.target != null && instruction.target.isEmpty()) {
            instruction.target = instruction.target.next;
        }
    }

    /** The newest block first: chains of exits are shortened from where CPython begins. */
    private void inlineExits() {
        blocks.reversed().forEach(FlowOptimizer::inlineExit);
    }

    private static void inlineExit(BasicBlock block) {
        if (block.isEmpty() || block.last().opcode != JUMP) {
            return;
        }
        Instruction last = block.last();
        BasicBlock target = last.target;
        boolean sameLine = target.exit && target.instructions.stream().allMatch(copied -> copied.line == last.line);
        if ((sameLine || target.isExitWithoutLine()) && target.instructions.size() <= MAX_COPY_SIZE) {
            last.opcode = NOP;
            last.target = null;
            target.instructions.forEach(instruction -> block.instructions.add(instruction.copy()));
            block.exit = true;
        }
    }

    private void markReachable() {
        Deque<BasicBlock> pending = new ArrayDeque<>();
        entry.predecessors = 1;
        pending.push(entry);
        while (!pending.isEmpty()) {
            BasicBlock block = pending.pop();
            block.visited = true;
            if (block.next != null && !block.noFallthrough) {
                reach(block.next, pending);
            }
            for (Instruction instruction : block.instructions) {
                if (instruction.target != null) {
                    reach(instruction.target, pending);
                }
            }
        }
    }

    private static void reach(BasicBlock block, Deque<BasicBlock> pending) {
        if (block.predecessors++ == 0) {
            pending.push(block);
        }
    }

    private void eliminateEmptyBlocks() {
        for (BasicBlock block = entry; block != null; block = block.next) {
            BasicBlock next = block.next;
            while (next != null && next.isEmpty() && next.next != null) {
                next = next.next;
            }
            block.next = next;
        }
        for (BasicBlock block = entry; block != null; block = block.next) {
            block.instructions.forEach(FlowOptimizer::skipEmptyTarget);
        }
    }

    private void removeJumpsToNext() {
        boolean removed = false;
        for (BasicBlock block = entry; block != null; block = block.next) {
            if (block.isEmpty()) {
                continue;
            }
            Instruction last = block.last();
            if (last.opcode.isUnconditionalJump() && last.target == block.next) {
                block.noFallthrough = false;
                last.opcode = NOP;
                last.target = null;
                block.removeNops();
                removed = true;
            }
        }
        if (removed) {
            eliminateEmptyBlocks();
        }
    }

    /** Each jump to an exit that no line shows gets an exit of its own, which then shows the line of the jump. */
    void duplicateExitsWithoutLine() {
        for (BasicBlock block = entry; block != null; block = block.next) {
            if (!block.endsInJump()) {
                continue;
            }
            BasicBlock target = block.last().target;
            if (target.isExitWithoutLine() && target.predecessors > 1) {
                BasicBlock copy = new BasicBlock();
                target.instructions.forEach(instruction -> copy.instructions.add(instruction.copy()));
                copy.exit = target.exit;
                copy.noFallthrough = true;
                copy.instructions.getFirst().line = block.last().line;
                block.last().target = copy;
                target.predecessors--;
                copy.predecessors = 1;
                copy.next = target.next;
                target.next = copy;
            }
        }
        eliminateEmptyBlocks();
        for (BasicBlock block = entry; block != null; block = block.next) {
            if (!block.noFallthrough && block.next != null && !block.isEmpty() && block.next.isExitWithoutLine()
                    && !block.next.isEmpty()) {
                block.next.instructions.getFirst().line = block.last().line;
            }
        }
    }
}
