package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.Opcode.*;

import dev.glassheap.runtime.syntax.CodeUnit.FrameBlock;
import dev.glassheap.runtime.syntax.CodeUnit.FrameBlockKind;
import java.util.List;
import java.util.Optional;

/** Statements but definitions, {@code try}, {@code with} and {@code match}. */
final class StatementEmitter {

    private final CodeEmitter emitter;

    StatementEmitter(CodeEmitter emitter) {
        this.emitter = emitter;
    }

    /** The body of a module or class. */
    void body(List<Stmt> body) {
        annotationsSetup(body);
        int from = 0;
        if (!body.isEmpty() && FutureFeatures.isString(body.getFirst())) {
            from = 1;
            emitter.expressions.visit(((Stmt.ExprStmt) body.getFirst()).value());
            emitter.nowhere();
            emitter.variable("__doc__", ExprContext.STORE);
        }
        visit(body.subList(from, body.size()));
    }

    void annotationsSetup(List<Stmt> body) {
        if (hasAnnotations(body)) {
            emitter.op(SETUP_ANNOTATIONS);
        }
    }

    private static boolean hasAnnotations(List<Stmt> body) {
        return body.stream().anyMatch(statement -> switch (statement) {
            case Stmt.AnnAssign _ -> true;
            case Stmt.For s -> hasAnnotations(s.body()) || hasAnnotations(s.orelse());
            case Stmt.AsyncFor s -> hasAnnotations(s.body()) || hasAnnotations(s.orelse());
            case Stmt.While s -> hasAnnotations(s.body()) || hasAnnotations(s.orelse());
            case Stmt.If s -> hasAnnotations(s.body()) || hasAnnotations(s.orelse());
            case Stmt.Match s -> s.cases().stream().anyMatch(matchCase -> hasAnnotations(matchCase.body()));
            case Stmt.With s -> hasAnnotations(s.body());
            case Stmt.AsyncWith s -> hasAnnotations(s.body());
            case Stmt.Try s -> inTry(s.body(), s.handlers(), s.orelse(), s.finalbody());
            case Stmt.TryStar s -> inTry(s.body(), s.handlers(), s.orelse(), s.finalbody());
            default -> false;
        });
    }

    private static boolean inTry(
            List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> finalbody) {
        return handlers.stream().anyMatch(handler -> hasAnnotations(handler.body()))
                || hasAnnotations(body) || hasAnnotations(finalbody) || hasAnnotations(orelse);
    }

    void visit(List<Stmt> body) {
        body.forEach(this::visit);
    }

    void visit(Stmt statement) {
        emitter.at(statement);
        ExpressionEmitter expressions = emitter.expressions;
        switch (statement) {
            case Stmt.FunctionDef def -> emitter.definitions.function(
                    def, def.name(), def.args(), def.body(), def.decoratorList(), def.returns(), false);
            case Stmt.AsyncFunctionDef def -> emitter.definitions.function(
                    def, def.name(), def.args(), def.body(), def.decoratorList(), def.returns(), true);
            case Stmt.ClassDef def -> emitter.definitions.classDef(def);
            case Stmt.Return s -> returnStmt(s);
            case Stmt.Delete s -> expressions.visit(s.targets());
            case Stmt.Assign s -> {
                expressions.visit(s.value());
                for (int at = 0; at < s.targets().size(); at++) {
                    if (at + 1 < s.targets().size()) {
                        emitter.op(COPY, 1);
                    }
                    expressions.visit(s.targets().get(at));
                }
            }
            case Stmt.AugAssign s -> new AssignmentEmitter(emitter).augAssign(s);
            case Stmt.AnnAssign s -> new AssignmentEmitter(emitter).annAssign(s);
            case Stmt.For s -> forStmt(s);
            case Stmt.AsyncFor s -> asyncFor(s);
            case Stmt.While s -> whileStmt(s);
            case Stmt.If s -> ifStmt(s);
            case Stmt.With s -> emitter.tries.with(s, s.items(), s.body(), false);
            case Stmt.AsyncWith s -> emitter.tries.with(s, s.items(), s.body(), true);
            case Stmt.Match s -> emitter.patterns.match(s);
            case Stmt.Raise s -> {
                s.exc().ifPresent(expressions::visit);
                s.cause().ifPresent(expressions::visit);
                emitter.op(RAISE_VARARGS, s.exc().isEmpty() ? 0 : s.cause().isEmpty() ? 1 : 2);
            }
            case Stmt.Try s -> emitter.tries.tryStmt(s);
            case Stmt.TryStar s -> emitter.tries.tryStar(s);
            case Stmt.Assert s -> assertStmt(s);
            case Stmt.Import s -> s.names().forEach(this::importName);
            case Stmt.ImportFrom s -> importFrom(s);
            case Stmt.Global _, Stmt.Nonlocal _ -> { }
            case Stmt.ExprStmt s -> expressionStmt(s.value());
            case Stmt.Pass _ -> emitter.op(NOP);
            case Stmt.Break _ -> leaveLoop(true);
            case Stmt.Continue _ -> leaveLoop(false);
        }
    }

