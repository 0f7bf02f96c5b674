package dev.glassheap.runtime.syntax;

import java.util.function.IntPredicate;

/** Reads one numeric literal; false means that the tokenizer holds the error. */
final class NumberScanner {

    private final Tokenizer tokenizer;
    private int c;

    NumberScanner(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** The first digit is {@code first}. */
    boolean scan(int first) {
        if (first != '0') {
            return decimalTail() && afterDigits();
        }
        advance();
        return switch (c) {
            case 'x', 'X' -> hexadecimal();
            case 'o', 'O' -> prefixed("octal", '8');
            case 'b', 'B' -> prefixed("binary", '2');
            default -> leadingZero();
        };
    }

    /** After a point; {@code first} is what follows it. */
    boolean fraction(int first) {
        c = first;
        return fraction();
    }

    private void advance() {
        c = tokenizer.nextForNumber();
    }

    private boolean failBefore(String message) {
        tokenizer.backupForNumber(c);
        tokenizer.fail(message);
        return false;
    }

    private boolean done() {
        tokenizer.backupForNumber(c);
        return true;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHexDigit(int c) {
        return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    private void skip(IntPredicate wanted) {
        do {
            advance();
        } while (wanted.test(c));
    }

    private boolean hexadecimal() {
        advance();
        do {
            if (c == '_') {
                advance();
            }
            if (!isHexDigit(c)) {
                return failBefore("invalid hexadecimal literal");
            }
            skip(NumberScanner::isHexDigit);
        } while (c == '_');
        return verifyEnd("hexadecimal") && done();
    }

    private boolean prefixed(String kind, int limit) {
        advance();
        do {
            if (c == '_') {
                advance();
            }
            if (c < '0' || c >= limit) {
                return isDigit(c) ? invalidDigit(kind) : failBefore("invalid " + kind + " literal");
            }
            skip(digit -> digit >= '0' && digit < limit);
        } while (c == '_');
        if (isDigit(c)) {
            return invalidDigit(kind);
        }
        return verifyEnd(kind) && done();
    }

    private boolean invalidDigit(String kind) {
        tokenizer.fail("invalid digit '" + (char) c + "' in " + kind + " literal");
        return false;
    }

    private boolean leadingZero() {
        while (true) {
            if (c == '_') {
                advance();
                if (!isDigit(c)) {
                    return failBefore("invalid decimal literal");
                }
            }
            if (c != '0') {
                break;
            }
            advance();
        }
        int zerosEnd = tokenizer.position();
        boolean nonzero = isDigit(c);
        if (nonzero && !decimalTail()) {
            return false;
        }
        if (c == '.' || c == 'e' || c == 'E' || c == 'j' || c == 'J') {
            return afterDigits();
        }
        if (nonzero) {
            tokenizer.backupForNumber(c);
            tokenizer.fail(
                    "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
                    tokenizer.tokenStart() + 1 - tokenizer.lineStart(), zerosEnd - tokenizer.lineStart());
            return false;
        }
        return verifyEnd("decimal") && done();
    }

    private boolean decimalTail() {
        while (true) {
            skip(NumberScanner::isDigit);
            if (c != '_') {
                return true;
            }
            advance();
            if (!isDigit(c)) {
                return failBefore("invalid decimal literal");
            }
        }
    }

    private boolean afterDigits() {
        if (c == '.') {
            advance();
            return fraction();
        }
        return exponent();
    }

    private boolean fraction() {
        if (isDigit(c) && !decimalTail()) {
            return false;
        }
        return exponent();
    }

    private boolean exponent() {
        if (c == 'e' || c == 'E') {
            int e = c;
            advance();
            if (c == '+' || c == '-') {
                advance();
                if (!isDigit(c)) {
                    return failBefore("invalid decimal literal");
                }
            } else if (!isDigit(c)) {
                tokenizer.backupForNumber(c);
                c = e;
                return verifyEnd("decimal") && done();
            }
            if (!decimalTail()) {
                return false;
            }
        }
        if (c == 'j' || c == 'J') {
            advance();
            return verifyEnd("imaginary") && done();
        }
        return verifyEnd("decimal") && done();
    }

    /** A keyword may follow a number directly ({@code 1if x}: deprecated, not an error); other letters may not. */
    private boolean verifyEnd(String kind) {
        boolean keyword = switch (c) {
            case 'a' -> follows("nd");
            case 'e' -> follows("lse");
            case 'f' -> follows("or");
            case 'i' -> precedes("f") || precedes("n") || precedes("s");
            case 'o' -> follows("r");
            case 'n' -> follows("ot");
            default -> false;
        };
        if (!keyword && c < 128 && Tokenizer.isIdentifierPart(c)) {
            return failBefore("invalid " + kind + " literal");
        }
        return true;
    }

    private boolean follows(String rest) {
        return precedes(rest, true);
    }

    private boolean precedes(String rest) {
        return precedes(rest, false);
    }

    /** Whether {@code rest} stands next; takes nothing. CPython asks for the end of the word for all but if, in, is. */
    private boolean precedes(String rest, boolean wholeWord) {
        int read = 0;
        boolean matches = true;
        while (matches && read < rest.length()) {
            int letter = tokenizer.nextForNumber();
            matches = letter == rest.charAt(read);
            if (letter == Tokenizer.EOF) {
                break;
            }
            read++;
        }
        matches &= read == rest.length();
        if (matches && wholeWord) {
            int after = tokenizer.nextForNumber();
            tokenizer.backupForNumber(after);
            matches = !Tokenizer.isIdentifierPart(after);
        }
        for (int at = 0; at < read; at++) {
            tokenizer.backupForNumber(' ');
        }
        return matches;
    }
}
