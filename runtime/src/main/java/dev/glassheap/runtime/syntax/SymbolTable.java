package dev.glassheap.runtime.syntax;

import dev.glassheap.runtime.syntax.PythonSyntaxError.Kind;
import dev.glassheap.runtime.syntax.PythonSyntaxError.Place;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The scopes of a tree, found as CPython's symbol table finds them. Keys are nodes by identity: the module, functions,
 * classes, lambdas and comprehensions of exactly the tree that was analysed.
 */
public final class SymbolTable {

    private final Scope top;
    private final Map<Object, Scope> scopes;

    private SymbolTable(Scope top, Map<Object, Scope> scopes) {
        this.top = top;
        this.scopes = scopes;
    }

    /**
     * Analyses a tree.
     *
     * @throws PythonSyntaxError for what CPython's symbol table refuses; the place has no text, and
     *     RECURSION_ERROR for trees deeper than its limit
     */
    public static SymbolTable of(Mod tree, String fileName) {
        return DeepStack.call(() -> {
            Map<Object, Scope> scopes = new IdentityHashMap<>();
            Scope top = new SymbolTableBuilder(fileName, scopes).build(tree);
            new ScopeAnalysis(fileName).analyze(top);
            return new SymbolTable(top, scopes);
        });
    }

    /** The scope of the module. */
    public Scope module() {
        return top;
    }

    /**
     * The scope that a definition, lambda or comprehension opens.
     *
     * @throws IllegalArgumentException for a node that opens none, or of another tree
     */
    public Scope scopeOf(Node node) {
        Scope found = scopes.get(node);
        if (found == null) {
            throw new IllegalArgumentException("opens no scope in this tree: " + node.getClass().getSimpleName());
        }
        return found;
    }

    /** An error of the compiler: no text, offsets from 1. */
    static PythonSyntaxError error(String fileName, Span at, String message) {
        return new PythonSyntaxError(Kind.SYNTAX_ERROR, message, Optional.of(new Place(
                fileName, at.line(), at.column() + 1, at.endLine(), at.endColumn() + 1, Optional.empty())));
    }
}
