package dev.glassheap.runtime.syntax;

import java.util.List;

/**
 * CPython's AST optimizer: a tree to a tree in which operations on constants are done. It runs before the symbol table,
 * because CPython's symbol table, too, sees the optimized tree.
 *
 * <p>Folded are operators, subscripts and tuples of constants, {@code x in [...]} and loops over displays of constants
 * (list to tuple, set to frozenset), {@code not} of identity and membership tests, {@code '%s' % (...)} to an f-string, and
 * {@code __debug__}. Results are limited: integers to 128 bits, strings and bytes to 4096, tuples to 256 items. A statement
 * that becomes a string by folding does not become a docstring.
 */
public final class ConstantFolding {

    private final ExpressionFolding expressions = new ExpressionFolding(new RecursionDepth());
    private final RecursionDepth depth = expressions.depth();
    private boolean futureAnnotations;

    private ConstantFolding() {}

    /**
     * The optimized tree; the given one stays as it is.
     *
     * @throws PythonSyntaxError RECURSION_ERROR for a tree deeper than CPython's compiler takes
     */
    public static Mod.Module fold(Mod.Module tree) {
        return DeepStack.call(() -> {
            ConstantFolding folding = new ConstantFolding();
            folding.futureAnnotations = FutureFeatures.annotationsIn(tree.body());
            return new Mod.Module(folding.body(tree.body()));
        });
    }

    /** As for modules. */
    public static Mod.Interactive fold(Mod.Interactive tree) {
        return DeepStack.call(() -> new Mod.Interactive(new ConstantFolding().statements(tree.body())));
    }

    /** As for modules. */
    public static Mod.Expression fold(Mod.Expression tree) {
        return DeepStack.call(() -> new Mod.Expression(new ConstantFolding().expressions.fold(tree.body())));
    }

    private List<Stmt> body(List<Stmt> body) {
        List<Stmt> folded = statements(body);
        boolean newDocstring = !folded.isEmpty()
                && FutureFeatures.isString(folded.getFirst())
                && !FutureFeatures.isString(body.getFirst());
        if (!newDocstring) {
            return folded;
        }
        Stmt.ExprStmt first = (Stmt.ExprStmt) folded.getFirst();
        Expr wrapped = new Expr.JoinedStr(List.of(first.value()), first.value().span());
        List<Stmt> changed = new java.util.ArrayList<>(folded);
        changed.set(0, new Stmt.ExprStmt(wrapped, first.span()));
        return List.copyOf(changed);
    }

    private List<Stmt> statements(List<Stmt> body) {
        return body.stream().map(this::statement).toList();
    }

