package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.Opcode.*;

import dev.glassheap.runtime.syntax.CodeUnit.FrameBlock;
import dev.glassheap.runtime.syntax.CodeUnit.FrameBlockKind;
import java.util.List;
import java.util.Optional;

/** {@code try}, {@code with}, and what has to be undone when control leaves a statement early. */
final class TryEmitter {

    private final CodeEmitter emitter;

    TryEmitter(CodeEmitter emitter) {
        this.emitter = emitter;
    }

    /** Before a return: leaves every statement around. */
    void unwindAll(boolean preserve) {
        unwindStack(preserve, false);
    }

    /** Leaves the statements up to the innermost loop, which is the result and stays entered. */
    Optional<FrameBlock> unwindToLoop() {
        return unwindStack(false, true);
    }

    private Optional<FrameBlock> unwindStack(boolean preserve, boolean toLoop) {
        if (emitter.unit().frameBlocks.isEmpty()) {
            return Optional.empty();
        }
        FrameBlock top = emitter.unit().frameBlocks.peek();
        if (top.kind() == FrameBlockKind.EXCEPTION_GROUP_HANDLER) {
            throw emitter.error("'break', 'continue' and 'return' cannot appear in an except* block");
        }
        if (toLoop && (top.kind() == FrameBlockKind.WHILE_LOOP || top.kind() == FrameBlockKind.FOR_LOOP)) {
            return Optional.of(top);
        }
        emitter.unit().frameBlocks.pop();
        unwind(top, preserve);
        Optional<FrameBlock> loop = unwindStack(preserve, toLoop);
        emitter.unit().frameBlocks.push(top);
        return loop;
    }

    /**
     * Leaves one statement.
     *
     * @param preserve whether the value to return is on the stack
     */
    void unwind(FrameBlock block, boolean preserve) {
        switch (block.kind()) {
            case WHILE_LOOP, EXCEPTION_HANDLER, EXCEPTION_GROUP_HANDLER, ASYNC_COMPREHENSION_GENERATOR -> { }
            case FOR_LOOP, POP_VALUE -> {
                swapIf(preserve);
                emitter.op(POP_TOP);
            }
            case TRY_EXCEPT -> emitter.op(POP_BLOCK);
            case FINALLY_TRY -> {
                emitter.op(POP_BLOCK);
                if (preserve) {
                    emitter.push(FrameBlock.of(FrameBlockKind.POP_VALUE));
                }
                emitter.statements.visit(block.finalbody());
                if (preserve) {
                    emitter.pop();
                }
                emitter.nowhere();
            }
            case FINALLY_END -> {
                swapIf(preserve);
                emitter.op(POP_TOP);
                swapIf(preserve);
                emitter.op(POP_BLOCK);
                emitter.op(POP_EXCEPT);
            }
            case WITH, ASYNC_WITH -> {
                emitter.unit().location = block.location();
                emitter.op(POP_BLOCK);
                swapIf(preserve);
                callExitWithNones();
                if (block.kind() == FrameBlockKind.ASYNC_WITH) {
                    emitter.await(2);
                }
                emitter.op(POP_TOP);
                emitter.nowhere();
            }
            case HANDLER_CLEANUP -> {
                if (block.name().isPresent()) {
                    emitter.op(POP_BLOCK);
                }
                swapIf(preserve);
                emitter.op(POP_BLOCK);
                emitter.op(POP_EXCEPT);
                block.name().ifPresent(this::unbind);
            }
        }
    }

    private void swapIf(boolean preserve) {
        if (preserve) {
            emitter.op(SWAP, 2);
        }
    }

    /** {@code name = None; del name}, so that a reference cycle with the traceback is broken. */
    private void unbind(String name) {
        emitter.loadConst(ConstantValue.NONE);
        emitter.variable(name, ExprContext.STORE);
        emitter.variable(name, ExprContext.DEL);
    }

