package dev.glassheap.runtime.syntax;

import dev.glassheap.runtime.syntax.BasicBlock.Instruction;
import java.util.ArrayDeque;
import java.util.Deque;

/** The greatest number of items on the evaluation stack over all paths. */
final class StackDepth {

    private static final int NOT_REACHED = Integer.MIN_VALUE;

    private final Deque<BasicBlock> pending = new ArrayDeque<>();
    private int deepest;

    private StackDepth() {}

    static int of(BasicBlock entry, boolean resumable) {
        for (BasicBlock block = entry; block != null; block = block.next) {
            block.startDepth = NOT_REACHED;
        }
        StackDepth depth = new StackDepth();
        depth.reach(entry, resumable ? 1 : 0);
        while (!depth.pending.isEmpty()) {
            depth.follow(depth.pending.pop());
        }
        return depth.deepest;
    }

    private void reach(BasicBlock block, int depth) {
        if (block.startDepth < depth && block.startDepth < 100) {
            block.startDepth = depth;
            pending.push(block);
        }
    }

    private void follow(BasicBlock block) {
        int depth = block.startDepth;
        for (Instruction instruction : block.instructions) {
            int after = depth + instruction.opcode.stackEffect(instruction.arg, false);
            deepest = Math.max(deepest, after);
            if (instruction.target != null) {
                int atTarget = depth + instruction.opcode.stackEffect(instruction.arg, true);
                deepest = Math.max(deepest, atTarget);
                reach(instruction.target, atTarget);
            }
            depth = after;
            if (instruction.opcode.isUnconditionalJump() || instruction.opcode.isExit()) {
                return;
            }
        }
        if (block.next != null) {
            reach(block.next, depth);
        }
    }
}
