package dev.glassheap.runtime.syntax;

import dev.glassheap.runtime.syntax.Scope.Flag;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** First half of the symbol table: expressions. */
final class SymbolTableExpressions {

    private final SymbolTableBuilder builder;

    SymbolTableExpressions(SymbolTableBuilder builder) {
        this.builder = builder;
    }

    void visit(List<Expr> list) {
        for (Expr expr : list) {
            visit(expr);
        }
    }

    void visit(Expr expr) {
        builder.depth().enter();
        switch (expr) {
            case Expr.BoolOp op -> visit(op.values());
            case Expr.NamedExpr named -> namedExpr(named);
            case Expr.BinOp op -> {
                visit(op.left());
                visit(op.right());
            }
            case Expr.UnaryOp op -> visit(op.operand());
            case Expr.Lambda lambda -> {
                defaults(lambda.args());
                builder.inScope(Scope.Kind.LAMBDA, "<lambda>", lambda, () -> {
                    parameters(lambda.args());
                    visit(lambda.body());
                });
            }
            case Expr.IfExp choice -> {
                visit(choice.test());
                visit(choice.body());
                visit(choice.orelse());
            }
            case Expr.Dict dict -> {
                dict.keys().forEach(key -> key.ifPresent(this::visit));
                visit(dict.values());
            }
            case Expr.Set set -> visit(set.elts());
            case Expr.ListComp comp -> comprehension(
                    Scope.Kind.COMPREHENSION, "<listcomp>", comp, comp.generators(), comp.elt(), Optional.empty());
            case Expr.SetComp comp -> comprehension(
                    Scope.Kind.COMPREHENSION, "<setcomp>", comp, comp.generators(), comp.elt(), Optional.empty());
            case Expr.DictComp comp -> comprehension(
                    Scope.Kind.COMPREHENSION, "<dictcomp>", comp, comp.generators(), comp.key(), Optional.of(comp.value()));
            case Expr.GeneratorExp comp -> comprehension(
                    Scope.Kind.GENERATOR_EXPRESSION, "<genexpr>", comp, comp.generators(), comp.elt(), Optional.empty());
            case Expr.Await await -> {
                builder.forbidInAnnotation(await, "await expression");
                visit(await.value());
                builder.current().coroutine = true;
            }
            case Expr.Yield yield -> {
                builder.forbidInAnnotation(yield, "yield expression");
                yield.value().ifPresent(this::visit);
                generator(yield);
            }
            case Expr.YieldFrom yield -> {
                builder.forbidInAnnotation(yield, "yield expression");
                visit(yield.value());
                generator(yield);
            }
            case Expr.Compare compare -> {
                visit(compare.left());
                visit(compare.comparators());
            }
            case Expr.Call call -> {
                visit(call.func());
                visit(call.args());
                call.keywords().forEach(keyword -> visit(keyword.value()));
            }
            case Expr.FormattedValue field -> {
                visit(field.value());
                field.formatSpec().ifPresent(this::visit);
            }
            case Expr.JoinedStr joined -> visit(joined.values());
            case Expr.Constant _ -> { }
            case Expr.Attribute attribute -> visit(attribute.value());
            case Expr.Subscript subscript -> {
                visit(subscript.value());
                visit(subscript.slice());
            }
            case Expr.Starred starred -> visit(starred.value());
            case Expr.Name name -> name(name);
            case Expr.List list -> visit(list.elts());
            case Expr.Tuple tuple -> visit(tuple.elts());
            case Expr.Slice slice -> {
                slice.lower().ifPresent(this::visit);
                slice.upper().ifPresent(this::visit);
                slice.step().ifPresent(this::visit);
            }
        }
        builder.depth().leave();
    }

    private void name(Expr.Name name) {
        builder.define(name.id(), name.ctx() == ExprContext.LOAD ? Flag.USE : Flag.LOCAL, name.span());
        if (name.ctx() == ExprContext.LOAD && name.id().equals("super") && builder.current().isFunctionLike()) {
            builder.define("__class__", Flag.USE, name.span());
        }
    }

    void defaults(Arguments args) {
        visit(args.defaults());
        args.kwDefaults().forEach(value -> value.ifPresent(this::visit));
    }

