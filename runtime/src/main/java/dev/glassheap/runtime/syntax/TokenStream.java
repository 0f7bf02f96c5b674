package dev.glassheap.runtime.syntax;

import dev.glassheap.runtime.syntax.PythonSyntaxError.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * The tokens read so far, the position of the parser in them, and what its rules gave at each position (memo).
 *
 * <p>Rules return null for "does not match", and whoever called them resets {@link #mark}; that null never leaves the package.
 */
final class TokenStream {

    /** CPython's limit of nested rules; ours are fewer per nesting, so it is only met by right-recursive chains. */
    static final int MAX_DEPTH = 6000;

    private final Tokenizer tokenizer;
    private final StartSymbol start;
    private final ErrorReporter errors;
    private final List<Token> tokens = new ArrayList<>();
    private Memo[] memos = new Memo[64];
    private boolean parsingStarted;
    private int depth;

    int mark;

    /** What {@code rule} gave at a position: a result (null: no match) and where it ended. */
    private record Memo(Rule rule, Object result, int end, Memo next) {}

    TokenStream(Tokenizer tokenizer, StartSymbol start, ErrorReporter errors) {
        this.tokenizer = tokenizer;
        this.start = start;
        this.errors = errors;
    }

    private void fill() {
        Token token = tokenizer.nextToken();
        if (start == StartSymbol.INTERACTIVE && token.kind() == TokenKind.ENDMARKER && parsingStarted) {
            token = new Token(TokenKind.NEWLINE, "", token.line(), -1, token.line(), -1, token.level());
            parsingStarted = false;
            tokenizer.closeIndentation();
        } else {
            parsingStarted = true;
        }
        tokens.add(token);
        if (token.kind() == TokenKind.ERRORTOKEN) {
            throw errors.tokenizerError();
        }
    }

    Token peek() {
        if (mark == tokens.size()) {
            fill();
        }
        return tokens.get(mark);
    }

    TokenKind kind() {
        return peek().kind();
    }

    boolean at(TokenKind kind) {
        return peek().kind() == kind;
    }

    boolean accept(TokenKind kind) {
        if (at(kind)) {
            mark++;
            return true;
        }
        return false;
    }

    /** The token if it is of this kind, else null. */
    Token expect(TokenKind kind) {
        Token token = peek();
        if (token.kind() != kind) {
            return null;
        }
        mark++;
        return token;
    }

    boolean atSoftKeyword(String word) {
        Token token = peek();
        return token.kind() == TokenKind.NAME && token.text().equals(word);
    }

    Token expectSoftKeyword(String word) {
        if (!atSoftKeyword(word)) {
            return null;
        }
        return tokens.get(mark++);
    }

    /** CPython's {@code &&'x'}: the token, or a syntax error at the last token read. */
    void expectForced(TokenKind kind) {
        Token token = peek();
        if (token.kind() != kind) {
            throw errors.raise(Kind.SYNTAX_ERROR, token, token, "expected '" + kind.text() + "'");
        }
        mark++;
    }

    Token tokenAt(int index) {
        return tokens.get(index);
    }

    Token previous() {
        return tokens.get(mark - 1);
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    /** The token read last, which need not be one that a rule took. */
    Token last() {
        return tokens.getLast();
    }

    /** From the token at {@code from} to the last token taken that is written. */
    Span spanFrom(int from) {
        Token first = tokens.get(from);
        Token end = first;
        for (int at = mark - 1; at >= 0; at--) {
            end = tokens.get(at);
            if (!end.isLayout()) {
                break;
            }
        }
        return new Span(first.line(), first.column(), end.endLine(), end.endColumn());
    }

    /** Tries a rule; on failure the position is as before. */
    <T> T attempt(Supplier<T> rule) {
        int from = mark;
        T result = rule.get();
        if (result == null) {
            mark = from;
        }
        return result;
    }

    /** Whether a rule matches here; takes nothing. */
    boolean lookahead(Supplier<?> rule) {
        int from = mark;
        boolean matches = rule.get() != null;
        mark = from;
        return matches;
    }

    @SuppressWarnings("unchecked")
    <T> T memoized(Rule rule, Supplier<T> body) {
        int from = mark;
        if (from >= memos.length) {
            memos = Arrays.copyOf(memos, Math.max(from + 1, 2 * memos.length));
        }
        for (Memo memo = memos[from]; memo != null; memo = memo.next()) {
            if (memo.rule() == rule) {
                mark = memo.end();
                return (T) memo.result();
            }
        }
        enter();
        T result = body.get();
        depth--;
        if (result == null) {
            mark = from;
        }
        memos[from] = new Memo(rule, result, mark, memos[from]);
        return result;
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw errors.tooDeep();
        }
    }

    /** Before the second pass, in which the rules for errors take part. */
    void restart() {
        Arrays.fill(memos, null);
        mark = 0;
        depth = 0;
    }

    /** The rules whose results are remembered. */
    enum Rule {
        SIMPLE_STMT, BLOCK, EXPRESSION, STAR_EXPRESSION, DISJUNCTION, CONJUNCTION, INVERSION, BITWISE_OR, FACTOR, AWAIT_PRIMARY,
        PRIMARY, STRINGS, ARGUMENTS, STAR_TARGET, TARGET_WITH_STAR_ATOM, T_PRIMARY, DEL_TARGET, CLOSED_PATTERN, STAR_PATTERN,
        INVALID_NAMED_EXPRESSION, NAME_OR_ATTR
    }
}
