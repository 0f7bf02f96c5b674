package dev.glassheap.runtime.syntax;

import java.util.List;
import java.util.Set;

/**
 * The {@code from __future__} imports of a module. All but {@code annotations} are in force anyway.
 *
 * @param annotations annotations are kept as text and not evaluated
 * @param endLine the line of the last such import that stands where it may; -1 without one
 */
public record FutureFeatures(boolean annotations, int endLine) {

    private static final Set<String> KNOWN = Set.of("nested_scopes", "generators", "division", "absolute_import",
            "with_statement", "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations");

    /**
     * Reads the imports at the beginning of a module.
     *
     * @throws PythonSyntaxError for an unknown feature
     */
    public static FutureFeatures of(List<Stmt> body, String fileName) {
        boolean annotations = false;
        int endLine = -1;
        boolean done = false;
        int previousLine = 0;
        for (Stmt statement : body) {
            int line = statement.span().line();
            if (done && line > previousLine) {
                break;
            }
            previousLine = line;
            if (statement instanceof Stmt.ImportFrom imports && imports.module().filter("__future__"::equals).isPresent()) {
                if (done) {
                    throw error(imports, 0, fileName, "from __future__ imports must occur at the beginning of the file");
                }
                for (Alias alias : imports.names()) {
                    annotations |= feature(alias, imports, fileName).equals("annotations");
                }
                endLine = line;
            } else {
                boolean docstring = statement == body.getFirst() && isString(statement);
                done |= !docstring;
            }
        }
        return new FutureFeatures(annotations, endLine);
    }

    /** Whether annotations stay text; unknown features are not complained about here. */
    static boolean annotationsIn(List<Stmt> body) {
        return body.stream().anyMatch(statement -> statement instanceof Stmt.ImportFrom imports
                && imports.module().filter("__future__"::equals).isPresent()
                && imports.names().stream().anyMatch(alias -> alias.name().equals("annotations")));
    }

    private static String feature(Alias alias, Stmt.ImportFrom imports, String fileName) {
        if (KNOWN.contains(alias.name())) {
            return alias.name();
        }
        throw error(imports, 1, fileName, alias.name().equals("braces")
                ? "not a chance"
                : "future feature " + alias.name() + " is not defined");
    }

    /**
     * CPython knows no end here, its None is 0; and one of the messages has an offset that begins at 0.
     */
    private static PythonSyntaxError error(Stmt.ImportFrom imports, int firstOffset, String fileName, String message) {
        Span start = imports.span();
        return SymbolTable.error(
                fileName, new Span(start.line(), start.column() + firstOffset - 1, start.line(), -1), message);
    }

    static boolean isString(Stmt statement) {
        return statement instanceof Stmt.ExprStmt expression
                && expression.value() instanceof Expr.Constant constant
                && constant.value() instanceof ConstantValue.StrValue;
    }
}
