package dev.glassheap.runtime.syntax;

import java.text.Normalizer;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Source text to tokens, one at a time: the parser asks for a token only when a rule looks at it, because CPython reports
 * whichever error it meets first. Names of state and states are those of CPython's tokenizer; {@code cur}, {@code inp},
 * {@code lineStart} and {@code buf} are indices into the code points of the source.
 */
final class Tokenizer {

    static final int EOF = -1;
    private static final int MAX_LEVEL = 200;
    private static final int NO_START = -1;

    /** Why the tokenizer stopped; ERROR has its exception in {@link #error}. */
    enum Done { OK, EOF, ERROR, DEDENT, TAB_SPACE, TOO_DEEP, LINE_CONTINUATION }

    private final int[] source;
    private final String fileName;
    private final Indentation indentation = new Indentation();
    private final int firstLine;
    private final int startingColumn;

    private int cur;
    private int inp;
    private int buf;
    private int lineStart;
    private int start = NO_START;
    private int line;
    private int stringLine;
    private int stringLineStart;
    private boolean atLineStart = true;
    private boolean stringOpenAtEnd;
    private Done done = Done.OK;
    private Optional<PythonSyntaxError> error = Optional.empty();

    private final char[] parenStack = new char[MAX_LEVEL];
    private final int[] parenLines = new int[MAX_LEVEL];
    private final int[] parenColumns = new int[MAX_LEVEL];
    private int level;

    /**
     * @param startingColumn added to the columns of the first line: where an expression stands inside its f-string
     */
    Tokenizer(int[] source, String fileName, int firstLine, int startingColumn) {
        this.source = source;
        this.fileName = fileName;
        this.firstLine = firstLine;
        this.line = firstLine - 1;
        this.startingColumn = startingColumn;
    }

    Done done() {
        return done;
    }

    Optional<PythonSyntaxError> error() {
        return error;
    }

    /** Whether the text ended before the last token was complete, or just after it. */
    boolean atEndOfText() {
        return done == Done.EOF || stringOpenAtEnd;
    }


    int line() {
        return line;
    }

    int level() {
        return level;
    }

    char innermostParen() {
        return parenStack[level - 1];
    }

    int innermostParenLine() {
        return parenLines[level - 1];
    }

    int innermostParenColumn() {
        return parenColumns[level - 1];
    }

    int startingColumn() {
        return startingColumn;
    }

    /** How far the current line is read, in code points. */
    int currentColumn() {
        return cur - lineStart;
    }

    /** The column of the reading position in the buffer, which a backslash at a line's end makes longer than a line. */
    int bufferColumn() {
        return cur - buf;
    }

    /** The text CPython shows with an error in {@code errorLine}: with its newline only while the tokenizer is still there. */
    String errorText(int errorLine) {
        if (line <= errorLine && inp > buf) {
            return new String(source, buf, inp - buf);
        }
        int from = 0;
        for (int at = firstLine; at < errorLine && from < source.length; at++) {
            from = lineEnd(from);
        }
        int end = lineEnd(from);
        return new String(source, from, (end > from && source[end - 1] == '\n' ? end - 1 : end) - from);
    }

    /** Whether anything but blank space and comments follows. */
    boolean hasMoreText() {
        boolean comment = false;
        for (int at = cur; at < source.length; at++) {
            int c = source[at];
            comment = c != '\n' && (comment || c == '#');
            if (!comment && c != ' ' && c != '\t' && c != '\n' && c != '\f') {
                return true;
            }
        }
        return false;
    }

    /** At the end of a single interactive statement all open blocks are closed. */
    void closeIndentation() {
        indentation.closeAll();
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < source.length && source[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, source.length);
    }

    private int next() {
        if (cur != inp) {
            return source[cur++];
        }
        if (done != Done.OK) {
            return EOF;
        }
        if (inp == source.length) {
            done = Done.EOF;
            return EOF;
        }
        if (start == NO_START) {
            buf = cur;
        }
        lineStart = cur;
        line++;
        inp = lineEnd(cur);
        return source[cur++];
    }

    private void backup(int c) {
        if (c != EOF) {
            cur--;
        }
    }

    /** The next token; an ERRORTOKEN explains itself in {@link #done} and {@link #error}. */
    Token nextToken() {
        while (true) {
            start = NO_START;
            boolean blankLine = false;
            if (atLineStart) {
                atLineStart = false;
                OptionalInt first = readIndentation();
                if (first.isEmpty()) {
                    return errorToken();
                }
                blankLine = first.getAsInt() == '#' || first.getAsInt() == '\n';
                if (!blankLine && level == 0 && !indentation.accept()) {
                    done = indentation.problem();
                    cur = inp;
                    return errorToken();
                }
            }
            start = cur;
            Optional<TokenKind> pending = indentation.takePending();
            if (pending.isPresent()) {
                return layout(pending.get());
            }
            int c = skipToToken();
            if (c == EOF) {
                return level > 0 || done != Done.EOF ? errorToken() : layout(TokenKind.ENDMARKER);
            }
            if (c == '\n') {
                atLineStart = true;
                if (blankLine || level > 0) {
                    continue;
                }
                return token(TokenKind.NEWLINE, start, cur - 1, line, lineStart);
            }
            if (c == '\\') {
                if (!continueLine()) {
                    return errorToken();
                }
                Optional<Token> joined = afterContinuation();
                if (joined.isEmpty()) {
                    continue;
                }
                return joined.get();
            }
            return word(c);
        }
    }

