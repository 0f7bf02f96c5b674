/**
 * Python 3.11 source text to a checked syntax tree; hand-written, without any dependency.
 *
 * <p>The way of a text, in reading order:
 *
 * <ol>
 *   <li>{@link dev.glassheap.runtime.syntax.Parser} (tokens: {@code Tokenizer}; rules by family: {@code Grammar} and the
 *       {@code ...Parser}s; likely mistakes: the {@code Invalid...}s) makes the tree:
 *       {@link dev.glassheap.runtime.syntax.Mod}, {@link dev.glassheap.runtime.syntax.Stmt},
 *       {@link dev.glassheap.runtime.syntax.Expr}, {@link dev.glassheap.runtime.syntax.Pattern},
 *       {@link dev.glassheap.runtime.syntax.ConstantValue}, {@link dev.glassheap.runtime.syntax.Span}. Names are those of
 *       Python's {@code ast} module in Java case, so its documentation is the documentation of these records.
 *   <li>{@link dev.glassheap.runtime.syntax.ConstantFolding}: a tree to a tree.
 *   <li>{@link dev.glassheap.runtime.syntax.SymbolTable}: a {@link dev.glassheap.runtime.syntax.Scope} for each block.
 *   <li>{@link dev.glassheap.runtime.syntax.CodeShape}: sizes and tables of the code that CPython's compiler would make
 *       ({@code CodeEmitter} and the {@code ...Emitter}s, then {@code CodeAssembler}), and the compiler's errors.
 * </ol>
 *
 * {@link dev.glassheap.runtime.syntax.AnalyzedTree} does 2 to 4 in one call. Everything that CPython would refuse is a
 * {@link dev.glassheap.runtime.syntax.PythonSyntaxError} with its words and positions.
 * {@link dev.glassheap.runtime.syntax.Completeness} answers whether a text is ready to run.
 *
 * <p>The tree is immutable data. Lists are unmodifiable; what may be absent is an {@code Optional} or an empty list. Passes
 * attach facts to nodes by identity (two equal-looking nodes are two nodes); do not compare or hash nodes by value, a
 * left-deep sum of thousands of terms would recurse as deeply.
 *
 * <p>Passes may recurse as deeply as CPython's compiler allows (3000 nodes); {@code DeepStack} gives them the stack for it.
 *
 * <p>This package must not know the heap, the object model or the interpreter.
 */
package dev.glassheap.runtime.syntax;
