package dev.glassheap.runtime.syntax;

import java.util.Arrays;
import java.util.Optional;

/** The reading position within one f-string literal. */
final class FieldScanner {

    private static final int MAX_LEVEL = 200;

    private final Grammar grammar;
    private final StringParser.Literal literal;
    private final int[] text;
    private final int end;
    private int at;

    FieldScanner(Grammar grammar, StringParser.Literal literal) {
        this.grammar = grammar;
        this.literal = literal;
        this.text = literal.codePoints();
        this.at = literal.offset();
        this.end = literal.end();
    }

    private PythonSyntaxError error(String message) {
        return grammar.errors.raiseHere((message.startsWith("expression part") ? "f-string " : "f-string: ") + message);
    }

    private int peek(int ahead) {
        return at + ahead < end ? text[at + ahead] : -1;
    }

    Token token() {
        return literal.token();
    }

    boolean atEndOfLiteral() {
        return at >= end || text[at] == '}';
    }

    void checkEnd(int depth) {
        if (depth == 0 && at < end) {
            throw error("unexpected end of string");
        }
        if (depth != 0 && (at >= end || text[at] != '}')) {
            throw error("expecting '}'");
        }
    }

    /** Adds literal text up to the next field; true if it ended with a doubled brace and goes on. */
    boolean literal(FStringParser target, int depth) {
        int start = at;
        int stop = -1;
        while (at < end && stop < 0) {
            int c = text[at++];
            if (c == '\\' && !literal.raw() && at < end) {
                c = text[at++];
                if (c == 'N') {
                    skipCharacterName();
                    continue;
                }
            }
            if (c == '{' || c == '}') {
                if (depth == 0) {
                    if (at < end && text[at] == c) {
                        stop = at;
                        at++;
                        continue;
                    }
                    if (c == '}') {
                        throw error("single '}' is not allowed");
                    }
                }
                at--;
                stop = at;
            }
        }
        boolean doubled = stop >= 0 && at > stop;
        target.addText(EscapeDecoder.text(literal, start, stop < 0 ? at : stop, grammar.errors));
        return doubled;
    }

    private void skipCharacterName() {
        if (at < end && text[at++] == '{') {
            while (at < end && text[at++] != '}') {
                // The braces of \N{name} open no field.
            }
        }
    }

    /** A replacement field; the position is on its brace. */
    Expr field(FStringParser target, int depth) {
        if (target.nestedTooDeep(depth)) {
            throw error("expressions nested too deeply");
        }
        int start = ++at;
        skipExpression();
        if (at >= end) {
            throw error("expecting '}'");
        }
        Expr value = expression(start, at);
        boolean selfDocumenting = text[at] == '=';
        if (selfDocumenting) {
            at++;
            while (at < end && " \t\n\f\r\u000b".indexOf(text[at]) >= 0) {
                at++;
            }
            requireMore();
            target.addText(Arrays.copyOfRange(text, start, at));
        }
        int conversion = conversion();
        Optional<Expr> spec = Optional.empty();
        if (at < end && text[at] == ':') {
            at++;
            requireMore();
            spec = Optional.of(target.spec(this, depth));
        }
        if (at >= end || text[at] != '}') {
            throw error("expecting '}'");
        }
        at++;
        if (selfDocumenting && spec.isEmpty() && conversion == -1) {
            conversion = 'r';
        }
        return new Expr.FormattedValue(value, conversion, spec, target.fieldSpan());
    }

    private void requireMore() {
        if (at >= end) {
            throw error("expecting '}'");
        }
    }

    private int conversion() {
        if (text[at] != '!') {
            return -1;
        }
        at++;
        requireMore();
        int conversion = text[at++];
        if (conversion != 's' && conversion != 'r' && conversion != 'a') {
            throw error("invalid conversion character: expected 's', 'r', or 'a'");
        }
        requireMore();
        return conversion;
    }

    /** Moves behind the expression of a field, by counting brackets and skipping strings. */
    private void skipExpression() {
        int quote = 0;
        boolean triple = false;
        char[] open = new char[MAX_LEVEL];
        int depth = 0;
        for (; at < end; at++) {
            int c = text[at];
            if (c == '\\') {
                throw error("expression part cannot include a backslash");
            }
            if (quote != 0) {
                if (c == quote && (!triple || peek(1) == c && peek(2) == c)) {
                    at += triple ? 2 : 0;
                    quote = 0;
                }
            } else if (c == '\'' || c == '"') {
                triple = peek(1) == c && peek(2) == c;
                at += triple ? 2 : 0;
                quote = c;
            } else if (c == '[' || c == '{' || c == '(') {
                if (depth >= MAX_LEVEL) {
                    throw error("too many nested parenthesis");
                }
                open[depth++] = (char) c;
            } else if (c == '#') {
                throw error("expression part cannot include '#'");
            } else if (depth == 0 && "!:}=><".indexOf(c) >= 0) {
                if ("!=<>".indexOf(c) >= 0 && peek(1) == '=') {
                    at++;
                } else if (c != '>' && c != '<') {
                    break;
                }
            } else if (c == ']' || c == '}' || c == ')') {
                if (depth == 0) {
                    throw error("unmatched '" + (char) c + "'");
                }
                char opening = open[--depth];
                if ("([{".indexOf(opening) != ")]}".indexOf(c)) {
                    throw error("closing parenthesis '%c' does not match opening parenthesis '%c'".formatted(c, opening));
                }
            }
        }
        if (quote != 0) {
            throw error("unterminated string");
        }
        if (depth > 0) {
            throw error("unmatched '" + open[depth - 1] + "'");
        }
    }

    /** Parses {@code text[start, stop)} in parentheses, so that white space around it does not matter. */
    private Expr expression(int start, int stop) {
        if (FStringParser.isBlank(text, start, stop)) {
            char next = (char) text[stop];
            throw error(next == '!' || next == ':' || next == '='
                    ? "expression required before '" + next + "'"
                    : "empty expression not allowed");
        }
        int[] source = new int[stop - start + 3];
        source[0] = '(';
        System.arraycopy(text, start, source, 1, stop - start);
        source[source.length - 2] = ')';
        source[source.length - 1] = '\n';
        int brace = start - 1;
        int lines = (int) Arrays.stream(text, 0, brace).filter(c -> c == '\n').count();
        int columns = columns(brace);
        int column = lines != 0 ? columns : literal.token().column() + columns;
        Grammar nested = new Grammar(
                source, grammar.fileName, StartSymbol.FSTRING, literal.token().line() + lines, column);
        return nested.parse(nested.expressions::starExpressions);
    }

    /** How far the brace is from the line's start within the literal; 0 if the expression begins on the next line. */
    private int columns(int brace) {
        int next = brace + 1;
        while (text[next] == ' ' || text[next] == '\t' || text[next] == '\f') {
            next++;
        }
        if (text[next] == '}' || text[next] == '\n') {
            return 0;
        }
        int lineStart = brace;
        while (lineStart > 0 && text[lineStart] != '\n') {
            lineStart--;
        }
        return text[lineStart] == '\n' ? brace - lineStart - 1 : brace - lineStart;
    }
}
