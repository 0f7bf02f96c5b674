package dev.glassheap.runtime.syntax;

import java.util.Optional;

/**
 * An expression. Chains of binary operators, attributes, calls and subscripts lean to the left and can be thousands of nodes
 * deep: walk the left spine in a loop.
 */
public sealed interface Expr extends Node {

    /** {@code and}/{@code or}; a chain of one operator is one node with two or more values. */
    record BoolOp(Op op, java.util.List<Expr> values, Span span) implements Expr {
        public enum Op { AND, OR }
    }

    /** {@code (target := value)}; the target is a {@link Name}. */
    record NamedExpr(Expr target, Expr value, Span span) implements Expr {}

    record BinOp(Expr left, Operator op, Expr right, Span span) implements Expr {}

    record UnaryOp(Op op, Expr operand, Span span) implements Expr {
        public enum Op { INVERT, NOT, U_ADD, U_SUB }
    }

    record Lambda(Arguments args, Expr body, Span span) implements Expr {}

    record IfExp(Expr test, Expr body, Expr orelse, Span span) implements Expr {}

    /** A dict display; an absent key marks {@code **mapping}. */
    record Dict(java.util.List<Optional<Expr>> keys, java.util.List<Expr> values, Span span) implements Expr {}

    record Set(java.util.List<Expr> elts, Span span) implements Expr {}

    record ListComp(Expr elt, java.util.List<Comprehension> generators, Span span) implements Expr {}

    record SetComp(Expr elt, java.util.List<Comprehension> generators, Span span) implements Expr {}

    record DictComp(Expr key, Expr value, java.util.List<Comprehension> generators, Span span) implements Expr {}

    record GeneratorExp(Expr elt, java.util.List<Comprehension> generators, Span span) implements Expr {}

    record Await(Expr value, Span span) implements Expr {}

    record Yield(Optional<Expr> value, Span span) implements Expr {}

    record YieldFrom(Expr value, Span span) implements Expr {}

    /** {@code left op0 comparators0 op1 comparators1 ...}; both lists have the same length, at least 1. */
    record Compare(Expr left, java.util.List<CmpOp> ops, java.util.List<Expr> comparators, Span span) implements Expr {}

    /** A call; positional arguments may be {@link Starred}, a keyword without a name is {@code **mapping}. */
    record Call(Expr func, java.util.List<Expr> args, java.util.List<Keyword> keywords, Span span) implements Expr {}

    /**
     * A replacement field of an f-string.
     *
     * @param conversion 's', 'r', 'a', or -1 for none
     * @param formatSpec a {@link JoinedStr}; a str {@link Constant} in what constant folding makes of a %-format
     */
    record FormattedValue(Expr value, int conversion, Optional<Expr> formatSpec, Span span) implements Expr {}

    /** An f-string: constants (str) and {@link FormattedValue}s in order; adjacent literals are merged as CPython does. */
    record JoinedStr(java.util.List<Expr> values, Span span) implements Expr {}

    /**
     * A literal, or what constant folding made.
     *
     * @param kind "u" for a string written with that prefix
     */
    record Constant(ConstantValue value, Optional<String> kind, Span span) implements Expr {

        public Constant(ConstantValue value, Span span) {
            this(value, Optional.empty(), span);
        }
    }

    record Attribute(Expr value, String attr, ExprContext ctx, Span span) implements Expr {}

    record Subscript(Expr value, Expr slice, ExprContext ctx, Span span) implements Expr {}

    record Starred(Expr value, ExprContext ctx, Span span) implements Expr {}

    record Name(String id, ExprContext ctx, Span span) implements Expr {}

    record List(java.util.List<Expr> elts, ExprContext ctx, Span span) implements Expr {}

    record Tuple(java.util.List<Expr> elts, ExprContext ctx, Span span) implements Expr {}

    /** {@code lower:upper:step}; stands only inside a {@link Subscript}. */
    record Slice(Optional<Expr> lower, Optional<Expr> upper, Optional<Expr> step, Span span) implements Expr {}
}
