package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.TokenKind.*;

import dev.glassheap.runtime.syntax.PythonSyntaxError.Kind;
import java.util.function.Supplier;

/**
 * Likely mistakes at the head of compound statements: no colon, no indented block, handlers that do not go together. Each
 * method throws on a match and otherwise leaves the position as it was.
 */
final class InvalidBlocks {

    private static final String EXPECTED_COLON = "expected ':'";

    private final Grammar grammar;
    private final TokenStream tokens;

    InvalidBlocks(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    private void expectColonAtLineEnd() {
        if (tokens.accept(NEWLINE)) {
            throw grammar.errors.raiseHere(EXPECTED_COLON);
        }
    }

    /** {@code ':' NEWLINE !INDENT}. */
    private void expectBlock(String after, Token keyword) {
        if (tokens.accept(COLON) && tokens.accept(NEWLINE) && !tokens.at(INDENT)) {
            throw grammar.errors.raiseHere(Kind.INDENTATION_ERROR,
                    "expected an indented block after " + after + " on line " + keyword.line());
        }
    }

    private static String statement(TokenKind keyword) {
        return "'" + keyword.text() + "' statement";
    }

    /** {@code if}, {@code elif} and {@code while}. */
    void testStmt(TokenKind kind) {
        int from = tokens.mark;
        Token keyword = tokens.expect(kind);
        if (keyword != null && grammar.expressions.namedExpression() != null) {
            expectColonAtLineEnd();
            expectBlock(statement(kind), keyword);
        }
        tokens.mark = from;
    }

    /** {@code else} and {@code finally}. */
    void keywordStmt(TokenKind kind) {
        int from = tokens.mark;
        Token keyword = tokens.expect(kind);
        if (keyword != null) {
            expectBlock(statement(kind), keyword);
        }
        tokens.mark = from;
    }

    void forStmt() {
        int from = tokens.mark;
        tokens.accept(ASYNC);
        Token keyword = tokens.expect(FOR);
        if (keyword != null && grammar.targets.starTargets() != null && tokens.accept(IN)
                && grammar.expressions.starExpressions() != null) {
            expectColonAtLineEnd();
            expectBlock(statement(FOR), keyword);
        }
        tokens.mark = from;
    }

    void withStmt() {
        int from = tokens.mark;
        if (withItems(false) != null) {
            expectColonAtLineEnd();
        }
        tokens.mark = from;
        if (withItems(true) != null) {
            expectColonAtLineEnd();
        }
        tokens.mark = from;
    }

    void withStmtIndent() {
        int from = tokens.mark;
        for (boolean parentheses : new boolean[] {false, true}) {
            Token keyword = withItems(parentheses);
            if (keyword != null) {
                expectBlock(statement(WITH), keyword);
            }
            tokens.mark = from;
        }
    }

    /** The keyword of a {@code with} whose items match. */
    private Token withItems(boolean parentheses) {
        tokens.accept(ASYNC);
        Token keyword = tokens.expect(WITH);
        if (keyword == null || parentheses && !tokens.accept(LPAR)) {
            return null;
        }
        Supplier<Expr> context = parentheses ? grammar.expressions::expressions : grammar.expressions::expression;
        boolean found = grammar.gather(() -> {
            Expr item = context.get();
            if (item != null) {
                grammar.optionalAfter(AS, grammar.targets::starTarget);
            }
            return item;
        }, COMMA) != null;
        if (found && parentheses) {
            tokens.accept(COMMA);
            found = tokens.accept(RPAR);
        }
        return found ? keyword : null;
    }

    void tryStmt() {
        int from = tokens.mark;
        Token keyword = tokens.expect(TRY);
        if (keyword == null) {
            return;
        }
        expectBlock(statement(TRY), keyword);
        tokens.mark = from + 1;
        if (tokens.accept(COLON)) {
            int body = tokens.mark;
            if (grammar.statements.block() != null && !tokens.at(EXCEPT) && !tokens.at(FINALLY)) {
                throw grammar.errors.raiseHere("expected 'except' or 'finally' block");
            }
            tokens.mark = body;
            mixedHandlers(false);
            tokens.mark = body;
            mixedHandlers(true);
        }
        tokens.mark = from;
    }

    private void mixedHandlers(boolean starFirst) {
        grammar.repeat(grammar.statements::block);
        boolean some = !grammar.repeat(starFirst ? grammar.compounds::exceptStarBlock : grammar.compounds::exceptBlock)
                .isEmpty();
        Token except = some ? tokens.expect(EXCEPT) : null;
        if (except == null) {
            return;
        }
        Token star = starFirst ? except : tokens.expect(STAR);
        boolean type = star != null && tokens.attempt(grammar.expressions::expression) != null;
        if (type) {
            grammar.optionalAfter(AS, grammar::name);
        }
        if (star != null && (type || starFirst) && tokens.accept(COLON)) {
            throw grammar.errors.raise(except, star, "cannot have both 'except' and 'except*' on the same 'try'");
        }
    }

    void exceptStmt() {
        int from = tokens.mark;
        Token except = tokens.expect(EXCEPT);
        if (except == null) {
            return;
        }
        Token star = tokens.expect(STAR);
        Expr type = tokens.attempt(grammar.expressions::expression);
        if (type != null) {
            int afterType = tokens.mark;
            if (tokens.accept(COMMA) && grammar.expressions.expressions() != null) {
                grammar.optionalAfter(AS, grammar::name);
                if (tokens.accept(COLON)) {
                    throw grammar.errors.raiseFrom(type, "multiple exception types must be parenthesized");
                }
            }
            tokens.mark = afterType;
            grammar.optionalAfter(AS, grammar::name);
            expectColonAtLineEnd();
        } else if (star == null) {
            expectColonAtLineEnd();
        } else if (tokens.accept(NEWLINE) || tokens.accept(COLON)) {
            throw grammar.errors.raiseHere("expected one or more exception types");
        }
        tokens.mark = from;
    }

    void exceptStmtIndent() {
        int from = tokens.mark;
        Token except = tokens.expect(EXCEPT);
        if (except != null) {
            if (tokens.attempt(grammar.expressions::expression) != null) {
                grammar.optionalAfter(AS, grammar::name);
            }
            expectBlock("'except' statement", except);
        }
        tokens.mark = from;
    }

    void exceptStarStmtIndent() {
        int from = tokens.mark;
        Token except = tokens.expect(EXCEPT);
        if (except != null && tokens.accept(STAR) && grammar.expressions.expression() != null) {
            grammar.optionalAfter(AS, grammar::name);
            expectBlock("'except*' statement", except);
        }
        tokens.mark = from;
    }

    void matchStmt() {
        int from = tokens.mark;
        Token match = tokens.expectSoftKeyword("match");
        if (match != null && grammar.patterns.subjectExpr() != null) {
            expectColonAtLineEnd();
            expectBlock("'match' statement", match);
        }
        tokens.mark = from;
    }

    void caseBlock() {
        int from = tokens.mark;
        Token keyword = tokens.expectSoftKeyword("case");
        if (keyword != null && grammar.patterns.patterns() != null) {
            grammar.patterns.guard();
            expectColonAtLineEnd();
            expectBlock("'case' statement", keyword);
        }
        tokens.mark = from;
    }

    void defRaw() {
        int from = tokens.mark;
        tokens.accept(ASYNC);
        Token keyword = tokens.expect(DEF);
        if (keyword != null && tokens.accept(NAME) && tokens.accept(LPAR)) {
            tokens.attempt(grammar.parameters::params);
            if (tokens.accept(RPAR)) {
                grammar.optionalAfter(RARROW, grammar.expressions::expression);
                expectBlock("function definition", keyword);
            }
        }
        tokens.mark = from;
    }

    void classDefRaw() {
        int from = tokens.mark;
        Token keyword = tokens.expect(CLASS);
        if (keyword != null && tokens.accept(NAME)) {
            grammar.matches(() -> {
                if (!tokens.accept(LPAR)) {
                    return false;
                }
                tokens.attempt(grammar.calls::arguments);
                return tokens.accept(RPAR);
            });
            expectColonAtLineEnd();
            expectBlock("class definition", keyword);
        }
        tokens.mark = from;
    }
}
