package dev.glassheap.runtime.syntax;

import java.util.Optional;
import java.util.function.Function;

/**
 * Python 3.11 source text to its syntax tree. Errors of the grammar only: those that CPython's symbol table and compiler find
 * ('return' outside function) are not looked for here.
 *
 * <p>Every method throws {@link PythonSyntaxError}; a Java {@code StackOverflowError} becomes its kind MEMORY_ERROR. The text
 * of a {@code String} is taken as decoded: encoding comments have no effect.
 */
public final class Parser {

    private Parser() {}

    /** {@code exec} mode: a file or cell. */
    public static Mod.Module parseModule(String source, String fileName) {
        return parse(source, fileName, StartSymbol.FILE, grammar -> grammar.parse(grammar.statements::file));
    }

    /** {@code eval} mode: one expression. Leading blanks are an error here; the builtin {@code eval} strips them. */
    public static Mod.Expression parseExpression(String source, String fileName) {
        return parse(source, fileName, StartSymbol.EVAL, grammar -> grammar.parse(grammar.statements::eval));
    }

    /** {@code single} mode: one interactive statement. */
    public static Mod.Interactive parseInteractive(String source, String fileName) {
        return parse(source, fileName, StartSymbol.INTERACTIVE, grammar -> {
            Mod.Interactive statement = grammar.parse(grammar.statements::interactive);
            if (grammar.errors.moreStatementsFollow()) {
                throw grammar.errors.raiseHere("multiple statements found while compiling a single statement");
            }
            return statement;
        });
    }

    /** Whether the text is no module only because it ends too early, in CPython's sense of "incomplete input". */
    static boolean moduleEndsTooEarly(String source) {
        return parse(source, "<input>", StartSymbol.FILE, grammar -> grammar.endsTooEarly(grammar.statements::file));
    }

    private static <T> T parse(String source, String fileName, StartSymbol start, Function<Grammar, T> parsing) {
        if (source.indexOf('\0') >= 0) {
            throw new PythonSyntaxError(PythonSyntaxError.Kind.SYNTAX_ERROR,
                    "source code string cannot contain null bytes", Optional.empty());
        }
        String text = source.indexOf('\r') < 0 ? source : source.replace("\r\n", "\n").replace('\r', '\n');
        if (start == StartSymbol.FILE && !text.isEmpty() && !text.endsWith("\n")) {
            text += "\n";
        }
        int[] codePoints = text.codePoints().toArray();
        return DeepStack.call(() -> parsing.apply(new Grammar(codePoints, fileName, start, 1, 0)));
    }
}
