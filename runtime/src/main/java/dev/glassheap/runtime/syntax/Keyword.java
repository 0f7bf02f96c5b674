package dev.glassheap.runtime.syntax;

import java.util.Optional;

/** A keyword argument of a call or class; without a name it is {@code **value}. */
public record Keyword(Optional<String> arg, Expr value, Span span) implements Node {}
