package dev.glassheap.runtime.syntax;

import static dev.glassheap.runtime.syntax.TokenKind.*;

import dev.glassheap.runtime.syntax.TokenStream.Rule;
import java.util.ArrayList;
import java.util.List;

/** What can be assigned to or deleted. */
final class TargetParser {

    private final Grammar grammar;
    private final TokenStream tokens;

    TargetParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** The same target with another context, inside lists and tuples too. */
    static Expr withContext(Expr target, ExprContext ctx) {
        return switch (target) {
            case Expr.Name name -> new Expr.Name(name.id(), ctx, name.span());
            case Expr.Attribute attribute -> new Expr.Attribute(attribute.value(), attribute.attr(), ctx, attribute.span());
            case Expr.Subscript subscript -> new Expr.Subscript(subscript.value(), subscript.slice(), ctx, subscript.span());
            case Expr.Starred starred -> new Expr.Starred(withContext(starred.value(), ctx), ctx, starred.span());
            case Expr.List list -> new Expr.List(withContext(list.elts(), ctx), ctx, list.span());
            case Expr.Tuple tuple -> new Expr.Tuple(withContext(tuple.elts(), ctx), ctx, tuple.span());
            default -> target;
        };
    }

    private static List<Expr> withContext(List<Expr> targets, ExprContext ctx) {
        return targets.stream().map(target -> withContext(target, ctx)).toList();
    }

    Expr starTargets() {
        int from = tokens.mark;
        List<Expr> targets = grammar.gather(this::starTarget, COMMA);
        if (targets == null) {
            return null;
        }
        if (!tokens.accept(COMMA) && targets.size() == 1) {
            return targets.getFirst();
        }
        return new Expr.Tuple(List.copyOf(targets), ExprContext.STORE, tokens.spanFrom(from));
    }

    Expr starTarget() {
        return tokens.memoized(Rule.STAR_TARGET, () -> {
            int from = tokens.mark;
            if (!tokens.accept(STAR)) {
                return targetWithStarAtom();
            }
            Expr value = tokens.at(STAR) ? null : starTarget();
            return value == null
                    ? null
                    : new Expr.Starred(withContext(value, ExprContext.STORE), ExprContext.STORE, tokens.spanFrom(from));
        });
    }

    private Expr targetWithStarAtom() {
        return tokens.memoized(Rule.TARGET_WITH_STAR_ATOM, () -> {
            Expr target = tokens.attempt(() -> subscriptOrAttribute(ExprContext.STORE));
            return target != null ? target : starAtom();
        });
    }

    private Expr starAtom() {
        return switch (tokens.kind()) {
            case NAME -> withContext(grammar.name(), ExprContext.STORE);
            case LPAR -> {
                Expr inner = tokens.attempt(() -> parenthesized(this::targetWithStarAtom));
                yield inner != null
                        ? withContext(inner, ExprContext.STORE)
                        : sequence(LPAR, RPAR, this::starTarget, ExprContext.STORE);
            }
            case LSQB -> sequence(LSQB, RSQB, this::starTarget, ExprContext.STORE);
            default -> null;
        };
    }

    private Expr parenthesized(java.util.function.Supplier<Expr> rule) {
        tokens.mark++;
        Expr inner = rule.get();
        return inner != null && tokens.accept(RPAR) ? inner : null;
    }

    /** {@code ( targets )} or {@code [ targets ]}; one target in parentheses needs its comma to be a tuple. */
    private Expr sequence(TokenKind open, TokenKind close, java.util.function.Supplier<Expr> element, ExprContext ctx) {
        int from = tokens.mark++;
        List<Expr> elements = new ArrayList<>();
        grammar.matches(() -> {
            List<Expr> found = grammar.gather(element, COMMA);
            if (found == null) {
                return false;
            }
            boolean trailing = tokens.accept(COMMA);
            // del (x) never comes here, its parentheses matched as a group before.
            if (open == LPAR && found.size() == 1 && !trailing && ctx == ExprContext.STORE) {
                return false;
            }
            elements.addAll(found);
            return true;
        });
        if (!tokens.accept(close)) {
            return null;
        }
        Span span = tokens.spanFrom(from);
        return open == LPAR
                ? new Expr.Tuple(List.copyOf(elements), ctx, span)
                : new Expr.List(List.copyOf(elements), ctx, span);
    }

    /** {@code t_primary.name} or {@code t_primary[...]} that does not go on. */
    private Expr subscriptOrAttribute(ExprContext ctx) {
        int from = tokens.mark;
        Expr primary = tPrimary();
        if (primary == null || tokens.at(LPAR)) {
            return null;
        }
        Expr target = grammar.calls.trailer(primary, from);
        return target == null || atTLookahead() ? null : withContext(target, ctx);
    }

    private boolean atTLookahead() {
        TokenKind kind = tokens.kind();
        return kind == LPAR || kind == LSQB || kind == DOT;
    }

    /** A primary that is followed by another part. */
    private Expr tPrimary() {
        return tokens.memoized(Rule.T_PRIMARY, () -> {
            int from = tokens.mark;
            Expr value = grammar.atoms.atom();
            if (value == null || !atTLookahead()) {
                return null;
            }
            while (true) {
                int before = tokens.mark;
                Expr longer = grammar.calls.trailer(value, from);
                if (longer == null || !atTLookahead()) {
                    tokens.mark = before;
                    return value;
                }
                value = longer;
            }
        });
    }

    Expr singleTarget() {
        Expr target = tokens.attempt(this::singleSubscriptAttributeTarget);
        if (target != null) {
            return target;
        }
        if (tokens.at(NAME)) {
            return withContext(grammar.name(), ExprContext.STORE);
        }
        return tokens.at(LPAR) ? parenthesized(this::singleTarget) : null;
    }

    Expr singleSubscriptAttributeTarget() {
        return subscriptOrAttribute(ExprContext.STORE);
    }

    /** One or more, or null. */
    List<Expr> delTargets() {
        List<Expr> targets = grammar.gather(this::delTarget, COMMA);
        if (targets != null) {
            tokens.accept(COMMA);
        }
        return targets;
    }

    private Expr delTarget() {
        return tokens.memoized(Rule.DEL_TARGET, () -> {
            Expr target = tokens.attempt(() -> subscriptOrAttribute(ExprContext.DEL));
            return target != null ? target : delTAtom();
        });
    }

    private Expr delTAtom() {
        return switch (tokens.kind()) {
            case NAME -> withContext(grammar.name(), ExprContext.DEL);
            case LPAR -> {
                Expr inner = tokens.attempt(() -> parenthesized(this::delTarget));
                yield inner != null
                        ? withContext(inner, ExprContext.DEL)
                        : sequence(LPAR, RPAR, this::delTarget, ExprContext.DEL);
            }
            case LSQB -> sequence(LSQB, RSQB, this::delTarget, ExprContext.DEL);
            default -> null;
        };
    }
}
