package dev.glassheap.runtime.syntax;

import dev.glassheap.runtime.syntax.Scope.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first pass of {@link SymbolTable}: opens scopes and notes which names each binds and uses. */
final class SymbolCollector {

    final Map<Object, Scope> scopes = SymbolTable.newScopeMap();
    private final String file;
    private Scope scope;

    SymbolCollector(String file) {
        this.file = file;
    }

    Scope collect(Mod mod) {
        Scope module = new Scope(Kind.MODULE, "<module>", Optional.empty(), Optional.empty());
        scope = module;
        switch (mod) {
            case Mod.Module m -> statements(m.body());
            case Mod.Interactive m -> statements(m.body());
            case Mod.Expression m -> expression(m.body());
        }
        return module;
    }

    // ------------------------------------------------------------------ scopes

    private void open(Object node, Kind kind, String name, Optional<String> className, Runnable content) {
        Scope inner = new Scope(kind, name, Optional.of(scope), className);
        scope.children.add(inner);
        scopes.put(node, inner);
        Scope outer = scope;
        scope = inner;
        content.run();
        scope = outer;
    }

    private void bind(String written) {
        scope.bound.add(scope.mangle(written));
    }

    private void use(String written) {
        scope.used.add(scope.mangle(written));
    }

    private PythonSyntaxError error(String message, Span span) {
        return new PythonSyntaxError(PythonSyntaxError.Kind.SYNTAX_ERROR, message, Optional.of(new PythonSyntaxError.Place(file,
            span.line(), span.column() + 1, span.endLine(), span.endColumn() + 1, Optional.empty())));
    }

    // ------------------------------------------------------------------ statements

    private void statements(List<Stmt> body) {
        body.forEach(this::statement);
    }

    private void statement(Stmt stmt) {
        switch (stmt) {
            case Stmt.FunctionDef f -> function(f, f.name(), f.args(), f.body(), f.decoratorList(), f.returns(), false);
            case Stmt.AsyncFunctionDef f -> function(f, f.name(), f.args(), f.body(), f.decoratorList(), f.returns(), true);
            case Stmt.ClassDef c -> {
                bind(c.name());
                c.bases().forEach(this::expression);
                c.keywords().forEach(k -> expression(k.value()));
                c.decoratorList().forEach(this::expression);
                open(c, Kind.CLASS, c.name(), Optional.of(c.name()), () -> statements(c.body()));
            }
            case Stmt.Return r -> r.value().ifPresent(this::expression);
            case Stmt.Delete d -> d.targets().forEach(this::expression);
            case Stmt.Assign a -> {
                expression(a.value());
                a.targets().forEach(this::expression);
            }
            case Stmt.AugAssign a -> {
                expression(a.target());
                expression(a.value());
            }
            case Stmt.AnnAssign a -> annotated(a);
            case Stmt.For f -> loop(f.target(), f.iter(), f.body(), f.orelse());
            case Stmt.AsyncFor f -> loop(f.target(), f.iter(), f.body(), f.orelse());
            case Stmt.While s -> {
                expression(s.test());
                statements(s.body());
                statements(s.orelse());
            }
            case Stmt.If s -> {
                expression(s.test());
                statements(s.body());
                statements(s.orelse());
            }
            case Stmt.With s -> with(s.items(), s.body());
            case Stmt.AsyncWith s -> with(s.items(), s.body());
            case Stmt.Match m -> {
                expression(m.subject());
                for (MatchCase c : m.cases()) {
                    pattern(c.pattern());
                    c.guard().ifPresent(this::expression);
                    statements(c.body());
                }
            }
            case Stmt.Raise r -> {
                r.exc().ifPresent(this::expression);
                r.cause().ifPresent(this::expression);
            }
            case Stmt.Try t -> tryStatement(t.body(), t.handlers(), t.orelse(), t.finalbody());
            case Stmt.TryStar t -> tryStatement(t.body(), t.handlers(), t.orelse(), t.finalbody());
            case Stmt.Assert a -> {
                expression(a.test());
                a.msg().ifPresent(this::expression);
            }
            case Stmt.Import i -> i.names().forEach(n -> bind(n.asname().orElseGet(() -> n.name().split("\\.")[0])));
            case Stmt.ImportFrom i -> i.names().stream().filter(n -> !n.name().equals("*"))
                .forEach(n -> bind(n.asname().orElse(n.name())));
            case Stmt.Global g -> g.names().forEach(n -> declare(n, g.span(), true));
            case Stmt.Nonlocal n -> n.names().forEach(name -> declare(name, n.span(), false));
            case Stmt.ExprStmt e -> expression(e.value());
            case Stmt.Pass p -> {
            }
            case Stmt.Break b -> {
            }
            case Stmt.Continue c -> {
            }
        }
    }

