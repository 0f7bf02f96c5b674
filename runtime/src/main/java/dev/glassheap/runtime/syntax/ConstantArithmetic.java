package dev.glassheap.runtime.syntax;

import dev.glassheap.runtime.syntax.ConstantValue.BytesValue;
import dev.glassheap.runtime.syntax.ConstantValue.ComplexValue;
import dev.glassheap.runtime.syntax.ConstantValue.EllipsisValue;
import dev.glassheap.runtime.syntax.ConstantValue.FalseValue;
import dev.glassheap.runtime.syntax.ConstantValue.FloatValue;
import dev.glassheap.runtime.syntax.ConstantValue.FrozenSetValue;
import dev.glassheap.runtime.syntax.ConstantValue.IntValue;
import dev.glassheap.runtime.syntax.ConstantValue.NoneValue;
import dev.glassheap.runtime.syntax.ConstantValue.StrValue;
import dev.glassheap.runtime.syntax.ConstantValue.TrueValue;
import dev.glassheap.runtime.syntax.ConstantValue.TupleValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Python's operators on constants; absent where Python would raise an error or where the result would grow too large. */
final class ConstantArithmetic {

    private static final int MAX_INT_BITS = 128;
    private static final int MAX_COLLECTION_SIZE = 256;
    private static final int MAX_STRING_SIZE = 4096;
    private static final int MAX_TOTAL_ITEMS = 1024;

    private ConstantArithmetic() {}

    static Optional<ConstantValue> unary(Expr.UnaryOp.Op op, ConstantValue operand) {
        if (op == Expr.UnaryOp.Op.NOT) {
            return Optional.of(ConstantValue.of(!isTrue(operand)));
        }
        Optional<BigInteger> integer = integer(operand);
        if (integer.isPresent()) {
            BigInteger value = integer.get();
            return Optional.of(new IntValue(switch (op) {
                case INVERT -> value.not();
                case U_SUB -> value.negate();
                case U_ADD, NOT -> value;
            }));
        }
        boolean negative = op == Expr.UnaryOp.Op.U_SUB;
        return switch (operand) {
            case FloatValue number when op != Expr.UnaryOp.Op.INVERT ->
                    Optional.of(negative ? new FloatValue(-number.value()) : number);
            case ComplexValue number when op != Expr.UnaryOp.Op.INVERT ->
                    Optional.of(negative ? new ComplexValue(-number.real(), -number.imag()) : number);
            default -> Optional.empty();
        };
    }

    /** Python's truth of a constant. */
    static boolean isTrue(ConstantValue value) {
        return switch (value) {
            case NoneValue _, FalseValue _ -> false;
            case TrueValue _, EllipsisValue _ -> true;
            case IntValue number -> number.value().signum() != 0;
            case FloatValue number -> number.value() != 0;
            case ComplexValue number -> number.real() != 0 || number.imag() != 0;
            case StrValue text -> text.codePoints().length > 0;
            case BytesValue bytes -> bytes.bytes().length > 0;
            case TupleValue tuple -> !tuple.items().isEmpty();
            case FrozenSetValue set -> !set.items().isEmpty();
        };
    }

    /** An int's value; True and False are ints. */
    private static Optional<BigInteger> integer(ConstantValue value) {
        return switch (value) {
            case IntValue number -> Optional.of(number.value());
            case TrueValue _ -> Optional.of(BigInteger.ONE);
            case FalseValue _ -> Optional.of(BigInteger.ZERO);
            default -> Optional.empty();
        };
    }

