package dev.glassheap.runtime.syntax;

import dev.glassheap.runtime.syntax.ConstantValue.BytesValue;
import dev.glassheap.runtime.syntax.ConstantValue.ComplexValue;
import dev.glassheap.runtime.syntax.ConstantValue.EllipsisValue;
import dev.glassheap.runtime.syntax.ConstantValue.FalseValue;
import dev.glassheap.runtime.syntax.ConstantValue.FloatValue;
import dev.glassheap.runtime.syntax.ConstantValue.FrozenSetValue;
import dev.glassheap.runtime.syntax.ConstantValue.IntValue;
import dev.glassheap.runtime.syntax.ConstantValue.NoneValue;
import dev.glassheap.runtime.syntax.ConstantValue.StrValue;
import dev.glassheap.runtime.syntax.ConstantValue.TrueValue;
import dev.glassheap.runtime.syntax.ConstantValue.TupleValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The source form of an annotation, for {@code from __future__ import annotations}: names, attributes, subscripts, literals,
 * displays, calls and {@code |} as in CPython; other expressions are given with parentheses wherever there is doubt.
 */
final class ExpressionText {

    private ExpressionText() {}

    static String of(Expr expr) {
        return switch (expr) {
            case Expr.Name e -> e.id();
            case Expr.Constant e -> constant(e.value());
            case Expr.Attribute e -> of(e.value()) + "." + e.attr();
            case Expr.Subscript e -> of(e.value()) + "[" + index(e.slice()) + "]";
            case Expr.Call e -> of(e.func()) + "(" + arguments(e) + ")";
            case Expr.List e -> "[" + join(e.elts()) + "]";
            case Expr.Set e -> "{" + join(e.elts()) + "}";
            case Expr.Tuple e -> "(" + join(e.elts()) + (e.elts().size() == 1 ? ",)" : ")");
            case Expr.Starred e -> "*" + of(e.value());
            case Expr.BinOp e -> operand(e.left(), true) + " " + e.op().symbol() + " " + operand(e.right(), false);
            case Expr.UnaryOp e -> switch (e.op()) {
                case INVERT -> "~";
                case NOT -> "not ";
                case U_ADD -> "+";
                case U_SUB -> "-";
            } + operand(e.operand(), false);
            case Expr.BoolOp e -> e.values().stream()
                    .map(value -> operand(value, false))
                    .collect(Collectors.joining(e.op() == Expr.BoolOp.Op.AND ? " and " : " or "));
            case Expr.IfExp e -> of(e.body()) + " if " + of(e.test()) + " else " + of(e.orelse());
            case Expr.Slice e -> part(e.lower()) + ":" + part(e.upper()) + e.step().map(step -> ":" + of(step)).orElse("");
            default -> "<" + ExpressionNames.of(expr) + ">";
        };
    }

    private static String part(Optional<Expr> expr) {
        return expr.map(ExpressionText::of).orElse("");
    }

    private static String operand(Expr expr, boolean chain) {
        boolean simple = !(expr instanceof Expr.BinOp || expr instanceof Expr.BoolOp || expr instanceof Expr.IfExp
                || expr instanceof Expr.UnaryOp || expr instanceof Expr.Lambda || expr instanceof Expr.Compare);
        boolean union = chain && expr instanceof Expr.BinOp inner && inner.op() == Operator.BIT_OR;
        return simple || union ? of(expr) : "(" + of(expr) + ")";
    }

    private static String index(Expr slice) {
        return slice instanceof Expr.Tuple tuple && tuple.elts().size() > 1 ? join(tuple.elts()) : of(slice);
    }

    private static String arguments(Expr.Call e) {
        String keywords = e.keywords().stream()
                .map(keyword -> keyword.arg().map(name -> name + "=").orElse("**") + of(keyword.value()))
                .collect(Collectors.joining(", "));
        String positional = join(e.args());
        return positional + (positional.isEmpty() || keywords.isEmpty() ? "" : ", ") + keywords;
    }

    private static String join(List<Expr> elements) {
        return elements.stream().map(ExpressionText::of).collect(Collectors.joining(", "));
    }

    /** The repr of a constant. */
    static String constant(ConstantValue value) {
        return switch (value) {
            case NoneValue _ -> "None";
            case TrueValue _ -> "True";
            case FalseValue _ -> "False";
            case EllipsisValue _ -> "...";
            case IntValue number -> number.value().toString();
            case FloatValue number -> String.valueOf(number.value());
            case ComplexValue number -> number.imag() + "j";
            case StrValue text -> quoted(text.codePoints());
            case BytesValue bytes -> {
                int[] points = new int[bytes.bytes().length];
                for (int at = 0; at < points.length; at++) {
                    points[at] = bytes.bytes()[at] & 0xff;
                }
                yield "b" + quoted(points);
            }
            case TupleValue tuple -> "(" + items(tuple.items()) + (tuple.items().size() == 1 ? ",)" : ")");
            case FrozenSetValue set -> "frozenset({" + items(set.items()) + "})";
        };
    }

    private static String items(List<ConstantValue> items) {
        return items.stream().map(ExpressionText::constant).collect(Collectors.joining(", "));
    }

    private static String quoted(int[] codePoints) {
        boolean single = false;
        boolean twice = false;
        for (int c : codePoints) {
            single |= c == '\'';
            twice |= c == '"';
        }
        int quote = single && !twice ? '"' : '\'';
        StringBuilder text = new StringBuilder().append((char) quote);
        for (int c : codePoints) {
            switch (c) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\\' -> text.append("\\\\");
                default -> {
                    if (c == quote) {
                        text.append('\\').append((char) c);
                    } else if (UnicodeNames.isPrintable(c)) {
                        text.appendCodePoint(c);
                    } else {
                        text.append(c < 0x100 ? "\\x%02x".formatted(c)
                                : c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c));
                    }
                }
            }
        }
        return text.append((char) quote).toString();
    }
}
