package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.Opcode.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions, lambdas and classes. */
final class DefinitionEmitter {

    private final CodeEmitter emitter;

    DefinitionEmitter(CodeEmitter emitter) {
        this.emitter = emitter;
    }

    void function(Stmt def, String name, Arguments args, List<Stmt> body, List<Expr> decorators, Optional<Expr> returns,
            boolean isAsync) {
        checkDebugParameters(args);
        emitter.expressions.visit(decorators);
        int flags = defaults(args);
        if (annotations(args, returns)) {
            flags |= 4;
        }
        CodeUnit outer = emitter.unit();
        emitter.enter(emitter.table.scopeOf(def), isAsync, firstLine(def, decorators), def);
        boolean docstring = !body.isEmpty() && FutureFeatures.isString(body.getFirst());
        emitter.constant(docstring ? docstring(body) : ConstantValue.NONE);
        countArguments(args);
        emitter.statements.visit(body.subList(docstring ? 1 : 0, body.size()));
        CodeShape code = emitter.leave(outer, true);
        emitter.closure(code, flags);
        applyDecorators(decorators);
        emitter.variable(name, ExprContext.STORE);
    }

    private static ConstantValue docstring(List<Stmt> body) {
        return ((Expr.Constant) ((Stmt.ExprStmt) body.getFirst()).value()).value();
    }

    private static int firstLine(Stmt def, List<Expr> decorators) {
        return (decorators.isEmpty() ? def.span() : decorators.getFirst().span()).line();
    }

    private void countArguments(Arguments args) {
        CodeUnit unit = emitter.unit();
        unit.posonlyargcount = args.posonlyargs().size();
        unit.argcount = args.posonlyargs().size() + args.args().size();
        unit.kwonlyargcount = args.kwonlyargs().size();
    }

    private void applyDecorators(List<Expr> decorators) {
        Span before = emitter.unit().location;
        for (Expr decorator : decorators.reversed()) {
            emitter.at(decorator);
            emitter.op(PRECALL, 0);
            emitter.op(CALL, 0);
        }
        emitter.unit().location = before;
    }

    private void checkDebugParameters(Arguments args) {
        args.posonlyargs().forEach(this::checkDebug);
        args.args().forEach(this::checkDebug);
        args.vararg().ifPresent(this::checkDebug);
        args.kwonlyargs().forEach(this::checkDebug);
        args.kwarg().ifPresent(this::checkDebug);
    }

    private void checkDebug(Arg arg) {
        emitter.forbidDebug(arg.arg(), ExprContext.STORE);
    }

    private int defaults(Arguments args) {
        int flags = 0;
        if (!args.defaults().isEmpty()) {
            emitter.expressions.visit(args.defaults());
            emitter.op(BUILD_TUPLE, args.defaults().size());
            flags |= 1;
        }
        List<String> names = new ArrayList<>();
        for (int at = 0; at < args.kwonlyargs().size(); at++) {
            Optional<Expr> value = args.kwDefaults().get(at);
            if (value.isPresent()) {
                names.add(emitter.unit().scope.mangle(args.kwonlyargs().get(at).arg()));
                emitter.expressions.visit(value.get());
            }
        }
        if (!names.isEmpty()) {
            emitter.loadStrings(names);
            emitter.op(BUILD_CONST_KEY_MAP, names.size());
            flags |= 2;
        }
        return flags;
    }

    private boolean annotations(Arguments args, Optional<Expr> returns) {
        int count = 0;
        List<Arg> all = new ArrayList<>(args.args());
        all.addAll(args.posonlyargs());
        args.vararg().ifPresent(all::add);
        all.addAll(args.kwonlyargs());
        args.kwarg().ifPresent(all::add);
        for (Arg arg : all) {
            if (arg.annotation().isPresent()) {
                annotation(arg.arg(), arg.annotation().get());
                count += 2;
            }
        }
        if (returns.isPresent()) {
            annotation("return", returns.get());
            count += 2;
        }
        if (count > 0) {
            emitter.op(BUILD_TUPLE, count);
        }
        return count > 0;
    }

    private void annotation(String name, Expr annotation) {
        emitter.loadConst(emitter.unit().scope.mangle(name));
        if (!emitter.futureAnnotations() && annotation instanceof Expr.Starred starred) {
            emitter.expressions.visit(starred.value());
            emitter.op(UNPACK_SEQUENCE, 1);
        } else {
            emitter.expressions.annotation(annotation);
        }
    }

    void lambda(Expr.Lambda lambda) {
        checkDebugParameters(lambda.args());
        int flags = defaults(lambda.args());
        CodeUnit outer = emitter.unit();
        emitter.enter(emitter.table.scopeOf(lambda), false, lambda.span().line(), lambda);
        emitter.constant(ConstantValue.NONE);
        countArguments(lambda.args());
        emitter.expressions.visit(lambda.body());
        if (!emitter.unit().scope.isGenerator()) {
            emitter.at(lambda.body());
            emitter.op(RETURN_VALUE);
        }
        CodeShape code = emitter.leave(outer, !emitter.unit().scope.isGenerator());
        emitter.closure(code, flags);
    }

    void classDef(Stmt.ClassDef def) {
        emitter.expressions.visit(def.decoratorList());
        CodeUnit outer = emitter.unit();
        Scope scope = emitter.table.scopeOf(def);
        emitter.enter(scope, false, firstLine(def, def.decoratorList()), def);
        emitter.variable("__name__", ExprContext.LOAD);
        emitter.variable("__module__", ExprContext.STORE);
        emitter.loadConst(scope.qualname());
        emitter.variable("__qualname__", ExprContext.STORE);
        emitter.statements.body(def.body());
        emitter.nowhere();
        if (scope.needsClassCell()) {
            emitter.op(LOAD_CLOSURE, 0);
            emitter.op(COPY, 1);
            emitter.variable("__classcell__", ExprContext.STORE);
        } else {
            emitter.loadConst(ConstantValue.NONE);
        }
        emitter.op(RETURN_VALUE);
        CodeShape code = emitter.leave(outer, true);
        emitter.op(PUSH_NULL);
        emitter.op(LOAD_BUILD_CLASS);
        emitter.closure(code, 0);
        emitter.loadConst(def.name());
        emitter.calls.arguments(2, def.bases(), def.keywords());
        applyDecorators(def.decoratorList());
        emitter.variable(def.name(), ExprContext.STORE);
    }
}
