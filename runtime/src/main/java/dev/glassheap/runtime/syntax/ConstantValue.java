package dev.glassheap.runtime.syntax;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** The value of a literal or of a folded constant; plain Java data, equal by value and type ({@code 1}, {@code 1.0} differ). */
public sealed interface ConstantValue {

    ConstantValue NONE = new NoneValue();
    ConstantValue TRUE = new TrueValue();
    ConstantValue FALSE = new FalseValue();
    ConstantValue ELLIPSIS = new EllipsisValue();

    static ConstantValue of(boolean value) {
        return value ? TRUE : FALSE;
    }

    record NoneValue() implements ConstantValue {}

    record TrueValue() implements ConstantValue {}

    record FalseValue() implements ConstantValue {}

    record EllipsisValue() implements ConstantValue {}

    record IntValue(BigInteger value) implements ConstantValue {}

    /** Equal by bits, but for NaN: 0.0 and -0.0 are two constants. */
    record FloatValue(double value) implements ConstantValue {}

    /** A complex constant; a literal has real part 0.0, folding makes others. */
    record ComplexValue(double real, double imag) implements ConstantValue {}

    /**
     * A str. Code points and not a Java string, because {@code '\ud83d\ude00'} is two characters in Python and would be one
     * in Java.
     */
    record StrValue(int[] codePoints) implements ConstantValue {

        public static StrValue of(String text) {
            return new StrValue(text.codePoints().toArray());
        }

        /** The text as a Java string; two lone surrogates that stand side by side melt into one code point. */
        public String text() {
            return new String(codePoints, 0, codePoints.length);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof StrValue that && Arrays.equals(codePoints, that.codePoints);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(codePoints);
        }

        @Override
        public String toString() {
            return "StrValue[" + text() + "]";
        }
    }

    record BytesValue(byte[] bytes) implements ConstantValue {

        @Override
        public boolean equals(Object other) {
            return other instanceof BytesValue that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "BytesValue" + Arrays.toString(bytes);
        }
    }

    /** Made by folding only. */
    record TupleValue(List<ConstantValue> items) implements ConstantValue {}

    /** Made by folding only: the right side of {@code x in {1, 2}}; in the order written, duplicates included (equal items
     * of different types too: the reader builds the set by its own rules). */
    record FrozenSetValue(List<ConstantValue> items) implements ConstantValue {

        /** As sets: order and repetition do not matter. */
        @Override
        public boolean equals(Object other) {
            return other instanceof FrozenSetValue that && new HashSet<>(items).equals(new HashSet<>(that.items));
        }

        @Override
        public int hashCode() {
            return new HashSet<>(items).hashCode();
        }
    }
}
