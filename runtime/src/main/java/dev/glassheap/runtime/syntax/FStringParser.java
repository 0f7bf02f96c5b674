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
    /** Of all literals together: where CPython puts every field. */
    private final Span fieldSpan;
    /** Where constants stand: all literals together, but of a format specification only its own. */
    private final Span span;
    private final Optional<String> kind;
    private final List<Expr> values = new ArrayList<>();
    private int[] pending = {};
    private boolean format;

    FStringParser(Grammar grammar, Span span, Optional<String> kind) {
        this(grammar, span, span, kind);
    }

    private FStringParser(Grammar grammar, Span fieldSpan, Span span, Optional<String> kind) {
        this.grammar = grammar;
        this.fieldSpan = fieldSpan;
        this.span = span;
        this.kind = kind;
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
            flush();
            values.add(field);
        }
        scanner.checkEnd(depth);
    }

    /** The format specification at the scanner's position: an f-string of its own, that stands where its literal does. */
    Expr spec(FieldScanner scanner, int depth) {
        Token token = scanner.token();
        Span own = new Span(token.line(), token.column(), token.endLine(), token.endColumn());
        FStringParser spec = new FStringParser(grammar, fieldSpan, own, Optional.empty());
        spec.addFields(scanner, depth + 1);
        return spec.finish();
    }

    Span fieldSpan() {
        return fieldSpan;
    }

    boolean nestedTooDeep(int depth) {
        return depth >= MAX_NESTING;
    }

    private void flush() {
        if (pending.length > 0) {
            values.add(constant());
            pending = new int[0];
        }
    }

    private Expr constant() {
        return new Expr.Constant(new ConstantValue.StrValue(pending), kind, span);
    }

    Expr finish() {
        if (!format) {
            return constant();
        }
        flush();
        return new Expr.JoinedStr(List.copyOf(values), span);
    }

    /** Whether only characters stand there that the tokenizer skips. */
    static boolean isBlank(int[] text, int from, int to) {
        return IntStream.range(from, to).allMatch(at -> " \t\n\f".indexOf(text[at]) >= 0);
    }
}
