package dev.glassheap.runtime.syntax;

import dev.glassheap.runtime.syntax.PythonSyntaxError.Kind;
import dev.glassheap.runtime.syntax.PythonSyntaxError.Place;
import java.util.Optional;

/**
 * Makes the parser's exceptions: positions as CPython computes them, text as it shows it, and which of several errors wins.
 *
 * <p>Offsets in exceptions count from 1; -1 as an end column becomes the 0 that CPython reports for "not known".
 */
final class ErrorReporter {

    private static final int UNKNOWN = -1;

    private final Tokenizer tokenizer;
    private final StartSymbol start;
    private final String fileName;
    private TokenStream stream;

    ErrorReporter(Tokenizer tokenizer, StartSymbol start, String fileName) {
        this.tokenizer = tokenizer;
        this.start = start;
        this.fileName = fileName;
    }

    void attach(TokenStream tokens) {
        stream = tokens;
    }

    /** At the last token read. */
    PythonSyntaxError raiseHere(Kind kind, String message) {
        Token last = stream.last();
        int offset = last.column() == UNKNOWN ? tokenizer.currentColumn() : last.column() + 1;
        int endOffset = last.endColumn() == UNKNOWN ? UNKNOWN : last.endColumn() + 1;
        return error(kind, message, last.line(), offset, last.endLine(), endOffset);
    }

    PythonSyntaxError raiseHere(String message) {
        return raiseHere(Kind.SYNTAX_ERROR, message);
    }

    PythonSyntaxError raise(Kind kind, Token first, Token last, String message) {
        return error(kind, message, first.line(), first.column() + 1, last.endLine(), last.endColumn() + 1);
    }

    PythonSyntaxError raise(Token at, String message) {
        return raise(Kind.SYNTAX_ERROR, at, at, message);
    }

    PythonSyntaxError raise(Token first, Token last, String message) {
        return raise(Kind.SYNTAX_ERROR, first, last, message);
    }

    PythonSyntaxError raise(Span at, String message) {
        return error(Kind.SYNTAX_ERROR, message, at.line(), at.column() + 1, at.endLine(), at.endColumn() + 1);
    }

    PythonSyntaxError raise(Node first, Node last, String message) {
        return raise(first.span().to(last.span()), message);
    }

    PythonSyntaxError raise(Node at, String message) {
        return raise(at.span(), message);
    }

    /** From the token to where the tokenizer stands. */
    PythonSyntaxError raiseFrom(Token first, String message) {
        return raiseFrom(first.line(), first.column(), message);
    }

    PythonSyntaxError raiseFrom(Node first, String message) {
        return raiseFrom(first.span().line(), first.span().column(), message);
    }

    private PythonSyntaxError raiseFrom(int line, int column, String message) {
        return error(Kind.SYNTAX_ERROR, message, line, column + 1, tokenizer.line(), tokenizer.currentColumn());
    }

    /** Columns from 0; -1 where CPython passes -1. */
    PythonSyntaxError raiseAt(int line, int column, int endLine, int endColumn, String message) {
        return error(Kind.SYNTAX_ERROR, message, line, column + 1, endLine, endColumn + 1);
    }

    PythonSyntaxError tooDeep() {
        return new PythonSyntaxError(Kind.MEMORY_ERROR, "", Optional.empty());
    }

    private PythonSyntaxError error(Kind kind, String message, int line, int offset, int endLine, int endOffset) {
        String text = tokenizer.reader().errorText(line);
        boolean nested = start == StartSymbol.FSTRING;
        int shift = nested ? tokenizer.startingColumn() : 0;
        int limit = text.codePointCount(0, text.length()) + 1;
        int from = Math.min(offset - shift, limit);
        int to = endOffset - shift > 0 ? Math.min(endOffset - shift, limit) : endOffset - shift;
        return new PythonSyntaxError(kind, nested ? "f-string: " + message : message,
                Optional.of(new Place(fileName, line, from, endLine, to, Optional.of(text))));
    }

    /** The tokenizer gave an ERRORTOKEN. */
    PythonSyntaxError tokenizerError() {
        return switch (tokenizer.done()) {
            case ERROR -> tokenizer.error().orElseThrow();
            case EOF, OK -> tokenizer.brackets().level() > 0 ? unclosedParenthesis() : raiseHere("unexpected EOF while parsing");
            case DEDENT -> raiseHere(Kind.INDENTATION_ERROR, "unindent does not match any outer indentation level");
            case TAB_SPACE -> atTokenizer(Kind.TAB_ERROR, 0, "inconsistent use of tabs and spaces in indentation");
            case TOO_DEEP -> atTokenizer(Kind.INDENTATION_ERROR, 0, "too many levels of indentation");
            case LINE_CONTINUATION -> atTokenizer(Kind.SYNTAX_ERROR, Math.max(0, tokenizer.reader().bufferColumn() - 1),
                    "unexpected character after line continuation character");
        };
    }

    private PythonSyntaxError atTokenizer(Kind kind, int column, String message) {
        return error(kind, message, tokenizer.line(), column + 1, tokenizer.line(), 0);
    }

    private PythonSyntaxError unclosedParenthesis() {
        int line = tokenizer.brackets().innermostLine();
        return raiseAt(line, tokenizer.brackets().innermostColumn(), line, UNKNOWN,
                "'" + tokenizer.brackets().innermost() + "' was never closed");
    }

    boolean atEndOfText() {
        return tokenizer.atEndOfText();
    }

    /** After a statement of single mode: whether anything but blanks and comments is left. */
    boolean moreStatementsFollow() {
        return tokenizer.reader().hasMoreText();
    }

    /** No rule had anything to say: {@code lastToken} is where the first pass got stuck. */
    PythonSyntaxError generic(Token lastToken) {
        if (lastToken.kind() == TokenKind.INDENT) {
            return raiseHere(Kind.INDENTATION_ERROR, "unexpected indent");
        }
        if (lastToken.kind() == TokenKind.DEDENT) {
            return raiseHere(Kind.INDENTATION_ERROR, "unexpected unindent");
        }
        return preferTokenizerError(raise(lastToken, "invalid syntax"));
    }

    /**
     * Reads the rest of the source: an error of the tokenizer wins over one of the parser, and so does a parenthesis that is
     * never closed and was opened on an earlier line.
     */
    PythonSyntaxError preferTokenizerError(PythonSyntaxError found) {
        if (tokenizer.done() != Tokenizer.Done.OK) {
            return found;
        }
        int errorLine = stream.last().line();
        while (true) {
            TokenKind kind = tokenizer.nextToken().kind();
            if (kind == TokenKind.ENDMARKER) {
                return found;
            }
            if (kind == TokenKind.ERRORTOKEN) {
                if (tokenizer.error().isPresent()) {
                    return tokenizer.error().get();
                }
                return tokenizer.brackets().level() > 0 && errorLine > tokenizer.brackets().innermostLine() ? unclosedParenthesis() : found;
            }
        }
    }
}
