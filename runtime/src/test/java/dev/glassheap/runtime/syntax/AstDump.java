package dev.glassheap.runtime.syntax;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** A tree as one line of text, the same that {@code oracle.py} makes of CPython's tree. */
final class AstDump {

    private AstDump() {}

    static String of(Object tree) {
        StringBuilder out = new StringBuilder();
        append(out, tree);
        return out.toString();
    }

    private static void append(StringBuilder out, Object value) {
        switch (value) {
            case Optional<?> optional -> optional.ifPresentOrElse(inner -> append(out, inner), () -> out.append("None"));
            case List<?> list -> {
                out.append('[');
                for (int at = 0; at < list.size(); at++) {
                    out.append(at == 0 ? "" : ", ");
                    append(out, list.get(at));
                }
                out.append(']');
            }
            case String text -> appendText(out, text.codePoints().toArray());
            case Boolean flag -> out.append(flag ? 1 : 0);
            case Integer number -> out.append(number);
            case Enum<?> constant -> out.append(camel(constant.name()));
            case ConstantValue constant -> appendConstant(out, constant);
            case Span span -> out.append('@').append(span.line()).append(':').append(span.column()).append('-')
                    .append(span.endLine()).append(':').append(span.endColumn());
            case Record node -> appendNode(out, node);
            default -> throw new IllegalArgumentException("not part of a tree: " + value.getClass());
        }
    }

    private static void appendNode(StringBuilder out, Record node) {
        String name = node.getClass().getSimpleName();
        out.append(switch (name) {
            case "ExprStmt" -> "Expr";
            case "Arguments", "Arg", "Keyword", "Alias", "Comprehension" -> name.toLowerCase(Locale.ROOT);
            case "WithItem" -> "withitem";
            case "MatchCase" -> "match_case";
            default -> name;
        }).append('(');
        Object span = null;
        String separator = "";
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            Object value = component(node, component);
            if (component.getType() == Span.class) {
                span = value;
            } else {
                out.append(separator).append(snake(component.getName())).append('=');
                append(out, value);
                separator = ", ";
            }
        }
        out.append(')');
        if (span != null) {
            append(out, span);
        }
    }

    private static Object component(Record node, RecordComponent component) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }

    private static void appendConstant(StringBuilder out, ConstantValue value) {
        switch (value) {
            case ConstantValue.NoneValue _ -> out.append("None");
            case ConstantValue.TrueValue _ -> out.append("True");
            case ConstantValue.FalseValue _ -> out.append("False");
            case ConstantValue.EllipsisValue _ -> out.append("Ellipsis");
            case ConstantValue.IntValue number -> out.append("int:").append(number.value().toString(16));
            case ConstantValue.FloatValue number -> appendDouble(out.append("float:"), number.value());
            case ConstantValue.ComplexValue number -> {
                appendDouble(out.append("complex:"), number.real());
                appendDouble(out.append(':'), number.imag());
            }
            case ConstantValue.StrValue text -> appendText(out, text.codePoints());
            case ConstantValue.BytesValue bytes -> {
                int[] unsigned = new int[bytes.bytes().length];
                for (int at = 0; at < unsigned.length; at++) {
                    unsigned[at] = bytes.bytes()[at] & 0xff;
                }
                appendText(out.append('b'), unsigned);
            }
            case ConstantValue.TupleValue tuple -> appendItems(out.append("tuple"), tuple.items());
            case ConstantValue.FrozenSetValue set -> appendItems(out.append("frozenset"), set.items());
        }
    }

    private static void appendItems(StringBuilder out, List<ConstantValue> items) {
        StringJoiner joined = new StringJoiner(", ", "(", ")");
        items.forEach(item -> joined.add(of(item)));
        out.append(joined);
    }

    private static void appendDouble(StringBuilder out, double value) {
        out.append(Long.toHexString(Double.isNaN(value) ? 0x7ff8000000000000L : Double.doubleToRawLongBits(value)));
    }

    private static void appendText(StringBuilder out, int[] codePoints) {
        out.append('"');
        for (int c : codePoints) {
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                out.append("\\{").append(Integer.toHexString(c)).append('}');
            } else {
                out.append((char) c);
            }
        }
        out.append('"');
    }

    private static String camel(String constant) {
        StringBuilder name = new StringBuilder();
        for (String part : constant.split("_")) {
            name.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
