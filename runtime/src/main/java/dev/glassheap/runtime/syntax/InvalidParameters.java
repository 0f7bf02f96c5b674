package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.TokenKind.*;

import dev.glassheap.runtime.syntax.ParameterParser.Parameter;
import java.util.List;

/** Likely mistakes in parameter lists. Each method throws on a match and otherwise leaves the position as it was. */
final class InvalidParameters {

    private final Grammar grammar;
    private final TokenStream tokens;
    private final ParameterParser parser;
    private final boolean lambda;
    private final TokenKind end;

    InvalidParameters(Grammar grammar, ParameterParser parser, boolean lambda) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
        this.parser = parser;
        this.lambda = lambda;
        this.end = lambda ? COLON : RPAR;
    }

    void parameters() {
        int from = tokens.mark;
        nonDefaultAfterDefault();
        tokens.mark = from;
        parenthesized();
        tokens.mark = from;
        Token first = tokens.expect(SLASH);
        if (first != null && tokens.at(COMMA)) {
            throw grammar.errors.raise(first, "at least one argument must precede /");
        }
        tokens.mark = from;
        slashTwice();
        tokens.mark = from;
        slashAfterStar();
        tokens.mark = from;
        if (!grammar.repeat(parser::paramMaybeDefault).isEmpty() && tokens.accept(SLASH)) {
            Token star = tokens.expect(STAR);
            if (star != null) {
                throw grammar.errors.raise(star, "expected comma between / and *");
            }
        }
        tokens.mark = from;
    }

    private void nonDefaultAfterDefault() {
        grammar.repeat(parser::paramNoDefault);
        boolean defaults = tokens.attempt(parser::slashWithDefault) != null
                || !grammar.repeat(parser::paramWithDefault).isEmpty();
        Parameter following = defaults ? parser.paramNoDefault() : null;
        if (following != null) {
            throw grammar.errors.raise(following.arg(), "non-default argument follows default argument");
        }
    }

    private void parenthesized() {
        grammar.repeat(parser::paramNoDefault);
        Token open = tokens.expect(LPAR);
        if (open == null) {
            return;
        }
        boolean some = lambda
                ? grammar.gather(parser::param, COMMA) != null
                : !grammar.repeat(parser::paramNoDefault).isEmpty();
        if (!some) {
            return;
        }
        tokens.accept(COMMA);
        Token close = tokens.expect(RPAR);
        if (close != null) {
            throw grammar.errors.raise(open, close,
                    (lambda ? "Lambda expression" : "Function") + " parameters cannot be parenthesized");
        }
    }

    private boolean slashSeen() {
        List<Parameter> before = tokens.attempt(parser::slashNoDefault);
        return before != null || tokens.attempt(parser::slashWithDefault) != null;
    }

    private void slashTwice() {
        if (!slashSeen()) {
            return;
        }
        grammar.repeat(parser::paramMaybeDefault);
        Token again = tokens.expect(SLASH);
        if (again != null) {
            throw grammar.errors.raise(again, "/ may appear only once");
        }
    }

    private void slashAfterStar() {
        slashSeen();
        grammar.repeat(parser::paramMaybeDefault);
        if (!tokens.accept(STAR) || !tokens.accept(COMMA) && tokens.attempt(parser::paramNoDefault) == null) {
            return;
        }
        grammar.repeat(parser::paramMaybeDefault);
        Token slash = tokens.expect(SLASH);
        if (slash != null) {
            throw grammar.errors.raise(slash, "/ must be ahead of *");
        }
    }

    void starEtc() {
        int from = tokens.mark;
        Token star = tokens.expect(STAR);
        if (star == null) {
            return;
        }
        int afterStar = tokens.mark;
        boolean bare = tokens.accept(end) || tokens.accept(COMMA) && (tokens.accept(end) || tokens.accept(DOUBLESTAR));
        if (bare) {
            String message = "named arguments must follow bare *";
            throw lambda ? grammar.errors.raiseHere(message) : grammar.errors.raise(star, message);
        }
        tokens.mark = afterStar;
        defaultOf("var-positional");
        tokens.mark = afterStar;
        if (tokens.attempt(parser::paramNoDefault) != null || tokens.accept(COMMA)) {
            grammar.repeat(parser::paramMaybeDefault);
            Token again = tokens.expect(STAR);
            if (again != null && (tokens.attempt(parser::paramNoDefault) != null || tokens.accept(COMMA))) {
                throw grammar.errors.raise(again, "* argument may appear only once");
            }
        }
        tokens.mark = from;
    }

    private void defaultOf(String what) {
        Token equal = parser.param() == null ? null : tokens.expect(EQUAL);
        if (equal != null) {
            throw grammar.errors.raise(equal, what + " argument cannot have default value");
        }
    }

    void kwds() {
        int from = tokens.mark;
        if (!tokens.accept(DOUBLESTAR)) {
            return;
        }
        int afterStars = tokens.mark;
        defaultOf("var-keyword");
        tokens.mark = afterStars;
        if (parser.param() != null && tokens.accept(COMMA)) {
            Arg following = tokens.attempt(parser::param);
            if (following != null) {
                throw grammar.errors.raise(following, "arguments cannot follow var-keyword argument");
            }
            Token token = tokens.peek();
            if (token.kind() == STAR || token.kind() == DOUBLESTAR || token.kind() == SLASH) {
                throw grammar.errors.raise(token, "arguments cannot follow var-keyword argument");
            }
        }
        tokens.mark = from;
    }

    void defaultValue() {
        int from = tokens.mark;
        Token equal = tokens.expect(EQUAL);
        if (equal != null && (tokens.at(RPAR) || tokens.at(COMMA))) {
            throw grammar.errors.raise(equal, "expected default value expression");
        }
        tokens.mark = from;
    }
}
