package dev.glassheap.runtime.syntax;

import java.math.BigInteger;

/** The value of a numeric token. */
final class NumberLiteral {

    /** CPython refuses longer decimal literals, because converting them takes quadratic time there. */
    private static final int MAX_DIGITS = 4300;

    private NumberLiteral() {}

    static ConstantValue parse(Token token, ErrorReporter errors) {
        String text = token.text().replace("_", "");
        char last = text.charAt(text.length() - 1);
        char second = text.length() > 1 ? text.charAt(1) : ' ';
        if (second == 'x' || second == 'X') {
            return new ConstantValue.IntValue(new BigInteger(text.substring(2), 16));
        }
        if (second == 'o' || second == 'O') {
            return new ConstantValue.IntValue(new BigInteger(text.substring(2), 8));
        }
        if (second == 'b' || second == 'B') {
            return new ConstantValue.IntValue(new BigInteger(text.substring(2), 2));
        }
        if (last == 'j' || last == 'J') {
            return new ConstantValue.ComplexValue(0.0, Double.parseDouble(text.substring(0, text.length() - 1)));
        }
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            if (text.length() > MAX_DIGITS) {
                throw errors.raiseAt(token.line(), -1, token.endLine(), -1,
                        ("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use"
                                + " sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge"
                                + " integer literals to avoid decimal conversion limits.")
                                .formatted(MAX_DIGITS, text.length()));
            }
            return new ConstantValue.IntValue(new BigInteger(text));
        }
        return new ConstantValue.FloatValue(Double.parseDouble(text));
    }
}
