package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.TokenKind.*;

import dev.glassheap.runtime.syntax.TokenStream.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The start symbols, blocks, and the statements of one line. */
final class StatementParser {

    private final Grammar grammar;
    private final TokenStream tokens;

    StatementParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Mod.Module file() {
        List<Stmt> body = statements();
        return tokens.accept(ENDMARKER) ? new Mod.Module(body) : null;
    }

    Mod.Expression eval() {
        Expr body = grammar.expressions.expressions();
        if (body == null) {
            return null;
        }
        while (tokens.accept(NEWLINE)) {
            // Blank lines after the expression.
        }
        return tokens.accept(ENDMARKER) ? new Mod.Expression(body) : null;
    }

    Mod.Interactive interactive() {
        int from = tokens.mark;
        Stmt compound = tokens.attempt(grammar.compounds::compoundStmt);
        if (compound != null && tokens.accept(NEWLINE)) {
            return new Mod.Interactive(List.of(compound));
        }
        tokens.mark = from;
        List<Stmt> simple = tokens.attempt(this::simpleStmts);
        if (simple != null) {
            return new Mod.Interactive(simple);
        }
        if (tokens.accept(NEWLINE)) {
            return new Mod.Interactive(List.of(new Stmt.Pass(tokens.spanFrom(from))));
        }
        return null;
    }

    /** All statements that follow; maybe none. */
    private List<Stmt> statements() {
        List<Stmt> body = new ArrayList<>();
        while (true) {
            Stmt compound = tokens.attempt(grammar.compounds::compoundStmt);
            if (compound != null) {
                body.add(compound);
                continue;
            }
            List<Stmt> simple = tokens.attempt(this::simpleStmts);
            if (simple == null) {
                return List.copyOf(body);
            }
            body.addAll(simple);
        }
    }

    /** The body of a compound statement, on the same line or indented; remembered, alternatives share it. */
    List<Stmt> block() {
        return tokens.memoized(Rule.BLOCK, () -> {
            int from = tokens.mark;
            if (tokens.accept(NEWLINE) && tokens.accept(INDENT)) {
                List<Stmt> body = statements();
                if (!body.isEmpty() && tokens.accept(DEDENT)) {
                    return body;
                }
            }
            tokens.mark = from;
            List<Stmt> simple = tokens.attempt(this::simpleStmts);
            if (simple == null && grammar.invalidRules && tokens.accept(NEWLINE) && !tokens.at(INDENT)) {
                throw grammar.errors.raiseHere(PythonSyntaxError.Kind.INDENTATION_ERROR, "expected an indented block");
            }
            return simple;
        });
    }

    List<Stmt> simpleStmts() {
        List<Stmt> found = grammar.gather(this::simpleStmt, SEMI);
        if (found == null) {
            return null;
        }
        tokens.accept(SEMI);
        return tokens.accept(NEWLINE) ? List.copyOf(found) : null;
    }

    private Stmt simpleStmt() {
        return tokens.memoized(Rule.SIMPLE_STMT, () -> {
            int from = tokens.mark;
            return switch (tokens.kind()) {
                case RETURN -> returnStmt(from);
                case IMPORT, FROM -> importStmt(from);
                case RAISE -> raiseStmt(from);
                case PASS -> {
                    tokens.mark++;
                    yield new Stmt.Pass(tokens.spanFrom(from));
                }
                case DEL -> delStmt(from);
                case ASSERT -> assertStmt(from);
                case BREAK -> {
                    tokens.mark++;
                    yield new Stmt.Break(tokens.spanFrom(from));
                }
                case CONTINUE -> {
                    tokens.mark++;
                    yield new Stmt.Continue(tokens.spanFrom(from));
                }
                case GLOBAL, NONLOCAL -> scopeStmt(from);
                default -> expressionStmt(from);
            };
        });
    }

    private Stmt expressionStmt(int from) {
        Stmt assignment = tokens.attempt(this::assignment);
        if (assignment != null) {
            return assignment;
        }
        Expr value = tokens.attempt(grammar.expressions::starExpressions);
        if (value == null) {
            value = grammar.expressions.yieldExpr();
        }
        return value == null ? null : new Stmt.ExprStmt(value, tokens.spanFrom(from));
    }

    private Stmt assignment() {
        int from = tokens.mark;
        Stmt annotated = tokens.attempt(this::annAssign);
        if (annotated != null) {
            return annotated;
        }
        List<Expr> targets = grammar.repeat(this::targetBeforeEqual);
        if (!targets.isEmpty()) {
            Expr value = grammar.expressions.yieldOrStarExpressions();
            if (value != null && !tokens.at(EQUAL)) {
                return new Stmt.Assign(List.copyOf(targets), value, tokens.spanFrom(from));
            }
        }
        tokens.mark = from;
        Expr target = tokens.attempt(grammar.targets::singleTarget);
        Operator op = target == null ? null : augassign();
        if (op != null) {
            Expr value = grammar.expressions.yieldOrStarExpressions();
            return value == null ? null : new Stmt.AugAssign(target, op, value, tokens.spanFrom(from));
        }
        tokens.mark = from;
        if (grammar.invalidRules) {
            grammar.invalidStatements.assignment();
        }
        return null;
    }