    /** After a backslash: like the start of the loop, but no new line begins for the indentation. */
    private Optional<Token> afterContinuation() {
        while (true) {
            int c = skipToToken();
            if (c == EOF) {
                return Optional.of(level > 0 || done != Done.EOF ? errorToken() : layout(TokenKind.ENDMARKER));
            }
            if (c == '\n') {
                atLineStart = true;
                return level > 0 ? Optional.empty() : Optional.of(token(TokenKind.NEWLINE, start, cur - 1, line, lineStart));
            }
            if (c != '\\') {
                return Optional.of(word(c));
            }
            if (!continueLine()) {
                return Optional.of(errorToken());
            }
        }
    }

    private int skipToToken() {
        start = NO_START;
        int c;
        do {
            c = next();
        } while (c == ' ' || c == '\t' || c == '\f');
        start = cur - 1;
        if (c == '#') {
            while (c != EOF && c != '\n') {
                c = next();
            }
        }
        return c;
    }

    private OptionalInt readIndentation() {
        indentation.begin();
        while (true) {
            int c = next();
            if (c == '\\') {
                indentation.freeze();
                if (!continueLine()) {
                    return OptionalInt.empty();
                }
            } else if (!indentation.add(c)) {
                backup(c);
                return OptionalInt.of(c);
            }
        }
    }

    private boolean continueLine() {
        int c = next();
        if (c != '\n') {
            done = Done.LINE_CONTINUATION;
            return false;
        }
        c = next();
        if (c == EOF) {
            done = Done.EOF;
            cur = inp;
            return false;
        }
        backup(c);
        return true;
    }

    private Token word(int c) {
        if (isIdentifierStart(c)) {
            return identifierOrString(c);
        }
        if (c >= '0' && c <= '9') {
            return new NumberScanner(this).scan(c) ? tokenHere(TokenKind.NUMBER) : errorToken();
        }
        if (c == '.') {
            int following = next();
            if (following >= '0' && following <= '9') {
                return new NumberScanner(this).fraction(following) ? tokenHere(TokenKind.NUMBER) : errorToken();
            }
            backup(following);
        }
        if (c == '\'' || c == '"') {
            return string(c);
        }
        return operator(c);
    }

    private Token identifierOrString(int first) {
        int c = first;
        boolean b = false;
        boolean r = false;
        boolean u = false;
        boolean f = false;
        while (true) {
            int lower = c | 0x20;
            if (!(b || u || f) && lower == 'b' && c < 128) {
                b = true;
            } else if (!(b || u || r || f) && lower == 'u' && c < 128) {
                u = true;
            } else if (!(r || u) && lower == 'r' && c < 128) {
                r = true;
            } else if (!(f || b || u) && lower == 'f' && c < 128) {
                f = true;
            } else {
                break;
            }
            c = next();
            if (c == '"' || c == '\'') {
                return string(c);
            }
        }
        boolean ascii = true;
        while (isIdentifierPart(c)) {
            ascii &= c < 128;
            c = next();
        }
        backup(c);
        String text = new String(source, start, cur - start);
        if (!ascii) {
            if (!verifyIdentifier()) {
                return errorToken();
            }
            text = Normalizer.normalize(text, Normalizer.Form.NFKC);
        }
        return token(TokenKind.ofWord(text), text, start, cur, line, lineStart);
    }

    private boolean verifyIdentifier() {
        for (int at = start; at < cur; at++) {
            int c = source[at];
            if (!(at == start ? UnicodeNames.isIdentifierStart(c) : UnicodeNames.isIdentifierPart(c))) {
                cur = at + 1;
                if (UnicodeNames.isPrintable(c)) {
                    fail("invalid character '%s' (U+%04X)".formatted(Character.toString(c), c));
                } else {
                    fail("invalid non-printable character U+%04X".formatted(c));
                }
                return false;
            }
        }
        return true;
    }

    private Token string(int quote) {
        stringLine = line;
        stringLineStart = lineStart;
        int size = 1;
        int endSize = 0;
        int c = next();
        if (c == quote) {
            c = next();
            if (c == quote) {
                size = 3;
            } else {
                endSize = 1;
            }
        }
        if (c != quote) {
            backup(c);
        }
        while (endSize != size) {
            c = next();
            if (c == EOF || size == 1 && c == '\n') {
                return unterminated(size);
            }
            if (c == quote) {
                endSize++;
            } else {
                endSize = 0;
                if (c == '\\') {
                    next();
                }
            }
        }
        return token(TokenKind.STRING, new String(source, start, cur - start), start, cur, stringLine, stringLineStart);
    }