    private Stmt statement(Stmt statement) {
        depth.enter();
        Stmt folded = switch (statement) {
            case Stmt.FunctionDef def -> new Stmt.FunctionDef(def.name(), arguments(def.args()), body(def.body()),
                    expressions.fold(def.decoratorList()), def.returns().map(this::annotation), def.span());
            case Stmt.AsyncFunctionDef def -> new Stmt.AsyncFunctionDef(def.name(), arguments(def.args()), body(def.body()),
                    expressions.fold(def.decoratorList()), def.returns().map(this::annotation), def.span());
            case Stmt.ClassDef def -> new Stmt.ClassDef(def.name(), expressions.fold(def.bases()),
                    expressions.keywords(def.keywords()), body(def.body()), expressions.fold(def.decoratorList()),
                    def.span());
            case Stmt.Return s -> new Stmt.Return(expressions.fold(s.value()), s.span());
            case Stmt.Delete s -> new Stmt.Delete(expressions.fold(s.targets()), s.span());
            case Stmt.Assign s ->
                    new Stmt.Assign(expressions.fold(s.targets()), expressions.fold(s.value()), s.span());
            case Stmt.AugAssign s -> new Stmt.AugAssign(
                    expressions.fold(s.target()), s.op(), expressions.fold(s.value()), s.span());
            case Stmt.AnnAssign s -> new Stmt.AnnAssign(expressions.fold(s.target()), annotation(s.annotation()),
                    expressions.fold(s.value()), s.simple(), s.span());
            case Stmt.For s -> new Stmt.For(expressions.fold(s.target()), expressions.foldIterable(s.iter()),
                    statements(s.body()), statements(s.orelse()), s.span());
            case Stmt.AsyncFor s -> new Stmt.AsyncFor(expressions.fold(s.target()), expressions.fold(s.iter()),
                    statements(s.body()), statements(s.orelse()), s.span());
            case Stmt.While s -> new Stmt.While(
                    expressions.fold(s.test()), statements(s.body()), statements(s.orelse()), s.span());
            case Stmt.If s -> new Stmt.If(
                    expressions.fold(s.test()), statements(s.body()), statements(s.orelse()), s.span());
            case Stmt.With s -> new Stmt.With(items(s.items()), statements(s.body()), s.span());
            case Stmt.AsyncWith s -> new Stmt.AsyncWith(items(s.items()), statements(s.body()), s.span());
            case Stmt.Match s -> new Stmt.Match(
                    expressions.fold(s.subject()), s.cases().stream().map(this::matchCase).toList(), s.span());
            case Stmt.Raise s -> new Stmt.Raise(expressions.fold(s.exc()), expressions.fold(s.cause()), s.span());
            case Stmt.Try s -> new Stmt.Try(statements(s.body()), handlers(s.handlers()), statements(s.orelse()),
                    statements(s.finalbody()), s.span());
            case Stmt.TryStar s -> new Stmt.TryStar(statements(s.body()), handlers(s.handlers()), statements(s.orelse()),
                    statements(s.finalbody()), s.span());
            case Stmt.Assert s -> new Stmt.Assert(expressions.fold(s.test()), expressions.fold(s.msg()), s.span());
            case Stmt.ExprStmt s -> new Stmt.ExprStmt(expressions.fold(s.value()), s.span());
            case Stmt.Import _, Stmt.ImportFrom _, Stmt.Global _, Stmt.Nonlocal _, Stmt.Pass _, Stmt.Break _,
                    Stmt.Continue _ -> statement;
        };
        depth.leave();
        return folded;
    }

    private Expr annotation(Expr annotation) {
        return futureAnnotations ? annotation : expressions.fold(annotation);
    }

    private Arguments arguments(Arguments args) {
        return new Arguments(args(args.posonlyargs()), args(args.args()), args.vararg().map(this::arg),
                args(args.kwonlyargs()), args.kwDefaults().stream().map(expressions::fold).toList(),
                args.kwarg().map(this::arg), expressions.fold(args.defaults()));
    }

    private List<Arg> args(List<Arg> args) {
        return args.stream().map(this::arg).toList();
    }

    private Arg arg(Arg arg) {
        return new Arg(arg.arg(), arg.annotation().map(this::annotation), arg.span());
    }

    private List<WithItem> items(List<WithItem> items) {
        return items.stream()
                .map(item -> new WithItem(expressions.fold(item.contextExpr()), expressions.fold(item.optionalVars())))
                .toList();
    }

    private List<ExceptHandler> handlers(List<ExceptHandler> handlers) {
        return handlers.stream()
                .map(handler -> new ExceptHandler(
                        expressions.fold(handler.type()), handler.name(), statements(handler.body()), handler.span()))
                .toList();
    }

    private MatchCase matchCase(MatchCase matchCase) {
        return new MatchCase(
                pattern(matchCase.pattern()), expressions.fold(matchCase.guard()), statements(matchCase.body()));
    }

    private List<Pattern> patterns(List<Pattern> patterns) {
        return patterns.stream().map(this::pattern).toList();
    }

    /** Folds the negative and complex numbers of patterns. */
    private Pattern pattern(Pattern pattern) {
        return switch (pattern) {
            case Pattern.MatchValue p -> new Pattern.MatchValue(expressions.fold(p.value()), p.span());
            case Pattern.MatchSequence p -> new Pattern.MatchSequence(patterns(p.patterns()), p.span());
            case Pattern.MatchMapping p -> new Pattern.MatchMapping(
                    expressions.fold(p.keys()), patterns(p.patterns()), p.rest(), p.span());
            case Pattern.MatchClass p -> new Pattern.MatchClass(expressions.fold(p.cls()), patterns(p.patterns()),
                    p.kwdAttrs(), patterns(p.kwdPatterns()), p.span());
            case Pattern.MatchAs p -> new Pattern.MatchAs(p.pattern().map(this::pattern), p.name(), p.span());
            case Pattern.MatchOr p -> new Pattern.MatchOr(patterns(p.patterns()), p.span());
            case Pattern.MatchSingleton _, Pattern.MatchStar _ -> pattern;
        };
    }
}
