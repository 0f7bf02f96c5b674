package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.TokenKind.*;

import dev.glassheap.runtime.syntax.TokenStream.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Expressions by precedence, from {@code star_expressions} down to {@code primary}; the ladder stands in one file, to be read
 * from top to bottom. Operator chains are read in loops.
 */
final class ExpressionParser {

    /** The lowest precedence of a binary operator: {@code |}. */
    private static final int BITWISE_OR = 1;

    private final Grammar grammar;
    private final TokenStream tokens;

    ExpressionParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** {@code expression (',' expression)* [',']}: a tuple as soon as there is a comma. */
    Expr expressions() {
        return commaSeparated(this::expression);
    }

    Expr starExpressions() {
        return commaSeparated(this::starExpression);
    }

    private Expr commaSeparated(Supplier<Expr> element) {
        int from = tokens.mark;
        List<Expr> elements = grammar.gather(element, COMMA);
        if (elements == null) {
            return null;
        }
        if (!tokens.accept(COMMA) && elements.size() == 1) {
            return elements.getFirst();
        }
        return new Expr.Tuple(List.copyOf(elements), ExprContext.LOAD, tokens.spanFrom(from));
    }

    Expr starExpression() {
        return tokens.memoized(Rule.STAR_EXPRESSION, () -> tokens.at(STAR) ? starred() : expression());
    }

    private Expr starred() {
        int from = tokens.mark;
        tokens.mark++;
        Expr value = bitwiseOr();
        return value == null ? null : new Expr.Starred(value, ExprContext.LOAD, tokens.spanFrom(from));
    }

    /** Null when there is none. */
    List<Expr> starNamedExpressions() {
        List<Expr> elements = grammar.gather(this::starNamedExpression, COMMA);
        if (elements != null) {
            tokens.accept(COMMA);
        }
        return elements;
    }

    Expr starNamedExpression() {
        return tokens.at(STAR) ? starred() : namedExpression();
    }

    Expr assignmentExpression() {
        int from = tokens.mark;
        Expr.Name target = grammar.name();
        if (target == null || !tokens.accept(COLONEQUAL)) {
            return null;
        }
        Expr value = expression();
        return value == null
                ? null
                : new Expr.NamedExpr(TargetParser.withContext(target, ExprContext.STORE), value, tokens.spanFrom(from));
    }

    Expr namedExpression() {
        Expr assignment = tokens.attempt(this::assignmentExpression);
        if (assignment != null) {
            return assignment;
        }
        if (grammar.invalidRules) {
            grammar.invalidExpressions.namedExpression();
        }
        return expressionNotNamed();
    }

    /** {@code expression !':='}. */
    Expr expressionNotNamed() {
        int from = tokens.mark;
        Expr value = expression();
        if (value != null && tokens.at(COLONEQUAL)) {
            tokens.mark = from;
            return null;
        }
        return value;
    }

    /** {@code assignment_expression | expression !':='}. */
    Expr argumentExpression() {
        Expr assignment = tokens.attempt(this::assignmentExpression);
        return assignment != null ? assignment : expressionNotNamed();
    }

    Expr yieldExpr() {
        int from = tokens.mark;
        if (!tokens.accept(YIELD)) {
            return null;
        }
        Optional<Expr> delegate = grammar.optionalAfter(FROM, this::expression);
        if (delegate.isPresent()) {
            return new Expr.YieldFrom(delegate.get(), tokens.spanFrom(from));
        }
        Optional<Expr> value = Optional.ofNullable(tokens.attempt(this::starExpressions));
        return new Expr.Yield(value, tokens.spanFrom(from));
    }

    Expr yieldOrStarExpressions() {
        return tokens.at(YIELD) ? yieldExpr() : starExpressions();
    }

    Expr expression() {
        return tokens.memoized(Rule.EXPRESSION, () -> {
            if (grammar.invalidRules) {
                grammar.invalidExpressions.expression();
                grammar.invalidExpressions.legacyExpression();
            }
            return conditional();
        });
    }

