package dev.glassheap.runtime.interpreter;

import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.World;
import dev.glassheap.runtime.syntax.Alias;
import dev.glassheap.runtime.syntax.ConstantValue;
import dev.glassheap.runtime.syntax.ExceptHandler;
import dev.glassheap.runtime.syntax.Expr;
import dev.glassheap.runtime.syntax.PythonSyntaxError;
import dev.glassheap.runtime.syntax.Scope;
import dev.glassheap.runtime.syntax.Span;
import dev.glassheap.runtime.syntax.Stmt;
import dev.glassheap.runtime.syntax.WithItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements to nodes. Statements of a generator that contain a yield go to {@link GeneratorCompiler}. */
final class StatementCompiler {

    private final UnitCompiler unit;
    private final World w;
    private final FunctionCompiler functions;
    private final ComprehensionCompiler comprehensions;
    private final GeneratorCompiler generators;

    StatementCompiler(UnitCompiler unit) {
        this.unit = unit;
        this.w = unit.w;
        this.functions = new FunctionCompiler(unit);
        this.comprehensions = new ComprehensionCompiler(unit);
        this.generators = new GeneratorCompiler(unit, this);
    }

    FunctionCompiler functions() {
        return functions;
    }

    ComprehensionCompiler comprehensions() {
        return comprehensions;
    }

    /** Something the grammar or this storey of the language does not allow here. */
    PythonSyntaxError unsupported(String message, Span span) {
        return new PythonSyntaxError(PythonSyntaxError.Kind.SYNTAX_ERROR, message, Optional.of(new PythonSyntaxError.Place(
            unit.compiler.fileName, span.line(), span.column() + 1, span.endLine(), span.endColumn() + 1, Optional.empty())));
    }

    // ------------------------------------------------------------------ bodies

    StmtNode module(List<Stmt> body, Compiler.Mode mode) {
        List<StmtNode> nodes = new ArrayList<>(annotationsSetup(body));
        unit.docstring(body).ifPresent(doc -> {
            if (mode == Compiler.Mode.EXEC) {
                nodes.add(assignConstant("__doc__", doc, body.get(0).span()));
            }
        });
        for (int i = 0; i < body.size(); i++) {
            Stmt s = body.get(i);
            boolean last = i == body.size() - 1;
            if (s instanceof Stmt.ExprStmt e && mode == Compiler.Mode.CELL && last) {
                nodes.add(new SimpleStatements.Return(w, unit.site(e.span()), unit.expressions.compile(e.value())));
            } else if (s instanceof Stmt.ExprStmt e && mode == Compiler.Mode.SINGLE) {
                nodes.add(new DisplayHook(w, unit.site(e.span()), unit.expressions.compile(e.value())));
            } else {
                nodes.add(compile(s));
            }
        }
        return new SimpleStatements.Block(w, 0, nodes.toArray(StmtNode[]::new));
    }

    StmtNode functionBody(List<Stmt> body) {
        return block(body);
    }

    StmtNode classBody(Stmt.ClassDef c) {
        int site = unit.site(c.span());
        List<StmtNode> nodes = new ArrayList<>();
        nodes.add(assign("__module__", unit.expressions.load("__name__", site), site));
        nodes.add(assign("__qualname__", new ConstantNode(w, site, unit.constant(ConstantValue.StrValue.of(unit.qualname))), site));
        nodes.addAll(annotationsSetup(c.body()));
        unit.docstring(c.body()).ifPresent(doc -> nodes.add(assignConstant("__doc__", doc, c.body().get(0).span())));
        c.body().forEach(s -> nodes.add(compile(s)));
        if (unit.scope.needsClassCell()) {
            int cell = unit.cellSlot("__class__");
            nodes.add(assign("__classcell__", new LocalNodes.LoadClosure(w, site, cell), site));
            nodes.add(new SimpleStatements.Return(w, site, new LocalNodes.LoadClosure(w, site, cell)));
        }
        return new SimpleStatements.Block(w, site, nodes.toArray(StmtNode[]::new));
    }

    private StmtNode assign(String name, ExprNode value, int site) {
        return new SimpleStatements.Assign(w, site, value, new TargetNode[] {unit.targets.store(name, site)});
    }

    private StmtNode assignConstant(String name, ConstantValue value, Span span) {
        int site = unit.site(span);
        return assign(name, new ConstantNode(w, site, unit.constant(value)), site);
    }

