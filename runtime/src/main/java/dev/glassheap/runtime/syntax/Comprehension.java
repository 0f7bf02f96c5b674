package dev.glassheap.runtime.syntax;

import java.util.List;

/** {@code [async] for target in iter [if cond]...}. */
public record Comprehension(Expr target, Expr iter, List<Expr> ifs, boolean isAsync) {}