    private void expressionStmt(Expr value) {
        if (emitter.displaysValues()) {
            emitter.expressions.visit(value);
            emitter.op(PRINT_EXPR);
        } else if (value instanceof Expr.Constant) {
            emitter.op(NOP);
        } else {
            emitter.expressions.visit(value);
            emitter.nowhere();
            emitter.op(POP_TOP);
        }
    }

    private void returnStmt(Stmt.Return s) {
        Scope scope = emitter.unit().scope;
        if (!scope.isFunctionLike()) {
            throw emitter.error("'return' outside function");
        }
        if (s.value().isPresent() && scope.isCoroutine() && scope.isGenerator()) {
            throw emitter.error("'return' with value in async generator");
        }
        Optional<Expr.Constant> constant = s.value()
                .filter(Expr.Constant.class::isInstance)
                .map(Expr.Constant.class::cast);
        boolean preserve = s.value().isPresent() && constant.isEmpty();
        if (preserve) {
            emitter.expressions.visit(s.value().get());
        } else if (constant.isPresent()) {
            emitter.at(constant.get());
            emitter.op(NOP);
        }
        if (s.value().isEmpty() || s.value().get().span().line() != s.span().line()) {
            emitter.at(s);
            emitter.op(NOP);
        }
        emitter.tries.unwindAll(preserve);
        if (!preserve) {
            emitter.loadConst(constant.map(Expr.Constant::value).orElse(ConstantValue.NONE));
        }
        emitter.op(RETURN_VALUE);
    }

    private void leaveLoop(boolean isBreak) {
        emitter.op(NOP);
        Span here = emitter.unit().location;
        Optional<FrameBlock> loop = emitter.tries.unwindToLoop();
        if (loop.isEmpty()) {
            emitter.unit().location = here;
            throw emitter.error(isBreak ? "'break' outside loop" : "'continue' not properly in loop");
        }
        if (isBreak) {
            emitter.tries.unwind(loop.get(), false);
            emitter.jump(JUMP, loop.get().exit().orElseThrow());
        } else {
            emitter.jump(JUMP, loop.get().start().orElseThrow());
        }
    }

    /** A chain of elifs is compiled in a loop; the blocks after it are those of the nested form. */
    private void ifStmt(Stmt.If first) {
        java.util.Deque<BasicBlock> ends = new java.util.ArrayDeque<>();
        Stmt.If branch = first;
        while (true) {
            BasicBlock end = emitter.newBlock();
            BasicBlock next = branch.orelse().isEmpty() ? end : emitter.newBlock();
            emitter.conditions.jumpIf(branch.test(), next, false);
            visit(branch.body());
            ends.push(end);
            if (branch.orelse().isEmpty()) {
                break;
            }
            emitter.jumpNoLine(end);
            emitter.use(next);
            if (branch.orelse().size() == 1 && branch.orelse().getFirst() instanceof Stmt.If elif) {
                emitter.at(elif);
                branch = elif;
            } else {
                visit(branch.orelse());
                break;
            }
        }
        ends.forEach(emitter::use);
    }