    Expr targetBeforeEqual() {
        Expr target = grammar.targets.starTargets();
        return target != null && tokens.accept(EQUAL) ? target : null;
    }

    private Stmt annAssign() {
        int from = tokens.mark;
        Expr target = grammar.name();
        boolean simple = target != null && tokens.accept(COLON);
        if (!simple) {
            tokens.mark = from;
            target = tokens.attempt(this::unsimpleTarget);
            if (target == null || !tokens.accept(COLON)) {
                return null;
            }
        }
        Expr annotation = grammar.expressions.expression();
        if (annotation == null) {
            return null;
        }
        Optional<Expr> value = grammar.optionalAfter(EQUAL, grammar.expressions::yieldOrStarExpressions);
        return new Stmt.AnnAssign(
                TargetParser.withContext(target, ExprContext.STORE), annotation, value, simple, tokens.spanFrom(from));
    }

    private Expr unsimpleTarget() {
        int from = tokens.mark;
        if (tokens.accept(LPAR)) {
            Expr inner = grammar.targets.singleTarget();
            if (inner != null && tokens.accept(RPAR)) {
                return inner;
            }
        }
        tokens.mark = from;
        return grammar.targets.singleSubscriptAttributeTarget();
    }

    /** The operator of an augmented assignment, or null with nothing taken. */
    Operator augassign() {
        Operator op = switch (tokens.kind()) {
            case PLUSEQUAL -> Operator.ADD;
            case MINEQUAL -> Operator.SUB;
            case STAREQUAL -> Operator.MULT;
            case ATEQUAL -> Operator.MAT_MULT;
            case SLASHEQUAL -> Operator.DIV;
            case PERCENTEQUAL -> Operator.MOD;
            case AMPEREQUAL -> Operator.BIT_AND;
            case VBAREQUAL -> Operator.BIT_OR;
            case CIRCUMFLEXEQUAL -> Operator.BIT_XOR;
            case LEFTSHIFTEQUAL -> Operator.L_SHIFT;
            case RIGHTSHIFTEQUAL -> Operator.R_SHIFT;
            case DOUBLESTAREQUAL -> Operator.POW;
            case DOUBLESLASHEQUAL -> Operator.FLOOR_DIV;
            default -> null;
        };
        if (op != null) {
            tokens.mark++;
        }
        return op;
    }

    private Stmt returnStmt(int from) {
        tokens.mark++;
        Optional<Expr> value = Optional.ofNullable(tokens.attempt(grammar.expressions::starExpressions));
        return new Stmt.Return(value, tokens.spanFrom(from));
    }

    private Stmt raiseStmt(int from) {
        tokens.mark++;
        Expr exception = tokens.attempt(grammar.expressions::expression);
        if (exception == null) {
            return new Stmt.Raise(Optional.empty(), Optional.empty(), tokens.spanFrom(from));
        }
        Optional<Expr> cause = grammar.optionalAfter(FROM, grammar.expressions::expression);
        return new Stmt.Raise(Optional.of(exception), cause, tokens.spanFrom(from));
    }

    private Stmt scopeStmt(int from) {
        boolean global = tokens.at(GLOBAL);
        tokens.mark++;
        List<Expr.Name> names = grammar.gather(grammar::name, COMMA);
        if (names == null) {
            return null;
        }
        List<String> ids = names.stream().map(Expr.Name::id).toList();
        Span span = tokens.spanFrom(from);
        return global ? new Stmt.Global(ids, span) : new Stmt.Nonlocal(ids, span);
    }

    private Stmt delStmt(int from) {
        tokens.mark++;
        List<Expr> targets = grammar.targets.delTargets();
        if (targets != null && (tokens.at(SEMI) || tokens.at(NEWLINE))) {
            return new Stmt.Delete(List.copyOf(targets), tokens.spanFrom(from));
        }
        tokens.mark = from;
        if (grammar.invalidRules) {
            grammar.invalidStatements.delStmt();
        }
        return null;
    }

    private Stmt assertStmt(int from) {
        tokens.mark++;
        Expr test = grammar.expressions.expression();
        if (test == null) {
            return null;
        }
        Optional<Expr> message = grammar.optionalAfter(COMMA, grammar.expressions::expression);
        return new Stmt.Assert(test, message, tokens.spanFrom(from));
    }

    private Stmt importStmt(int from) {
        return new ImportParser(grammar).importStmt(from);
    }
}
