package dev.glassheap.runtime.syntax;

import java.util.Optional;

/** One parameter. */
public record Arg(String arg, Optional<Expr> annotation, Span span) implements Node {}
