package dev.glassheap.runtime.interpreter;

import dev.glassheap.runtime.syntax.Expr;
import dev.glassheap.runtime.syntax.Mod;
import dev.glassheap.runtime.syntax.Parser;
import dev.glassheap.runtime.syntax.PythonSyntaxError;
import dev.glassheap.runtime.syntax.Span;
import java.util.Optional;

/** The {@code ~~~^~~~} under the source line of a traceback entry (PEP 657, {@code extract_anchors_from_line}). */
final class Markers {

    private Markers() {
    }

    /**
     * The markers for a place, aligned to the stripped line; empty if they would underline the whole line.
     *
     * @param line the source line as it stands
     * @param span the place; columns in code points from 0
     */
    static Optional<String> under(String line, Span span) {
        int indent = line.length() - line.stripLeading().length();
        String stripped = line.strip();
        int length = stripped.codePointCount(0, stripped.length());
        int start = span.column() - indent;
        int end = span.endLine() > span.line() ? length : span.endColumn() - indent;
        if (start < 0 || end <= start || end > length) {
            return Optional.empty();
        }
        String segment = stripped.substring(stripped.offsetByCodePoints(0, start), stripped.offsetByCodePoints(0, end));
        Optional<int[]> anchors = span.endLine() == span.line() ? anchors(segment) : Optional.empty();
        if (anchors.isEmpty() && start == 0 && end == length) {
            return Optional.empty();
        }
        StringBuilder b = new StringBuilder(" ".repeat(start));
        for (int i = 0; i < end - start; i++) {
            boolean primary = anchors.isEmpty() || i >= anchors.get()[0] && i < anchors.get()[1];
            b.append(primary ? '^' : '~');
        }
        return Optional.of(b.toString());
    }

    /** Where in a segment the operator of a binary operation, or the brackets of a subscript, stand: from inclusive, to exclusive. */
    private static Optional<int[]> anchors(String segment) {
        try {
            Mod.Expression e = Parser.parseExpression(segment, "<segment>");
            return switch (e.body()) {
                case Expr.BinOp b -> operator(segment, b);
                case Expr.Subscript s -> Optional.of(new int[] {s.value().span().endColumn(), s.span().endColumn()});
                default -> Optional.empty();
            };
        } catch (PythonSyntaxError notAnExpression) {
            return Optional.empty();
        }
    }

    private static Optional<int[]> operator(String segment, Expr.BinOp b) {
        int[] points = segment.codePoints().toArray();
        int at = b.left().span().endColumn();
        while (at < points.length && (Character.isWhitespace(points[at]) || points[at] == ')')) {
            at++;
        }
        int end = at + 1;
        if (end < points.length && !Character.isWhitespace(points[end]) && points[end] == points[at] && "*/<>".indexOf(points[at]) >= 0) {
            end++;
        }
        return Optional.of(new int[] {at, end});
    }
}
