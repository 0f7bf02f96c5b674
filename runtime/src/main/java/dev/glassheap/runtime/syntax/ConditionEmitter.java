package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.Opcode.*;

import java.util.List;

/** Tests, comparisons, {@code and}/{@code or} and conditional expressions: as values, and as jumps. */
final class ConditionEmitter {

    private final CodeEmitter emitter;

    ConditionEmitter(CodeEmitter emitter) {
        this.emitter = emitter;
    }

    /** Goes to {@code target} if the truth of {@code e} is {@code condition}. */
    void jumpIf(Expr e, BasicBlock target, boolean condition) {
        switch (e) {
            case Expr.UnaryOp op when op.op() == Expr.UnaryOp.Op.NOT -> jumpIf(op.operand(), target, !condition);
            case Expr.BoolOp op -> jumpIfBool(op, target, condition);
            case Expr.IfExp choice -> {
                BasicBlock end = emitter.newBlock();
                BasicBlock orelse = emitter.newBlock();
                jumpIf(choice.test(), orelse, false);
                jumpIf(choice.body(), target, condition);
                emitter.jumpNoLine(end);
                emitter.use(orelse);
                jumpIf(choice.orelse(), target, condition);
                emitter.use(end);
            }
            case Expr.Compare compare when compare.ops().size() > 1 -> jumpIfChain(compare, target, condition);
            default -> {
                if (e instanceof Expr.Compare) {
                    emitter.at(e);
                }
                emitter.expressions.visit(e);
                emitter.jump(condition ? POP_JUMP_IF_TRUE : POP_JUMP_IF_FALSE, target);
            }
        }
    }

    private void jumpIfBool(Expr.BoolOp op, BasicBlock target, boolean condition) {
        boolean or = op.op() == Expr.BoolOp.Op.OR;
        BasicBlock shortcut = or == condition ? target : emitter.newBlock();
        List<Expr> values = op.values();
        for (Expr value : values.subList(0, values.size() - 1)) {
            jumpIf(value, shortcut, or);
        }
        jumpIf(values.getLast(), target, condition);
        if (shortcut != target) {
            emitter.use(shortcut);
        }
    }

    private void jumpIfChain(Expr.Compare compare, BasicBlock target, boolean condition) {
        emitter.at(compare);
        BasicBlock cleanup = emitter.newBlock();
        int last = compare.ops().size() - 1;
        emitter.expressions.visit(compare.left());
        for (int at = 0; at < last; at++) {
            link(compare, at);
            emitter.jump(POP_JUMP_IF_FALSE, cleanup);
        }
        emitter.expressions.visit(compare.comparators().get(last));
        emitter.compare(compare.ops().get(last));
        emitter.jump(condition ? POP_JUMP_IF_TRUE : POP_JUMP_IF_FALSE, target);
        BasicBlock end = emitter.newBlock();
        emitter.jumpNoLine(end);
        emitter.use(cleanup);
        emitter.op(POP_TOP);
        if (!condition) {
            emitter.jumpNoLine(target);
        }
        emitter.use(end);
    }

    /** One comparison of a chain; the right operand stays for the next. */
    private void link(Expr.Compare compare, int at) {
        emitter.expressions.visit(compare.comparators().get(at));
        emitter.op(SWAP, 2);
        emitter.op(COPY, 2);
        emitter.compare(compare.ops().get(at));
    }

    void compare(Expr.Compare e) {
        emitter.expressions.visit(e.left());
        int last = e.ops().size() - 1;
        if (last == 0) {
            emitter.expressions.visit(e.comparators().getFirst());
            emitter.compare(e.ops().getFirst());
            return;
        }
        BasicBlock cleanup = emitter.newBlock();
        for (int at = 0; at < last; at++) {
            link(e, at);
            emitter.jump(JUMP_IF_FALSE_OR_POP, cleanup);
        }
        emitter.expressions.visit(e.comparators().get(last));
        emitter.compare(e.ops().get(last));
        BasicBlock end = emitter.newBlock();
        emitter.jumpNoLine(end);
        emitter.use(cleanup);
        emitter.op(SWAP, 2);
        emitter.op(POP_TOP);
        emitter.use(end);
    }

    void boolOp(Expr.BoolOp e) {
        Opcode jump = e.op() == Expr.BoolOp.Op.AND ? JUMP_IF_FALSE_OR_POP : JUMP_IF_TRUE_OR_POP;
        BasicBlock end = emitter.newBlock();
        for (Expr value : e.values().subList(0, e.values().size() - 1)) {
            emitter.expressions.visit(value);
            emitter.jump(jump, end);
            emitter.use(emitter.newBlock());
        }
        emitter.expressions.visit(e.values().getLast());
        emitter.use(end);
    }

    void ifExp(Expr.IfExp e) {
        BasicBlock end = emitter.newBlock();
        BasicBlock orelse = emitter.newBlock();
        jumpIf(e.test(), orelse, false);
        emitter.expressions.visit(e.body());
        emitter.jumpNoLine(end);
        emitter.use(orelse);
        emitter.expressions.visit(e.orelse());
        emitter.use(end);
    }
}
