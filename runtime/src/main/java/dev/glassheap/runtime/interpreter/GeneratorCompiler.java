package dev.glassheap.runtime.interpreter;

import dev.glassheap.runtime.object.World;
import dev.glassheap.runtime.syntax.Comprehension;
import dev.glassheap.runtime.syntax.ConstantValue;
import dev.glassheap.runtime.syntax.ExceptHandler;
import dev.glassheap.runtime.syntax.Expr;
import dev.glassheap.runtime.syntax.Stmt;
import java.util.List;

/** Statements of a generator that contain a yield, to re-enterable nodes. Their yields were lifted by {@link YieldLifter}. */
final class GeneratorCompiler {

    private final UnitCompiler unit;
    private final World w;
    private final StatementCompiler statements;

    GeneratorCompiler(UnitCompiler unit, StatementCompiler statements) {
        this.unit = unit;
        this.w = unit.w;
        this.statements = statements;
    }

    StmtNode block(List<Stmt> body) {
        return new GeneratorNodes.Block(w, 0, unit.slots.counter(), body.stream().map(statements::compile).toArray(StmtNode[]::new));
    }

    StmtNode compile(Stmt stmt) {
        int site = unit.site(stmt.span());
        return switch (stmt) {
            case Stmt.ExprStmt s -> yielding(s.value(), null);
            case Stmt.Assign s -> yielding(s.value(), unit.targets.compile(s.targets().get(0)));
            case Stmt.If s -> new GeneratorNodes.If(w, site, unit.slots.counter(), unit.expressions.compile(s.test()),
                statements.block(s.body()), statements.blockOrNull(s.orelse()));
            case Stmt.While s -> new GeneratorNodes.While(w, site, unit.slots.counter(), unit.expressions.compile(s.test()),
                statements.block(s.body()), statements.blockOrNull(s.orelse()));
            case Stmt.For s -> new GeneratorNodes.For(w, site, unit.slots.counter(), unit.slots.temporary(),
                unit.expressions.compile(s.iter()), unit.targets.compile(s.target()), statements.block(s.body()),
                statements.blockOrNull(s.orelse()));
            case Stmt.With s -> new GeneratorTryNodes.With(w, site, unit.slots.counter(), unit.slots.temporary(),
                unit.expressions.compile(s.items().get(0).contextExpr()),
                s.items().get(0).optionalVars().map(unit.targets::compile).orElse(null), statements.block(s.body()));
            case Stmt.Try s -> tryStatement(s, site);
            default -> throw statements.unsupported("'yield' cannot be part of this statement", stmt.span());
        };
    }

    /** @param target null to drop what is sent */
    private StmtNode yielding(Expr value, TargetNode target) {
        int site = unit.site(value.span());
        return switch (value) {
            case Expr.Yield y -> new GeneratorNodes.Yield(w, site, unit.slots.counter(),
                y.value().map(unit.expressions::compile).orElseGet(() -> new ConstantNode(w, site, unit.constant(ConstantValue.NONE))),
                target);
            case Expr.YieldFrom y -> new GeneratorNodes.YieldFrom(w, site, unit.slots.counter(), unit.slots.temporary(),
                unit.expressions.compile(y.value()), target);
            default -> throw statements.unsupported("'yield' cannot be part of this expression", value.span());
        };
    }

    private StmtNode tryStatement(Stmt.Try s, int site) {
        StmtNode body = statements.block(s.body());
        if (!s.handlers().isEmpty()) {
            GeneratorTryNodes.Handler[] handlers = s.handlers().stream().map(this::handler).toArray(GeneratorTryNodes.Handler[]::new);
            body = new GeneratorTryNodes.TryExcept(w, site, unit.slots.counter(), unit.slots.temporary(), unit.slots.temporary(), body,
                handlers, statements.blockOrNull(s.orelse()));
        }
        return s.finalbody().isEmpty() ? body
            : new GeneratorTryNodes.TryFinally(w, site, unit.slots.counter(), unit.slots.counter(), unit.slots.temporary(),
                unit.slots.temporary(), body, statements.block(s.finalbody()));
    }

    private GeneratorTryNodes.Handler handler(ExceptHandler h) {
        int site = unit.site(h.span());
        return new GeneratorTryNodes.Handler(w, site, h.type().map(unit.expressions::compile).orElse(null),
            h.name().map(n -> unit.targets.store(n, site)).orElse(null), h.name().map(n -> statements.unbind(n, site)).orElse(null),
            statements.block(h.body()));
    }

    /** The body of a generator expression: nested loops around one yield. */
    static StmtNode expression(UnitCompiler u, Expr.GeneratorExp e) {
        return new GeneratorCompiler(u, u.statements).loops(e, 0);
    }

    private StmtNode loops(Expr.GeneratorExp e, int index) {
        Comprehension c = e.generators().get(index);
        int site = unit.site(c.target().span());
        TargetNode target = unit.targets.compile(c.target());
        ExprNode iterable = index == 0 ? new LocalNodes.Load(w, site, unit.localSlot(".0"), unit.plainName(".0"))
            : unit.expressions.compile(c.iter());
        ExprNode[] tests = unit.expressions.compileAll(c.ifs());
        StmtNode body = index + 1 < e.generators().size() ? loops(e, index + 1)
            : new GeneratorNodes.Yield(w, unit.site(e.elt().span()), unit.slots.counter(), unit.expressions.compile(e.elt()), null);
        for (int i = tests.length - 1; i >= 0; i--) {
            body = new GeneratorNodes.If(w, unit.site(c.ifs().get(i).span()), unit.slots.counter(), tests[i], body, null);
        }
        return new GeneratorNodes.For(w, site, unit.slots.counter(), unit.slots.temporary(), iterable, target, body, null);
    }
}