    /** SETUP_ANNOTATIONS where a module or class body annotates a name anywhere. */
    private List<StmtNode> annotationsSetup(List<Stmt> body) {
        if (!Annotations.anyIn(body)) {
            return List.of();
        }
        int site = unit.site(body.get(0).span());
        return List.of(new Annotations.Setup(w, site, unit.name("__annotations__")));
    }

    StmtNode block(List<Stmt> body) {
        if (body.size() == 1) {
            return compile(body.get(0));
        }
        if (unit.scope.isGenerator() && YieldLifter.containsYield(body)) {
            return generators.block(body);
        }
        return new SimpleStatements.Block(w, 0, body.stream().map(this::compile).toArray(StmtNode[]::new));
    }

    /** The block, or null for an empty one (an absent else). */
    StmtNode blockOrNull(List<Stmt> body) {
        return body.isEmpty() ? null : block(body);
    }

    // ------------------------------------------------------------------ statements

    StmtNode compile(Stmt stmt) {
        if (unit.scope.isGenerator() && YieldLifter.containsYield(stmt)) {
            return generators.compile(stmt);
        }
        int site = unit.site(stmt.span());
        return switch (stmt) {
            case Stmt.ExprStmt s -> s.value() instanceof Expr.Constant ? new SimpleStatements.Jump(w, site, StmtNode.NORMAL)
                : new SimpleStatements.ExpressionStatement(w, site, unit.expressions.compile(s.value()));
            case Stmt.Assign s when appendsToLocal(s) -> append(((Expr.Name) s.targets().get(0)).id(), ((Expr.BinOp) s.value()).right(),
                site, false);
            case Stmt.Assign s -> new SimpleStatements.Assign(w, site, unit.expressions.compile(s.value()),
                s.targets().stream().map(unit.targets::compile).toArray(TargetNode[]::new));
            case Stmt.AugAssign s -> augmented(s, site);
            case Stmt.AnnAssign s -> annotated(s, site);
            case Stmt.Return s -> new SimpleStatements.Return(w, site,
                s.value().map(unit.expressions::compile).orElseGet(() -> new ConstantNode(w, site, unit.constant(ConstantValue.NONE))));
            case Stmt.Delete s -> s.targets().size() == 1 ? unit.targets.delete(s.targets().get(0))
                : new SimpleStatements.Block(w, site, s.targets().stream().map(unit.targets::delete).toArray(StmtNode[]::new));
            case Stmt.If s -> ifStatement(s, site);
            case Stmt.While s -> new LoopNodes.While(w, site, unit.slots.counter(), unit.expressions.compile(s.test()),
                block(s.body()), blockOrNull(s.orelse()));
            case Stmt.For s -> new LoopNodes.For(w, site, unit.slots.counter(), unit.slots.temporary(),
                unit.expressions.compile(s.iter()), unit.targets.compile(s.target()), block(s.body()), blockOrNull(s.orelse()));
            case Stmt.Pass s -> new SimpleStatements.Jump(w, site, StmtNode.NORMAL);
            case Stmt.Break s -> new SimpleStatements.Jump(w, site, StmtNode.BREAK);
            case Stmt.Continue s -> new SimpleStatements.Jump(w, site, StmtNode.CONTINUE);
            case Stmt.Global s -> new SimpleStatements.Jump(w, site, StmtNode.NORMAL);
            case Stmt.Nonlocal s -> new SimpleStatements.Jump(w, site, StmtNode.NORMAL);
            case Stmt.Assert s -> new SimpleStatements.Assert(w, site, unit.expressions.compile(s.test()),
                s.msg().map(unit.expressions::compile).orElse(null));
            case Stmt.Raise s -> s.exc().isEmpty() ? new RaiseNodes.Reraise(w, site)
                : new RaiseNodes.Raise(w, site, unit.expressions.compile(s.exc().get()),
                    s.cause().map(unit.expressions::compile).orElse(null));
            case Stmt.Try s -> tryStatement(s, site);
            case Stmt.With s -> with(s.items(), 0, s.body());
            case Stmt.FunctionDef s -> functions.define(s);
            case Stmt.ClassDef s -> functions.defineClass(s);
            case Stmt.Import s -> imports(s, site);
            case Stmt.ImportFrom s -> importFrom(s, site);
            case Stmt.Match s -> throw unsupported("the match statement is not part of Glassheap yet", s.span());
            case Stmt.TryStar s -> throw unsupported("except* is not part of Glassheap yet", s.span());
            case Stmt.AsyncFunctionDef s -> throw unsupported("async is not part of Glassheap yet", s.span());
            case Stmt.AsyncFor s -> throw unsupported("'async for' outside async function", s.span());
            case Stmt.AsyncWith s -> throw unsupported("'async with' outside async function", s.span());
        };
    }

