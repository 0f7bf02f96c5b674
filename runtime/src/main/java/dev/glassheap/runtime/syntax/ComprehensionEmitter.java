package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.Opcode.*;

import dev.glassheap.runtime.syntax.CodeUnit.FrameBlock;
import dev.glassheap.runtime.syntax.CodeUnit.FrameBlockKind;
import java.util.List;
import java.util.Optional;

/** Comprehensions and generator expressions: each is a function that is called at once with the outermost iterator. */
final class ComprehensionEmitter {

    private final CodeEmitter emitter;

    ComprehensionEmitter(CodeEmitter emitter) {
        this.emitter = emitter;
    }

    /**
     * What is collected.
     *
     * @param build the instruction that makes the collection; absent for a generator
     * @param value of a dict's item
     */
    private record Result(Optional<Opcode> build, Opcode add, Expr element, Optional<Expr> value) {}

    void list(Expr.ListComp e) {
        comprehension(e, e.generators(), new Result(Optional.of(BUILD_LIST), LIST_APPEND, e.elt(), Optional.empty()));
    }

    void set(Expr.SetComp e) {
        comprehension(e, e.generators(), new Result(Optional.of(BUILD_SET), SET_ADD, e.elt(), Optional.empty()));
    }

    void dict(Expr.DictComp e) {
        comprehension(e, e.generators(), new Result(Optional.of(BUILD_MAP), MAP_ADD, e.key(), Optional.of(e.value())));
    }

    void generator(Expr.GeneratorExp e) {
        comprehension(e, e.generators(), new Result(Optional.empty(), NOP, e.elt(), Optional.empty()));
    }

    private void comprehension(Expr e, List<Comprehension> clauses, Result result) {
        CodeUnit outer = emitter.unit();
        Comprehension outermost = clauses.getFirst();
        emitter.enter(emitter.table.scopeOf(e), false, e.span().line(), e);
        emitter.at(e);
        boolean isAsync = emitter.unit().scope.isCoroutine();
        boolean collects = result.build().isPresent();
        boolean allowed = outer.asyncFunction || outer.scope.isComprehension();
        if (isAsync && collects && !allowed) {
            throw emitter.error("asynchronous comprehension outside of an asynchronous function");
        }
        emitter.unit().argcount = 1;
        result.build().ifPresent(build -> emitter.op(build, 0));
        clause(clauses, 0, 0, result);
        if (collects) {
            emitter.op(RETURN_VALUE);
        }
        CodeShape code = emitter.leave(outer, true);
        emitter.closure(code, 0);
        emitter.expressions.visit(outermost.iter());
        emitter.op(outermost.isAsync() ? GET_AITER : GET_ITER);
        emitter.op(PRECALL, 0);
        emitter.op(CALL, 0);
        if (isAsync && collects) {
            emitter.await(0);
        }
    }

    private void clause(List<Comprehension> clauses, int index, int depth, Result result) {
        if (clauses.get(index).isAsync()) {
            asyncClause(clauses, index, depth, result);
        } else {
            syncClause(clauses, index, depth, result);
        }
    }

    private void syncClause(List<Comprehension> clauses, int index, int depth, Result result) {
        Comprehension clause = clauses.get(index);
        BasicBlock start = emitter.newBlock();
        BasicBlock ifCleanup = emitter.newBlock();
        BasicBlock anchor = emitter.newBlock();
        Optional<Expr> single = index == 0 ? Optional.empty() : singleElement(clause.iter());
        int inner = single.isPresent() ? depth : depth + 1;
        if (index == 0) {
            emitter.op(LOAD_FAST, 0);
        } else if (single.isPresent()) {
            emitter.expressions.visit(single.get());
        } else {
            emitter.expressions.visit(clause.iter());
            emitter.op(GET_ITER);
        }
        if (single.isEmpty()) {
            emitter.use(start);
            emitter.jump(FOR_ITER, anchor);
        }
        emitter.expressions.visit(clause.target());
        clause.ifs().forEach(test -> emitter.conditions.jumpIf(test, ifCleanup, false));
        innermost(clauses, index + 1, inner, result);
        emitter.use(ifCleanup);
        if (single.isEmpty()) {
            emitter.jump(JUMP, start);
            emitter.use(anchor);
        }
    }

    /** {@code for y in [f(x)]} is an assignment and no loop. */
    private static Optional<Expr> singleElement(Expr iter) {
        List<Expr> elements = switch (iter) {
            case Expr.List list -> list.elts();
            case Expr.Tuple tuple -> tuple.elts();
            default -> List.of();
        };
        return elements.size() == 1 && !(elements.getFirst() instanceof Expr.Starred)
                ? Optional.of(elements.getFirst())
                : Optional.empty();
    }

    private void asyncClause(List<Comprehension> clauses, int index, int depth, Result result) {
        Comprehension clause = clauses.get(index);
        BasicBlock start = emitter.newBlock();
        BasicBlock except = emitter.newBlock();
        BasicBlock ifCleanup = emitter.newBlock();
        if (index == 0) {
            emitter.op(LOAD_FAST, 0);
        } else {
            emitter.expressions.visit(clause.iter());
            emitter.op(GET_AITER);
        }
        emitter.use(start);
        emitter.push(FrameBlock.of(FrameBlockKind.ASYNC_COMPREHENSION_GENERATOR));
        emitter.jump(SETUP_FINALLY, except);
        emitter.op(GET_ANEXT);
        emitter.loadConst(ConstantValue.NONE);
        emitter.yieldFrom(true);
        emitter.op(POP_BLOCK);
        emitter.expressions.visit(clause.target());
        clause.ifs().forEach(test -> emitter.conditions.jumpIf(test, ifCleanup, false));
        innermost(clauses, index + 1, depth + 1, result);
        emitter.use(ifCleanup);
        emitter.jump(JUMP, start);
        emitter.pop();
        emitter.use(except);
        emitter.op(END_ASYNC_FOR);
    }

    private void innermost(List<Comprehension> clauses, int index, int depth, Result result) {
        if (index < clauses.size()) {
            clause(clauses, index, depth, result);
            return;
        }
        emitter.expressions.visit(result.element());
        result.value().ifPresent(emitter.expressions::visit);
        if (result.build().isPresent()) {
            emitter.op(result.add(), depth + 1);
        } else {
            emitter.expressions.yieldValue();
            emitter.op(POP_TOP);
        }
    }
}
