package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.Opcode.*;

import dev.glassheap.runtime.syntax.BasicBlock.Instruction;
import java.util.Collections;
import java.util.List;

/** Fewer SWAPs: a run of them is the shortest for its permutation, and some are done by reordering what follows. */
final class SwapOptimizer {

    private static final int VISITED = -1;

    private final List<Instruction> code;

    SwapOptimizer(BasicBlock block) {
        this.code = block.instructions;
    }

    /** Optimizes the run that begins at {@code at}; the result is the index of its last instruction. */
    int optimize(int at) {
        int last = shorten(at);
        applyStatically(last);
        return last;
    }

    private int shorten(int start) {
        int depth = code.get(start).arg;
        int length = 1;
        boolean more = false;
        while (start + length < code.size()) {
            Instruction instruction = code.get(start + length);
            if (instruction.opcode == SWAP) {
                depth = Math.max(depth, instruction.arg);
                more = true;
            } else if (instruction.opcode != NOP) {
                break;
            }
            length++;
        }
        if (!more) {
            return start;
        }
        int[] stack = simulate(start, length, depth);
        int current = start + length - 1;
        for (int at = 0; at < depth; at++) {
            if (stack[at] == VISITED || stack[at] == at) {
                continue;
            }
            int position = at;
            while (true) {
                if (position != 0) {
                    code.get(current).opcode = SWAP;
                    code.get(current).arg = position + 1;
                    current--;
                }
                if (stack[position] == VISITED) {
                    break;
                }
                int next = stack[position];
                stack[position] = VISITED;
                position = next;
            }
        }
        while (current >= start) {
            code.get(current--).opcode = NOP;
        }
        return start + length - 1;
    }

    private int[] simulate(int start, int length, int depth) {
        int[] stack = new int[depth];
        for (int at = 0; at < depth; at++) {
            stack[at] = at;
        }
        for (Instruction instruction : code.subList(start, start + length)) {
            if (instruction.opcode == SWAP) {
                int top = stack[0];
                stack[0] = stack[instruction.arg - 1];
                stack[instruction.arg - 1] = top;
            }
        }
        return stack;
    }

    private static boolean isSwappable(Opcode opcode) {
        return opcode == STORE_FAST || opcode == POP_TOP;
    }

    private int nextSwappable(int from, int line) {
        for (int at = from + 1; at < code.size(); at++) {
            Instruction instruction = code.get(at);
            if (line >= 0 && instruction.line != line) {
                return -1;
            }
            if (instruction.opcode != NOP) {
                return isSwappable(instruction.opcode) ? at : -1;
            }
        }
        return -1;
    }

    private void applyStatically(int from) {
        for (int at = from; at >= 0; at--) {
            Instruction swap = code.get(at);
            if (swap.opcode != SWAP) {
                if (swap.opcode == NOP || isSwappable(swap.opcode)) {
                    continue;
                }
                return;
            }
            int first = nextSwappable(at, -1);
            if (first < 0) {
                return;
            }
            int second = first;
            int line = code.get(first).line;
            for (int count = swap.arg - 1; count > 0; count--) {
                second = nextSwappable(second, line);
                if (second < 0) {
                    return;
                }
            }
            if (conflict(first, second)) {
                return;
            }
            swap.opcode = NOP;
            Collections.swap(code, first, second);
        }
    }

    /** Whether the order of stores to one variable would change. */
    private boolean conflict(int first, int second) {
        int a = storesTo(first);
        int b = storesTo(second);
        if (a < 0 && b < 0) {
            return false;
        }
        if (a == b) {
            return true;
        }
        for (int at = first + 1; at < second; at++) {
            int store = storesTo(at);
            if (store >= 0 && (store == a || store == b)) {
                return true;
            }
        }
        return false;
    }

    private int storesTo(int at) {
        return code.get(at).opcode == STORE_FAST ? code.get(at).arg : -1;
    }
}
