/**
 * Python 3.11 source text to a checked syntax tree; hand-written, without any dependency.
 *
 * <p>Reading order: {@link dev.glassheap.runtime.syntax.Span} and the tree ({@link dev.glassheap.runtime.syntax.Mod},
 * {@link dev.glassheap.runtime.syntax.Stmt}, {@link dev.glassheap.runtime.syntax.Expr},
 * {@link dev.glassheap.runtime.syntax.Pattern}, {@link dev.glassheap.runtime.syntax.ConstantValue}); names are those of Python's
 * {@code ast} module in Java case, so its documentation is the documentation of these records.
 *
 * <p>The tree is immutable data. Lists are unmodifiable; what may be absent is an {@code Optional} or an empty list. Passes
 * attach facts to nodes by identity (two equal-looking nodes are two nodes); do not compare or hash nodes by value, a
 * left-deep sum of thousands of terms would recurse as deeply.
 *
 * <p>This package must not know the heap, the object model or the interpreter.
 */
package dev.glassheap.runtime.syntax;