    private boolean isFastLocal(Expr e) {
        return e instanceof Expr.Name n && !n.id().startsWith(".") && unit.scope.isFunctionLike()
            && unit.scope.binding(n.id()) == Scope.Binding.LOCAL;
    }

    /** {@code x = x + e} with a fast local. */
    private boolean appendsToLocal(Stmt.Assign s) {
        return s.targets().size() == 1 && isFastLocal(s.targets().get(0)) && s.value() instanceof Expr.BinOp b
            && b.op() == dev.glassheap.runtime.syntax.Operator.ADD && b.left() instanceof Expr.Name left
            && left.id().equals(((Expr.Name) s.targets().get(0)).id());
    }

    private StmtNode append(String id, Expr right, int site, boolean inplace) {
        ExprNode load = unit.expressions.load(id, site);
        return new AppendNode(w, site, unit.localSlot(unit.scope.mangle(id)), load, unit.expressions.compile(right),
            new BinaryNode(w, site, dev.glassheap.runtime.object.BinaryOp.ADD, inplace, null, null), unit.targets.store(id, site));
    }

    private StmtNode augmented(Stmt.AugAssign s, int site) {
        var op = ExpressionCompiler.operator(s.op());
        if (op == dev.glassheap.runtime.object.BinaryOp.ADD && isFastLocal(s.target())) {
            return append(((Expr.Name) s.target()).id(), s.value(), site, true);
        }
        ExprNode value = unit.expressions.compile(s.value());
        BinaryNode bare = new BinaryNode(w, site, op, true, null, null);
        return switch (s.target()) {
            case Expr.Attribute a -> new SimpleStatements.AugAttribute(w, site, unit.expressions.compile(a.value()),
                unit.name(a.attr()), value, bare);
            case Expr.Subscript t -> new SimpleStatements.AugSubscript(w, site, unit.expressions.compile(t.value()),
                unit.expressions.compile(t.slice()), value, bare);
            case Expr.Name n -> {
                ExprNode load = unit.expressions.load(n.id(), site);
                yield new SimpleStatements.Assign(w, site, new BinaryNode(w, site, op, true, load, value),
                    new TargetNode[] {unit.targets.store(n.id(), site)});
            }
            default -> throw unsupported("illegal expression for augmented assignment", s.span());
        };
    }

    private StmtNode annotated(Stmt.AnnAssign s, int site) {
        List<StmtNode> nodes = new ArrayList<>();
        s.value().ifPresent(v -> nodes.add(new SimpleStatements.Assign(w, site, unit.expressions.compile(v),
            new TargetNode[] {unit.targets.compile(s.target())})));
        boolean evaluated = !unit.scope.isFunctionLike() || !s.simple();
        if (evaluated && s.simple() && s.target() instanceof Expr.Name n) {
            ExprNode key = new ConstantNode(w, site, unit.constant(ConstantValue.StrValue.of(unit.scope.mangle(n.id()))));
            nodes.add(new SimpleStatements.Assign(w, site, unit.expressions.compile(s.annotation()), new TargetNode[] {
                new SubscriptNodes.Set(w, site, unit.expressions.load("__annotations__", site), key)}));
        } else if (evaluated && !unit.scope.isFunctionLike()) {
            nodes.add(new SimpleStatements.ExpressionStatement(w, site, unit.expressions.compile(s.annotation())));
        }
        return new SimpleStatements.Block(w, site, nodes.toArray(StmtNode[]::new));
    }

