package dev.glassheap.runtime.syntax;

import java.util.List;
import java.util.Optional;

/** A pattern of a {@code case}. */
public sealed interface Pattern extends Node {

    record MatchValue(Expr value, Span span) implements Pattern {}

    /** {@code None}, {@code True} or {@code False}, compared by identity. */
    record MatchSingleton(ConstantValue value, Span span) implements Pattern {}

    record MatchSequence(List<Pattern> patterns, Span span) implements Pattern {}

    record MatchMapping(List<Expr> keys, List<Pattern> patterns, Optional<String> rest, Span span) implements Pattern {}

    /** {@code cls(patterns..., kwdAttrs=kwdPatterns...)}; the last two lists have the same length. */
    record MatchClass(Expr cls, List<Pattern> patterns, List<String> kwdAttrs, List<Pattern> kwdPatterns, Span span)
            implements Pattern {}

    /** {@code *name}, or {@code *_} when absent. */
    record MatchStar(Optional<String> name, Span span) implements Pattern {}

    /** {@code pattern as name}; a capture when there is no pattern, the wildcard when there is neither. */
    record MatchAs(Optional<Pattern> pattern, Optional<String> name, Span span) implements Pattern {}

    record MatchOr(List<Pattern> patterns, Span span) implements Pattern {}
}
