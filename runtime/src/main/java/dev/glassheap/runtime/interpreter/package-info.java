/**
 * The Truffle language proper: what CPython keeps in {@code Python/compile.c}, {@code Python/ceval.c} and {@code Objects/frameobject.c}.
 *
 * <p>Read in this order: {@link dev.glassheap.runtime.interpreter.GuestNode} (what every node knows),
 * {@link dev.glassheap.runtime.interpreter.ExprNode} and {@link dev.glassheap.runtime.interpreter.StmtNode} (the two kinds),
 * {@link dev.glassheap.runtime.interpreter.CodeRootNode} (a frame's life), {@link dev.glassheap.runtime.interpreter.CallNodes},
 * {@link dev.glassheap.runtime.interpreter.Compiler} (AST to nodes), then one family of nodes per file.
 *
 * <h2>Ownership</h2>
 * {@code ExprNode.execute} returns a reference the caller owns, as CPython's evaluation stack would. A node that holds an
 * operand while it evaluates another releases it, last first, when an exception passes
 * ({@link dev.glassheap.runtime.interpreter.GuestNode#unwind}). Locals are owned by the frame and released in slot order at
 * its end.
 */
package dev.glassheap.runtime.interpreter;
