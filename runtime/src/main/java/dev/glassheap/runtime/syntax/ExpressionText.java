package dev.glassheap.runtime.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The source form of an expression as CPython writes it for annotations under {@code from __future__ import annotations}:
 * one space around operators, parentheses only where precedence asks for them.
 */
public final class ExpressionText {

    // Precedences; an expression in a place of higher precedence than its own is put in parentheses.
    private static final int TUPLE = 0;
    private static final int TEST = 1;
    private static final int OR = 2;
    private static final int AND = 3;
    private static final int NOT = 4;
    private static final int COMPARE = 5;
    private static final int BIT_OR = 6;
    private static final int FACTOR = 12;
    private static final int POWER = 13;
    private static final int AWAIT = 14;
    private static final int ATOM = 15;

    private final StringBuilder out = new StringBuilder();

    private ExpressionText() {}

    public static String of(Expr expr) {
        return of(expr, TEST);
    }

    private static String of(Expr expr, int level) {
        ExpressionText text = new ExpressionText();
        text.append(expr, level);
        return text.out.toString();
    }

    private ExpressionText add(String text) {
        out.append(text);
        return this;
    }

    private void parenthesized(boolean needed, Runnable content) {
        add(needed ? "(" : "");
        content.run();
        add(needed ? ")" : "");
    }

    private void join(List<Expr> elements, String separator, int level) {
        for (int at = 0; at < elements.size(); at++) {
            add(at == 0 ? "" : separator).append(elements.get(at), level);
        }
    }

    private void append(Expr expr, int level) {
        switch (expr) {
            case Expr.BoolOp e -> {
                int own = e.op() == Expr.BoolOp.Op.AND ? AND : OR;
                parenthesized(level > own, () -> join(e.values(), own == AND ? " and " : " or ", own + 1));
            }
            case Expr.NamedExpr e -> parenthesized(level > TUPLE, () -> {
                append(e.target(), ATOM);
                add(" := ").append(e.value(), ATOM);
            });
            case Expr.BinOp e -> binOp(e, level);
            case Expr.UnaryOp e -> {
                int own = e.op() == Expr.UnaryOp.Op.NOT ? NOT : FACTOR;
                parenthesized(level > own, () -> add(switch (e.op()) {
                    case INVERT -> "~";
                    case NOT -> "not ";
                    case U_ADD -> "+";
                    case U_SUB -> "-";
                }).append(e.operand(), own));
            }
            case Expr.Lambda e -> parenthesized(level > TEST, () -> {
                String parameters = parameters(e.args());
                add(parameters.isEmpty() ? "lambda" : "lambda ").add(parameters).add(": ").append(e.body(), TEST);
            });
            case Expr.IfExp e -> parenthesized(level > TEST, () -> {
                append(e.body(), TEST + 1);
                add(" if ").append(e.test(), TEST + 1);
                add(" else ").append(e.orelse(), TEST);
            });
            case Expr.Dict e -> dict(e);
            case Expr.Set e -> {
                add("{").join(e.elts(), ", ", TEST);
                add("}");
            }
            case Expr.ListComp e -> comprehension("[", e.elt(), e.generators(), "]");
            case Expr.SetComp e -> comprehension("{", e.elt(), e.generators(), "}");
            case Expr.GeneratorExp e -> comprehension("(", e.elt(), e.generators(), ")");
            case Expr.DictComp e -> {
                add("{").append(e.key(), TEST);
                add(": ");
                comprehension("", e.value(), e.generators(), "}");
            }
            case Expr.Await e -> parenthesized(level > AWAIT, () -> add("await ").append(e.value(), ATOM));
            case Expr.Yield e -> {
                add("(yield");
                e.value().ifPresent(value -> add(" ").append(value, TEST));
                add(")");
            }
            case Expr.YieldFrom e -> {
                add("(yield from ").append(e.value(), TEST);
                add(")");
            }
            case Expr.Compare e -> parenthesized(level > COMPARE, () -> {
                append(e.left(), COMPARE + 1);
                for (int at = 0; at < e.ops().size(); at++) {
                    add(" ").add(e.ops().get(at).symbol()).add(" ").append(e.comparators().get(at), COMPARE + 1);
                }
            });
            case Expr.Call e -> call(e);
            case Expr.FormattedValue e -> add("f").add(ConstantText.quoted(fieldText(e)));
            case Expr.JoinedStr e -> add("f").add(ConstantText.quoted(fStringText(e)));
            case Expr.Constant e -> add(e.kind().orElse("")).add(ConstantText.of(e.value()));
            case Expr.Attribute e -> {
                append(e.value(), ATOM);
                boolean number = e.value() instanceof Expr.Constant constant
                        && constant.value() instanceof ConstantValue.IntValue;
                add(number ? " ." : ".").add(e.attr());
            }
            case Expr.Subscript e -> {
                append(e.value(), ATOM);
                add("[").append(e.slice(), TUPLE);
                add("]");
            }
            case Expr.Starred e -> add("*").append(e.value(), BIT_OR);
            case Expr.Name e -> add(e.id());
            case Expr.List e -> {
                add("[").join(e.elts(), ", ", TEST);
                add("]");
            }
            case Expr.Tuple e -> parenthesized(level > TUPLE || e.elts().isEmpty(), () -> {
                join(e.elts(), ", ", TEST);
                add(e.elts().size() == 1 ? "," : "");
            });
            case Expr.Slice e -> {
                e.lower().ifPresent(lower -> append(lower, TEST));
                add(":");
                e.upper().ifPresent(upper -> append(upper, TEST));
                e.step().ifPresent(step -> add(":").append(step, TEST));
            }
        }
    }

