package dev.glassheap.runtime.interpreter;

import dev.glassheap.runtime.syntax.ConstantValue;
import dev.glassheap.runtime.syntax.ExceptHandler;
import dev.glassheap.runtime.syntax.CmpOp;
import dev.glassheap.runtime.syntax.Expr;
import dev.glassheap.runtime.syntax.ExprContext;
import dev.glassheap.runtime.syntax.Span;
import dev.glassheap.runtime.syntax.Stmt;
import dev.glassheap.runtime.syntax.WithItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rewrites a generator's body so that a yield stands only as a statement of its own ({@code yield e} or {@code target = yield
 * e}). Operands that would wait on CPython's evaluation stack across the yield move into numbered frame slots, where traverse,
 * close and sizeof see them.
 *
 * <p>A temporary is a name that no source can contain: {@code .t7} reads slot 7 and empties it, {@code .p7} reads it and leaves
 * it.
 */
final class YieldLifter {

    private final UnitCompiler unit;
    private final ExpressionLifter expressions;

    private YieldLifter(UnitCompiler unit) {
        this.unit = unit;
        this.expressions = new ExpressionLifter(unit);
    }

    static List<Stmt> lift(UnitCompiler unit, List<Stmt> body) {
        return new YieldLifter(unit).body(body);
    }

    static boolean containsYield(List<Stmt> body) {
        return YieldFinder.inAny(body);
    }

    static boolean containsYield(Stmt stmt) {
        return YieldFinder.in(stmt);
    }

    /** The frame slot of a temporary's name. */
    static int slot(String temporaryName) {
        return Integer.parseInt(temporaryName.substring(2));
    }