    private void function(Node node, String name, Arguments args, List<Stmt> body, List<Expr> decorators, Optional<Expr> returns,
        boolean async) {
        bind(name);
        defaults(args);
        annotations(args);
        returns.ifPresent(this::expression);
        decorators.forEach(this::expression);
        open(node, Kind.FUNCTION, name, scope.className(), () -> {
            scope.coroutine = async;
            parameters(args);
            statements(body);
        });
    }

    private void declare(String written, Span span, boolean global) {
        String name = scope.mangle(written);
        String kind = global ? "global" : "nonlocal";
        if (!global && scope.kind() == Kind.MODULE) {
            throw error("nonlocal declaration not allowed at module level", span);
        }
        if (scope.parameters.contains(name)) {
            throw error("name '" + written + "' is parameter and " + kind, span);
        }
        if (scope.bound.contains(name)) {
            throw error("name '" + written + "' is assigned to before " + kind + " declaration", span);
        }
        if (scope.used.contains(name)) {
            throw error("name '" + written + "' is used prior to " + kind + " declaration", span);
        }
        if ((global ? scope.nonlocals : scope.globals).contains(name)) {
            throw error("name '" + written + "' is nonlocal and global", span);
        }
        (global ? scope.globals : scope.nonlocals).add(name);
    }

    private void annotated(Stmt.AnnAssign a) {
        if (a.target() instanceof Expr.Name n && a.simple()) {
            String name = scope.mangle(n.id());
            if (scope.globals.contains(name) || scope.nonlocals.contains(name)) {
                throw error("annotated name '" + n.id() + "' can't be " + (scope.globals.contains(name) ? "global" : "nonlocal"),
                    a.span());
            }
            bind(n.id());
            if (!scope.isFunctionLike()) {
                bind("__annotations__");
                use("__annotations__");
            }
        } else {
            expression(a.target());
        }
        if (!scope.isFunctionLike() || !a.simple()) {
            expression(a.annotation());
        }
        a.value().ifPresent(this::expression);
    }

    private void loop(Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse) {
        expression(iter);
        expression(target);
        statements(body);
        statements(orelse);
    }

    private void with(List<WithItem> items, List<Stmt> body) {
        for (WithItem item : items) {
            expression(item.contextExpr());
            item.optionalVars().ifPresent(this::expression);
        }
        statements(body);
    }

    private void tryStatement(List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> finalbody) {
        statements(body);
        for (ExceptHandler h : handlers) {
            h.type().ifPresent(this::expression);
            h.name().ifPresent(this::bind);
            statements(h.body());
        }
        statements(orelse);
        statements(finalbody);
    }

    // ------------------------------------------------------------------ parameters

    private void defaults(Arguments args) {
        args.defaults().forEach(this::expression);
        args.kwDefaults().forEach(d -> d.ifPresent(this::expression));
    }

    private void annotations(Arguments args) {
        args.posonlyargs().forEach(a -> a.annotation().ifPresent(this::expression));
        args.args().forEach(a -> a.annotation().ifPresent(this::expression));
        args.vararg().flatMap(Arg::annotation).ifPresent(this::expression);
        args.kwonlyargs().forEach(a -> a.annotation().ifPresent(this::expression));
        args.kwarg().flatMap(Arg::annotation).ifPresent(this::expression);
    }

    private void parameters(Arguments args) {
        args.posonlyargs().forEach(this::parameter);
        args.args().forEach(this::parameter);
        args.kwonlyargs().forEach(this::parameter);
        args.vararg().ifPresent(this::parameter);
        args.kwarg().ifPresent(this::parameter);
        scope.varArgs = args.vararg().isPresent();
        scope.varKeywords = args.kwarg().isPresent();
    }

    private void parameter(Arg arg) {
        String name = scope.mangle(arg.arg());
        if (scope.parameters.contains(name)) {
            throw error("duplicate argument '" + arg.arg() + "' in function definition", arg.span());
        }
        scope.parameters.add(name);
        scope.bound.add(name);
    }

    // ------------------------------------------------------------------ expressions

    private void expressions(List<Expr> list) {
        list.forEach(this::expression);
    }