    /** The rule {@code expression} without its error rules. */
    Expr conditional() {
        int from = tokens.mark;
        Expr body = disjunction();
        if (body == null) {
            tokens.mark = from;
            return lambdef();
        }
        int afterBody = tokens.mark;
        if (tokens.accept(IF)) {
            Expr test = disjunction();
            if (test != null && tokens.accept(ELSE)) {
                Expr orelse = expression();
                if (orelse != null) {
                    return new Expr.IfExp(test, body, orelse, tokens.spanFrom(from));
                }
            }
            tokens.mark = afterBody;
        }
        return body;
    }

    private Expr lambdef() {
        int from = tokens.mark;
        if (!tokens.accept(LAMBDA)) {
            return null;
        }
        Arguments parameters = tokens.attempt(grammar.lambdaParameters::params);
        if (!tokens.accept(COLON)) {
            return null;
        }
        Expr body = expression();
        return body == null
                ? null
                : new Expr.Lambda(parameters == null ? Arguments.NONE : parameters, body, tokens.spanFrom(from));
    }

    Expr disjunction() {
        return tokens.memoized(Rule.DISJUNCTION, () -> boolOp(this::conjunction, OR, Expr.BoolOp.Op.OR));
    }

    private Expr conjunction() {
        return tokens.memoized(Rule.CONJUNCTION, () -> boolOp(this::inversion, AND, Expr.BoolOp.Op.AND));
    }

    private Expr boolOp(Supplier<Expr> operand, TokenKind keyword, Expr.BoolOp.Op op) {
        int from = tokens.mark;
        Expr first = operand.get();
        if (first == null || !tokens.at(keyword)) {
            return first;
        }
        List<Expr> values = new ArrayList<>();
        values.add(first);
        while (true) {
            int before = tokens.mark;
            Expr value = tokens.accept(keyword) ? operand.get() : null;
            if (value == null) {
                tokens.mark = before;
                return values.size() == 1 ? first : new Expr.BoolOp(op, List.copyOf(values), tokens.spanFrom(from));
            }
            values.add(value);
        }
    }

    private Expr inversion() {
        if (!tokens.at(NOT)) {
            return comparison();
        }
        return tokens.memoized(Rule.INVERSION, () -> prefixed(Expr.UnaryOp.Op.NOT, this::comparison));
    }

    /** A chain of prefix operators, innermost node first, without recursion. */
    private Expr prefixed(Expr.UnaryOp.Op only, Supplier<Expr> operand) {
        int from = tokens.mark;
        List<Expr.UnaryOp.Op> ops = new ArrayList<>();
        for (Expr.UnaryOp.Op op = prefix(); op != null && (op == Expr.UnaryOp.Op.NOT) == (only != null); op = prefix()) {
            ops.add(op);
            tokens.mark++;
        }
        Expr value = operand.get();
        for (int at = ops.size() - 1; value != null && at >= 0; at--) {
            value = new Expr.UnaryOp(ops.get(at), value, tokens.spanFrom(from + at));
        }
        return value;
    }

    private Expr.UnaryOp.Op prefix() {
        return switch (tokens.kind()) {
            case NOT -> Expr.UnaryOp.Op.NOT;
            case PLUS -> Expr.UnaryOp.Op.U_ADD;
            case MINUS -> Expr.UnaryOp.Op.U_SUB;
            case TILDE -> Expr.UnaryOp.Op.INVERT;
            default -> null;
        };
    }

    private Expr comparison() {
        int from = tokens.mark;
        Expr left = bitwiseOr();
        if (left == null) {
            return null;
        }
        List<CmpOp> ops = null;
        List<Expr> comparators = null;
        while (true) {
            int before = tokens.mark;
            CmpOp op = compareOp();
            Expr right = op == null ? null : bitwiseOr();
            if (right == null) {
                tokens.mark = before;
                break;
            }
            if (ops == null) {
                ops = new ArrayList<>();
                comparators = new ArrayList<>();
            }
            ops.add(op);
            comparators.add(right);
        }
        return ops == null ? left : new Expr.Compare(left, List.copyOf(ops), List.copyOf(comparators), tokens.spanFrom(from));
    }