    private Token unterminated(int size) {
        stringOpenAtEnd = done == Done.EOF;
        int detectedAt = line;
        cur = start + 1;
        lineStart = stringLineStart;
        line = stringLine;
        String what = size == 3 ? "unterminated triple-quoted string literal" : "unterminated string literal";
        return fail(what + " (detected at line " + detectedAt + ")");
    }

    private Token operator(int c) {
        int length = operatorLength(c);
        if (length > 0) {
            cur = start + length;
            String symbol = new String(source, start, length);
            // <> is the inequality of a joke flag; the parser refuses it by its text.
            return token(TokenKind.ofOperator(symbol).orElse(TokenKind.NOTEQUAL), symbol, start, cur, line, lineStart);
        }
        switch (c) {
            case '(', '[', '{' -> {
                if (level >= MAX_LEVEL) {
                    return fail("too many nested parentheses");
                }
                parenStack[level] = (char) c;
                parenLines[level] = line;
                parenColumns[level] = start - lineStart;
                level++;
            }
            case ')', ']', '}' -> {
                if (level == 0) {
                    return fail("unmatched '" + (char) c + "'");
                }
                level--;
                char opening = parenStack[level];
                if ("([{".indexOf(opening) != ")]}".indexOf(c)) {
                    String where = parenLines[level] == line ? "" : " on line " + parenLines[level];
                    return fail("closing parenthesis '%c' does not match opening parenthesis '%c'%s"
                            .formatted(c, opening, where));
                }
            }
            default -> {
                if (c < ' ' || c == 127) {
                    return fail("invalid non-printable character U+%04X".formatted(c));
                }
            }
        }
        return tokenHere(TokenKind.ofOperator(Character.toString(c)).orElse(TokenKind.OP));
    }

    /** The length of the operator of two or three characters that begins at {@code start}, or 0. */
    private int operatorLength(int c) {
        int second = start + 1 < source.length ? source[start + 1] : EOF;
        int third = start + 2 < source.length ? source[start + 2] : EOF;
        return switch (c) {
            case '.' -> second == '.' && third == '.' ? 3 : 0;
            case '*', '/' -> second == c ? third == '=' ? 3 : 2 : second == '=' ? 2 : 0;
            case '<', '>' -> second == c ? third == '=' ? 3 : 2 : second == '=' || c == '<' && second == '>' ? 2 : 0;
            case '-' -> second == '=' || second == '>' ? 2 : 0;
            case '+', '%', '@', '&', '|', '^', '=', ':', '!' -> second == '=' ? 2 : 0;
            default -> 0;
        };
    }

    int nextForNumber() {
        return next();
    }

    void backupForNumber(int c) {
        backup(c);
    }

    int position() {
        return cur;
    }

    int tokenStart() {
        return start;
    }

    int lineStart() {
        return lineStart;
    }

    static boolean isIdentifierStart(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 128;
    }

    static boolean isIdentifierPart(int c) {
        return isIdentifierStart(c) || c >= '0' && c <= '9';
    }

    /** CPython's {@code syntaxerror}: the error is where reading stands. */
    Token fail(String message) {
        int column = cur - lineStart;
        return fail(message, column, column);
    }

    Token fail(String message, int offset, int endOffset) {
        int end = lineEnd(lineStart);
        boolean newline = end > lineStart && source[end - 1] == '\n';
        String text = new String(source, lineStart, (newline ? end - 1 : end) - lineStart);
        error = Optional.of(new PythonSyntaxError(PythonSyntaxError.Kind.SYNTAX_ERROR, message,
                Optional.of(new PythonSyntaxError.Place(fileName, line, offset, line, endOffset, Optional.of(text)))));
        done = Done.ERROR;
        return errorToken();
    }

    private Token errorToken() {
        return layout(TokenKind.ERRORTOKEN);
    }

    private Token layout(TokenKind kind) {
        return new Token(kind, "", line, -1, line, -1, level);
    }

    private Token tokenHere(TokenKind kind) {
        return token(kind, start, cur, line, lineStart);
    }

    private Token token(TokenKind kind, int from, int to, int fromLine, int fromLineStart) {
        String text = kind.text().isEmpty() ? new String(source, from, Math.max(0, to - from)) : kind.text();
        return token(kind, text, from, to, fromLine, fromLineStart);
    }

    private Token token(TokenKind kind, String text, int from, int to, int fromLine, int fromLineStart) {
        int shift = line == firstLine ? startingColumn : 0;
        return new Token(kind, text, fromLine, from - fromLineStart + shift, line, to - lineStart + shift, level);
    }
}
