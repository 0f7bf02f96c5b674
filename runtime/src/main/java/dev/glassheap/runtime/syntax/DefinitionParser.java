package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.TokenKind.*;

import dev.glassheap.runtime.syntax.CallParser.CallArguments;
import java.util.List;
import java.util.Optional;

/** Functions and classes with their decorators. */
final class DefinitionParser {

    private final Grammar grammar;
    private final TokenStream tokens;

    DefinitionParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** One or more, or null. */
    private List<Expr> decorators() {
        List<Expr> found = grammar.repeat(() -> {
            Expr decorator = tokens.accept(AT) ? grammar.expressions.namedExpression() : null;
            return decorator != null && tokens.accept(NEWLINE) ? decorator : null;
        });
        return found.isEmpty() ? null : List.copyOf(found);
    }

    Stmt functionDef() {
        List<Expr> decorators = tokens.attempt(this::decorators);
        return functionDefRaw(decorators == null ? List.of() : decorators);
    }

    Stmt classDef() {
        List<Expr> decorators = tokens.attempt(this::decorators);
        return classDefRaw(decorators == null ? List.of() : decorators);
    }

    private Stmt functionDefRaw(List<Expr> decorators) {
        int from = tokens.mark;
        if (grammar.invalidRules) {
            grammar.invalidBlocks.defRaw();
        }
        boolean isAsync = tokens.accept(ASYNC);
        Token name = tokens.accept(DEF) ? tokens.expect(NAME) : null;
        if (name == null) {
            return null;
        }
        tokens.expectForced(LPAR);
        Arguments params = tokens.attempt(grammar.parameters::params);
        if (!tokens.accept(RPAR)) {
            return null;
        }
        Optional<Expr> returns = grammar.optionalAfter(RARROW, grammar.expressions::expression);
        tokens.expectForced(COLON);
        List<Stmt> body = grammar.statements.block();
        if (body == null) {
            return null;
        }
        Arguments args = params == null ? Arguments.NONE : params;
        Span span = tokens.spanFrom(from);
        return isAsync
                ? new Stmt.AsyncFunctionDef(name.text(), args, body, decorators, returns, span)
                : new Stmt.FunctionDef(name.text(), args, body, decorators, returns, span);
    }

    private Stmt classDefRaw(List<Expr> decorators) {
        int from = tokens.mark;
        if (grammar.invalidRules) {
            grammar.invalidBlocks.classDefRaw();
        }
        Token name = tokens.accept(CLASS) ? tokens.expect(NAME) : null;
        if (name == null) {
            return null;
        }
        CallArguments[] bases = new CallArguments[1];
        grammar.matches(() -> {
            if (!tokens.accept(LPAR)) {
                return false;
            }
            bases[0] = tokens.attempt(grammar.calls::arguments);
            return tokens.accept(RPAR);
        });
        List<Stmt> body = tokens.accept(COLON) ? grammar.statements.block() : null;
        if (body == null) {
            return null;
        }
        CallArguments arguments = bases[0];
        return new Stmt.ClassDef(
                name.text(),
                arguments == null ? List.of() : arguments.args(),
                arguments == null ? List.of() : arguments.keywords(),
                body,
                decorators,
                tokens.spanFrom(from));
    }
}
