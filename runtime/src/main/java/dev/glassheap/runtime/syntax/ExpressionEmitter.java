package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.Opcode.*;

import java.util.List;

/** Expressions but calls, displays and comprehensions. */
final class ExpressionEmitter {

    private static final int FORMAT_STR = 1;
    private static final int FORMAT_REPR = 2;
    private static final int FORMAT_ASCII = 3;
    private static final int FORMAT_HAS_SPEC = 4;

    private final CodeEmitter emitter;

    ExpressionEmitter(CodeEmitter emitter) {
        this.emitter = emitter;
    }

    void visit(List<Expr> list) {
        list.forEach(this::visit);
    }

    /** Afterwards the location is again that of the statement. */
    void visit(Expr expr) {
        Span before = emitter.unit().location;
        emitter.at(expr);
        emit(expr);
        emitter.unit().location = before;
    }

    private void emit(Expr expr) {
        switch (expr) {
            case Expr.BoolOp e -> emitter.conditions.boolOp(e);
            case Expr.NamedExpr e -> {
                visit(e.value());
                emitter.op(COPY, 1);
                visit(e.target());
            }
            case Expr.BinOp e -> {
                visit(e.left());
                visit(e.right());
                emitter.op(BINARY_OP);
            }
            case Expr.UnaryOp e -> {
                visit(e.operand());
                emitter.op(switch (e.op()) {
                    case INVERT -> UNARY_INVERT;
                    case NOT -> UNARY_NOT;
                    case U_ADD -> UNARY_POSITIVE;
                    case U_SUB -> UNARY_NEGATIVE;
                });
            }
            case Expr.Lambda e -> emitter.definitions.lambda(e);
            case Expr.IfExp e -> emitter.conditions.ifExp(e);
            case Expr.Dict e -> emitter.displays.dict(e);
            case Expr.Set e -> emitter.displays.build(e.elts(), 0, BUILD_SET);
            case Expr.ListComp e -> emitter.comprehensions.list(e);
            case Expr.SetComp e -> emitter.comprehensions.set(e);
            case Expr.DictComp e -> emitter.comprehensions.dict(e);
            case Expr.GeneratorExp e -> emitter.comprehensions.generator(e);
            case Expr.Await e -> await(e);
            case Expr.Yield e -> {
                requireFunction("'yield' outside function");
                e.value().ifPresentOrElse(this::visit, () -> emitter.loadConst(ConstantValue.NONE));
                yieldValue();
            }
            case Expr.YieldFrom e -> {
                requireFunction("'yield' outside function");
                if (emitter.unit().asyncFunction) {
                    throw emitter.error("'yield from' inside async function");
                }
                visit(e.value());
                emitter.op(GET_YIELD_FROM_ITER);
                emitter.loadConst(ConstantValue.NONE);
                emitter.yieldFrom(false);
            }
            case Expr.Compare e -> emitter.conditions.compare(e);
            case Expr.Call e -> emitter.calls.call(e);
            case Expr.FormattedValue e -> formattedValue(e);
            case Expr.JoinedStr e -> joinedStr(e);
            case Expr.Constant e -> emitter.loadConst(e.value());
            case Expr.Attribute e -> attribute(e);
            case Expr.Subscript e -> {
                visit(e.value());
                visit(e.slice());
                emitter.op(switch (e.ctx()) {
                    case LOAD -> BINARY_SUBSCR;
                    case STORE -> STORE_SUBSCR;
                    case DEL -> DELETE_SUBSCR;
                });
            }
            case Expr.Starred e -> throw emitter.error(e.ctx() == ExprContext.STORE
                    ? "starred assignment target must be in a list or tuple"
                    : "can't use starred expression here");
            case Expr.Name e -> emitter.variable(e.id(), e.ctx());
            case Expr.List e -> sequence(e.elts(), e.ctx(), BUILD_LIST);
            case Expr.Tuple e -> sequence(e.elts(), e.ctx(), BUILD_TUPLE);
            case Expr.Slice e -> {
                e.lower().ifPresentOrElse(this::visit, () -> emitter.loadConst(ConstantValue.NONE));
                e.upper().ifPresentOrElse(this::visit, () -> emitter.loadConst(ConstantValue.NONE));
                e.step().ifPresent(this::visit);
                emitter.op(BUILD_SLICE, e.step().isPresent() ? 3 : 2);
            }
        }
    }

