package dev.glassheap.runtime.syntax;

import java.text.Normalizer;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Source text to tokens, one at a time: the parser asks for a token only when a rule looks at it, because CPython reports
 * whichever error it meets first. Names of state and states are those of CPython's tokenizer.
 *
 * <p>Longer than other files because it is one state machine; characters and lines are {@link SourceReader}'s, numbers
 * {@link NumberScanner}'s, indentation {@link Indentation}'s.
 */
final class Tokenizer {

    static final int EOF = SourceReader.EOF;
    private static final int NO_START = -1;

    /** Why the tokenizer stopped; ERROR has its exception in {@link #error}. */
    enum Done { OK, EOF, ERROR, DEDENT, TAB_SPACE, TOO_DEEP, LINE_CONTINUATION }

    private final SourceReader reader;
    private final Brackets brackets = new Brackets();
    private final String fileName;
    private final Indentation indentation = new Indentation();
    private final int firstLine;
    private final int startingColumn;

    private int start = NO_START;
    private int stringLine;
    private int stringLineStart;
    private boolean atLineStart = true;
    private boolean stringOpenAtEnd;
    private Done done = Done.OK;
    private Optional<PythonSyntaxError> error = Optional.empty();

    /**
     * @param startingColumn added to the columns of the first line: where an expression stands inside its f-string
     */
    Tokenizer(int[] source, String fileName, int firstLine, int startingColumn) {
        this.reader = new SourceReader(source, firstLine);
        this.fileName = fileName;
        this.firstLine = firstLine;
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
        return reader.line;
    }

    Brackets brackets() {
        return brackets;
    }

    int startingColumn() {
        return startingColumn;
    }

    SourceReader reader() {
        return reader;
    }

    /** How far the current line is read, in code points. */
    int currentColumn() {
        return reader.cur - reader.lineStart;
    }

    /** At the end of a single interactive statement all open blocks are closed. */
    void closeIndentation() {
        indentation.closeAll();
    }

    private int next() {
        int c = reader.next(start != NO_START);
        if (c == EOF && done == Done.OK) {
            done = Done.EOF;
        }
        return c;
    }

    private void backup(int c) {
        reader.backup(c);
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
                if (!blankLine && brackets.level() == 0 && !indentation.accept()) {
                    done = indentation.problem();
                    reader.giveUpLine();
                    return errorToken();
                }
            }
            start = reader.cur;
            Optional<TokenKind> pending = indentation.takePending();
            if (pending.isPresent()) {
                return layout(pending.get());
            }
            int c = skipToToken();
            if (c == EOF) {
                return brackets.level() > 0 || done != Done.EOF ? errorToken() : layout(TokenKind.ENDMARKER);
            }
            if (c == '\n') {
                atLineStart = true;
                if (blankLine || brackets.level() > 0) {
                    continue;
                }
                return token(TokenKind.NEWLINE, start, reader.cur - 1, reader.line, reader.lineStart);
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
                return Optional.of(brackets.level() > 0 || done != Done.EOF ? errorToken() : layout(TokenKind.ENDMARKER));
            }
            if (c == '\n') {
                atLineStart = true;
                return brackets.level() > 0
                        ? Optional.empty()
                        : Optional.of(token(TokenKind.NEWLINE, start, reader.cur - 1, reader.line, reader.lineStart));
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
        start = reader.cur - 1;
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
            reader.giveUpLine();
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
        String text = reader.text(start, reader.cur);
        if (!ascii) {
            if (!verifyIdentifier()) {
                return errorToken();
            }
            text = Normalizer.normalize(text, Normalizer.Form.NFKC);
        }
        return token(TokenKind.ofWord(text), text, start, reader.cur, reader.line, reader.lineStart);
    }

    private boolean verifyIdentifier() {
        for (int at = start; at < reader.cur; at++) {
            int c = reader.at(at);
            if (!(at == start ? UnicodeNames.isIdentifierStart(c) : UnicodeNames.isIdentifierPart(c))) {
                reader.cur = at + 1;
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
        stringLine = reader.line;
        stringLineStart = reader.lineStart;
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
        return token(TokenKind.STRING, reader.text(start, reader.cur), start, reader.cur, stringLine, stringLineStart);
    }

    private Token unterminated(int size) {
        stringOpenAtEnd = done == Done.EOF;
        int detectedAt = reader.line;
        reader.cur = start + 1;
        reader.lineStart = stringLineStart;
        reader.line = stringLine;
        String what = size == 3 ? "unterminated triple-quoted string literal" : "unterminated string literal";
        return fail(what + " (detected at line " + detectedAt + ")");
    }

    private Token operator(int c) {
        int length = operatorLength(c);
        if (length > 0) {
            reader.cur = start + length;
            String symbol = reader.text(start, start + length);
            // <> is the inequality of a joke flag; the parser refuses it by its text.
            TokenKind kind = TokenKind.ofOperator(symbol).orElse(TokenKind.NOTEQUAL);
            return token(kind, symbol, start, reader.cur, reader.line, reader.lineStart);
        }
        Optional<String> problem = brackets.accept(c, reader.line, start - reader.lineStart);
        if (problem.isPresent()) {
            return fail(problem.get());
        }
        if (c < ' ' || c == 127) {
            return fail("invalid non-printable character U+%04X".formatted(c));
        }
        return tokenHere(TokenKind.ofOperator(Character.toString(c)).orElse(TokenKind.OP));
    }

    /** The length of the operator of two or three characters that begins at {@code start}, or 0. */
    private int operatorLength(int c) {
        int second = reader.at(start + 1);
        int third = reader.at(start + 2);
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
        return reader.cur;
    }

    int tokenStart() {
        return start;
    }

    int lineStart() {
        return reader.lineStart;
    }

    static boolean isIdentifierStart(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 128;
    }

    static boolean isIdentifierPart(int c) {
        return isIdentifierStart(c) || c >= '0' && c <= '9';
    }

    /** CPython's {@code syntaxerror}: the error is where reading stands. */
    Token fail(String message) {
        int column = reader.cur - reader.lineStart;
        return fail(message, column, column);
    }

    Token fail(String message, int offset, int endOffset) {
        String text = reader.lineFrom(reader.lineStart);
        error = Optional.of(new PythonSyntaxError(PythonSyntaxError.Kind.SYNTAX_ERROR, message,
                Optional.of(new PythonSyntaxError.Place(
                        fileName, reader.line, offset, reader.line, endOffset, Optional.of(text)))));
        done = Done.ERROR;
        return errorToken();
    }

    private Token errorToken() {
        return layout(TokenKind.ERRORTOKEN);
    }

    private Token layout(TokenKind kind) {
        return new Token(kind, "", reader.line, -1, reader.line, -1, brackets.level());
    }

    private Token tokenHere(TokenKind kind) {
        return token(kind, start, reader.cur, reader.line, reader.lineStart);
    }

    private Token token(TokenKind kind, int from, int to, int fromLine, int fromLineStart) {
        String text = kind.text().isEmpty() ? reader.text(from, to) : kind.text();
        return token(kind, text, from, to, fromLine, fromLineStart);
    }

    private Token token(TokenKind kind, String text, int from, int to, int fromLine, int fromLineStart) {
        int shift = reader.line == firstLine ? startingColumn : 0;
        return new Token(kind, text, fromLine, from - fromLineStart + shift, reader.line, to - reader.lineStart + shift,
                brackets.level());
    }
}
