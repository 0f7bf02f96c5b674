package dev.glassheap.runtime.syntax;

import java.util.List;
import java.util.Optional;

/** A statement. */
public sealed interface Stmt extends Node {

    /** {@code def}; the span begins at {@code def}, not at the first decorator. */
    record FunctionDef(String name, Arguments args, List<Stmt> body, List<Expr> decoratorList, Optional<Expr> returns, Span span)
            implements Stmt {}

    record AsyncFunctionDef(
            String name, Arguments args, List<Stmt> body, List<Expr> decoratorList, Optional<Expr> returns, Span span)
            implements Stmt {}

    /** {@code class}; the span begins at {@code class}, not at the first decorator. */
    record ClassDef(
            String name, List<Expr> bases, List<Keyword> keywords, List<Stmt> body, List<Expr> decoratorList, Span span)
            implements Stmt {}

    record Return(Optional<Expr> value, Span span) implements Stmt {}

    record Delete(List<Expr> targets, Span span) implements Stmt {}

    /** {@code a = b = value}: the targets from left to right. */
    record Assign(List<Expr> targets, Expr value, Span span) implements Stmt {}

    record AugAssign(Expr target, Operator op, Expr value, Span span) implements Stmt {}

    /**
     * {@code target: annotation [= value]}.
     *
     * @param simple whether the target is a bare name without parentheses, so that its annotation is stored
     */
    record AnnAssign(Expr target, Expr annotation, Optional<Expr> value, boolean simple, Span span) implements Stmt {}

    record For(Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse, Span span) implements Stmt {}

    record AsyncFor(Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse, Span span) implements Stmt {}

    record While(Expr test, List<Stmt> body, List<Stmt> orelse, Span span) implements Stmt {}

    /** {@code elif} is an {@code If} that is alone in {@code orelse}; chains of thousands occur, walk them in a loop. */
    record If(Expr test, List<Stmt> body, List<Stmt> orelse, Span span) implements Stmt {}

    record With(List<WithItem> items, List<Stmt> body, Span span) implements Stmt {}

    record AsyncWith(List<WithItem> items, List<Stmt> body, Span span) implements Stmt {}

    record Match(Expr subject, List<MatchCase> cases, Span span) implements Stmt {}

    record Raise(Optional<Expr> exc, Optional<Expr> cause, Span span) implements Stmt {}

    record Try(List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> finalbody, Span span)
            implements Stmt {}

    /** {@code try} with {@code except*}. */
    record TryStar(List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> finalbody, Span span)
            implements Stmt {}

    record Assert(Expr test, Optional<Expr> msg, Span span) implements Stmt {}

    record Import(List<Alias> names, Span span) implements Stmt {}

    /**
     * {@code from ..module import names}.
     *
     * @param level the number of leading dots
     */
    record ImportFrom(Optional<String> module, List<Alias> names, int level, Span span) implements Stmt {}

    record Global(List<String> names, Span span) implements Stmt {}

    record Nonlocal(List<String> names, Span span) implements Stmt {}

    /** An expression statement; {@code Expr} in Python's ast, which is the name of the sealed interface here. */
    record ExprStmt(Expr value, Span span) implements Stmt {}

    record Pass(Span span) implements Stmt {}

    record Break(Span span) implements Stmt {}

    record Continue(Span span) implements Stmt {}
}
