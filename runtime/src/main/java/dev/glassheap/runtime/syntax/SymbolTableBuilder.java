package dev.glassheap.runtime.syntax;

import dev.glassheap.runtime.syntax.Scope.Flag;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** First half of the symbol table: opens the scopes and collects what each does with its names. Statements and patterns. */
final class SymbolTableBuilder {

    private static final String ANNOTATION = "_annotation";

    private final String fileName;
    private final Map<Object, Scope> scopes;
    private final SymbolTableExpressions expressions = new SymbolTableExpressions(this);
    private final RecursionDepth depth = new RecursionDepth();
    private boolean futureAnnotations;
    private Scope top;
    private Scope current;

    SymbolTableBuilder(String fileName, Map<Object, Scope> scopes) {
        this.fileName = fileName;
        this.scopes = scopes;
    }

    Scope build(Mod tree) {
        top = new Scope(Scope.Kind.MODULE, "<module>", Optional.empty(), Optional.empty(), 0);
        current = top;
        scopes.put(tree, top);
        switch (tree) {
            case Mod.Module module -> {
                futureAnnotations = FutureFeatures.of(module.body(), fileName).annotations();
                visit(module.body());
            }
            case Mod.Interactive interactive -> visit(interactive.body());
            case Mod.Expression expression -> expressions.visit(expression.body());
        }
        return top;
    }

    Scope current() {
        return current;
    }

    RecursionDepth depth() {
        return depth;
    }

    PythonSyntaxError error(Span at, String message) {
        return SymbolTable.error(fileName, at, message);
    }

    /** Opens a scope for {@code node}, runs {@code body} in it, and closes it. */
    Scope inScope(Scope.Kind kind, String name, Node node, Runnable body) {
        return inScope(kind, name, node, current.privateName(), body);
    }

    private Scope inScope(Scope.Kind kind, String name, Node node, Optional<String> privateName, Runnable body) {
        Scope outer = current;
        Scope inner = new Scope(kind, name, Optional.of(outer), privateName, node.span().line());
        scopes.put(node, inner);
        inner.iterableDepth = outer.iterableDepth;
        current = inner;
        body.run();
        current = outer;
        return inner;
    }

    void define(String name, Flag flag, Span at) {
        define(current, name, EnumSet.of(flag), at);
    }

    void define(Scope scope, String name, Set<Flag> added, Span at) {
        String mangled = current.mangle(name);
        Set<Flag> flags = scope.symbols.computeIfAbsent(mangled, key -> EnumSet.noneOf(Flag.class));
        if (added.contains(Flag.PARAM) && flags.contains(Flag.PARAM)) {
            throw error(at, "duplicate argument '" + name + "' in function definition");
        }
        flags.addAll(added);
        if (scope.inIterationTarget) {
            if (flags.contains(Flag.GLOBAL) || flags.contains(Flag.NONLOCAL)) {
                throw error(at, "comprehension inner loop cannot rebind assignment expression target '" + name + "'");
            }
            flags.add(Flag.COMP_ITER);
        }
        if (added.contains(Flag.PARAM)) {
            scope.addParameter(mangled);
        } else if (added.contains(Flag.GLOBAL)) {
            top.symbols.computeIfAbsent(mangled, key -> EnumSet.noneOf(Flag.class)).add(Flag.GLOBAL);
        }
    }

    Set<Flag> flagsOf(Scope scope, String name) {
        return scope.symbols.getOrDefault(current.mangle(name), Set.of());
    }

    private void visit(List<Stmt> body) {
        for (Stmt statement : body) {
            visit(statement);
        }
    }

