package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.source.Source;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyCode;
import dev.glassheap.runtime.object.PyFunction;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.World;
import dev.glassheap.runtime.syntax.Mod;
import dev.glassheap.runtime.syntax.AnalyzedTree;
import dev.glassheap.runtime.syntax.SymbolTable;

/**
 * From syntax tree to code objects: CPython's {@code compile.c}. One instance compiles one source text; equal constants of the
 * whole text are one object.
 *
 * <p>{@link UnitCompiler} compiles one code unit (module, function, class body, comprehension); {@link ExpressionCompiler},
 * {@link StatementCompiler} and {@link TargetCompiler} do the parts.
 */
final class Compiler {

    final TruffleLanguage<?> language;
    final World w;
    final Sites sites;
    final String fileName;
    final Source source;
    final AnalyzedTree tree;
    final SymbolTable symbols;
    final ConstantPool constants;

    private Compiler(TruffleLanguage<?> language, World w, Sites sites, String fileName, Source source, AnalyzedTree tree) {
        this.language = language;
        this.w = w;
        this.sites = sites;
        this.fileName = fileName;
        this.source = source;
        this.tree = tree;
        this.symbols = tree.symbols();
        this.constants = new ConstantPool(w);
    }

    /** What the value of the last expression statement becomes. */
    enum Mode { EXEC, EVAL,
        /** Each expression statement's value goes to {@code sys.displayhook}. */
        SINGLE,
        /** As exec, but the value of a final expression statement is the code's result (a notebook cell). */
        CELL }

    /**
     * Compiles a module, an expression or an interactive statement.
     *
     * @return a new reference to the code object
     */
    static PyCode compile(TruffleLanguage<?> language, World w, Sites sites, Mod mod, String fileName, Source source, Mode mode) {
        AnalyzedTree tree = AnalyzedTree.of(mod, fileName);
        Compiler c = new Compiler(language, w, sites, fileName, source, tree);
        try {
            return UnitCompiler.module(c, tree.tree(), mode);
        } finally {
            c.constants.release();
        }
    }

    /** {@code PyEval_EvalCode}: a function for the code, ready to be called with the namespace. A new reference. */
    static PyFunction moduleFunction(World w, PyCode code, PyDict globals) {
        PyFunction f = FunctionNodes.function(w, code, globals);
        w.release(code, Holder.NATIVE);
        return f;
    }
}
