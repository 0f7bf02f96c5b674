package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.TokenKind.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Names, literals, displays, comprehensions and what stands in parentheses. */
final class AtomParser {

    private final Grammar grammar;
    private final TokenStream tokens;

    AtomParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Expr atom() {
        return switch (tokens.kind()) {
            case NAME -> grammar.name();
            case TRUE -> constant(ConstantValue.TRUE);
            case FALSE -> constant(ConstantValue.FALSE);
            case NONE -> constant(ConstantValue.NONE);
            case ELLIPSIS -> constant(ConstantValue.ELLIPSIS);
            case STRING -> grammar.strings.strings();
            case NUMBER -> number();
            case LPAR -> firstOf(this::tuple, this::group, this::genexp);
            case LSQB -> firstOf(this::list, this::listcomp);
            case LBRACE -> firstOf(this::dict, this::set, this::dictcomp, this::setcomp);
            default -> null;
        };
    }

    @SafeVarargs
    private Expr firstOf(Supplier<Expr>... alternatives) {
        for (Supplier<Expr> alternative : alternatives) {
            Expr found = tokens.attempt(alternative);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Expr constant(ConstantValue value) {
        int from = tokens.mark++;
        return new Expr.Constant(value, tokens.spanFrom(from));
    }

    Expr number() {
        int from = tokens.mark;
        Token token = tokens.expect(NUMBER);
        return token == null ? null : new Expr.Constant(NumberLiteral.parse(token, grammar.errors), tokens.spanFrom(from));
    }

    Expr tuple() {
        int from = tokens.mark;
        if (!tokens.accept(LPAR)) {
            return null;
        }
        List<Expr> elements = new ArrayList<>();
        grammar.matches(() -> {
            Expr first = grammar.expressions.starNamedExpression();
            if (first == null || !tokens.accept(COMMA)) {
                return false;
            }
            elements.add(first);
            List<Expr> others = tokens.attempt(grammar.expressions::starNamedExpressions);
            if (others != null) {
                elements.addAll(others);
            }
            return true;
        });
        return tokens.accept(RPAR)
                ? new Expr.Tuple(List.copyOf(elements), ExprContext.LOAD, tokens.spanFrom(from))
                : null;
    }

    private Expr group() {
        int from = tokens.mark;
        if (tokens.accept(LPAR)) {
            Expr inner = tokens.at(YIELD) ? grammar.expressions.yieldExpr() : grammar.expressions.namedExpression();
            if (inner != null && tokens.accept(RPAR)) {
                return inner;
            }
        }
        tokens.mark = from;
        if (grammar.invalidRules) {
            grammar.invalidExpressions.group();
        }
        return null;
    }

    Expr genexp() {
        int from = tokens.mark;
        if (tokens.accept(LPAR)) {
            Expr element = grammar.expressions.argumentExpression();
            List<Comprehension> clauses = element == null ? null : forIfClauses();
            if (clauses != null && tokens.accept(RPAR)) {
                return new Expr.GeneratorExp(element, clauses, tokens.spanFrom(from));
            }
        }
        return afterInvalidComprehension(from);
    }

    private Expr afterInvalidComprehension(int from) {
        tokens.mark = from;
        if (grammar.invalidRules) {
            grammar.invalidExpressions.comprehension();
        }
        return null;
    }

    Expr list() {
        int from = tokens.mark;
        if (!tokens.accept(LSQB)) {
            return null;
        }
        List<Expr> elements = tokens.attempt(grammar.expressions::starNamedExpressions);
        if (!tokens.accept(RSQB)) {
            return null;
        }
        return new Expr.List(elements == null ? List.of() : List.copyOf(elements), ExprContext.LOAD, tokens.spanFrom(from));
    }

    private Expr listcomp() {
        int from = tokens.mark;
        if (tokens.accept(LSQB)) {
            Expr element = grammar.expressions.namedExpression();
            List<Comprehension> clauses = element == null ? null : forIfClauses();
            if (clauses != null && tokens.accept(RSQB)) {
                return new Expr.ListComp(element, clauses, tokens.spanFrom(from));
            }
        }
        return afterInvalidComprehension(from);
    }

    private Expr set() {
        int from = tokens.mark;
        tokens.mark++;
        List<Expr> elements = grammar.expressions.starNamedExpressions();
        return elements != null && tokens.accept(RBRACE)
                ? new Expr.Set(List.copyOf(elements), tokens.spanFrom(from))
                : null;
    }

    private Expr setcomp() {
        int from = tokens.mark++;
        Expr element = grammar.expressions.namedExpression();
        List<Comprehension> clauses = element == null ? null : forIfClauses();
        if (clauses != null && tokens.accept(RBRACE)) {
            return new Expr.SetComp(element, clauses, tokens.spanFrom(from));
        }
        return afterInvalidComprehension(from);
    }

    /** A key and its value; without a key it is {@code **value}. */
    private record KeyValue(Optional<Expr> key, Expr value) {}

    private Expr dict() {
        int from = tokens.mark++;
        List<KeyValue> pairs = grammar.gather(this::doubleStarredKvpair, COMMA);
        if (pairs != null) {
            tokens.accept(COMMA);
        }
        if (tokens.accept(RBRACE)) {
            List<KeyValue> items = pairs == null ? List.of() : pairs;
            return new Expr.Dict(
                    items.stream().map(KeyValue::key).toList(),
                    items.stream().map(KeyValue::value).toList(),
                    tokens.spanFrom(from));
        }
        // The grammar looks for these mistakes in the first pass, too.
        tokens.mark = from + 1;
        grammar.invalidExpressions.doubleStarredKvpairs(this::doubleStarredKvpair);
        return null;
    }

    private KeyValue doubleStarredKvpair() {
        if (tokens.accept(DOUBLESTAR)) {
            Expr mapping = grammar.expressions.bitwiseOr();
            return mapping == null ? null : new KeyValue(Optional.empty(), mapping);
        }
        return kvpair();
    }

    private KeyValue kvpair() {
        Expr key = grammar.expressions.expression();
        if (key == null || !tokens.accept(COLON)) {
            return null;
        }
        Expr value = grammar.expressions.expression();
        return value == null ? null : new KeyValue(Optional.of(key), value);
    }

    private Expr dictcomp() {
        int from = tokens.mark++;
        KeyValue pair = kvpair();
        List<Comprehension> clauses = pair == null ? null : forIfClauses();
        if (clauses != null && tokens.accept(RBRACE)) {
            return new Expr.DictComp(pair.key().orElseThrow(), pair.value(), clauses, tokens.spanFrom(from));
        }
        tokens.mark = from;
        if (grammar.invalidRules) {
            grammar.invalidExpressions.dictComprehension();
        }
        return null;
    }

    /** One or more clauses, or null. */
    List<Comprehension> forIfClauses() {
        List<Comprehension> clauses = grammar.repeat(this::forIfClause);
        return clauses.isEmpty() ? null : List.copyOf(clauses);
    }

    private Comprehension forIfClause() {
        int from = tokens.mark;
        boolean isAsync = tokens.accept(ASYNC);
        if (tokens.accept(FOR)) {
            Expr target = grammar.targets.starTargets();
            if (target != null && tokens.accept(IN)) {
                Expr iter = grammar.expressions.disjunction();
                if (iter == null) {
                    return null;
                }
                List<Expr> conditions = grammar.repeat(
                        () -> tokens.accept(IF) ? grammar.expressions.disjunction() : null);
                return new Comprehension(target, iter, List.copyOf(conditions), isAsync);
            }
        }
        tokens.mark = from;
        if (grammar.invalidRules) {
            grammar.invalidExpressions.forTarget();
        }
        return null;
    }
}