    private void expression(Expr expr) {
        switch (expr) {
            case Expr.BoolOp e -> expressions(e.values());
            case Expr.NamedExpr e -> {
                expression(e.value());
                namedTarget(e);
            }
            case Expr.BinOp e -> {
                expression(e.left());
                expression(e.right());
            }
            case Expr.UnaryOp e -> expression(e.operand());
            case Expr.Lambda e -> {
                defaults(e.args());
                open(e, Kind.LAMBDA, "<lambda>", scope.className(), () -> {
                    parameters(e.args());
                    expression(e.body());
                });
            }
            case Expr.IfExp e -> {
                expression(e.test());
                expression(e.body());
                expression(e.orelse());
            }
            case Expr.Dict e -> {
                for (int i = 0; i < e.values().size(); i++) {
                    e.keys().get(i).ifPresent(this::expression);
                    expression(e.values().get(i));
                }
            }
            case Expr.Set e -> expressions(e.elts());
            case Expr.ListComp e -> comprehension(e, "<listcomp>", e.generators(), List.of(e.elt()), Kind.COMPREHENSION);
            case Expr.SetComp e -> comprehension(e, "<setcomp>", e.generators(), List.of(e.elt()), Kind.COMPREHENSION);
            case Expr.DictComp e -> comprehension(e, "<dictcomp>", e.generators(), List.of(e.key(), e.value()), Kind.COMPREHENSION);
            case Expr.GeneratorExp e ->
                comprehension(e, "<genexpr>", e.generators(), List.of(e.elt()), Kind.GENERATOR_EXPRESSION);
            case Expr.Await e -> expression(e.value());
            case Expr.Yield e -> {
                scope.generator = true;
                e.value().ifPresent(this::expression);
            }
            case Expr.YieldFrom e -> {
                scope.generator = true;
                expression(e.value());
            }
            case Expr.Compare e -> {
                expression(e.left());
                expressions(e.comparators());
            }
            case Expr.Call e -> {
                expression(e.func());
                expressions(e.args());
                e.keywords().forEach(k -> expression(k.value()));
            }
            case Expr.FormattedValue e -> {
                expression(e.value());
                e.formatSpec().ifPresent(this::expression);
            }
            case Expr.JoinedStr e -> expressions(e.values());
            case Expr.Constant e -> {
            }
            case Expr.Attribute e -> expression(e.value());
            case Expr.Subscript e -> {
                expression(e.value());
                expression(e.slice());
            }
            case Expr.Starred e -> expression(e.value());
            case Expr.Name e -> name(e);
            case Expr.List e -> expressions(e.elts());
            case Expr.Tuple e -> expressions(e.elts());
            case Expr.Slice e -> {
                e.lower().ifPresent(this::expression);
                e.upper().ifPresent(this::expression);
                e.step().ifPresent(this::expression);
            }
        }
    }

    private void name(Expr.Name e) {
        if (e.ctx() == ExprContext.LOAD) {
            use(e.id());
            if (e.id().equals("super") && scope.isFunctionLike()) {
                scope.used.add("__class__");
            }
        } else {
            bind(e.id());
        }
    }

    /** A walrus inside a comprehension binds in the function around it. */
    private void namedTarget(Expr.NamedExpr e) {
        String written = ((Expr.Name) e.target()).id();
        Scope inner = scope;
        Scope target = scope;
        while (target.kind() == Kind.COMPREHENSION || target.kind() == Kind.GENERATOR_EXPRESSION) {
            if (target.bound.contains(target.mangle(written))) {
                throw error("assignment expression cannot rebind comprehension iteration variable '" + written + "'",
                    e.target().span());
            }
            target = target.parent().orElseThrow();
        }
        if (target == inner) {
            bind(written);
            return;
        }
        if (target.kind() == Kind.CLASS) {
            throw error("assignment expression within a comprehension cannot be used in a class body", e.span());
        }
        String name = target.mangle(written);
        if (target.kind() == Kind.MODULE || target.globals.contains(name)) {
            for (Scope s = inner; s != target; s = s.parent().orElseThrow()) {
                s.globals.add(name);
                s.used.add(name);
            }
            target.bound.add(name);
        } else {
            target.bound.add(name);
            for (Scope s = inner; s != target; s = s.parent().orElseThrow()) {
                s.nonlocals.add(name);
                s.used.add(name);
            }
        }
    }

    private void comprehension(Node node, String name, List<Comprehension> generators, List<Expr> elements, Kind kind) {
        expression(generators.get(0).iter());
        open(node, kind, name, scope.className(), () -> {
            scope.generator = kind == Kind.GENERATOR_EXPRESSION;
            scope.parameters.add(".0");
            scope.bound.add(".0");
            for (int i = 0; i < generators.size(); i++) {
                Comprehension c = generators.get(i);
                if (i > 0) {
                    expression(c.iter());
                }
                expression(c.target());
                expressions(c.ifs());
            }
            expressions(elements);
        });
    }

    private void pattern(Pattern pattern) {
        switch (pattern) {
            case Pattern.MatchValue p -> expression(p.value());
            case Pattern.MatchSingleton p -> {
            }
            case Pattern.MatchSequence p -> p.patterns().forEach(this::pattern);
            case Pattern.MatchMapping p -> {
                expressions(p.keys());
                p.patterns().forEach(this::pattern);
                p.rest().ifPresent(this::bind);
            }
            case Pattern.MatchClass p -> {
                expression(p.cls());
                p.patterns().forEach(this::pattern);
                p.kwdPatterns().forEach(this::pattern);
            }
            case Pattern.MatchStar p -> p.name().ifPresent(this::bind);
            case Pattern.MatchAs p -> {
                p.pattern().ifPresent(this::pattern);
                p.name().ifPresent(this::bind);
            }
            case Pattern.MatchOr p -> p.patterns().forEach(this::pattern);
        }
    }
}
