package dev.glassheap.runtime.syntax;

import dev.glassheap.runtime.syntax.ConstantValue.FrozenSetValue;
import dev.glassheap.runtime.syntax.ConstantValue.StrValue;
import dev.glassheap.runtime.syntax.ConstantValue.TupleValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Constant folding of expressions. A folded node keeps the span of the whole operation. */
final class ExpressionFolding {

    private final RecursionDepth depth;

    ExpressionFolding(RecursionDepth depth) {
        this.depth = depth;
    }

    RecursionDepth depth() {
        return depth;
    }

    List<Expr> fold(List<Expr> list) {
        return list.stream().map(this::fold).toList();
    }

    Optional<Expr> fold(Optional<Expr> expr) {
        return expr.map(this::fold);
    }

    Expr fold(Expr expr) {
        depth.enter();
        Expr folded = switch (expr) {
            case Expr.BoolOp e -> new Expr.BoolOp(e.op(), fold(e.values()), e.span());
            case Expr.NamedExpr e -> new Expr.NamedExpr(e.target(), fold(e.value()), e.span());
            case Expr.BinOp e -> binOp(new Expr.BinOp(fold(e.left()), e.op(), fold(e.right()), e.span()));
            case Expr.UnaryOp e -> unaryOp(new Expr.UnaryOp(e.op(), fold(e.operand()), e.span()));
            case Expr.Lambda e -> new Expr.Lambda(arguments(e.args()), fold(e.body()), e.span());
            case Expr.IfExp e -> new Expr.IfExp(fold(e.test()), fold(e.body()), fold(e.orelse()), e.span());
            case Expr.Dict e ->
                    new Expr.Dict(e.keys().stream().map(this::fold).toList(), fold(e.values()), e.span());
            case Expr.Set e -> new Expr.Set(fold(e.elts()), e.span());
            case Expr.ListComp e -> new Expr.ListComp(fold(e.elt()), clauses(e.generators()), e.span());
            case Expr.SetComp e -> new Expr.SetComp(fold(e.elt()), clauses(e.generators()), e.span());
            case Expr.DictComp e ->
                    new Expr.DictComp(fold(e.key()), fold(e.value()), clauses(e.generators()), e.span());
            case Expr.GeneratorExp e -> new Expr.GeneratorExp(fold(e.elt()), clauses(e.generators()), e.span());
            case Expr.Await e -> new Expr.Await(fold(e.value()), e.span());
            case Expr.Yield e -> new Expr.Yield(fold(e.value()), e.span());
            case Expr.YieldFrom e -> new Expr.YieldFrom(fold(e.value()), e.span());
            case Expr.Compare e -> compare(e);
            case Expr.Call e -> new Expr.Call(fold(e.func()), fold(e.args()), keywords(e.keywords()), e.span());
            case Expr.FormattedValue e ->
                    new Expr.FormattedValue(fold(e.value()), e.conversion(), fold(e.formatSpec()), e.span());
            case Expr.JoinedStr e -> new Expr.JoinedStr(fold(e.values()), e.span());
            case Expr.Constant e -> e;
            case Expr.Attribute e -> new Expr.Attribute(fold(e.value()), e.attr(), e.ctx(), e.span());
            case Expr.Subscript e -> subscript(new Expr.Subscript(fold(e.value()), fold(e.slice()), e.ctx(), e.span()));
            case Expr.Starred e -> new Expr.Starred(fold(e.value()), e.ctx(), e.span());
            case Expr.Name e -> e.ctx() == ExprContext.LOAD && e.id().equals("__debug__")
                    ? new Expr.Constant(ConstantValue.TRUE, e.span())
                    : e;
            case Expr.List e -> new Expr.List(fold(e.elts()), e.ctx(), e.span());
            case Expr.Tuple e -> tuple(new Expr.Tuple(fold(e.elts()), e.ctx(), e.span()));
            case Expr.Slice e -> new Expr.Slice(fold(e.lower()), fold(e.upper()), fold(e.step()), e.span());
        };
        depth.leave();
        return folded;
    }

    private Arguments arguments(Arguments args) {
        return new Arguments(args.posonlyargs(), args.args(), args.vararg(), args.kwonlyargs(),
                args.kwDefaults().stream().map(this::fold).toList(), args.kwarg(), fold(args.defaults()));
    }

    List<Keyword> keywords(List<Keyword> keywords) {
        return keywords.stream().map(k -> new Keyword(k.arg(), fold(k.value()), k.span())).toList();
    }