    private List<Stmt> body(List<Stmt> statements) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt s : statements) {
            if (YieldFinder.in(s)) {
                lift(s, out);
            } else {
                out.add(s);
            }
        }
        return out;
    }

    private void lift(Stmt stmt, List<Stmt> out) {
        Span span = stmt.span();
        switch (stmt) {
            case Stmt.ExprStmt s -> out.add(new Stmt.ExprStmt(yieldOrValue(s.value(), out), span));
            case Stmt.Assign s -> assign(s, out);
            case Stmt.AugAssign s -> augmented(s, out);
            case Stmt.AnnAssign s -> out.add(new Stmt.AnnAssign(s.target(), s.annotation(), s.value().map(v -> expressions.lift(v, out)),
                s.simple(), span));
            case Stmt.Return s -> out.add(new Stmt.Return(s.value().map(v -> expressions.lift(v, out)), span));
            case Stmt.Delete s -> out.add(new Stmt.Delete(expressions.liftAll(s.targets(), out), span));
            case Stmt.If s -> out.add(new Stmt.If(expressions.lift(s.test(), out), body(s.body()), body(s.orelse()), span));
            case Stmt.While s -> whileLoop(s, out);
            case Stmt.For s -> out.add(new Stmt.For(s.target(), expressions.lift(s.iter(), out), body(s.body()), body(s.orelse()), span));
            case Stmt.With s -> with(s.items(), s.body(), span, out);
            case Stmt.Raise s -> {
                List<Expr> both = new ArrayList<>();
                s.exc().ifPresent(both::add);
                s.cause().ifPresent(both::add);
                List<Expr> lifted = expressions.liftAll(both, out);
                out.add(new Stmt.Raise(Optional.of(lifted.get(0)), lifted.size() > 1 ? Optional.of(lifted.get(1)) : Optional.empty(), span));
            }
            case Stmt.Try s -> out.add(new Stmt.Try(body(s.body()), s.handlers().stream().map(this::handler).toList(), body(s.orelse()),
                body(s.finalbody()), span));
            case Stmt.Assert s -> {
                Expr test = new Expr.UnaryOp(Expr.UnaryOp.Op.NOT, expressions.lift(s.test(), out), span);
                List<Stmt> raise = new ArrayList<>();
                Expr error = new Expr.Name("AssertionError", ExprContext.LOAD, span);
                Optional<Expr> message = s.msg().map(m -> expressions.lift(m, raise));
                raise.add(new Stmt.Raise(Optional.of(message.map(m -> (Expr) new Expr.Call(error, List.of(m), List.of(), span)).orElse(error)),
                    Optional.empty(), span));
                out.add(new Stmt.If(test, raise, List.of(), span));
            }
            default -> throw unit.statements.unsupported("'yield' cannot be part of this statement", span);
        }
    }

    private ExceptHandler handler(ExceptHandler h) {
        return new ExceptHandler(h.type(), h.name(), body(h.body()), h.span());
    }

    /** A yield keeps its place at the top of a statement; anything else is lifted to a plain value. */
    private Expr yieldOrValue(Expr e, List<Stmt> out) {
        return switch (e) {
            case Expr.Yield y -> new Expr.Yield(y.value().map(v -> expressions.lift(v, out)), y.span());
            case Expr.YieldFrom y -> new Expr.YieldFrom(expressions.lift(y.value(), out), y.span());
            default -> expressions.lift(e, out);
        };
    }

    private void assign(Stmt.Assign s, List<Stmt> out) {
        if (!YieldFinder.any(s.targets()) && s.targets().size() == 1) {
            out.add(new Stmt.Assign(s.targets(), yieldOrValue(s.value(), out), s.span()));
            return;
        }
        int slot = expressions.spill(s.value(), out);
        for (int i = 0; i < s.targets().size(); i++) {
            boolean last = i == s.targets().size() - 1;
            Expr target = expressions.liftTarget(s.targets().get(i), out);
            out.add(new Stmt.Assign(List.of(target), last ? expressions.take(slot, s.span()) : expressions.peek(slot, s.span()), s.span()));
        }
    }

    private void augmented(Stmt.AugAssign s, List<Stmt> out) {
        Span span = s.span();
        Expr target = expressions.stable(s.target(), out);
        int current = expressions.spill(expressions.reading(target), out);
        Expr value = expressions.lift(s.value(), out);
        Expr temporary = new Expr.Name(".t" + current, ExprContext.STORE, span);
        out.add(new Stmt.AugAssign(temporary, s.op(), value, span));
        out.add(new Stmt.Assign(List.of(expressions.finalTarget(target)), expressions.take(current, span), span));
    }

    /** {@code while} whose test yields: an endless loop that tests inside; a temporary says whether the test ended it. */
    private void whileLoop(Stmt.While s, List<Stmt> out) {
        Span span = s.span();
        if (!YieldFinder.in(s.test())) {
            out.add(new Stmt.While(s.test(), body(s.body()), body(s.orelse()), span));
            return;
        }
        int ended = unit.slots.temporary();
        Expr none = new Expr.Constant(ConstantValue.NONE, span);
        Expr yes = new Expr.Constant(ConstantValue.TRUE, span);
        Expr store = new Expr.Name(".t" + ended, ExprContext.STORE, span);
        out.add(new Stmt.Assign(List.of(store), none, span));
        List<Stmt> loop = new ArrayList<>();
        Expr test = expressions.lift(s.test(), loop);
        loop.add(new Stmt.If(new Expr.UnaryOp(Expr.UnaryOp.Op.NOT, test, span),
            List.of(new Stmt.Assign(List.of(store), yes, span), new Stmt.Break(span)), List.of(), span));
        loop.addAll(body(s.body()));
        out.add(new Stmt.While(yes, loop, List.of(), span));
        Expr byTest = new Expr.Compare(expressions.take(ended, span), List.of(CmpOp.IS_NOT), List.of(none), span);
        List<Stmt> orelse = s.orelse().isEmpty() ? List.of(new Stmt.Pass(span)) : body(s.orelse());
        out.add(new Stmt.If(byTest, orelse, List.of(), span));
    }

    private void with(List<WithItem> items, List<Stmt> content, Span span, List<Stmt> out) {
        WithItem first = items.get(0);
        Expr context = expressions.lift(first.contextExpr(), out);
        List<Stmt> inner;
        if (items.size() == 1) {
            inner = body(content);
        } else {
            inner = new ArrayList<>();
            with(items.subList(1, items.size()), content, span, inner);
        }
        out.add(new Stmt.With(List.of(new WithItem(context, first.optionalVars())), inner, span));
    }
}
