package dev.glassheap.runtime.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Collects the parts of adjacent literals of which some may be f-strings, as CPython up to 3.11 does: replacement fields are
 * found by counting brackets and quotes, and the text of each is parsed as an expression of its own.
 */
final class FStringParser {

    private static final int MAX_NESTING = 2;

    private final Grammar grammar;
    /** Of all literals together: where CPython puts every field, and the text before a field. */
    private final Span fieldSpan;
    private final Optional<String> kind;
    /** Where the whole and the text at its end stand: as above, but of a format specification only its own literal. */
    private final Span span;
    private final Optional<String> endKind;
    private final List<Expr> values = new ArrayList<>();
    private int[] pending = {};
    private boolean format;

    FStringParser(Grammar grammar, Span span, Optional<String> kind) {
        this(grammar, span, kind, span, kind);
    }

    private FStringParser(
            Grammar grammar, Span fieldSpan, Optional<String> kind, Span span, Optional<String> endKind) {
        this.grammar = grammar;
        this.fieldSpan = fieldSpan;
        this.kind = kind;
        this.span = span;
        this.endKind = endKind;
    }

    void addText(int[] text) {
        int length = pending.length;
        pending = Arrays.copyOf(pending, length + text.length);
        System.arraycopy(text, 0, pending, length, text.length);
    }

    void addFormat(StringParser.Literal literal) {
        addFields(new FieldScanner(grammar, literal), 0);
    }

    private void addFields(FieldScanner scanner, int depth) {
        format = true;
        while (true) {
            boolean doubledBrace = scanner.literal(this, depth);
            if (doubledBrace) {
                continue;
            }
            if (scanner.atEndOfLiteral()) {
                break;
            }
            Expr field = scanner.field(this, depth);
            flush(kind, fieldSpan);
            values.add(field);
        }
        scanner.checkEnd(depth);
    }

    /** The format specification at the scanner's position: an f-string of its own, that stands where its literal does. */
    Expr spec(FieldScanner scanner, int depth) {
        Token token = scanner.token();
        Span own = new Span(token.line(), token.column(), token.endLine(), token.endColumn());
        FStringParser spec = new FStringParser(grammar, fieldSpan, kind, own, Optional.empty());
        spec.addFields(scanner, depth + 1);
        return spec.finish();
    }

    Span fieldSpan() {
        return fieldSpan;
    }

    boolean nestedTooDeep(int depth) {
        return depth >= MAX_NESTING;
    }

    private void flush(Optional<String> prefix, Span at) {
        if (pending.length > 0) {
            values.add(new Expr.Constant(new ConstantValue.StrValue(pending), prefix, at));
            pending = new int[0];
        }
    }

    Expr finish() {
        if (!format) {
            return new Expr.Constant(new ConstantValue.StrValue(pending), endKind, span);
        }
        flush(endKind, span);
        return new Expr.JoinedStr(List.copyOf(values), span);
    }

    /** Whether only characters stand there that the tokenizer skips. */
    static boolean isBlank(int[] text, int from, int to) {
        return IntStream.range(from, to).allMatch(at -> " \t\n\f".indexOf(text[at]) >= 0);
    }
}
