package dev.glassheap.runtime.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adjacent string literals to one constant or f-string. */
final class StringParser {

    private final Grammar grammar;
    private final TokenStream tokens;

    StringParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** One literal without its prefix and quotes; {@code offset} is where its content starts in the token. */
    record Literal(Token token, int[] codePoints, int offset, int end, boolean raw, boolean bytes, boolean format) {

        static Literal of(Token token) {
            int[] text = token.text().codePoints().toArray();
            int at = 0;
            boolean raw = false;
            boolean bytes = false;
            boolean format = false;
            while (text[at] != '\'' && text[at] != '"') {
                raw |= (text[at] | 0x20) == 'r';
                bytes |= (text[at] | 0x20) == 'b';
                format |= (text[at] | 0x20) == 'f';
                at++;
            }
            int quotes = text.length - at >= 6 && text[at + 1] == text[at] && text[at + 2] == text[at] ? 3 : 1;
            return new Literal(token, text, at + quotes, text.length - quotes, raw, bytes, format);
        }
    }

    Expr strings() {
        return tokens.memoized(TokenStream.Rule.STRINGS, () -> {
            int from = tokens.mark;
            List<Token> parts = new ArrayList<>();
            while (tokens.at(TokenKind.STRING)) {
                parts.add(tokens.peek());
                tokens.mark++;
            }
            return parts.isEmpty() ? null : concatenate(parts, tokens.spanFrom(from));
        });
    }

    private Expr concatenate(List<Token> parts, Span span) {
        Optional<String> kind = parts.getFirst().text().startsWith("u") ? Optional.of("u") : Optional.empty();
        FStringParser joined = new FStringParser(grammar, span, kind);
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        boolean anyBytes = false;
        for (int at = 0; at < parts.size(); at++) {
            Literal literal = Literal.of(parts.get(at));
            if (literal.bytes() && literal.codePoints().length > 0) {
                requireAscii(literal);
            }
            if (at > 0 && literal.bytes() != anyBytes) {
                throw grammar.errors.raiseHere("cannot mix bytes and nonbytes literals");
            }
            anyBytes = literal.bytes();
            if (literal.bytes()) {
                bytes.writeBytes(EscapeDecoder.bytes(literal, grammar.errors));
            } else if (literal.format()) {
                joined.addFormat(literal);
            } else {
                joined.addText(EscapeDecoder.text(literal, literal.offset(), literal.end(), grammar.errors));
            }
        }
        return anyBytes
                ? new Expr.Constant(new ConstantValue.BytesValue(bytes.toByteArray()), kind, span)
                : joined.finish();
    }

    private void requireAscii(Literal literal) {
        for (int at = literal.offset(); at < literal.end(); at++) {
            if (literal.codePoints()[at] >= 128) {
                throw grammar.errors.raise(literal.token(), "bytes can only contain ASCII literal characters");
            }
        }
    }
}
