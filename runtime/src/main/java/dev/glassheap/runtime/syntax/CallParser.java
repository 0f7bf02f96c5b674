package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.TokenKind.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What follows a primary: attribute, call, subscript; and the arguments of a call. */
final class CallParser {

    private final Grammar grammar;
    private final TokenStream tokens;

    CallParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** The arguments of a call, with their own span for error messages. */
    record CallArguments(List<Expr> args, List<Keyword> keywords, Span span) {}

    /** An argument that follows the first keyword: exactly one of the two is there. */
    record KeywordOrStarred(Optional<Keyword> keyword, Optional<Expr> starred) {}

    /** {@code primary} longer by one part; null if there is none, with the position anywhere. */
    Expr trailer(Expr primary, int from) {
        if (grammar.invalidRules && !tokens.at(LPAR)) {
            // The grammar tries a generator expression here, and its error rule accepts every kind of bracket.
            grammar.invalidExpressions.comprehension();
        }
        return switch (tokens.kind()) {
            case DOT -> {
                tokens.mark++;
                Token name = tokens.expect(NAME);
                yield name == null
                        ? null
                        : new Expr.Attribute(primary, name.text(), ExprContext.LOAD, tokens.spanFrom(from));
            }
            case LPAR -> call(primary, from);
            case LSQB -> {
                tokens.mark++;
                Expr index = slices();
                yield index == null || !tokens.accept(RSQB)
                        ? null
                        : new Expr.Subscript(primary, index, ExprContext.LOAD, tokens.spanFrom(from));
            }
            default -> null;
        };
    }

    private Expr call(Expr func, int from) {
        Expr generator = tokens.attempt(grammar.atoms::genexp);
        if (generator != null) {
            return new Expr.Call(func, List.of(generator), List.of(), tokens.spanFrom(from));
        }
        tokens.mark++;
        CallArguments arguments = tokens.attempt(this::arguments);
        if (!tokens.accept(RPAR)) {
            return null;
        }
        return arguments == null
                ? new Expr.Call(func, List.of(), List.of(), tokens.spanFrom(from))
                : new Expr.Call(func, arguments.args(), arguments.keywords(), tokens.spanFrom(from));
    }

    Expr slices() {
        int from = tokens.mark;
        Expr only = slice();
        if (only != null && !tokens.at(COMMA)) {
            return only;
        }
        tokens.mark = from;
        List<Expr> elements = grammar.gather(this::sliceOrStarred, COMMA);
        if (elements == null) {
            return null;
        }
        tokens.accept(COMMA);
        return new Expr.Tuple(List.copyOf(elements), ExprContext.LOAD, tokens.spanFrom(from));
    }

    private Expr sliceOrStarred() {
        Expr found = tokens.attempt(this::slice);
        return found != null ? found : starredExpression();
    }

    private Expr slice() {
        int from = tokens.mark;
        Optional<Expr> lower = optionalExpression();
        if (tokens.accept(COLON)) {
            Optional<Expr> upper = optionalExpression();
            Optional<Expr> step = tokens.accept(COLON) ? optionalExpression() : Optional.empty();
            return new Expr.Slice(lower, upper, step, tokens.spanFrom(from));
        }
        tokens.mark = from;
        return grammar.expressions.namedExpression();
    }

    private Optional<Expr> optionalExpression() {
        return Optional.ofNullable(tokens.attempt(grammar.expressions::expression));
    }

    CallArguments arguments() {
        return tokens.memoized(TokenStream.Rule.ARGUMENTS, () -> {
            int from = tokens.mark;
            CallArguments found = args();
            if (found != null) {
                tokens.accept(COMMA);
                if (tokens.at(RPAR)) {
                    return found;
                }
            }
            tokens.mark = from;
            if (grammar.invalidRules) {
                grammar.invalidExpressions.arguments();
            }
            return null;
        });
    }