    private CmpOp compareOp() {
        Token token = tokens.peek();
        CmpOp op = switch (token.kind()) {
            case EQEQUAL -> CmpOp.EQ;
            case NOTEQUAL -> token.text().equals("!=") ? CmpOp.NOT_EQ : null;
            case LESSEQUAL -> CmpOp.LT_E;
            case LESS -> CmpOp.LT;
            case GREATEREQUAL -> CmpOp.GT_E;
            case GREATER -> CmpOp.GT;
            case IN -> CmpOp.IN;
            case IS -> CmpOp.IS;
            case NOT -> CmpOp.NOT_IN;
            default -> null;
        };
        if (op == null) {
            return null;
        }
        tokens.mark++;
        if (op == CmpOp.NOT_IN) {
            return tokens.accept(IN) ? op : null;
        }
        // Between "is" and "not" there is no choice: "is (not x)" without parentheses does not exist.
        return op == CmpOp.IS && tokens.accept(NOT) ? CmpOp.IS_NOT : op;
    }

    Expr bitwiseOr() {
        return tokens.memoized(Rule.BITWISE_OR, () -> binary(BITWISE_OR));
    }

    /** Operators of at least this precedence, left-associative: a loop on the left, recursion only into tighter operators. */
    private Expr binary(int minimum) {
        int from = tokens.mark;
        Expr left = factor();
        while (left != null) {
            Operator op = binaryOperator(tokens.kind());
            int precedence = op == null ? 0 : precedence(op);
            if (precedence < minimum) {
                return left;
            }
            int before = tokens.mark++;
            Expr right = binary(precedence + 1);
            if (right == null) {
                tokens.mark = before;
                return left;
            }
            left = new Expr.BinOp(left, op, right, tokens.spanFrom(from));
        }
        return null;
    }

    private static Operator binaryOperator(TokenKind kind) {
        return switch (kind) {
            case VBAR -> Operator.BIT_OR;
            case CIRCUMFLEX -> Operator.BIT_XOR;
            case AMPER -> Operator.BIT_AND;
            case LEFTSHIFT -> Operator.L_SHIFT;
            case RIGHTSHIFT -> Operator.R_SHIFT;
            case PLUS -> Operator.ADD;
            case MINUS -> Operator.SUB;
            case STAR -> Operator.MULT;
            case SLASH -> Operator.DIV;
            case DOUBLESLASH -> Operator.FLOOR_DIV;
            case PERCENT -> Operator.MOD;
            case AT -> Operator.MAT_MULT;
            default -> null;
        };
    }

    private static int precedence(Operator op) {
        return switch (op) {
            case BIT_OR -> BITWISE_OR;
            case BIT_XOR -> 2;
            case BIT_AND -> 3;
            case L_SHIFT, R_SHIFT -> 4;
            case ADD, SUB -> 5;
            case MULT, DIV, FLOOR_DIV, MOD, MAT_MULT -> 6;
            case POW -> throw new IllegalArgumentException("** is not read by precedence");
        };
    }

    private Expr factor() {
        return tokens.memoized(Rule.FACTOR, () -> prefixed(null, this::power));
    }

    private Expr power() {
        int from = tokens.mark;
        Expr base = awaitPrimary();
        if (base == null || !tokens.at(DOUBLESTAR)) {
            return base;
        }
        int before = tokens.mark++;
        Expr exponent = factor();
        if (exponent == null) {
            tokens.mark = before;
            return base;
        }
        return new Expr.BinOp(base, Operator.POW, exponent, tokens.spanFrom(from));
    }

    private Expr awaitPrimary() {
        return tokens.memoized(Rule.AWAIT_PRIMARY, () -> {
            int from = tokens.mark;
            if (!tokens.accept(AWAIT)) {
                return primary();
            }
            Expr value = primary();
            return value == null ? null : new Expr.Await(value, tokens.spanFrom(from));
        });
    }

    private Expr primary() {
        int from = tokens.mark;
        Expr value = grammar.atoms.atom();
        while (value != null) {
            int before = tokens.mark;
            Expr longer = grammar.calls.trailer(value, from);
            if (longer == null) {
                tokens.mark = before;
                return value;
            }
            value = longer;
        }
        return null;
    }
}
