package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.TokenKind.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Compound statements but definitions and {@code match}. */
final class CompoundParser {

    private final Grammar grammar;
    private final TokenStream tokens;

    CompoundParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Stmt compoundStmt() {
        return switch (tokens.kind()) {
            case DEF -> grammar.definitions.functionDef();
            case AT -> firstOf(grammar.definitions::functionDef, grammar.definitions::classDef);
            case ASYNC -> firstOf(grammar.definitions::functionDef, this::withStmt, this::forStmt);
            case IF -> ifStmt();
            case CLASS -> grammar.definitions.classDef();
            case WITH -> withStmt();
            case FOR -> forStmt();
            case TRY -> tryStmt();
            case WHILE -> whileStmt();
            case NAME -> tokens.atSoftKeyword("match") ? grammar.patterns.matchStmt() : null;
            default -> null;
        };
    }

    @SafeVarargs
    private Stmt firstOf(Supplier<Stmt>... alternatives) {
        for (Supplier<Stmt> alternative : alternatives) {
            Stmt found = tokens.attempt(alternative);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** {@code if} or {@code elif} with its test and body. */
    private record Branch(int from, Expr test, List<Stmt> body) {}

    /** A chain of elifs is read in a loop and nested from its end. */
    private Stmt ifStmt() {
        List<Branch> branches = new ArrayList<>();
        Branch first = branch(IF);
        if (first == null) {
            return null;
        }
        branches.add(first);
        while (tokens.at(ELIF)) {
            Branch next = tokens.attempt(() -> branch(ELIF));
            if (next == null) {
                break;
            }
            branches.add(next);
        }
        List<Stmt> orelse = elseBlock();
        for (int at = branches.size() - 1; ; at--) {
            Branch branch = branches.get(at);
            Stmt.If statement = new Stmt.If(branch.test(), branch.body(), orelse, tokens.spanFrom(branch.from()));
            if (at == 0) {
                return statement;
            }
            orelse = List.of(statement);
        }
    }

    private Branch branch(TokenKind keyword) {
        int from = tokens.mark;
        if (grammar.invalidRules) {
            grammar.invalidBlocks.testStmt(keyword);
        }
        tokens.mark++;
        Expr test = grammar.expressions.namedExpression();
        List<Stmt> body = test != null && tokens.accept(COLON) ? grammar.statements.block() : null;
        return body == null ? null : new Branch(from, test, body);
    }

    /** The statements of an else that may follow; empty without one. */
    private List<Stmt> elseBlock() {
        List<Stmt> body = tokens.attempt(() -> {
            if (!tokens.at(ELSE)) {
                return null;
            }
            if (grammar.invalidRules) {
                grammar.invalidBlocks.keywordStmt(ELSE);
            }
            tokens.mark++;
            tokens.expectForced(COLON);
            return grammar.statements.block();
        });
        return body == null ? List.of() : body;
    }

    private Stmt whileStmt() {
        int from = tokens.mark;
        Branch head = branch(WHILE);
        return head == null ? null : new Stmt.While(head.test(), head.body(), elseBlock(), tokens.spanFrom(from));
    }

    private Stmt forStmt() {
        int from = tokens.mark;
        if (grammar.invalidRules) {
            grammar.invalidBlocks.forStmt();
        }
        boolean isAsync = tokens.accept(ASYNC);
        if (tokens.accept(FOR)) {
            Expr target = grammar.targets.starTargets();
            if (target != null && tokens.accept(IN)) {
                // After "in" there is no other alternative.
                Expr iter = grammar.expressions.starExpressions();
                List<Stmt> body = iter != null && tokens.accept(COLON) ? grammar.statements.block() : null;
                if (body == null) {
                    return null;
                }
                List<Stmt> orelse = elseBlock();
                Span span = tokens.spanFrom(from);
                return isAsync
                        ? new Stmt.AsyncFor(target, iter, body, orelse, span)
                        : new Stmt.For(target, iter, body, orelse, span);
            }
        }
        tokens.mark = from;
        if (grammar.invalidRules) {
            grammar.invalidExpressions.forTarget();
        }
        return null;
    }

    private Stmt withStmt() {
        int from = tokens.mark;
        if (grammar.invalidRules) {
            grammar.invalidBlocks.withStmtIndent();
        }
        boolean isAsync = tokens.accept(ASYNC);
        if (tokens.accept(WITH)) {
            Stmt parenthesized = tokens.attempt(() -> {
                List<WithItem> items = tokens.accept(LPAR) ? grammar.gather(this::withItem, COMMA) : null;
                if (items == null) {
                    return null;
                }
                tokens.accept(COMMA);
                return tokens.accept(RPAR) ? withBody(items, isAsync, from) : null;
            });
            if (parenthesized != null) {
                return parenthesized;
            }
            List<WithItem> items = grammar.gather(this::withItem, COMMA);
            Stmt plain = items == null ? null : withBody(items, isAsync, from);
            if (plain != null) {
                return plain;
            }
        }
        tokens.mark = from;
        if (grammar.invalidRules) {
            grammar.invalidBlocks.withStmt();
        }
        return null;
    }

    private Stmt withBody(List<WithItem> items, boolean isAsync, int from) {
        List<Stmt> body = tokens.accept(COLON) ? grammar.statements.block() : null;
        if (body == null) {
            return null;
        }
        Span span = tokens.spanFrom(from);
        return isAsync
                ? new Stmt.AsyncWith(List.copyOf(items), body, span)
                : new Stmt.With(List.copyOf(items), body, span);
    }

    private WithItem withItem() {
        int from = tokens.mark;
        Expr context = grammar.expressions.expression();
        if (context != null && tokens.accept(AS)) {
            Expr target = grammar.targets.starTarget();
            if (target != null && (tokens.at(COMMA) || tokens.at(RPAR) || tokens.at(COLON))) {
                return new WithItem(context, Optional.of(target));
            }
        }
        tokens.mark = from;
        if (grammar.invalidRules) {
            grammar.invalidStatements.withItem();
        }
        Expr alone = grammar.expressions.expression();
        return alone == null ? null : new WithItem(alone, Optional.empty());
    }

    private Stmt tryStmt() {
        int from = tokens.mark;
        if (grammar.invalidRules) {
            grammar.invalidBlocks.tryStmt();
        }
        tokens.mark++;
        tokens.expectForced(COLON);
        List<Stmt> body = grammar.statements.block();
        if (body == null) {
            return null;
        }
        List<Stmt> only = tokens.attempt(this::finallyBlock);
        if (only != null) {
            return new Stmt.Try(body, List.of(), List.of(), only, tokens.spanFrom(from));
        }
        List<ExceptHandler> handlers = grammar.repeat(this::exceptBlock);
        boolean star = handlers.isEmpty();
        if (star) {
            handlers = grammar.repeat(this::exceptStarBlock);
            if (handlers.isEmpty()) {
                return null;
            }
        }
        List<Stmt> orelse = elseBlock();
        List<Stmt> finalbody = tokens.attempt(this::finallyBlock);
        List<Stmt> last = finalbody == null ? List.of() : finalbody;
        Span span = tokens.spanFrom(from);
        return star
                ? new Stmt.TryStar(body, List.copyOf(handlers), orelse, last, span)
                : new Stmt.Try(body, List.copyOf(handlers), orelse, last, span);
    }

    private List<Stmt> finallyBlock() {
        if (!tokens.at(FINALLY)) {
            return null;
        }
        if (grammar.invalidRules) {
            grammar.invalidBlocks.keywordStmt(FINALLY);
        }
        tokens.mark++;
        tokens.expectForced(COLON);
        return grammar.statements.block();
    }

    ExceptHandler exceptBlock() {
        int from = tokens.mark;
        if (grammar.invalidRules) {
            grammar.invalidBlocks.exceptStmtIndent();
        }
        if (tokens.accept(EXCEPT)) {
            Expr type = tokens.attempt(grammar.expressions::expression);
            ExceptHandler handler = handlerBody(from, Optional.ofNullable(type));
            if (handler != null) {
                return handler;
            }
        }
        return afterInvalidExcept(from);
    }

    ExceptHandler exceptStarBlock() {
        int from = tokens.mark;
        if (grammar.invalidRules) {
            grammar.invalidBlocks.exceptStarStmtIndent();
        }
        if (tokens.accept(EXCEPT) && tokens.accept(STAR)) {
            Expr type = grammar.expressions.expression();
            ExceptHandler handler = type == null ? null : handlerBody(from, Optional.of(type));
            if (handler != null) {
                return handler;
            }
        }
        return afterInvalidExcept(from);
    }

    private ExceptHandler afterInvalidExcept(int from) {
        tokens.mark = from;
        if (grammar.invalidRules) {
            grammar.invalidBlocks.exceptStmt();
        }
        return null;
    }

    private ExceptHandler handlerBody(int from, Optional<Expr> type) {
        Optional<String> name = type.isPresent()
                ? grammar.optionalAfter(AS, grammar::name).map(Expr.Name::id)
                : Optional.empty();
        List<Stmt> body = tokens.accept(COLON) ? grammar.statements.block() : null;
        return body == null ? null : new ExceptHandler(type, name, body, tokens.spanFrom(from));
    }
}
