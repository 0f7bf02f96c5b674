package dev.glassheap.runtime.syntax;

/**
 * A node with a position. {@link Arguments}, {@link Comprehension}, {@link WithItem} and {@link MatchCase} have none in
 * Python's ast and none here.
 */
public sealed interface Node permits Stmt, Expr, Pattern, Arg, Keyword, Alias, ExceptHandler {

    Span span();
}