    private StmtNode ifStatement(Stmt.If s, int site) {
        List<ExprNode> tests = new ArrayList<>();
        List<StmtNode> bodies = new ArrayList<>();
        Stmt.If current = s;
        while (true) {
            tests.add(unit.expressions.compile(current.test()));
            bodies.add(block(current.body()));
            if (current.orelse().size() == 1 && current.orelse().get(0) instanceof Stmt.If next) {
                current = next;
            } else {
                break;
            }
        }
        return new SimpleStatements.If(w, site, tests.toArray(ExprNode[]::new), bodies.toArray(StmtNode[]::new),
            blockOrNull(current.orelse()));
    }

    private StmtNode tryStatement(Stmt.Try s, int site) {
        StmtNode body = block(s.body());
        if (!s.handlers().isEmpty()) {
            TryNodes.Handler[] handlers = s.handlers().stream().map(this::handler).toArray(TryNodes.Handler[]::new);
            body = new TryNodes.TryExcept(w, site, body, handlers, blockOrNull(s.orelse()));
        }
        return s.finalbody().isEmpty() ? body : new TryNodes.TryFinally(w, site, body, block(s.finalbody()));
    }

    private TryNodes.Handler handler(ExceptHandler h) {
        int site = unit.site(h.span());
        ExprNode type = h.type().map(unit.expressions::compile).orElse(null);
        TargetNode target = h.name().map(n -> unit.targets.store(n, site)).orElse(null);
        StmtNode unbind = h.name().map(n -> unbind(n, site)).orElse(null);
        return new TryNodes.Handler(w, site, type, target, unbind, block(h.body()));
    }

    StmtNode unbind(String name, int site) {
        return new UnbindName(w, site, assign(name, new ConstantNode(w, site, unit.constant(ConstantValue.NONE)), site),
            unit.targets.delete(name, site));
    }

    /** {@code name = None; del name} at the end of a named handler: works even if the body deleted the name. */
    private static final class UnbindName extends StmtNode {
        @Child private StmtNode assign;
        @Child private StmtNode delete;

        UnbindName(World w, int site, StmtNode assign, StmtNode delete) {
            super(w, site);
            this.assign = assign;
            this.delete = delete;
        }

        @Override
        int execute(com.oracle.truffle.api.frame.VirtualFrame frame) {
            assign.execute(frame);
            return delete.execute(frame);
        }
    }

    private StmtNode with(List<WithItem> items, int index, List<Stmt> body) {
        if (index == items.size()) {
            return block(body);
        }
        WithItem item = items.get(index);
        int site = unit.site(item.contextExpr().span());
        return new WithNodes.With(w, site, unit.slots.temporary(), unit.expressions.compile(item.contextExpr()),
            item.optionalVars().map(unit.targets::compile).orElse(null), with(items, index + 1, body));
    }

    // ------------------------------------------------------------------ imports

    private StmtNode imports(Stmt.Import s, int site) {
        StmtNode[] nodes = s.names().stream().map(n -> importOne(n, site)).toArray(StmtNode[]::new);
        return nodes.length == 1 ? nodes[0] : new SimpleStatements.Block(w, site, nodes);
    }

    private StmtNode importOne(Alias alias, int site) {
        ExprNode module = new ImportNodes.ImportName(w, site, unit.name(alias.name()), 0, unit.constant(ConstantValue.NONE));
        String[] parts = alias.name().split("\\.");
        if (alias.asname().isEmpty()) {
            return assign(parts[0], module, site);
        }
        for (int i = 1; i < parts.length; i++) {
            module = new ImportNodes.ImportFrom(w, site, module, unit.name(parts[i]));
        }
        return assign(alias.asname().get(), module, site);
    }

    private StmtNode importFrom(Stmt.ImportFrom s, int site) {
        List<ConstantValue> wanted = s.names().stream().map(n -> (ConstantValue) ConstantValue.StrValue.of(n.name())).toList();
        ExprNode module = new ImportNodes.ImportName(w, site, unit.name(s.module().orElse("")), s.level(),
            unit.constant(new ConstantValue.TupleValue(wanted)));
        if (s.names().get(0).name().equals("*")) {
            return new ImportNodes.StarStatement(w, site, module);
        }
        PyStr[] names = s.names().stream().map(n -> unit.name(n.name())).toArray(PyStr[]::new);
        TargetNode[] targets = s.names().stream().map(n -> unit.targets.store(n.asname().orElse(n.name()), site))
            .toArray(TargetNode[]::new);
        return new ImportNodes.FromStatement(w, site, module, names, targets);
    }

    Scope scope() {
        return unit.scope;
    }
}