    private void binOp(Expr.BinOp e, int level) {
        int own = switch (e.op()) {
            case BIT_OR -> BIT_OR;
            case BIT_XOR -> 7;
            case BIT_AND -> 8;
            case L_SHIFT, R_SHIFT -> 9;
            case ADD, SUB -> 10;
            case MULT, MAT_MULT, DIV, MOD, FLOOR_DIV -> 11;
            case POW -> POWER;
        };
        boolean right = e.op() == Operator.POW;
        parenthesized(level > own, () -> {
            append(e.left(), right ? own + 1 : own);
            add(" ").add(e.op().symbol()).add(" ").append(e.right(), right ? own : own + 1);
        });
    }

    private void dict(Expr.Dict e) {
        add("{");
        for (int at = 0; at < e.values().size(); at++) {
            add(at == 0 ? "" : ", ");
            Optional<Expr> key = e.keys().get(at);
            if (key.isPresent()) {
                append(key.get(), TEST);
                add(": ").append(e.values().get(at), TEST);
            } else {
                add("**").append(e.values().get(at), BIT_OR);
            }
        }
        add("}");
    }

    private void comprehension(String open, Expr element, List<Comprehension> clauses, String close) {
        add(open).append(element, TEST);
        for (Comprehension clause : clauses) {
            add(clause.isAsync() ? " async for " : " for ").append(clause.target(), TUPLE);
            add(" in ").append(clause.iter(), TEST + 1);
            clause.ifs().forEach(test -> add(" if ").append(test, TEST + 1));
        }
        add(close);
    }

    private void call(Expr.Call e) {
        append(e.func(), ATOM);
        if (e.args().size() == 1 && e.keywords().isEmpty() && e.args().getFirst() instanceof Expr.GeneratorExp) {
            append(e.args().getFirst(), TEST);
            return;
        }
        add("(").join(e.args(), ", ", TEST);
        boolean first = e.args().isEmpty();
        for (Keyword keyword : e.keywords()) {
            add(first ? "" : ", ").add(keyword.arg().map(name -> name + "=").orElse("**")).append(keyword.value(), TEST);
            first = false;
        }
        add(")");
    }

    private static String parameters(Arguments args) {
        List<String> parts = new ArrayList<>();
        List<Arg> positional = new ArrayList<>(args.posonlyargs());
        positional.addAll(args.args());
        int withoutDefault = positional.size() - args.defaults().size();
        for (int at = 0; at < positional.size(); at++) {
            String value = at < withoutDefault ? "" : "=" + of(args.defaults().get(at - withoutDefault));
            parts.add(positional.get(at).arg() + value);
            if (at + 1 == args.posonlyargs().size()) {
                parts.add("/");
            }
        }
        if (args.vararg().isPresent() || !args.kwonlyargs().isEmpty()) {
            parts.add("*" + args.vararg().map(Arg::arg).orElse(""));
        }
        for (int at = 0; at < args.kwonlyargs().size(); at++) {
            String value = args.kwDefaults().get(at).map(expr -> "=" + of(expr)).orElse("");
            parts.add(args.kwonlyargs().get(at).arg() + value);
        }
        args.kwarg().ifPresent(arg -> parts.add("**" + arg.arg()));
        return String.join(", ", parts);
    }

    private static String fStringText(Expr.JoinedStr e) {
        StringBuilder text = new StringBuilder();
        e.values().forEach(value -> text.append(partText(value)));
        return text.toString();
    }

    private static String partText(Expr part) {
        return switch (part) {
            case Expr.Constant constant when constant.value() instanceof ConstantValue.StrValue literal ->
                    literal.text().replace("{", "{{").replace("}", "}}");
            case Expr.JoinedStr joined -> fStringText(joined);
            case Expr.FormattedValue field -> fieldText(field);
            default -> throw new IllegalArgumentException("no part of an f-string: " + part);
        };
    }

    private static String fieldText(Expr.FormattedValue field) {
        String value = of(field.value(), TEST + 1);
        String conversion = field.conversion() < 0 ? "" : "!" + (char) field.conversion();
        String spec = field.formatSpec().map(format -> ":" + partText(format)).orElse("");
        return (value.startsWith("{") ? "{ " : "{") + value + conversion + spec + "}";
    }
}