    private void callExitWithNones() {
        emitter.loadConst(ConstantValue.NONE);
        emitter.loadConst(ConstantValue.NONE);
        emitter.loadConst(ConstantValue.NONE);
        emitter.op(PRECALL, 2);
        emitter.op(CALL, 2);
    }

    private void popExceptAndReraise() {
        emitter.op(COPY, 3);
        emitter.op(POP_EXCEPT);
        emitter.op(RERAISE, 1);
    }

    void tryStmt(Stmt.Try s) {
        Runnable guarded = s.handlers().isEmpty()
                ? () -> emitter.statements.visit(s.body())
                : () -> tryExcept(s);
        withFinally(s.finalbody(), guarded);
    }

    void tryStar(Stmt.TryStar s) {
        Runnable guarded = s.handlers().isEmpty()
                ? () -> emitter.statements.visit(s.body())
                : () -> new ExceptStarEmitter(emitter).tryStar(s);
        withFinally(s.finalbody(), guarded);
    }

    private void withFinally(List<Stmt> finalbody, Runnable guarded) {
        if (finalbody.isEmpty()) {
            guarded.run();
            return;
        }
        BasicBlock body = emitter.newBlock();
        BasicBlock end = emitter.newBlock();
        BasicBlock exit = emitter.newBlock();
        BasicBlock cleanup = emitter.newBlock();
        emitter.jump(SETUP_FINALLY, end);
        emitter.use(body);
        emitter.push(new FrameBlock(FrameBlockKind.FINALLY_TRY, Optional.of(body), Optional.of(end), Optional.empty(),
                finalbody, CodeUnit.NOWHERE));
        guarded.run();
        emitter.opNoLine(POP_BLOCK);
        emitter.pop();
        emitter.statements.visit(finalbody);
        emitter.jumpNoLine(exit);
        emitter.use(end);
        emitter.nowhere();
        emitter.jump(SETUP_CLEANUP, cleanup);
        emitter.op(PUSH_EXC_INFO);
        emitter.push(FrameBlock.of(FrameBlockKind.FINALLY_END));
        emitter.statements.visit(finalbody);
        emitter.pop();
        emitter.op(RERAISE, 0);
        emitter.use(cleanup);
        popExceptAndReraise();
        emitter.use(exit);
    }

    private void tryExcept(Stmt.Try s) {
        BasicBlock body = emitter.newBlock();
        BasicBlock except = emitter.newBlock();
        BasicBlock end = emitter.newBlock();
        BasicBlock cleanup = emitter.newBlock();
        emitter.jump(SETUP_FINALLY, except);
        emitter.use(body);
        emitter.push(FrameBlock.of(FrameBlockKind.TRY_EXCEPT));
        emitter.statements.visit(s.body());
        emitter.pop();
        emitter.opNoLine(POP_BLOCK);
        emitter.statements.visit(s.orelse());
        emitter.jumpNoLine(end);
        emitter.use(except);
        emitter.nowhere();
        emitter.jump(SETUP_CLEANUP, cleanup);
        emitter.op(PUSH_EXC_INFO);
        emitter.push(FrameBlock.of(FrameBlockKind.EXCEPTION_HANDLER));
        for (int at = 0; at < s.handlers().size(); at++) {
            ExceptHandler handler = s.handlers().get(at);
            emitter.at(handler);
            if (handler.type().isEmpty() && at < s.handlers().size() - 1) {
                throw emitter.error("default 'except:' must be last");
            }
            handler(handler, end);
        }
        emitter.nowhere();
        emitter.pop();
        emitter.op(RERAISE, 0);
        emitter.use(cleanup);
        popExceptAndReraise();
        emitter.use(end);
    }

