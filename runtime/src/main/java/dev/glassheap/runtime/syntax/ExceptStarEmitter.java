package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.Opcode.*;

import dev.glassheap.runtime.syntax.CodeUnit.FrameBlock;
import dev.glassheap.runtime.syntax.CodeUnit.FrameBlockKind;
import java.util.List;
import java.util.Optional;

/** {@code try} with {@code except*}: each handler takes its part of the group, what is left is raised again. */
final class ExceptStarEmitter {

    private final CodeEmitter emitter;

    ExceptStarEmitter(CodeEmitter emitter) {
        this.emitter = emitter;
    }

    void tryStar(Stmt.TryStar s) {
        BasicBlock body = emitter.newBlock();
        BasicBlock except = emitter.newBlock();
        BasicBlock orelse = emitter.newBlock();
        BasicBlock end = emitter.newBlock();
        BasicBlock cleanup = emitter.newBlock();
        BasicBlock reraiseStar = emitter.newBlock();
        emitter.jump(SETUP_FINALLY, except);
        emitter.use(body);
        emitter.push(FrameBlock.of(FrameBlockKind.TRY_EXCEPT));
        emitter.statements.visit(s.body());
        emitter.pop();
        emitter.opNoLine(POP_BLOCK);
        emitter.jumpNoLine(orelse);
        emitter.use(except);
        emitter.nowhere();
        emitter.jump(SETUP_CLEANUP, cleanup);
        emitter.op(PUSH_EXC_INFO);
        emitter.push(FrameBlock.of(FrameBlockKind.EXCEPTION_GROUP_HANDLER));
        for (int at = 0; at < s.handlers().size(); at++) {
            emitter.at(s.handlers().get(at));
            if (at == 0) {
                emitter.op(COPY, 1);
                emitter.op(BUILD_LIST, 0);
                emitter.op(SWAP, 2);
            }
            handler(s.handlers().get(at));
        }
        emitter.op(LIST_APPEND, 1);
        emitter.jump(JUMP, reraiseStar);
        emitter.pop();
        BasicBlock reraise = emitter.newBlock();
        emitter.use(reraiseStar);
        emitter.op(PREP_RERAISE_STAR);
        emitter.op(COPY, 1);
        emitter.jump(POP_JUMP_IF_NOT_NONE, reraise);
        emitter.op(POP_TOP);
        emitter.op(POP_BLOCK);
        emitter.op(POP_EXCEPT);
        emitter.jump(JUMP, end);
        emitter.use(reraise);
        emitter.op(POP_BLOCK);
        emitter.op(SWAP, 2);
        emitter.op(POP_EXCEPT);
        emitter.op(RERAISE, 0);
        emitter.use(cleanup);
        emitter.op(COPY, 3);
        emitter.op(POP_EXCEPT);
        emitter.op(RERAISE, 1);
        emitter.use(orelse);
        emitter.statements.visit(s.orelse());
        emitter.use(end);
    }

    private void handler(ExceptHandler handler) {
        BasicBlock except = emitter.newBlock();
        BasicBlock noMatch = emitter.newBlock();
        BasicBlock following = emitter.newBlock();
        handler.type().ifPresent(type -> {
            emitter.expressions.visit(type);
            emitter.op(CHECK_EG_MATCH);
            emitter.op(COPY, 1);
            emitter.jump(POP_JUMP_IF_NONE, noMatch);
        });
        BasicBlock body = emitter.newBlock();
        BasicBlock cleanupEnd = emitter.newBlock();
        handler.name().ifPresentOrElse(
                name -> emitter.variable(name, ExprContext.STORE), () -> emitter.op(POP_TOP));
        emitter.jump(SETUP_CLEANUP, cleanupEnd);
        emitter.use(body);
        emitter.push(new FrameBlock(FrameBlockKind.HANDLER_CLEANUP, Optional.empty(), Optional.empty(), handler.name(),
                List.of(), CodeUnit.NOWHERE));
        emitter.statements.visit(handler.body());
        emitter.pop();
        emitter.nowhere();
        emitter.op(POP_BLOCK);
        handler.name().ifPresent(this::unbind);
        emitter.jump(JUMP, except);
        emitter.use(cleanupEnd);
        emitter.nowhere();
        handler.name().ifPresent(this::unbind);
        emitter.op(LIST_APPEND, 3);
        emitter.op(POP_TOP);
        emitter.jump(JUMP, following);
        emitter.use(except);
        emitter.op(NOP);
        emitter.jump(JUMP, following);
        emitter.use(noMatch);
        emitter.op(POP_TOP);
        emitter.use(following);
    }

    private void unbind(String name) {
        emitter.loadConst(ConstantValue.NONE);
        emitter.variable(name, ExprContext.STORE);
        emitter.variable(name, ExprContext.DEL);
    }
}
