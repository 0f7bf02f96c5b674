package dev.glassheap.runtime.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The rules of the grammar for one source text, by family. Each rule is a method of the same name as in the reference grammar:
 * it returns what it matched or null, in the order of the grammar's alternatives (a PEG: the first that matches wins).
 *
 * <p>A text is parsed once without the {@code invalid} rules. Only if that fails it is parsed again with them: they match
 * likely mistakes and throw the specific message.
 */
final class Grammar {

    final TokenStream tokens;
    final ErrorReporter errors;
    final String fileName;
    final StatementParser statements;
    final CompoundParser compounds;
    final DefinitionParser definitions;
    final ParameterParser parameters;
    final ParameterParser lambdaParameters;
    final PatternParser patterns;
    final ExpressionParser expressions;
    final AtomParser atoms;
    final CallParser calls;
    final TargetParser targets;
    final InvalidExpressions invalidExpressions;
    final InvalidStatements invalidStatements;
    final InvalidBlocks invalidBlocks;
    final StringParser strings;

    /** Second pass. */
    boolean invalidRules;

    Grammar(int[] source, String fileName, StartSymbol start, int firstLine, int startingColumn) {
        Tokenizer tokenizer = new Tokenizer(source, fileName, firstLine, startingColumn);
        this.fileName = fileName;
        errors = new ErrorReporter(tokenizer, start, fileName);
        tokens = new TokenStream(tokenizer, start, errors);
        errors.attach(tokens);
        statements = new StatementParser(this);
        compounds = new CompoundParser(this);
        definitions = new DefinitionParser(this);
        parameters = new ParameterParser(this, false);
        lambdaParameters = new ParameterParser(this, true);
        patterns = new PatternParser(this);
        expressions = new ExpressionParser(this);
        atoms = new AtomParser(this);
        calls = new CallParser(this);
        targets = new TargetParser(this);
        invalidExpressions = new InvalidExpressions(this);
        invalidStatements = new InvalidStatements(this);
        invalidBlocks = new InvalidBlocks(this);
        strings = new StringParser(this);
    }

    /** Parses with {@code rule}; a failure ends in the exception that CPython would choose. */
    <T> T parse(Supplier<T> rule) {
        Token stuck;
        try {
            T result = rule.get();
            if (result != null) {
                return result;
            }
            stuck = tokens.last();
            invalidRules = true;
            tokens.restart();
            rule.get();
        } catch (PythonSyntaxError error) {
            throw error.place().isPresent() ? errors.preferTokenizerError(error) : error;
        }
        throw errors.generic(stuck);
    }

    /** Whether {@code rule} fails only because the text ends too early: more text could make it match. */
    boolean endsTooEarly(Supplier<?> rule) {
        try {
            return rule.get() == null && errors.atEndOfText();
        } catch (PythonSyntaxError error) {
            return error.place().isPresent() && errors.atEndOfText();
        }
    }

    /** {@code element (separator element)*}; null when there is not even one. A separator without an element is left. */
    <T> List<T> gather(Supplier<T> element, TokenKind separator) {
        T first = tokens.attempt(element);
        if (first == null) {
            return null;
        }
        List<T> found = new ArrayList<>();
        found.add(first);
        while (true) {
            int from = tokens.mark;
            if (!tokens.accept(separator)) {
                return found;
            }
            T following = element.get();
            if (following == null) {
                tokens.mark = from;
                return found;
            }
            found.add(following);
        }
    }

    /** {@code element*}. */
    <T> List<T> repeat(Supplier<T> element) {
        List<T> found = new ArrayList<>();
        for (T next = tokens.attempt(element); next != null; next = tokens.attempt(element)) {
            found.add(next);
        }
        return found;
    }

    /** Tries {@code body}; without a match the position is as before. */
    boolean matches(BooleanSupplier body) {
        int from = tokens.mark;
        if (body.getAsBoolean()) {
            return true;
        }
        tokens.mark = from;
        return false;
    }

    /** {@code kind element}, where the element is needed for a match. */
    <T> Optional<T> optionalAfter(TokenKind kind, Supplier<T> element) {
        int from = tokens.mark;
        if (tokens.accept(kind)) {
            T found = element.get();
            if (found != null) {
                return Optional.of(found);
            }
        }
        tokens.mark = from;
        return Optional.empty();
    }

    Expr.Name name() {
        int from = tokens.mark;
        Token token = tokens.expect(TokenKind.NAME);
        return token == null ? null : new Expr.Name(token.text(), ExprContext.LOAD, tokens.spanFrom(from));
    }
}
