package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.TokenKind.*;

import dev.glassheap.runtime.syntax.CallParser.CallArguments;
import java.util.List;
import java.util.function.Supplier;

/** Likely mistakes in expressions. Each method throws on a match and otherwise leaves the position as it was. */
final class InvalidExpressions {

    private static final List<String> SOFT_KEYWORDS = List.of("_", "case", "match");

    private final Grammar grammar;
    private final TokenStream tokens;

    InvalidExpressions(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    private PythonSyntaxError invalid(Node first, Node last, String message) {
        return grammar.errors.raise(first, last, message);
    }

    private static boolean isLegacyStatement(Expr expr) {
        return expr instanceof Expr.Name name && (name.id().equals("print") || name.id().equals("exec"));
    }

    void legacyExpression() {
        int from = tokens.mark;
        Expr.Name name = grammar.name();
        Expr argument = name == null || tokens.at(LPAR) ? null : grammar.expressions.starExpressions();
        if (argument != null && isLegacyStatement(name)) {
            throw invalid(name, argument,
                    "Missing parentheses in call to '%1$s'. Did you mean %1$s(...)?".formatted(name.id()));
        }
        tokens.mark = from;
    }

    void expression() {
        int from = tokens.mark;
        boolean decided = forgottenComma();
        tokens.mark = from;
        if (!decided) {
            forgottenElse();
            tokens.mark = from;
        }
    }

    /** Whether the alternative matched, even if it then had nothing to say: the next one is not tried. */
    private boolean forgottenComma() {
        int from = tokens.mark;
        if (tokens.at(NAME)) {
            Token name = tokens.peek();
            tokens.mark++;
            boolean prefix = tokens.at(STRING);
            tokens.mark = from;
            // CPython compares only as many letters as the name has: "c" counts as the soft keyword "case".
            if (prefix || SOFT_KEYWORDS.stream().anyMatch(word -> word.startsWith(name.text()))) {
                return false;
            }
        }
        Expr first = grammar.expressions.disjunction();
        Expr second = first == null ? null : withoutInvalid(grammar.expressions::conditional);
        if (second == null) {
            return false;
        }
        if (!isLegacyStatement(first) && tokens.previous().level() != 0) {
            throw invalid(first, second, "invalid syntax. Perhaps you forgot a comma?");
        }
        return true;
    }

    private Expr withoutInvalid(Supplier<Expr> rule) {
        grammar.invalidRules = false;
        try {
            return rule.get();
        } finally {
            grammar.invalidRules = true;
        }
    }

    private void forgottenElse() {
        Expr body = grammar.expressions.disjunction();
        Expr test = body != null && tokens.accept(IF) ? grammar.expressions.disjunction() : null;
        if (test != null && !tokens.at(ELSE) && !tokens.at(COLON)) {
            throw invalid(body, test, "expected 'else' after 'if' expression");
        }
    }

    void namedExpression() {
        tokens.memoized(TokenStream.Rule.INVALID_NAMED_EXPRESSION, () -> {
            int from = tokens.mark;
            Expr left = grammar.expressions.expression();
            if (left != null && tokens.accept(COLONEQUAL) && grammar.expressions.expression() != null) {
                throw invalid(left, left, "cannot use assignment expressions with " + ExpressionNames.of(left));
            }
            tokens.mark = from;
            Expr.Name name = grammar.name();
            Expr value = name != null && tokens.accept(EQUAL) ? grammar.expressions.bitwiseOr() : null;
            if (value != null && !tokens.at(EQUAL) && !tokens.at(COLONEQUAL)) {
                throw invalid(name, value, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
            }
            tokens.mark = from;
            assignmentInExpression();
            return null;
        });
    }

    private void assignmentInExpression() {
        boolean other = switch (tokens.kind()) {
            case LSQB -> tokens.lookahead(grammar.atoms::list);
            case LPAR -> tokens.lookahead(grammar.atoms::tuple) || tokens.lookahead(grammar.atoms::genexp);
            case TRUE, NONE, FALSE -> true;
            default -> false;
        };
        Expr left = other ? null : grammar.expressions.bitwiseOr();
        if (left == null || !tokens.accept(EQUAL) || grammar.expressions.bitwiseOr() == null) {
            return;
        }
        if (!tokens.at(EQUAL) && !tokens.at(COLONEQUAL)) {
            throw invalid(left, left, "cannot assign to %s here. Maybe you meant '==' instead of '='?"
                    .formatted(ExpressionNames.of(left)));
        }
    }

    void group() {
        int from = tokens.mark;
        if (tokens.accept(LPAR)) {
            Expr starred = tokens.attempt(grammar.calls::starredExpression);
            if (starred != null && tokens.at(RPAR)) {
                throw invalid(starred, starred, "cannot use starred expression here");
            }
            tokens.mark = from + 1;
            Token stars = tokens.expect(DOUBLESTAR);
            if (stars != null && grammar.expressions.expression() != null && tokens.at(RPAR)) {
                throw grammar.errors.raise(stars, "cannot use double starred expression here");
            }
        }
        tokens.mark = from;
    }

    void comprehension() {
        int from = tokens.mark;
        boolean parenthesis = tokens.at(LPAR);
        if (!parenthesis && !tokens.at(LSQB) && !tokens.at(LBRACE)) {
            return;
        }
        tokens.mark++;
        Expr starred = tokens.attempt(grammar.calls::starredExpression);
        if (starred != null && grammar.atoms.forIfClauses() != null) {
            throw invalid(starred, starred, "iterable unpacking cannot be used in comprehension");
        }
        tokens.mark = from + 1;
        Expr first = parenthesis ? null : grammar.expressions.starNamedExpression();
        Token comma = first == null ? null : tokens.expect(COMMA);
        if (comma != null) {
            int afterComma = tokens.mark;
            String message = "did you forget parentheses around the comprehension target?";
            List<Expr> others = grammar.expressions.starNamedExpressions();
            if (others != null && grammar.atoms.forIfClauses() != null) {
                throw invalid(first, others.getLast(), message);
            }
            tokens.mark = afterComma;
            if (grammar.atoms.forIfClauses() != null) {
                Span start = first.span();
                throw grammar.errors.raise(
                        new Span(start.line(), start.column(), comma.endLine(), comma.endColumn()), message);
            }
        }
        tokens.mark = from;
    }

    void dictComprehension() {
        int from = tokens.mark;
        Token stars = tokens.accept(LBRACE) ? tokens.expect(DOUBLESTAR) : null;
        if (stars != null && grammar.expressions.bitwiseOr() != null && grammar.atoms.forIfClauses() != null
                && tokens.accept(RBRACE)) {
            throw grammar.errors.raise(stars, "dict unpacking cannot be used in dict comprehension");
        }
        tokens.mark = from;
    }

    void forTarget() {
        int from = tokens.mark;
        tokens.accept(ASYNC);
        Expr target = tokens.accept(FOR) ? grammar.expressions.starExpressions() : null;
        if (target != null) {
            grammar.invalidStatements.invalidTarget(InvalidStatements.TargetKind.FOR, target);
        }
        tokens.mark = from;
    }

    void doubleStarredKvpairs(Supplier<?> pair) {
        int from = tokens.mark;
        if (grammar.gather(pair, COMMA) != null && tokens.accept(COMMA)) {
            int afterComma = tokens.mark;
            Expr key = grammar.expressions.expression();
            if (key != null && !tokens.at(COLON)) {
                Span at = key.span();
                throw grammar.errors.raiseAt(
                        at.line(), at.endColumn() - 1, at.endLine(), -1, "':' expected after dictionary key");
            }
            tokens.mark = afterComma;
            dictionaryValue();
        }
        tokens.mark = from;
        dictionaryValue();
        tokens.mark = from;
    }

    private void dictionaryValue() {
        Expr key = grammar.expressions.expression();
        Token colon = key == null ? null : tokens.expect(COLON);
        if (colon == null) {
            return;
        }
        int afterColon = tokens.mark;
        Token star = tokens.expect(STAR);
        if (star != null && grammar.expressions.bitwiseOr() != null) {
            throw grammar.errors.raiseFrom(star, "cannot use a starred expression in a dictionary value");
        }
        tokens.mark = afterColon;
        if (tokens.at(RBRACE) || tokens.at(COMMA)) {
            throw grammar.errors.raise(colon, "expression expected after dictionary key and ':'");
        }
    }

    void kwarg() {
        int from = tokens.mark;
        Token first = tokens.peek();
        if (first.kind() == TRUE || first.kind() == FALSE || first.kind() == NONE) {
            tokens.mark++;
            Token equal = tokens.expect(EQUAL);
            if (equal != null) {
                throw grammar.errors.raise(first, equal, "cannot assign to " + first.text());
            }
        }
        tokens.mark = from;
        comprehensionAfterKeyword();
        tokens.mark = from;
        boolean keyword = tokens.accept(NAME) && tokens.at(EQUAL);
        tokens.mark = from;
        Expr left = keyword ? null : grammar.expressions.expression();
        Token equal = left == null ? null : tokens.expect(EQUAL);
        if (equal != null) {
            Span span = left.span();
            throw grammar.errors.raise(new Span(span.line(), span.column(), equal.endLine(), equal.endColumn()),
                    "expression cannot contain assignment, perhaps you meant \"==\"?");
        }
        tokens.mark = from;
    }

    private void comprehensionAfterKeyword() {
        Token name = tokens.expect(NAME);
        Token equal = name == null ? null : tokens.expect(EQUAL);
        if (equal != null && grammar.expressions.expression() != null && grammar.atoms.forIfClauses() != null) {
            throw grammar.errors.raise(name, equal, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        }
    }

    void arguments() {
        int from = tokens.mark;
        if (grammar.calls.endsInKwargs() && tokens.accept(COMMA) && tokens.at(STAR)) {
            throw grammar.errors.raise(
                    tokens.peek(), "iterable argument unpacking follows keyword argument unpacking");
        }
        tokens.mark = from;
        Expr element = grammar.expressions.expression();
        List<Comprehension> clauses = element == null ? null : grammar.atoms.forIfClauses();
        if (clauses != null && tokens.accept(COMMA)) {
            tokens.attempt(grammar.calls::args);
            throw invalid(element, lastItem(clauses), "Generator expression must be parenthesized");
        }
        tokens.mark = from;
        comprehensionAfterKeyword();
        tokens.mark = from;
        if (!generatorAmongArguments()) {
            tokens.mark = from;
            positionalAfterKeyword();
        }
        tokens.mark = from;
    }

    /** Whether {@code args for_if_clauses} matched, even if it then had nothing to say. */
    private boolean generatorAmongArguments() {
        CallArguments args = grammar.calls.args();
        List<Comprehension> clauses = args == null ? null : grammar.atoms.forIfClauses();
        if (clauses != null && args.args().size() > 1) {
            throw invalid(args.args().getLast(), lastItem(clauses), "Generator expression must be parenthesized");
        }
        return clauses != null;
    }

    private void positionalAfterKeyword() {
        CallArguments args = grammar.calls.args();
        if (args == null || !tokens.accept(COMMA)) {
            return;
        }
        int afterComma = tokens.mark;
        Expr element = grammar.expressions.expression();
        List<Comprehension> clauses = element == null ? null : grammar.atoms.forIfClauses();
        if (clauses != null) {
            throw invalid(element, lastItem(clauses), "Generator expression must be parenthesized");
        }
        tokens.mark = afterComma;
        if (grammar.calls.args() != null) {
            boolean unpacking = args.keywords().stream().anyMatch(keyword -> keyword.arg().isEmpty());
            throw grammar.errors.raiseHere(
                    "positional argument follows keyword argument" + (unpacking ? " unpacking" : ""));
        }
    }

    private static Expr lastItem(List<Comprehension> clauses) {
        Comprehension last = clauses.getLast();
        return last.ifs().isEmpty() ? last.iter() : last.ifs().getLast();
    }
}