    CallArguments args() {
        int from = tokens.mark;
        List<Expr> args = new ArrayList<>();
        List<Keyword> keywords = new ArrayList<>();
        List<Expr> positional = grammar.gather(this::positionalArgument, COMMA);
        if (positional != null) {
            args.addAll(positional);
            grammar.matches(() -> tokens.accept(COMMA) && addKwargs(args, keywords));
        } else if (!addKwargs(args, keywords)) {
            return null;
        }
        return new CallArguments(List.copyOf(args), List.copyOf(keywords), tokens.spanFrom(from));
    }

    /** {@code [positional ','] kwargs}: arguments of which the last is no positional one. */
    boolean endsInKwargs() {
        boolean afterPositional = grammar.matches(() -> grammar.gather(this::positionalArgument, COMMA) != null
                && tokens.accept(COMMA)
                && kwargs() != null);
        return afterPositional || grammar.matches(() -> kwargs() != null);
    }

    private Expr positionalArgument() {
        if (tokens.at(STAR)) {
            return starredExpression();
        }
        Expr value = grammar.expressions.argumentExpression();
        return value == null || tokens.at(EQUAL) ? null : value;
    }

    private boolean addKwargs(List<Expr> args, List<Keyword> keywords) {
        List<KeywordOrStarred> found = kwargs();
        if (found == null) {
            return false;
        }
        for (KeywordOrStarred argument : found) {
            argument.starred().ifPresent(args::add);
            argument.keyword().ifPresent(keywords::add);
        }
        return true;
    }

    private List<KeywordOrStarred> kwargs() {
        List<KeywordOrStarred> found = grammar.gather(this::kwargOrStarred, COMMA);
        if (found == null) {
            return grammar.gather(this::kwargOrDoubleStarred, COMMA);
        }
        int before = tokens.mark;
        if (tokens.accept(COMMA)) {
            List<KeywordOrStarred> mappings = grammar.gather(this::kwargOrDoubleStarred, COMMA);
            if (mappings != null) {
                found.addAll(mappings);
                return found;
            }
        }
        tokens.mark = before;
        return found;
    }

    Expr starredExpression() {
        int from = tokens.mark;
        Supplier<Expr> value = grammar.expressions::expression;
        return grammar.optionalAfter(STAR, value)
                .map(inner -> new Expr.Starred(inner, ExprContext.LOAD, tokens.spanFrom(from)))
                .orElse(null);
    }

    private KeywordOrStarred kwargOrStarred() {
        if (grammar.invalidRules) {
            grammar.invalidExpressions.kwarg();
        }
        KeywordOrStarred keyword = tokens.attempt(this::namedKeyword);
        if (keyword != null) {
            return keyword;
        }
        Expr starred = starredExpression();
        return starred == null ? null : new KeywordOrStarred(Optional.empty(), Optional.of(starred));
    }

    private KeywordOrStarred kwargOrDoubleStarred() {
        if (grammar.invalidRules) {
            grammar.invalidExpressions.kwarg();
        }
        KeywordOrStarred keyword = tokens.attempt(this::namedKeyword);
        if (keyword != null) {
            return keyword;
        }
        int from = tokens.mark;
        return grammar.optionalAfter(DOUBLESTAR, grammar.expressions::expression)
                .map(value -> keyword(Optional.empty(), value, from))
                .orElse(null);
    }

    private KeywordOrStarred namedKeyword() {
        int from = tokens.mark;
        Token name = tokens.expect(NAME);
        if (name == null || !tokens.accept(EQUAL)) {
            return null;
        }
        Expr value = grammar.expressions.expression();
        return value == null ? null : keyword(Optional.of(name.text()), value, from);
    }

    private KeywordOrStarred keyword(Optional<String> name, Expr value, int from) {
        return new KeywordOrStarred(Optional.of(new Keyword(name, value, tokens.spanFrom(from))), Optional.empty());
    }
}