    void parameters(Arguments args) {
        args.posonlyargs().forEach(this::parameter);
        args.args().forEach(this::parameter);
        args.kwonlyargs().forEach(this::parameter);
        args.vararg().ifPresent(arg -> {
            parameter(arg);
            builder.current().varArgs = true;
        });
        args.kwarg().ifPresent(arg -> {
            parameter(arg);
            builder.current().varKeywords = true;
        });
    }

    private void parameter(Arg arg) {
        builder.define(arg.arg(), Flag.PARAM, arg.span());
    }

    private void generator(Expr yield) {
        Scope scope = builder.current();
        scope.generator = true;
        String where = switch (scope.name()) {
            case "<listcomp>" -> "list comprehension";
            case "<setcomp>" -> "set comprehension";
            case "<dictcomp>" -> "dict comprehension";
            default -> "generator expression";
        };
        if (scope.isComprehension()) {
            throw builder.error(yield.span(), "'yield' inside " + where);
        }
    }

    private void namedExpr(Expr.NamedExpr named) {
        builder.forbidInAnnotation(named, "named expression");
        Scope scope = builder.current();
        if (scope.iterableDepth > 0) {
            throw builder.error(
                    named.span(), "assignment expression cannot be used in a comprehension iterable expression");
        }
        if (scope.isComprehension()) {
            extendScope((Expr.Name) named.target());
        }
        visit(named.value());
        visit(named.target());
    }

    /** Inside a comprehension {@code :=} binds in the nearest function or module around it. */
    private void extendScope(Expr.Name target) {
        String name = target.id();
        Scope scope = builder.current();
        while (scope.isComprehension()) {
            if (builder.flagsOf(scope, name).contains(Flag.COMP_ITER)) {
                throw builder.error(target.span(),
                        "assignment expression cannot rebind comprehension iteration variable '" + name + "'");
            }
            scope = scope.parent().orElseThrow();
        }
        if (SymbolTableBuilder.isAnnotation(scope)) {
            return;
        }
        switch (scope.kind()) {
            case CLASS -> throw builder.error(target.span(),
                    "assignment expression within a comprehension cannot be used in a class body");
            case MODULE -> {
                builder.define(name, Flag.GLOBAL, target.span());
                directive(target);
                builder.define(scope, name, EnumSet.of(Flag.GLOBAL), target.span());
            }
            default -> {
                boolean global = builder.flagsOf(scope, name).contains(Flag.GLOBAL);
                builder.define(name, global ? Flag.GLOBAL : Flag.NONLOCAL, target.span());
                directive(target);
                builder.define(scope, name, Set.of(Flag.LOCAL), target.span());
            }
        }
    }

    private void directive(Expr.Name target) {
        Scope scope = builder.current();
        scope.directives.putIfAbsent(scope.mangle(target.id()), target.span());
    }

    private void comprehension(Scope.Kind kind, String name, Expr node, List<Comprehension> generators, Expr element,
            Optional<Expr> value) {
        Comprehension outermost = generators.getFirst();
        iterable(outermost.iter());
        Scope inner = builder.inScope(kind, name, node, () -> {
            Scope scope = builder.current();
            scope.coroutine = outermost.isAsync();
            builder.define(".0", Flag.PARAM, node.span());
            iterationTarget(outermost.target());
            visit(outermost.ifs());
            for (Comprehension clause : generators.subList(1, generators.size())) {
                iterationTarget(clause.target());
                iterable(clause.iter());
                visit(clause.ifs());
                scope.coroutine |= clause.isAsync();
            }
            value.ifPresent(this::visit);
            visit(element);
            scope.generator = kind == Scope.Kind.GENERATOR_EXPRESSION;
        });
        if (inner.coroutine && kind != Scope.Kind.GENERATOR_EXPRESSION) {
            builder.current().coroutine = true;
        }
    }

    private void iterable(Expr iter) {
        Scope scope = builder.current();
        scope.iterableDepth++;
        visit(iter);
        scope.iterableDepth--;
    }

    private void iterationTarget(Expr target) {
        Scope scope = builder.current();
        scope.inIterationTarget = true;
        visit(target);
        scope.inIterationTarget = false;
    }
}