    private void visit(Stmt statement) {
        depth.enter();
        switch (statement) {
            case Stmt.FunctionDef def -> function(
                    def, def.name(), def.args(), def.returns(), def.decoratorList(), def.body(), false);
            case Stmt.AsyncFunctionDef def -> function(
                    def, def.name(), def.args(), def.returns(), def.decoratorList(), def.body(), true);
            case Stmt.ClassDef def -> classDef(def);
            case Stmt.Return ret -> ret.value().ifPresent(expressions::visit);
            case Stmt.Delete delete -> expressions.visit(delete.targets());
            case Stmt.Assign assign -> {
                expressions.visit(assign.targets());
                expressions.visit(assign.value());
            }
            case Stmt.AugAssign assign -> {
                expressions.visit(assign.target());
                expressions.visit(assign.value());
            }
            case Stmt.AnnAssign assign -> annAssign(assign);
            case Stmt.For loop -> loop(loop.target(), loop.iter(), loop.body(), loop.orelse());
            case Stmt.AsyncFor loop -> loop(loop.target(), loop.iter(), loop.body(), loop.orelse());
            case Stmt.While loop -> {
                expressions.visit(loop.test());
                visit(loop.body());
                visit(loop.orelse());
            }
            case Stmt.If branch -> {
                expressions.visit(branch.test());
                visit(branch.body());
                visit(branch.orelse());
            }
            case Stmt.With with -> with(with.items(), with.body());
            case Stmt.AsyncWith with -> with(with.items(), with.body());
            case Stmt.Match match -> match(match);
            case Stmt.Raise raise -> {
                raise.exc().ifPresent(expressions::visit);
                raise.cause().ifPresent(expressions::visit);
            }
            case Stmt.Try block -> tryBlock(block.body(), block.orelse(), block.handlers(), block.finalbody());
            case Stmt.TryStar block -> tryBlock(block.body(), block.orelse(), block.handlers(), block.finalbody());
            case Stmt.Assert check -> {
                expressions.visit(check.test());
                check.msg().ifPresent(expressions::visit);
            }
            case Stmt.Import imports -> imports.names().forEach(this::alias);
            case Stmt.ImportFrom imports -> imports.names().forEach(this::alias);
            case Stmt.Global global -> directive(global.names(), Flag.GLOBAL, global.span());
            case Stmt.Nonlocal nonlocal -> directive(nonlocal.names(), Flag.NONLOCAL, nonlocal.span());
            case Stmt.ExprStmt expression -> expressions.visit(expression.value());
            case Stmt.Pass _, Stmt.Break _, Stmt.Continue _ -> { }
        }
        depth.leave();
    }

    private void function(Stmt node, String name, Arguments args, Optional<Expr> returns, List<Expr> decorators,
            List<Stmt> body, boolean isAsync) {
        define(name, Flag.LOCAL, node.span());
        expressions.defaults(args);
        annotations(args, returns, node);
        expressions.visit(decorators);
        inScope(Scope.Kind.FUNCTION, name, node, () -> {
            current.coroutine = isAsync;
            expressions.parameters(args);
            visit(body);
        });
    }

    private void annotations(Arguments args, Optional<Expr> returns, Stmt node) {
        List<Expr> found = new ArrayList<>();
        args.posonlyargs().forEach(arg -> arg.annotation().ifPresent(found::add));
        args.args().forEach(arg -> arg.annotation().ifPresent(found::add));
        args.vararg().flatMap(Arg::annotation).ifPresent(found::add);
        args.kwarg().flatMap(Arg::annotation).ifPresent(found::add);
        args.kwonlyargs().forEach(arg -> arg.annotation().ifPresent(found::add));
        returns.ifPresent(found::add);
        found.forEach(this::annotation);
    }

    /**
     * With {@code from __future__ import annotations} an annotation is text: its names belong to nobody, but CPython looks at
     * it for errors, in a block that is then forgotten.
     */
    private void annotation(Expr annotation) {
        if (!futureAnnotations) {
            expressions.visit(annotation);
            return;
        }
        Scope outer = current;
        current = new Scope(Scope.Kind.CLASS, ANNOTATION, Optional.empty(), outer.privateName(), annotation.span().line());
        expressions.visit(annotation);
        current = outer;
    }

    static boolean isAnnotation(Scope scope) {
        return scope.name().equals(ANNOTATION) && scope.parent().isEmpty();
    }

    /** Some expressions make no sense as text. */
    void forbidInAnnotation(Expr expr, String what) {
        if (isAnnotation(current)) {
            throw error(expr.span(), "'" + what + "' can not be used within an annotation");
        }
    }

    private void classDef(Stmt.ClassDef def) {
        define(def.name(), Flag.LOCAL, def.span());
        expressions.visit(def.bases());
        def.keywords().forEach(keyword -> expressions.visit(keyword.value()));
        expressions.visit(def.decoratorList());
        inScope(Scope.Kind.CLASS, def.name(), def, Optional.of(def.name()), () -> visit(def.body()));
    }

