package dev.glassheap.runtime.interpreter;

import dev.glassheap.runtime.syntax.Comprehension;
import dev.glassheap.runtime.syntax.ExceptHandler;
import dev.glassheap.runtime.syntax.Expr;
import dev.glassheap.runtime.syntax.Stmt;
import java.util.List;
import java.util.Optional;

/** Whether a piece of a generator's body contains a yield of that body. */
final class YieldFinder {

    private YieldFinder() {
    }

    static boolean inAny(List<Stmt> body) {
        return body.stream().anyMatch(YieldFinder::in);
    }

    static boolean in(Stmt stmt) {
        return switch (stmt) {
            case Stmt.ExprStmt s -> in(s.value());
            case Stmt.Assign s -> in(s.value()) || any(s.targets());
            case Stmt.AugAssign s -> in(s.target()) || in(s.value());
            case Stmt.AnnAssign s -> in(s.value());
            case Stmt.Return s -> in(s.value());
            case Stmt.Delete s -> any(s.targets());
            case Stmt.If s -> in(s.test()) || inAny(s.body()) || inAny(s.orelse());
            case Stmt.While s -> in(s.test()) || inAny(s.body()) || inAny(s.orelse());
            case Stmt.For s -> in(s.iter()) || in(s.target()) || inAny(s.body()) || inAny(s.orelse());
            case Stmt.With s -> s.items().stream().anyMatch(i -> in(i.contextExpr()) || in(i.optionalVars())) || inAny(s.body());
            case Stmt.Raise s -> in(s.exc()) || in(s.cause());
            case Stmt.Try s -> inAny(s.body()) || inAny(s.orelse()) || inAny(s.finalbody())
                || s.handlers().stream().anyMatch(YieldFinder::inHandler);
            case Stmt.Assert s -> in(s.test()) || in(s.msg());
            case Stmt.FunctionDef s -> any(s.decoratorList()) || any(s.args().defaults());
            case Stmt.ClassDef s -> any(s.decoratorList()) || any(s.bases());
            default -> false;
        };
    }

    private static boolean inHandler(ExceptHandler h) {
        return in(h.type()) || inAny(h.body());
    }

    static boolean any(List<Expr> list) {
        return list.stream().anyMatch(YieldFinder::in);
    }

    static boolean in(Optional<Expr> expr) {
        return expr.isPresent() && in(expr.get());
    }

    static boolean in(Expr expr) {
        return switch (expr) {
            case Expr.Yield e -> true;
            case Expr.YieldFrom e -> true;
            case Expr.BoolOp e -> any(e.values());
            case Expr.NamedExpr e -> in(e.value());
            case Expr.BinOp e -> in(e.left()) || in(e.right());
            case Expr.UnaryOp e -> in(e.operand());
            case Expr.Lambda e -> any(e.args().defaults());
            case Expr.IfExp e -> in(e.test()) || in(e.body()) || in(e.orelse());
            case Expr.Dict e -> e.keys().stream().anyMatch(YieldFinder::in) || any(e.values());
            case Expr.Set e -> any(e.elts());
            case Expr.ListComp e -> first(e.generators());
            case Expr.SetComp e -> first(e.generators());
            case Expr.DictComp e -> first(e.generators());
            case Expr.GeneratorExp e -> first(e.generators());
            case Expr.Await e -> in(e.value());
            case Expr.Compare e -> in(e.left()) || any(e.comparators());
            case Expr.Call e -> in(e.func()) || any(e.args()) || e.keywords().stream().anyMatch(k -> in(k.value()));
            case Expr.FormattedValue e -> in(e.value()) || in(e.formatSpec());
            case Expr.JoinedStr e -> any(e.values());
            case Expr.Constant e -> false;
            case Expr.Attribute e -> in(e.value());
            case Expr.Subscript e -> in(e.value()) || in(e.slice());
            case Expr.Starred e -> in(e.value());
            case Expr.Name e -> false;
            case Expr.List e -> any(e.elts());
            case Expr.Tuple e -> any(e.elts());
            case Expr.Slice e -> in(e.lower()) || in(e.upper()) || in(e.step());
        };
    }

    /** Only the outermost iterable of a comprehension belongs to the enclosing body. */
    private static boolean first(List<Comprehension> generators) {
        return in(generators.get(0).iter());
    }
}
