package dev.glassheap.runtime.syntax;

import java.util.List;
import java.util.Optional;

/** {@code except [type [as name]]:}. */
public record ExceptHandler(Optional<Expr> type, Optional<String> name, List<Stmt> body, Span span) implements Node {}