    private void annAssign(Stmt.AnnAssign assign) {
        if (assign.target() instanceof Expr.Name name) {
            Set<Flag> flags = flagsOf(current, name.id());
            boolean declared = flags.contains(Flag.GLOBAL) || flags.contains(Flag.NONLOCAL);
            if (declared && current != top && assign.simple()) {
                String kind = flags.contains(Flag.GLOBAL) ? "global" : "nonlocal";
                throw error(assign.span(), "annotated name '" + name.id() + "' can't be " + kind);
            }
            if (assign.simple()) {
                define(current, name.id(), EnumSet.of(Flag.ANNOT, Flag.LOCAL), name.span());
            } else if (assign.value().isPresent()) {
                define(name.id(), Flag.LOCAL, name.span());
            }
        } else {
            expressions.visit(assign.target());
        }
        annotation(assign.annotation());
        assign.value().ifPresent(expressions::visit);
    }

    private void loop(Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse) {
        expressions.visit(target);
        expressions.visit(iter);
        visit(body);
        visit(orelse);
    }

    private void with(List<WithItem> items, List<Stmt> body) {
        for (WithItem item : items) {
            expressions.visit(item.contextExpr());
            item.optionalVars().ifPresent(expressions::visit);
        }
        visit(body);
    }

    private void tryBlock(List<Stmt> body, List<Stmt> orelse, List<ExceptHandler> handlers, List<Stmt> finalbody) {
        visit(body);
        visit(orelse);
        for (ExceptHandler handler : handlers) {
            handler.type().ifPresent(expressions::visit);
            handler.name().ifPresent(name -> define(name, Flag.LOCAL, handler.span()));
            visit(handler.body());
        }
        visit(finalbody);
    }

    private void alias(Alias alias) {
        if (alias.name().equals("*")) {
            if (current.kind() != Scope.Kind.MODULE) {
                throw error(alias.span(), "import * only allowed at module level");
            }
            return;
        }
        String dotted = alias.asname().orElse(alias.name());
        int dot = dotted.indexOf('.');
        define(dot < 0 ? dotted : dotted.substring(0, dot), Flag.IMPORT, alias.span());
    }

    private void directive(List<String> names, Flag flag, Span at) {
        String word = flag == Flag.GLOBAL ? "global" : "nonlocal";
        for (String name : names) {
            Set<Flag> flags = flagsOf(current, name);
            if (flags.contains(Flag.PARAM)) {
                throw error(at, "name '" + name + "' is parameter and " + word);
            }
            if (flags.contains(Flag.USE)) {
                throw error(at, "name '" + name + "' is used prior to " + word + " declaration");
            }
            if (flags.contains(Flag.ANNOT)) {
                throw error(at, "annotated name '" + name + "' can't be " + word);
            }
            if (flags.contains(Flag.LOCAL)) {
                throw error(at, "name '" + name + "' is assigned to before " + word + " declaration");
            }
            define(name, flag, at);
            current.directives.putIfAbsent(current.mangle(name), at);
        }
    }

    private void match(Stmt.Match match) {
        expressions.visit(match.subject());
        for (MatchCase matchCase : match.cases()) {
            pattern(matchCase.pattern());
            matchCase.guard().ifPresent(expressions::visit);
            visit(matchCase.body());
        }
    }

    private void pattern(Pattern pattern) {
        switch (pattern) {
            case Pattern.MatchValue value -> expressions.visit(value.value());
            case Pattern.MatchSingleton _ -> { }
            case Pattern.MatchSequence sequence -> sequence.patterns().forEach(this::pattern);
            case Pattern.MatchStar star -> capture(star.name(), star);
            case Pattern.MatchMapping mapping -> {
                expressions.visit(mapping.keys());
                mapping.patterns().forEach(this::pattern);
                capture(mapping.rest(), mapping);
            }
            case Pattern.MatchClass cls -> {
                expressions.visit(cls.cls());
                cls.patterns().forEach(this::pattern);
                cls.kwdPatterns().forEach(this::pattern);
            }
            case Pattern.MatchAs as -> {
                as.pattern().ifPresent(this::pattern);
                capture(as.name(), as);
            }
            case Pattern.MatchOr or -> or.patterns().forEach(this::pattern);
        }
    }

    private void capture(Optional<String> name, Pattern pattern) {
        name.ifPresent(id -> define(id, Flag.LOCAL, pattern.span()));
    }
}