    private void handler(ExceptHandler handler, BasicBlock end) {
        BasicBlock except = emitter.newBlock();
        handler.type().ifPresent(type -> {
            emitter.expressions.visit(type);
            emitter.op(CHECK_EXC_MATCH);
            emitter.jump(POP_JUMP_IF_FALSE, except);
        });
        BasicBlock body = emitter.newBlock();
        if (handler.name().isPresent()) {
            BasicBlock cleanupEnd = emitter.newBlock();
            String name = handler.name().get();
            emitter.variable(name, ExprContext.STORE);
            emitter.jump(SETUP_CLEANUP, cleanupEnd);
            emitter.use(body);
            handlerBody(handler);
            emitter.nowhere();
            emitter.op(POP_BLOCK);
            emitter.op(POP_BLOCK);
            emitter.op(POP_EXCEPT);
            unbind(name);
            emitter.jump(JUMP, end);
            emitter.use(cleanupEnd);
            emitter.nowhere();
            unbind(name);
            emitter.op(RERAISE, 1);
        } else {
            emitter.op(POP_TOP);
            emitter.use(body);
            handlerBody(handler);
            emitter.nowhere();
            emitter.op(POP_BLOCK);
            emitter.op(POP_EXCEPT);
            emitter.jump(JUMP, end);
        }
        emitter.use(except);
    }

    private void handlerBody(ExceptHandler handler) {
        emitter.push(new FrameBlock(FrameBlockKind.HANDLER_CLEANUP, Optional.empty(), Optional.empty(), handler.name(),
                List.of(), CodeUnit.NOWHERE));
        emitter.statements.visit(handler.body());
        emitter.pop();
    }

    void with(Stmt s, List<WithItem> items, List<Stmt> body, boolean isAsync) {
        if (isAsync && !emitter.unit().asyncFunction) {
            throw emitter.error("'async with' outside async function");
        }
        BasicBlock block = emitter.newBlock();
        BasicBlock handler = emitter.newBlock();
        BasicBlock exit = emitter.newBlock();
        BasicBlock cleanup = emitter.newBlock();
        emitter.expressions.visit(items.getFirst().contextExpr());
        emitter.op(isAsync ? BEFORE_ASYNC_WITH : BEFORE_WITH);
        if (isAsync) {
            emitter.await(1);
        }
        emitter.jump(SETUP_WITH, handler);
        emitter.use(block);
        emitter.push(new FrameBlock(isAsync ? FrameBlockKind.ASYNC_WITH : FrameBlockKind.WITH, Optional.of(block),
                Optional.of(handler), Optional.empty(), List.of(), s.span()));
        items.getFirst().optionalVars().ifPresentOrElse(emitter.expressions::visit, () -> emitter.op(POP_TOP));
        if (items.size() == 1) {
            emitter.statements.visit(body);
        } else {
            with(s, items.subList(1, items.size()), body, isAsync);
        }
        emitter.nowhere();
        emitter.op(POP_BLOCK);
        emitter.pop();
        emitter.at(s);
        callExitWithNones();
        if (isAsync) {
            emitter.await(2);
        }
        emitter.op(POP_TOP);
        emitter.jump(JUMP, exit);
        emitter.use(handler);
        emitter.jump(SETUP_CLEANUP, cleanup);
        emitter.op(PUSH_EXC_INFO);
        emitter.op(WITH_EXCEPT_START);
        if (isAsync) {
            emitter.await(2);
        }
        finishWithException(cleanup);
        emitter.use(exit);
    }

    private void finishWithException(BasicBlock cleanup) {
        BasicBlock suppress = emitter.newBlock();
        BasicBlock exit = emitter.newBlock();
        emitter.jump(POP_JUMP_IF_TRUE, suppress);
        emitter.op(RERAISE, 2);
        emitter.use(cleanup);
        popExceptAndReraise();
        emitter.use(suppress);
        emitter.op(POP_TOP);
        emitter.op(POP_BLOCK);
        emitter.op(POP_EXCEPT);
        emitter.op(POP_TOP);
        emitter.op(POP_TOP);
        emitter.jump(JUMP, exit);
        emitter.use(exit);
    }
}
