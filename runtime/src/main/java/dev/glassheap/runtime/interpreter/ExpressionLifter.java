package dev.glassheap.runtime.interpreter;

import dev.glassheap.runtime.syntax.Comprehension;
import dev.glassheap.runtime.syntax.Expr;
import dev.glassheap.runtime.syntax.ExprContext;
import dev.glassheap.runtime.syntax.Keyword;
import dev.glassheap.runtime.syntax.Span;
import dev.glassheap.runtime.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The expression half of {@link YieldLifter}: gives an expression without yields, to be evaluated after the statements it adds. */
final class ExpressionLifter {

    private final UnitCompiler unit;

    ExpressionLifter(UnitCompiler unit) {
        this.unit = unit;
    }

    Expr take(int slot, Span span) {
        return new Expr.Name(".t" + slot, ExprContext.LOAD, span);
    }

    Expr peek(int slot, Span span) {
        return new Expr.Name(".p" + slot, ExprContext.LOAD, span);
    }

    private void store(int slot, Expr value, List<Stmt> out) {
        out.add(new Stmt.Assign(List.of(new Expr.Name(".t" + slot, ExprContext.STORE, value.span())), value, value.span()));
    }

    /** Moves the value of an expression into a new temporary. */
    int spill(Expr e, List<Stmt> out) {
        int slot = unit.slots.temporary();
        store(slot, e instanceof Expr.Yield || e instanceof Expr.YieldFrom ? liftedYield(e, out) : lift(e, out), out);
        return slot;
    }

    private Expr liftedYield(Expr e, List<Stmt> out) {
        return e instanceof Expr.Yield y ? new Expr.Yield(y.value().map(v -> lift(v, out)), y.span())
            : new Expr.YieldFrom(lift(((Expr.YieldFrom) e).value(), out), e.span());
    }