    private void whileStmt(Stmt.While s) {
        BasicBlock loop = emitter.newBlock();
        BasicBlock body = emitter.newBlock();
        BasicBlock anchor = emitter.newBlock();
        BasicBlock end = emitter.newBlock();
        emitter.use(loop);
        emitter.push(FrameBlock.loop(FrameBlockKind.WHILE_LOOP, loop, end));
        emitter.conditions.jumpIf(s.test(), anchor, false);
        emitter.use(body);
        visit(s.body());
        emitter.at(s);
        emitter.conditions.jumpIf(s.test(), body, true);
        emitter.pop();
        emitter.use(anchor);
        visit(s.orelse());
        emitter.use(end);
    }

    private void forStmt(Stmt.For s) {
        BasicBlock start = emitter.newBlock();
        BasicBlock body = emitter.newBlock();
        BasicBlock cleanup = emitter.newBlock();
        BasicBlock end = emitter.newBlock();
        emitter.push(FrameBlock.loop(FrameBlockKind.FOR_LOOP, start, end));
        emitter.expressions.visit(s.iter());
        emitter.op(GET_ITER);
        emitter.use(start);
        emitter.jump(FOR_ITER, cleanup);
        emitter.use(body);
        emitter.expressions.visit(s.target());
        visit(s.body());
        emitter.nowhere();
        emitter.jump(JUMP, start);
        emitter.use(cleanup);
        emitter.pop();
        visit(s.orelse());
        emitter.use(end);
    }

    private void asyncFor(Stmt.AsyncFor s) {
        if (!emitter.unit().asyncFunction) {
            throw emitter.error("'async for' outside async function");
        }
        BasicBlock start = emitter.newBlock();
        BasicBlock except = emitter.newBlock();
        BasicBlock end = emitter.newBlock();
        emitter.expressions.visit(s.iter());
        emitter.op(GET_AITER);
        emitter.use(start);
        emitter.push(FrameBlock.loop(FrameBlockKind.FOR_LOOP, start, end));
        emitter.jump(SETUP_FINALLY, except);
        emitter.op(GET_ANEXT);
        emitter.loadConst(ConstantValue.NONE);
        emitter.yieldFrom(true);
        emitter.op(POP_BLOCK);
        emitter.expressions.visit(s.target());
        visit(s.body());
        emitter.nowhere();
        emitter.jump(JUMP, start);
        emitter.pop();
        emitter.use(except);
        emitter.at(s.iter());
        emitter.op(END_ASYNC_FOR);
        visit(s.orelse());
        emitter.use(end);
    }

    private void assertStmt(Stmt.Assert s) {
        BasicBlock end = emitter.newBlock();
        emitter.conditions.jumpIf(s.test(), end, true);
        emitter.op(LOAD_ASSERTION_ERROR);
        s.msg().ifPresent(message -> {
            emitter.expressions.visit(message);
            emitter.op(PRECALL, 0);
            emitter.op(CALL, 0);
        });
        emitter.op(RAISE_VARARGS, 1);
        emitter.use(end);
    }

    private void importName(Alias alias) {
        emitter.loadConst(0);
        emitter.loadConst(ConstantValue.NONE);
        emitter.named(IMPORT_NAME, alias.name());
        String[] parts = alias.name().split("\\.", -1);
        if (alias.asname().isEmpty()) {
            emitter.variable(parts[0], ExprContext.STORE);
            return;
        }
        for (int at = 1; at < parts.length; at++) {
            emitter.named(IMPORT_FROM, parts[at]);
            if (at < parts.length - 1) {
                emitter.op(SWAP, 2);
                emitter.op(POP_TOP);
            }
        }
        emitter.variable(alias.asname().get(), ExprContext.STORE);
        if (parts.length > 1) {
            emitter.op(POP_TOP);
        }
    }

    private void importFrom(Stmt.ImportFrom s) {
        emitter.loadConst(s.level());
        if (s.span().line() > emitter.futureEndLine() && s.module().filter("__future__"::equals).isPresent()) {
            throw emitter.error("from __future__ imports must occur at the beginning of the file");
        }
        emitter.loadStrings(s.names().stream().map(Alias::name).toList());
        emitter.named(IMPORT_NAME, s.module().orElse(""));
        if (s.names().getFirst().name().equals("*")) {
            emitter.op(IMPORT_STAR);
            return;
        }
        for (Alias alias : s.names()) {
            emitter.named(IMPORT_FROM, alias.name());
            emitter.variable(alias.asname().orElse(alias.name()), ExprContext.STORE);
        }
        emitter.op(POP_TOP);
    }
}
