package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.TokenKind.*;

import java.util.List;
import java.util.Optional;

/** Likely mistakes in statements of one line. Each method throws on a match and otherwise leaves the position as it was. */
final class InvalidStatements {

    /** What a target is a target of. */
    enum TargetKind { STAR, DEL, FOR }

    private final Grammar grammar;
    private final TokenStream tokens;

    InvalidStatements(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** Throws if a part of {@code expr} cannot be a target. */
    void invalidTarget(TargetKind kind, Expr expr) {
        findInvalidTarget(kind, expr).ifPresent(found -> {
            String verb = kind == TargetKind.DEL ? "delete" : "assign to";
            throw grammar.errors.raise(found, "cannot " + verb + " " + ExpressionNames.of(found));
        });
    }

    private static Optional<Expr> findInvalidTarget(TargetKind kind, Expr expr) {
        return switch (expr) {
            case Expr.List list -> findInvalidTarget(kind, list.elts());
            case Expr.Tuple tuple -> findInvalidTarget(kind, tuple.elts());
            case Expr.Starred starred when kind != TargetKind.DEL -> findInvalidTarget(kind, starred.value());
            // "a in b" of a "for" was read as a comparison.
            case Expr.Compare compare when kind == TargetKind.FOR ->
                    compare.ops().getFirst() == CmpOp.IN ? findInvalidTarget(kind, compare.left()) : Optional.empty();
            case Expr.Name _, Expr.Subscript _, Expr.Attribute _ -> Optional.empty();
            default -> Optional.of(expr);
        };
    }

    private static Optional<Expr> findInvalidTarget(TargetKind kind, List<Expr> targets) {
        return targets.stream().flatMap(target -> findInvalidTarget(kind, target).stream()).findFirst();
    }

    void delStmt() {
        int from = tokens.mark;
        Expr target = tokens.accept(DEL) ? grammar.expressions.starExpressions() : null;
        if (target != null) {
            invalidTarget(TargetKind.DEL, target);
        }
        tokens.mark = from;
    }

    void withItem() {
        int from = tokens.mark;
        boolean as = grammar.expressions.expression() != null && tokens.accept(AS);
        Expr target = as ? grammar.expressions.expression() : null;
        if (target != null && (tokens.at(COMMA) || tokens.at(RPAR) || tokens.at(COLON))) {
            invalidTarget(TargetKind.STAR, target);
        }
        tokens.mark = from;
    }

    void assignment() {
        int from = tokens.mark;
        annotation(from);
        tokens.mark = from;
        grammar.repeat(grammar.statements::targetBeforeEqual);
        Expr value = tokens.attempt(grammar.expressions::starExpressions);
        if (value != null && tokens.accept(EQUAL)) {
            invalidTarget(TargetKind.STAR, value);
            // The alternative matched without an error: the rule ends here.
            tokens.mark = from;
            return;
        }
        tokens.mark = from;
        grammar.repeat(grammar.statements::targetBeforeEqual);
        Expr yield = grammar.expressions.yieldExpr();
        if (yield != null && tokens.accept(EQUAL)) {
            throw grammar.errors.raise(yield, "assignment to yield expression not possible");
        }
        tokens.mark = from;
        augmented();
        tokens.mark = from;
    }

    private void annotation(int from) {
        Expr target = tokens.attempt(this::annAssignTarget);
        if (target != null && tokens.accept(COLON) && grammar.expressions.expression() != null) {
            throw grammar.errors.raise(
                    target, "only single target (not %s) can be annotated".formatted(ExpressionNames.of(target)));
        }
        tokens.mark = from;
        Expr first = grammar.expressions.starNamedExpression();
        if (first != null && tokens.accept(COMMA)) {
            grammar.repeat(grammar.expressions::starNamedExpressions);
            if (tokens.accept(COLON) && grammar.expressions.expression() != null) {
                throw grammar.errors.raise(first, "only single target (not tuple) can be annotated");
            }
        }
        tokens.mark = from;
        Expr illegal = grammar.expressions.expression();
        if (illegal != null && tokens.accept(COLON) && grammar.expressions.expression() != null) {
            throw grammar.errors.raise(illegal, "illegal target for annotation");
        }
    }

    private Expr annAssignTarget() {
        return switch (tokens.kind()) {
            case LSQB -> grammar.atoms.list();
            case LPAR -> {
                Expr tuple = tokens.attempt(grammar.atoms::tuple);
                if (tuple != null) {
                    yield tuple;
                }
                tokens.mark++;
                Expr inner = annAssignTarget();
                yield inner != null && tokens.accept(RPAR) ? inner : null;
            }
            default -> null;
        };
    }

    private void augmented() {
        Expr target = grammar.expressions.starExpressions();
        if (target != null && grammar.statements.augassign() != null
                && grammar.expressions.yieldOrStarExpressions() != null) {
            throw grammar.errors.raise(target,
                    "'%s' is an illegal expression for augmented assignment".formatted(ExpressionNames.of(target)));
        }
    }
}