    /** Operands in evaluation order: those before the last one that yields are spilled. */
    List<Expr> liftAll(List<Expr> operands, List<Stmt> out) {
        int last = -1;
        for (int i = 0; i < operands.size(); i++) {
            if (YieldFinder.in(operands.get(i))) {
                last = i;
            }
        }
        List<Expr> lifted = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            Expr e = operands.get(i);
            if (i > last || e instanceof Expr.Constant) {
                lifted.add(e);
            } else if (e instanceof Expr.Starred s) {
                lifted.add(new Expr.Starred(i == last ? lift(s.value(), out) : take(spill(s.value(), out), s.span()), s.ctx(), s.span()));
            } else {
                lifted.add(i == last ? lift(e, out) : take(spill(e, out), e.span()));
            }
        }
        return lifted;
    }

    Expr lift(Expr expr, List<Stmt> out) {
        if (!YieldFinder.in(expr)) {
            return expr;
        }
        Span span = expr.span();
        return switch (expr) {
            case Expr.Yield e -> take(spill(e, out), span);
            case Expr.YieldFrom e -> take(spill(e, out), span);
            case Expr.BinOp e -> {
                List<Expr> o = liftAll(List.of(e.left(), e.right()), out);
                yield new Expr.BinOp(o.get(0), e.op(), o.get(1), span);
            }
            case Expr.UnaryOp e -> new Expr.UnaryOp(e.op(), lift(e.operand(), out), span);
            case Expr.NamedExpr e -> new Expr.NamedExpr(e.target(), lift(e.value(), out), span);
            case Expr.BoolOp e -> boolOp(e, out);
            case Expr.IfExp e -> ifExp(e, out);
            case Expr.Compare e -> compare(e, out);
            case Expr.Call e -> call(e, out);
            case Expr.Attribute e -> new Expr.Attribute(lift(e.value(), out), e.attr(), e.ctx(), span);
            case Expr.Subscript e -> {
                List<Expr> o = liftAll(List.of(e.value(), e.slice()), out);
                yield new Expr.Subscript(o.get(0), o.get(1), e.ctx(), span);
            }
            case Expr.Slice e -> slice(e, out);
            case Expr.Tuple e -> new Expr.Tuple(liftAll(e.elts(), out), e.ctx(), span);
            case Expr.List e -> new Expr.List(liftAll(e.elts(), out), e.ctx(), span);
            case Expr.Set e -> new Expr.Set(liftAll(e.elts(), out), span);
            case Expr.Dict e -> dict(e, out);
            case Expr.JoinedStr e -> new Expr.JoinedStr(liftAll(e.values(), out), span);
            case Expr.FormattedValue e -> {
                List<Expr> both = new ArrayList<>(List.of(e.value()));
                e.formatSpec().ifPresent(both::add);
                List<Expr> o = liftAll(both, out);
                yield new Expr.FormattedValue(o.get(0), e.conversion(), o.size() > 1 ? Optional.of(o.get(1)) : Optional.empty(), span);
            }
            case Expr.Starred e -> new Expr.Starred(lift(e.value(), out), e.ctx(), span);
            case Expr.ListComp e -> throw unsupported(e.generators(), span);
            default -> throw unit.statements.unsupported("'yield' cannot be part of this expression", span);
        };
    }

    private RuntimeException unsupported(List<Comprehension> generators, Span span) {
        return unit.statements.unsupported("'yield' inside list comprehension", generators.isEmpty() ? span : generators.get(0).iter().span());
    }

    private Expr boolOp(Expr.BoolOp e, List<Stmt> out) {
        Span span = e.span();
        int slot = unit.slots.temporary();
        List<Stmt> current = out;
        for (int i = 0; i < e.values().size(); i++) {
            store(slot, liftForStore(e.values().get(i), current), current);
            if (i < e.values().size() - 1) {
                List<Stmt> next = new ArrayList<>();
                Expr test = peek(slot, span);
                current.add(new Stmt.If(e.op() == Expr.BoolOp.Op.AND ? test : new Expr.UnaryOp(Expr.UnaryOp.Op.NOT, test, span), next,
                    List.of(), span));
                current = next;
            }
        }
        return take(slot, span);
    }

    private Expr liftForStore(Expr e, List<Stmt> out) {
        return e instanceof Expr.Yield || e instanceof Expr.YieldFrom ? liftedYield(e, out) : lift(e, out);
    }

    private Expr ifExp(Expr.IfExp e, List<Stmt> out) {
        int slot = unit.slots.temporary();
        Expr test = lift(e.test(), out);
        List<Stmt> body = new ArrayList<>();
        List<Stmt> orelse = new ArrayList<>();
        store(slot, liftForStore(e.body(), body), body);
        store(slot, liftForStore(e.orelse(), orelse), orelse);
        out.add(new Stmt.If(test, body, orelse, e.span()));
        return take(slot, e.span());
    }

    private Expr compare(Expr.Compare e, List<Stmt> out) {
        Span span = e.span();
        if (e.ops().size() == 1) {
            List<Expr> o = liftAll(List.of(e.left(), e.comparators().get(0)), out);
            return new Expr.Compare(o.get(0), e.ops(), List.of(o.get(1)), span);
        }
        int result = unit.slots.temporary();
        int left = spill(e.left(), out);
        List<Stmt> current = out;
        for (int i = 0; i < e.ops().size(); i++) {
            int right = spill(e.comparators().get(i), current);
            store(result, new Expr.Compare(take(left, span), List.of(e.ops().get(i)), List.of(peek(right, span)), span), current);
            if (i < e.ops().size() - 1) {
                List<Stmt> next = new ArrayList<>();
                current.add(new Stmt.If(peek(result, span), next, List.of(), span));
                current = next;
            }
            left = right;
        }
        return take(result, span);
    }

    private Expr call(Expr.Call e, List<Stmt> out) {
        List<Expr> operands = new ArrayList<>();
        operands.add(e.func());
        operands.addAll(e.args());
        e.keywords().forEach(k -> operands.add(k.value()));
        List<Expr> o = liftAll(operands, out);
        int n = e.args().size();
        List<Keyword> keywords = new ArrayList<>();
        for (int i = 0; i < e.keywords().size(); i++) {
            Keyword k = e.keywords().get(i);
            keywords.add(new Keyword(k.arg(), o.get(1 + n + i), k.span()));
        }
        return new Expr.Call(o.get(0), o.subList(1, 1 + n), keywords, e.span());
    }

    private Expr slice(Expr.Slice e, List<Stmt> out) {
        List<Expr> parts = new ArrayList<>();
        e.lower().ifPresent(parts::add);
        e.upper().ifPresent(parts::add);
        e.step().ifPresent(parts::add);
        List<Expr> o = new ArrayList<>(liftAll(parts, out));
        return new Expr.Slice(e.lower().map(x -> o.remove(0)), e.upper().map(x -> o.remove(0)), e.step().map(x -> o.remove(0)), e.span());
    }

    private Expr dict(Expr.Dict e, List<Stmt> out) {
        List<Expr> flat = new ArrayList<>();
        for (int i = 0; i < e.values().size(); i++) {
            e.keys().get(i).ifPresent(flat::add);
            flat.add(e.values().get(i));
        }
        List<Expr> o = new ArrayList<>(liftAll(flat, out));
        List<Optional<Expr>> keys = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        for (Optional<Expr> key : e.keys()) {
            keys.add(key.map(k -> o.remove(0)));
            values.add(o.remove(0));
        }
        return new Expr.Dict(keys, values, e.span());
    }

    // ------------------------------------------------------------------ targets

    Expr liftTarget(Expr target, List<Stmt> out) {
        return YieldFinder.in(target) ? lift(target, out) : target;
    }

    /** A target whose object and key are evaluated once, into temporaries that {@link #reading} peeks and {@link #finalTarget} takes. */
    Expr stable(Expr target, List<Stmt> out) {
        return switch (target) {
            case Expr.Attribute a -> new Expr.Attribute(peek(spill(a.value(), out), a.span()), a.attr(), ExprContext.LOAD, a.span());
            case Expr.Subscript s -> new Expr.Subscript(peek(spill(s.value(), out), s.span()), peek(spill(s.slice(), out), s.span()),
                ExprContext.LOAD, s.span());
            default -> target;
        };
    }

    Expr reading(Expr stable) {
        return stable instanceof Expr.Name n ? new Expr.Name(n.id(), ExprContext.LOAD, n.span()) : stable;
    }

    Expr finalTarget(Expr stable) {
        return switch (stable) {
            case Expr.Attribute a -> new Expr.Attribute(taken(a.value()), a.attr(), ExprContext.STORE, a.span());
            case Expr.Subscript s -> new Expr.Subscript(taken(s.value()), taken(s.slice()), ExprContext.STORE, s.span());
            default -> stable;
        };
    }

    private static Expr taken(Expr peeked) {
        Expr.Name n = (Expr.Name) peeked;
        return new Expr.Name(".t" + n.id().substring(2), ExprContext.LOAD, n.span());
    }
}
