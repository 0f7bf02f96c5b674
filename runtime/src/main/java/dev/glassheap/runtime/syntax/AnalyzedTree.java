package dev.glassheap.runtime.syntax;

import java.util.Map;

/**
 * A tree with all that the passes after parsing say of it; what an interpreter should start from.
 *
 * @param tree with its constants folded; scopes and shapes belong to these nodes, not to those of the parsed tree
 * @param symbols the scopes
 * @param shapes what CPython's compiler would make of each scope
 */
public record AnalyzedTree(Mod tree, SymbolTable symbols, Map<Scope, CodeShape> shapes) {

    /**
     * Runs the passes in CPython's order: folding, symbol table, compiler.
     *
     * @throws PythonSyntaxError for everything that CPython refuses after parsing; such errors have no source text, because
     *     CPython reads it from the file
     */
    public static AnalyzedTree of(Mod parsed, String fileName) {
        Mod folded = switch (parsed) {
            case Mod.Module module -> ConstantFolding.fold(module);
            case Mod.Interactive interactive -> ConstantFolding.fold(interactive);
            case Mod.Expression expression -> ConstantFolding.fold(expression);
        };
        SymbolTable symbols = SymbolTable.of(folded, fileName);
        return new AnalyzedTree(folded, symbols, CodeShape.of(folded, symbols, fileName));
    }

    /** The shape of a scope of this tree. */
    public CodeShape shapeOf(Scope scope) {
        CodeShape shape = shapes.get(scope);
        if (shape == null) {
            throw new IllegalArgumentException("a scope of another tree: " + scope);
        }
        return shape;
    }
}
