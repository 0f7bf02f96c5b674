package dev.glassheap.runtime.syntax;

import java.util.Optional;

/** {@code contextExpr [as optionalVars]}. */
public record WithItem(Expr contextExpr, Optional<Expr> optionalVars) {}