    private List<Comprehension> clauses(List<Comprehension> clauses) {
        return clauses.stream()
                .map(c -> new Comprehension(fold(c.target()), foldIterable(c.iter()), fold(c.ifs()), c.isAsync()))
                .toList();
    }

    private static Expr constant(Expr whole, ConstantValue value) {
        return new Expr.Constant(value, whole.span());
    }

    private static Expr unaryOp(Expr.UnaryOp whole) {
        if (whole.operand() instanceof Expr.Constant operand) {
            return ConstantArithmetic.unary(whole.op(), operand.value()).map(value -> constant(whole, value)).orElse(whole);
        }
        if (whole.op() == Expr.UnaryOp.Op.NOT && whole.operand() instanceof Expr.Compare compare
                && compare.ops().size() == 1) {
            return negated(compare.ops().getFirst())
                    .<Expr>map(op -> new Expr.Compare(
                            compare.left(), List.of(op), compare.comparators(), compare.span()))
                    .orElse(whole);
        }
        return whole;
    }

    /** Only identity and membership: {@code not (a < b)} is not {@code a >= b}. */
    private static Optional<CmpOp> negated(CmpOp op) {
        return switch (op) {
            case IS -> Optional.of(CmpOp.IS_NOT);
            case IS_NOT -> Optional.of(CmpOp.IS);
            case IN -> Optional.of(CmpOp.NOT_IN);
            case NOT_IN -> Optional.of(CmpOp.IN);
            case EQ, NOT_EQ, LT, LT_E, GT, GT_E -> Optional.empty();
        };
    }

    private static Expr binOp(Expr.BinOp whole) {
        if (!(whole.left() instanceof Expr.Constant left)) {
            return whole;
        }
        if (whole.op() == Operator.MOD && left.value() instanceof StrValue format
                && whole.right() instanceof Expr.Tuple tuple && !hasStarred(tuple.elts())) {
            return PercentFormat.toFString(whole, format, tuple.elts()).orElse(whole);
        }
        if (!(whole.right() instanceof Expr.Constant right)) {
            return whole;
        }
        return ConstantArithmetic.binary(left.value(), whole.op(), right.value())
                .map(value -> constant(whole, value))
                .orElse(whole);
    }

    private Expr compare(Expr.Compare e) {
        List<Expr> comparators = new ArrayList<>(fold(e.comparators()));
        CmpOp last = e.ops().getLast();
        if (last == CmpOp.IN || last == CmpOp.NOT_IN) {
            comparators.set(comparators.size() - 1, iterable(comparators.getLast()));
        }
        return new Expr.Compare(fold(e.left()), e.ops(), List.copyOf(comparators), e.span());
    }

    private static Expr subscript(Expr.Subscript whole) {
        if (whole.ctx() == ExprContext.LOAD && whole.value() instanceof Expr.Constant value
                && whole.slice() instanceof Expr.Constant index) {
            return ConstantArithmetic.item(value.value(), index.value()).map(item -> constant(whole, item)).orElse(whole);
        }
        return whole;
    }

    private static Expr tuple(Expr.Tuple whole) {
        if (whole.ctx() != ExprContext.LOAD) {
            return whole;
        }
        return constants(whole.elts()).map(items -> constant(whole, new TupleValue(items))).orElse(whole);
    }

    private static Optional<List<ConstantValue>> constants(List<Expr> elements) {
        List<ConstantValue> values = new ArrayList<>();
        for (Expr element : elements) {
            if (!(element instanceof Expr.Constant constant)) {
                return Optional.empty();
            }
            values.add(constant.value());
        }
        return Optional.of(List.copyOf(values));
    }

    private static boolean hasStarred(List<Expr> elements) {
        return elements.stream().anyMatch(Expr.Starred.class::isInstance);
    }

    Expr foldIterable(Expr iter) {
        return iterable(fold(iter));
    }

    /** What is only iterated over or searched need not be a new list or set each time. */
    private static Expr iterable(Expr iter) {
        return switch (iter) {
            case Expr.List list when !hasStarred(list.elts()) ->
                    tuple(new Expr.Tuple(list.elts(), list.ctx(), list.span()));
            case Expr.Set set -> constants(set.elts())
                    .map(items -> constant(set, new FrozenSetValue(items)))
                    .orElse(set);
            default -> iter;
        };
    }
}