    static Optional<ConstantValue> binary(ConstantValue left, Operator op, ConstantValue right) {
        Optional<BigInteger> leftInt = integer(left);
        Optional<BigInteger> rightInt = integer(right);
        if (leftInt.isPresent() && rightInt.isPresent()) {
            if (isBool(left) && isBool(right) && isBitwise(op)) {
                return integers(leftInt.get(), op, rightInt.get()).map(value -> ConstantValue.of(isTrue(value)));
            }
            return integers(leftInt.get(), op, rightInt.get());
        }
        if (op == Operator.MULT && leftInt.isPresent() && isSequence(right)) {
            return repeat(right, leftInt.get());
        }
        if (op == Operator.MULT && rightInt.isPresent() && isSequence(left)) {
            return repeat(left, rightInt.get());
        }
        if (isSequence(left) || isSequence(right)) {
            return op == Operator.ADD ? concatenate(left, right) : Optional.empty();
        }
        return FloatArithmetic.binary(left, op, right);
    }

    private static boolean isBool(ConstantValue value) {
        return value instanceof TrueValue || value instanceof FalseValue;
    }

    private static boolean isBitwise(Operator op) {
        return op == Operator.BIT_AND || op == Operator.BIT_OR || op == Operator.BIT_XOR;
    }

    private static Optional<ConstantValue> integers(BigInteger a, Operator op, BigInteger b) {
        boolean zero = b.signum() == 0;
        return switch (op) {
            case ADD -> integer(a.add(b));
            case SUB -> integer(a.subtract(b));
            case MULT -> bits(a) + bits(b) > MAX_INT_BITS && a.signum() != 0 && !zero
                    ? Optional.empty()
                    : integer(a.multiply(b));
            case DIV -> zero ? Optional.empty() : FloatArithmetic.trueDivide(a, b);
            case FLOOR_DIV -> zero ? Optional.empty() : integer(floorDivide(a, b));
            case MOD -> zero ? Optional.empty() : integer(a.subtract(floorDivide(a, b).multiply(b)));
            case POW -> power(a, b);
            case L_SHIFT -> leftShift(a, b);
            case R_SHIFT -> b.signum() < 0
                    ? Optional.empty()
                    : integer(b.bitLength() > 31 ? (a.signum() < 0 ? BigInteger.ONE.negate() : BigInteger.ZERO)
                            : a.shiftRight(b.intValue()));
            case BIT_OR -> integer(a.or(b));
            case BIT_XOR -> integer(a.xor(b));
            case BIT_AND -> integer(a.and(b));
            case MAT_MULT -> Optional.empty();
        };
    }

    private static Optional<ConstantValue> integer(BigInteger value) {
        return Optional.of(new IntValue(value));
    }

    private static long bits(BigInteger value) {
        return value.abs().bitLength();
    }

