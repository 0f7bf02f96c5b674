package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.Opcode.*;

/** Augmented and annotated assignments. */
final class AssignmentEmitter {

    private final CodeEmitter emitter;

    AssignmentEmitter(CodeEmitter emitter) {
        this.emitter = emitter;
    }

    void augAssign(Stmt.AugAssign s) {
        ExpressionEmitter expressions = emitter.expressions;
        emitter.at(s.target());
        switch (s.target()) {
            case Expr.Attribute target -> {
                expressions.visit(target.value());
                emitter.op(COPY, 1);
                expressions.atAttribute(target);
                emitter.named(LOAD_ATTR, target.attr());
            }
            case Expr.Subscript target -> {
                expressions.visit(target.value());
                expressions.visit(target.slice());
                emitter.op(COPY, 2);
                emitter.op(COPY, 2);
                emitter.op(BINARY_SUBSCR);
            }
            case Expr.Name target -> emitter.variable(target.id(), ExprContext.LOAD);
            default -> throw new IllegalArgumentException("no target: " + s.target());
        }
        emitter.at(s);
        expressions.visit(s.value());
        emitter.op(BINARY_OP, 13);
        emitter.at(s.target());
        switch (s.target()) {
            case Expr.Attribute target -> {
                expressions.atAttribute(target);
                emitter.op(SWAP, 2);
                emitter.named(STORE_ATTR, target.attr());
            }
            case Expr.Subscript _ -> {
                emitter.op(SWAP, 3);
                emitter.op(SWAP, 2);
                emitter.op(STORE_SUBSCR);
            }
            case Expr.Name target -> emitter.variable(target.id(), ExprContext.STORE);
            default -> throw new IllegalArgumentException("no target: " + s.target());
        }
    }

    void annAssign(Stmt.AnnAssign s) {
        s.value().ifPresent(value -> {
            emitter.expressions.visit(value);
            emitter.expressions.visit(s.target());
        });
        boolean noValue = s.value().isEmpty();
        switch (s.target()) {
            case Expr.Name target -> {
                emitter.forbidDebug(target.id(), ExprContext.STORE);
                if (s.simple() && storesAnnotations()) {
                    emitter.expressions.annotation(s.annotation());
                    emitter.named(LOAD_NAME, "__annotations__");
                    emitter.loadConst(emitter.unit().scope.mangle(target.id()));
                    emitter.op(STORE_SUBSCR);
                }
            }
            case Expr.Attribute target -> {
                emitter.forbidDebug(target.attr(), ExprContext.STORE);
                if (noValue) {
                    evaluate(target.value());
                }
            }
            case Expr.Subscript target -> {
                if (noValue) {
                    evaluate(target.value());
                    evaluateSlice(target.slice());
                }
            }
            default -> throw emitter.error("invalid node type for annotated assignment");
        }
        if (!s.simple() && !emitter.futureAnnotations() && storesAnnotations()) {
            evaluate(s.annotation());
        }
    }

    private boolean storesAnnotations() {
        return !emitter.unit().scope.isFunctionLike();
    }

    private void evaluate(Expr expr) {
        emitter.expressions.visit(expr);
        emitter.op(POP_TOP);
    }

    private void evaluateSlice(Expr slice) {
        switch (slice) {
            case Expr.Slice s -> {
                s.lower().ifPresent(this::evaluate);
                s.upper().ifPresent(this::evaluate);
                s.step().ifPresent(this::evaluate);
            }
            case Expr.Tuple tuple -> tuple.elts().forEach(this::evaluateSlice);
            default -> evaluate(slice);
        }
    }
}
