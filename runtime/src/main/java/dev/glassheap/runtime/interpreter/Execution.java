package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.source.Source;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyCode;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyFunction;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;
import dev.glassheap.runtime.syntax.Mod;
import dev.glassheap.runtime.syntax.Parser;
import dev.glassheap.runtime.syntax.PythonSyntaxError;
import dev.glassheap.runtime.syntax.Span;

/** Compiling and running source text: what modules, exec, eval and the host use. */
public final class Execution {

    /** What the text is. */
    public enum Kind { MODULE, EVAL, SINGLE,
        /** As a module, but the value of a final expression statement is the result. */
        CELL }

    /** What the compiler makes is born in a file, at no line of it. */
    private static final Span NO_LINE = new Span(0, 0, 0, 0);

    private final TruffleLanguage<?> language;
    private final World w;
    private final Sites sites;

    public Execution(TruffleLanguage<?> language, World w, Sites sites) {
        this.language = language;
        this.w = w;
        this.sites = sites;
        Frames.define(w, sites);
        GeneratorType.define(w);
    }

    public Sites sites() {
        return sites;
    }

    /**
     * Compiles.
     *
     * @return a new reference to the code object
     * @throws dev.glassheap.runtime.object.PyException SyntaxError and its kin
     */
    public PyCode compile(String text, String fileName, Kind kind) {
        int caller = w.thread.site;
        w.thread.site = sites.id(fileName, "<module>", NO_LINE);
        try {
            sites.source(fileName, text);
            Mod mod = switch (kind) {
                case MODULE, CELL -> Parser.parseModule(text, fileName);
                case EVAL -> Parser.parseExpression(text, fileName);
                case SINGLE -> Parser.parseInteractive(text, fileName);
            };
            Source source = Source.newBuilder("minipy", text, fileName).build();
            return Compiler.compile(language, w, sites, mod, fileName, source, switch (kind) {
                case MODULE -> Compiler.Mode.EXEC;
                case EVAL -> Compiler.Mode.EVAL;
                case SINGLE -> Compiler.Mode.SINGLE;
                case CELL -> Compiler.Mode.CELL;
            });
        } catch (PythonSyntaxError e) {
            throw SyntaxErrors.raise(w, e);
        } finally {
            w.thread.site = caller;
        }
    }

    /** Compiles and runs in a namespace; a new reference to the result (None for modules). */
    public PyObject execute(String text, String fileName, Kind kind, PyDict globals) {
        return run(compile(text, fileName, kind), globals, globals);
    }

    /** {@code PyEval_EvalCode}: steals the code object. */
    public PyObject run(PyCode code, PyDict globals, PyObject namespace) {
        PyFunction function = Compiler.moduleFunction(w, code, globals);
        try {
            return Interpreter.run(w, function, namespace);
        } finally {
            w.release(function, Holder.NATIVE);
        }
    }
}