    private static BigInteger floorDivide(BigInteger a, BigInteger b) {
        BigInteger[] parts = a.divideAndRemainder(b);
        boolean below = parts[1].signum() != 0 && parts[1].signum() != b.signum();
        return below ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private static Optional<ConstantValue> power(BigInteger base, BigInteger exponent) {
        if (exponent.signum() < 0) {
            return FloatArithmetic.binary(new IntValue(base), Operator.POW, new IntValue(exponent));
        }
        if (base.signum() != 0 && exponent.signum() > 0
                && (exponent.bitLength() > 31 || bits(base) > MAX_INT_BITS / exponent.intValue())) {
            return Optional.empty();
        }
        if (exponent.bitLength() > 31) {
            return integer(BigInteger.ZERO);
        }
        return integer(base.pow(exponent.intValue()));
    }

    private static Optional<ConstantValue> leftShift(BigInteger value, BigInteger shift) {
        if (shift.signum() < 0) {
            return Optional.empty();
        }
        if (value.signum() == 0) {
            return integer(value);
        }
        if (shift.bitLength() > 31 || bits(value) > MAX_INT_BITS - shift.intValue()) {
            return Optional.empty();
        }
        return integer(value.shiftLeft(shift.intValue()));
    }

    private static boolean isSequence(ConstantValue value) {
        return value instanceof StrValue || value instanceof BytesValue || value instanceof TupleValue;
    }

    private static int size(ConstantValue sequence) {
        return switch (sequence) {
            case StrValue text -> text.codePoints().length;
            case BytesValue bytes -> bytes.bytes().length;
            case TupleValue tuple -> tuple.items().size();
            default -> throw new IllegalArgumentException("no sequence: " + sequence);
        };
    }

    private static Optional<ConstantValue> repeat(ConstantValue sequence, BigInteger times) {
        int size = size(sequence);
        int limit = sequence instanceof TupleValue ? MAX_COLLECTION_SIZE : MAX_STRING_SIZE;
        boolean tooLong = size > 0
                && (times.signum() < 0 || times.compareTo(BigInteger.valueOf(limit / size)) > 0);
        if (tooLong) {
            return Optional.empty();
        }
        int count = size == 0 ? 0 : times.intValue();
        return switch (sequence) {
            case StrValue text -> Optional.of(new StrValue(repeat(text.codePoints(), count)));
            case BytesValue bytes -> Optional.of(new BytesValue(repeat(bytes.bytes(), count)));
            case TupleValue tuple -> count > 0 && items(tuple, MAX_TOTAL_ITEMS / count) < 0
                    ? Optional.empty()
                    : Optional.of(new TupleValue(
                            Collections.nCopies(count, tuple.items()).stream().flatMap(List::stream).toList()));
            default -> Optional.empty();
        };
    }

    /** What is left of {@code limit} after counting items at every depth; negative when it does not suffice. */
    private static int items(ConstantValue value, int limit) {
        if (!(value instanceof TupleValue tuple)) {
            return limit;
        }
        int left = limit - tuple.items().size();
        for (ConstantValue item : tuple.items()) {
            left = left < 0 ? left : items(item, left);
        }
        return left;
    }

    private static int[] repeat(int[] codePoints, int count) {
        int[] result = new int[codePoints.length * count];
        for (int at = 0; at < result.length; at++) {
            result[at] = codePoints[at % codePoints.length];
        }
        return result;
    }

    private static byte[] repeat(byte[] bytes, int count) {
        byte[] result = new byte[bytes.length * count];
        for (int at = 0; at < result.length; at++) {
            result[at] = bytes[at % bytes.length];
        }
        return result;
    }

    private static Optional<ConstantValue> concatenate(ConstantValue left, ConstantValue right) {
        if (left instanceof StrValue a && right instanceof StrValue b) {
            int[] joined = Arrays.copyOf(a.codePoints(), a.codePoints().length + b.codePoints().length);
            System.arraycopy(b.codePoints(), 0, joined, a.codePoints().length, b.codePoints().length);
            return Optional.of(new StrValue(joined));
        }
        if (left instanceof BytesValue a && right instanceof BytesValue b) {
            byte[] joined = Arrays.copyOf(a.bytes(), a.bytes().length + b.bytes().length);
            System.arraycopy(b.bytes(), 0, joined, a.bytes().length, b.bytes().length);
            return Optional.of(new BytesValue(joined));
        }
        if (left instanceof TupleValue a && right instanceof TupleValue b) {
            List<ConstantValue> joined = new ArrayList<>(a.items());
            joined.addAll(b.items());
            return Optional.of(new TupleValue(List.copyOf(joined)));
        }
        return Optional.empty();
    }

    /** {@code value[index]}. */
    static Optional<ConstantValue> item(ConstantValue value, ConstantValue index) {
        Optional<BigInteger> position = integer(index);
        if (!isSequence(value) || position.isEmpty() || position.get().bitLength() > 31) {
            return Optional.empty();
        }
        int at = position.get().intValue();
        at += at < 0 ? size(value) : 0;
        if (at < 0 || at >= size(value)) {
            return Optional.empty();
        }
        return switch (value) {
            case StrValue text -> Optional.of(new StrValue(new int[] {text.codePoints()[at]}));
            case BytesValue bytes -> integer(BigInteger.valueOf(bytes.bytes()[at] & 0xff));
            case TupleValue tuple -> Optional.of(tuple.items().get(at));
            default -> Optional.empty();
        };
    }
}
