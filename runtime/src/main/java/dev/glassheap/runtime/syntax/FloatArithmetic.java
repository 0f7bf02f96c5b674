package dev.glassheap.runtime.syntax;

import dev.glassheap.runtime.syntax.ConstantValue.ComplexValue;
import dev.glassheap.runtime.syntax.ConstantValue.FalseValue;
import dev.glassheap.runtime.syntax.ConstantValue.FloatValue;
import dev.glassheap.runtime.syntax.ConstantValue.IntValue;
import dev.glassheap.runtime.syntax.ConstantValue.TrueValue;
import java.math.BigInteger;
import java.util.Optional;

/** Float and complex operators of constant folding. Powers of complex numbers are left to the run time. */
final class FloatArithmetic {

    /** Quotient bits for correct rounding to 53, with room for the sticky bit. */
    private static final int QUOTIENT_BITS = 66;

    private FloatArithmetic() {}

    static Optional<ConstantValue> binary(ConstantValue left, Operator op, ConstantValue right) {
        if (left instanceof ComplexValue || right instanceof ComplexValue) {
            Optional<ComplexValue> a = complex(left);
            Optional<ComplexValue> b = complex(right);
            return a.isEmpty() || b.isEmpty() ? Optional.empty() : complex(a.get(), op, b.get());
        }
        Optional<Double> a = number(left);
        Optional<Double> b = number(right);
        return a.isEmpty() || b.isEmpty() ? Optional.empty() : floats(a.get(), op, b.get());
    }

    /** As a double; absent for what is no number or an int beyond the doubles. */
    private static Optional<Double> number(ConstantValue value) {
        return switch (value) {
            case FloatValue number -> Optional.of(number.value());
            case IntValue number -> Optional.of(number.value().doubleValue()).filter(Double::isFinite);
            case TrueValue _ -> Optional.of(1.0);
            case FalseValue _ -> Optional.of(0.0);
            default -> Optional.empty();
        };
    }

    private static Optional<ComplexValue> complex(ConstantValue value) {
        return value instanceof ComplexValue complex
                ? Optional.of(complex)
                : number(value).map(real -> new ComplexValue(real, 0.0));
    }

    private static Optional<ConstantValue> floats(double a, Operator op, double b) {
        return switch (op) {
            case ADD -> of(a + b);
            case SUB -> of(a - b);
            case MULT -> of(a * b);
            case DIV -> b == 0 ? Optional.empty() : of(a / b);
            case FLOOR_DIV -> b == 0 ? Optional.empty() : of(floorDivide(a, b));
            case MOD -> b == 0 ? Optional.empty() : of(modulo(a, b));
            case POW -> power(a, b);
            case MAT_MULT, L_SHIFT, R_SHIFT, BIT_OR, BIT_XOR, BIT_AND -> Optional.empty();
        };
    }

    private static Optional<ConstantValue> of(double value) {
        return Optional.of(new FloatValue(value));
    }

    private static double modulo(double a, double b) {
        double mod = a % b;
        if (mod == 0) {
            return Math.copySign(0.0, b);
        }
        return b < 0 != mod < 0 ? mod + b : mod;
    }

    private static double floorDivide(double a, double b) {
        double mod = a % b;
        double div = (a - mod) / b;
        if (mod != 0 && b < 0 != mod < 0) {
            div -= 1.0;
        }
        if (div == 0) {
            return Math.copySign(0.0, a / b);
        }
        double floor = Math.floor(div);
        return div - floor > 0.5 ? floor + 1.0 : floor;
    }

    /** Zero to a negative power is an error, a root of a negative number complex, an overflow an error: none is folded. */
    private static Optional<ConstantValue> power(double base, double exponent) {
        if (base == 0 && exponent < 0 || base < 0 && exponent != Math.rint(exponent)) {
            return Optional.empty();
        }
        if (base == 1) {
            return of(1.0);
        }
        double value = Math.pow(base, exponent);
        boolean overflow = Double.isInfinite(value) && Double.isFinite(base) && Double.isFinite(exponent);
        return overflow ? Optional.empty() : of(value);
    }

    /** {@code a / b}, correctly rounded. */
    static Optional<ConstantValue> trueDivide(BigInteger a, BigInteger b) {
        if (a.signum() == 0) {
            return of(b.signum() < 0 ? -0.0 : 0.0);
        }
        int shift = Math.max(0, QUOTIENT_BITS - a.abs().bitLength() + b.abs().bitLength());
        BigInteger[] parts = a.abs().shiftLeft(shift).divideAndRemainder(b.abs());
        BigInteger quotient = parts[0].shiftLeft(1);
        if (parts[1].signum() != 0) {
            quotient = quotient.or(BigInteger.ONE);
        }
        double magnitude = Math.scalb(quotient.doubleValue(), -shift - 1);
        double value = a.signum() == b.signum() ? magnitude : -magnitude;
        return Double.isFinite(value) ? of(value) : Optional.empty();
    }

    private static Optional<ConstantValue> complex(ComplexValue a, Operator op, ComplexValue b) {
        return switch (op) {
            case ADD -> Optional.of(new ComplexValue(a.real() + b.real(), a.imag() + b.imag()));
            case SUB -> Optional.of(new ComplexValue(a.real() - b.real(), a.imag() - b.imag()));
            case MULT -> Optional.of(new ComplexValue(a.real() * b.real() - a.imag() * b.imag(),
                    a.real() * b.imag() + a.imag() * b.real()));
            case DIV -> divide(a, b);
            default -> Optional.empty();
        };
    }

    /** Scales by the larger part of the divisor, so that nothing overflows on the way. */
    private static Optional<ConstantValue> divide(ComplexValue a, ComplexValue b) {
        if (b.real() == 0 && b.imag() == 0) {
            return Optional.empty();
        }
        if (Math.abs(b.real()) >= Math.abs(b.imag())) {
            double ratio = b.imag() / b.real();
            double denominator = b.real() + b.imag() * ratio;
            return Optional.of(new ComplexValue((a.real() + a.imag() * ratio) / denominator,
                    (a.imag() - a.real() * ratio) / denominator));
        }
        double ratio = b.real() / b.imag();
        double denominator = b.real() * ratio + b.imag();
        return Optional.of(new ComplexValue((a.real() * ratio + a.imag()) / denominator,
                (a.imag() * ratio - a.real()) / denominator));
    }
}