    private void requireFunction(String message) {
        if (!emitter.unit().scope.isFunctionLike()) {
            throw emitter.error(message);
        }
    }

    /** Yields the top of the stack. */
    void yieldValue() {
        Scope scope = emitter.unit().scope;
        if (scope.isGenerator() && scope.isCoroutine()) {
            emitter.op(ASYNC_GEN_WRAP);
        }
        emitter.op(YIELD_VALUE);
        emitter.op(RESUME, 1);
    }

    private void await(Expr.Await e) {
        requireFunction("'await' outside function");
        if (!emitter.unit().asyncFunction && !emitter.unit().scope.isComprehension()) {
            throw emitter.error("'await' outside async function");
        }
        visit(e.value());
        emitter.await(0);
    }

    /** With annotations as text, the constant is the source form of the expression. */
    void annotation(Expr annotation) {
        if (emitter.futureAnnotations()) {
            emitter.loadConst(ExpressionText.of(annotation));
        } else {
            visit(annotation);
        }
    }

    /** An attribute over several lines has the line of its name. */
    void atAttribute(Expr.Attribute e) {
        Span span = e.span();
        if (span.line() != span.endLine()) {
            emitter.unit().location = new Span(span.endLine(), span.endColumn(), span.endLine(), span.endColumn());
        }
    }

    private void attribute(Expr.Attribute e) {
        visit(e.value());
        atAttribute(e);
        emitter.forbidDebug(e.attr(), e.ctx() == ExprContext.STORE ? ExprContext.STORE : ExprContext.LOAD);
        emitter.named(switch (e.ctx()) {
            case LOAD -> LOAD_ATTR;
            case STORE -> STORE_ATTR;
            case DEL -> DELETE_ATTR;
        }, e.attr());
    }

    private void sequence(List<Expr> elements, ExprContext ctx, Opcode build) {
        switch (ctx) {
            case LOAD -> emitter.displays.build(elements, 0, build);
            case STORE -> {
                unpack(elements);
                elements.forEach(element -> visit(element instanceof Expr.Starred starred ? starred.value() : element));
            }
            case DEL -> visit(elements);
        }
    }

    private void unpack(List<Expr> elements) {
        int size = elements.size();
        boolean seenStar = false;
        for (int at = 0; at < size; at++) {
            if (elements.get(at) instanceof Expr.Starred) {
                if (seenStar) {
                    throw emitter.error("multiple starred expressions in assignment");
                }
                if (at >= 1 << 8 || size - at - 1 >= Integer.MAX_VALUE >> 8) {
                    throw emitter.error("too many expressions in star-unpacking assignment");
                }
                emitter.op(UNPACK_EX, at + (size - at - 1 << 8));
                seenStar = true;
            }
        }
        if (!seenStar) {
            emitter.op(UNPACK_SEQUENCE, size);
        }
    }

    private void formattedValue(Expr.FormattedValue e) {
        visit(e.value());
        int flags = switch (e.conversion()) {
            case 's' -> FORMAT_STR;
            case 'r' -> FORMAT_REPR;
            case 'a' -> FORMAT_ASCII;
            default -> 0;
        };
        if (e.formatSpec().isPresent()) {
            visit(e.formatSpec().get());
            flags |= FORMAT_HAS_SPEC;
        }
        emitter.op(FORMAT_VALUE, flags);
    }

    private void joinedStr(Expr.JoinedStr e) {
        int count = e.values().size();
        if (count > CodeEmitter.STACK_USE_GUIDELINE) {
            emitter.loadConst("");
            emitter.named(LOAD_METHOD, "join");
            emitter.op(BUILD_LIST, 0);
            for (Expr value : e.values()) {
                visit(value);
                emitter.op(LIST_APPEND, 1);
            }
            emitter.op(PRECALL, 1);
            emitter.op(CALL, 1);
            return;
        }
        visit(e.values());
        if (count != 1) {
            emitter.op(BUILD_STRING, count);
        }
    }
}
