package dev.glassheap.runtime.module;

import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.ModuleBuilder;
import dev.glassheap.runtime.object.NativeCode;
import dev.glassheap.runtime.object.Numbers;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyFloat;
import dev.glassheap.runtime.object.PyInt;
import dev.glassheap.runtime.object.PyModule;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** The math module. Domain errors and overflow as CPython says them. */
final class MathModule {

    private MathModule() {
    }

    static PyModule create(ModuleContext c) {
        World w = c.world();
        ModuleBuilder b = new ModuleBuilder(w, "math");
        b.value("pi", Records.staticFloat(w, Math.PI)).value("e", Records.staticFloat(w, Math.E));
        b.value("tau", Records.staticFloat(w, 2 * Math.PI)).value("inf", Records.staticFloat(w, Double.POSITIVE_INFINITY));
        b.value("nan", Records.staticFloat(w, Double.NaN));
        unary(b, "sqrt", Math::sqrt);
        unary(b, "sin", Math::sin);
        unary(b, "cos", Math::cos);
        unary(b, "tan", Math::tan);
        unary(b, "asin", Math::asin);
        unary(b, "acos", Math::acos);
        unary(b, "atan", Math::atan);
        unary(b, "sinh", Math::sinh);
        unary(b, "cosh", Math::cosh);
        unary(b, "tanh", Math::tanh);
        unary(b, "exp", Math::exp);
        unary(b, "expm1", Math::expm1);
        unary(b, "log1p", Math::log1p);
        unary(b, "fabs", Math::abs);
        unary(b, "cbrt", Math::cbrt);
        unary(b, "degrees", x -> x * (180 / Math.PI));
        unary(b, "radians", x -> x * (Math.PI / 180));
        binary(b, "atan2", Math::atan2);
        binary(b, "copysign", Math::copySign);
        binary(b, "fmod", (x, y) -> x % y);
        binary(b, "pow", Math::pow);
        binary(b, "remainder", Math::IEEEremainder);
        logarithms(b);
        rounding(b);
        integers(b);
        predicates(b);
        sums(b);
        return b.build();
    }

    static double toDouble(World w, PyObject o) {
        if (o instanceof PyFloat f) {
            return f.value;
        }
        if (o instanceof PyInt i) {
            double d = i.isSmall() ? i.value : i.big.doubleValue();
            if (Double.isInfinite(d)) {
                throw Errors.overflowError(w, "int too large to convert to float");
            }
            return d;
        }
        PyObject converted = Calls.callSpecial(w, o, "__float__");
        if (converted == null && o.type.slots.nbIndex != null) {
            converted = Numbers.index(w, o);
        }
        if (!(converted instanceof PyFloat) && !(converted instanceof PyInt)) {
            w.releaseOrNull(converted, Holder.NATIVE);
            throw Errors.typeError(w, "must be real number, not %s", o.type.name);
        }
        try {
            return toDouble(w, converted);
        } finally {
            w.release(converted, Holder.NATIVE);
        }
    }

    private static PyObject checked(World w, double result, double... arguments) {
        boolean finite = true;
        boolean nan = false;
        for (double a : arguments) {
            finite &= !Double.isInfinite(a) && !Double.isNaN(a);
            nan |= Double.isNaN(a);
        }
        if (Double.isNaN(result) && !nan) {
            throw Errors.valueError(w, "math domain error");
        }
        if (Double.isInfinite(result) && finite) {
            throw Errors.overflowError(w, "math range error");
        }
        return w.newFloat(result);
    }

    private static void unary(ModuleBuilder b, String name, DoubleUnaryOperator f) {
        b.oneArg(name, (w, self, o) -> {
            double x = toDouble(w, o);
            return checked(w, f.applyAsDouble(x), x);
        });
    }

    private static void binary(ModuleBuilder b, String name, DoubleBinaryOperator f) {
        b.fast(name, 2, 2, (w, self, a) -> {
            double x = toDouble(w, a[0]);
            double y = toDouble(w, a[1]);
            return checked(w, f.applyAsDouble(x, y), x, y);
        });
    }

    private static double ln(World w, PyObject o) {
        if (o instanceof PyInt i && !i.isSmall()) {
            if (i.big.signum() <= 0) {
                throw Errors.valueError(w, "math domain error");
            }
            int shift = Math.max(0, i.big.bitLength() - 1000);
            return Math.log(i.big.shiftRight(shift).doubleValue()) + shift * Math.log(2);
        }
        double x = toDouble(w, o);
        if (x <= 0) {
            throw Errors.valueError(w, "math domain error");
        }
        return Math.log(x);
    }

    private static void logarithms(ModuleBuilder b) {
        b.fast("log", 1, 2, (w, self, a) -> {
            double x = ln(w, a[0]);
            if (a.length == 1) {
                return w.newFloat(x);
            }
            double base = ln(w, a[1]);
            if (base == 0) {
                throw Errors.zeroDivisionError(w, "float division by zero");
            }
            return w.newFloat(x / base);
        });
        b.oneArg("log2", (w, self, o) -> {
            if (o instanceof PyInt i && i.bigValue().signum() > 0 && i.bigValue().bitCount() == 1) {
                return w.newFloat(i.bigValue().bitLength() - 1);
            }
            return w.newFloat(ln(w, o) / Math.log(2));
        });
        b.oneArg("log10", (w, self, o) -> o instanceof PyInt i && !i.isSmall() ? w.newFloat(ln(w, o) / Math.log(10))
            : w.newFloat(Math.log10(positive(w, o))));
    }

    private static double positive(World w, PyObject o) {
        double x = toDouble(w, o);
        if (x <= 0) {
            throw Errors.valueError(w, "math domain error");
        }
        return x;
    }

    private static void rounding(ModuleBuilder b) {
        round(b, "floor", "__floor__", RoundingMode.FLOOR);
        round(b, "ceil", "__ceil__", RoundingMode.CEILING);
        round(b, "trunc", "__trunc__", RoundingMode.DOWN);
        b.oneArg("modf", (w, self, o) -> {
            double x = toDouble(w, o);
            double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
            return dev.glassheap.runtime.object.PyTuple.steal(w, new PyObject[] {
                w.newFloat(Double.isInfinite(x) ? Math.copySign(0, x) : Math.copySign(x - whole, x)), w.newFloat(whole)});
        });
        b.oneArg("frexp", (w, self, o) -> {
            double x = toDouble(w, o);
            int exponent = x == 0 || Double.isInfinite(x) || Double.isNaN(x) ? 0 : Math.getExponent(x) + 1;
            if (x != 0 && Math.abs(x) < Double.MIN_NORMAL) {
                exponent = Math.getExponent(x * 0x1p54) + 1 - 54;
            }
            double mantissa = exponent == 0 ? x : x / Math.scalb(1.0, exponent / 2) / Math.scalb(1.0, exponent - exponent / 2);
            return dev.glassheap.runtime.object.PyTuple.steal(w, new PyObject[] {w.newFloat(mantissa), w.newInt(exponent)});
        });
        b.fast("ldexp", 2, 2, (w, self, a) -> {
            double x = toDouble(w, a[0]);
            return checked(w, Math.scalb(x, (int) Math.clamp(Numbers.asIndex(w, a[1], null), -5000, 5000)), x);
        });
    }

    private static void round(ModuleBuilder b, String name, String method, RoundingMode mode) {
        b.oneArg(name, (w, self, o) -> {
            if (!(o instanceof PyFloat f)) {
                if (o instanceof PyInt i) {
                    return w.newInt(i.bigValue());
                }
                PyObject special = Calls.callSpecial(w, o, method);
                if (special != null) {
                    return special;
                }
                return exact(w, toDouble(w, o), mode);
            }
            return exact(w, f.value, mode);
        });
    }

    private static PyObject exact(World w, double x, RoundingMode mode) {
        if (Double.isNaN(x)) {
            throw Errors.valueError(w, "cannot convert float NaN to integer");
        }
        if (Double.isInfinite(x)) {
            throw Errors.overflowError(w, "cannot convert float infinity to integer");
        }
        return w.newInt(new BigDecimal(x).setScale(0, mode).toBigInteger());
    }

    private static BigInteger integer(World w, PyObject o) {
        PyInt i = Numbers.index(w, o);
        BigInteger value = i.bigValue();
        w.release(i, Holder.NATIVE);
        return value;
    }

    private static void integers(ModuleBuilder b) {
        b.oneArg("factorial", (w, self, o) -> {
            BigInteger n = integer(w, o);
            if (n.signum() < 0) {
                throw Errors.valueError(w, "factorial() not defined for negative values");
            }
            if (n.bitLength() > 31) {
                throw Errors.overflowError(w, "factorial() argument should not exceed 9223372036854775807");
            }
            BigInteger result = BigInteger.ONE;
            for (int i = 2; i <= n.intValue(); i++) {
                result = result.multiply(BigInteger.valueOf(i));
                if ((i & 0xFF) == 0) {
                    w.calls.checkInterrupt(w);
                }
            }
            return w.newInt(result);
        });
        b.oneArg("isqrt", (w, self, o) -> {
            BigInteger n = integer(w, o);
            if (n.signum() < 0) {
                throw Errors.valueError(w, "isqrt() argument must be nonnegative");
            }
            return w.newInt(n.sqrt());
        });
        b.fast("gcd", 0, -1, (w, self, a) -> {
            BigInteger g = BigInteger.ZERO;
            for (PyObject o : a) {
                g = g.gcd(integer(w, o));
            }
            return w.newInt(g);
        });
        b.fast("lcm", 0, -1, (w, self, a) -> {
            BigInteger l = BigInteger.ONE;
            for (PyObject o : a) {
                BigInteger n = integer(w, o).abs();
                l = n.signum() == 0 ? BigInteger.ZERO : l.divide(l.gcd(n)).multiply(n);
            }
            return w.newInt(l);
        });
        b.fast("comb", 2, 2, (w, self, a) -> choose(w, integer(w, a[0]), integer(w, a[1]), true));
        b.fast("perm", 1, 2, (w, self, a) -> choose(w, integer(w, a[0]),
            a.length < 2 || a[1] == w.singletons.none ? integer(w, a[0]) : integer(w, a[1]), false));
    }

    private static PyObject choose(World w, BigInteger n, BigInteger k, boolean unordered) {
        if (n.signum() < 0) {
            throw Errors.valueError(w, "n must be a non-negative integer");
        }
        if (k.signum() < 0) {
            throw Errors.valueError(w, "k must be a non-negative integer");
        }
        if (k.compareTo(n) > 0) {
            return w.newInt(0);
        }
        BigInteger steps = unordered ? k.min(n.subtract(k)) : k;
        BigInteger result = BigInteger.ONE;
        for (BigInteger i = BigInteger.ZERO; i.compareTo(steps) < 0; i = i.add(BigInteger.ONE)) {
            result = result.multiply(n.subtract(i));
            if (unordered) {
                result = result.divide(i.add(BigInteger.ONE));
            }
            w.calls.checkInterrupt(w);
        }
        return w.newInt(result);
    }

    private static void predicates(ModuleBuilder b) {
        b.oneArg("isnan", (w, self, o) -> w.bool(Double.isNaN(toDouble(w, o))));
        b.oneArg("isinf", (w, self, o) -> w.bool(Double.isInfinite(toDouble(w, o))));
        b.oneArg("isfinite", (w, self, o) -> w.bool(Double.isFinite(toDouble(w, o))));
        b.keywords("isclose", "a, b, *, rel_tol?, abs_tol?", (w, self, a) -> {
            double x = toDouble(w, a[0]);
            double y = toDouble(w, a[1]);
            double relative = a[2] == null ? 1e-9 : toDouble(w, a[2]);
            double absolute = a[3] == null ? 0 : toDouble(w, a[3]);
            if (relative < 0 || absolute < 0) {
                throw Errors.valueError(w, "tolerances must be non-negative");
            }
            double difference = Math.abs(x - y);
            return w.bool(x == y || !Double.isInfinite(x) && !Double.isInfinite(y)
                && (difference <= Math.abs(relative * y) || difference <= Math.abs(relative * x) || difference <= absolute));
        });
    }

    private static void sums(ModuleBuilder b) {
        b.function("hypot", new NativeCode.Fast(0, -1, (w, self, a) -> {
            double sum = 0;
            for (PyObject o : a) {
                sum = Math.hypot(sum, toDouble(w, o));
            }
            return w.newFloat(sum);
        }));
        b.oneArg("fsum", (w, self, o) -> {
            PyObject[] items = Objects.toArray(w, o);
            try {
                BigDecimal sum = BigDecimal.ZERO;
                double special = 0;
                for (PyObject item : items) {
                    double x = toDouble(w, item);
                    if (Double.isFinite(x)) {
                        sum = sum.add(new BigDecimal(x));
                    } else {
                        special += x;
                    }
                }
                return w.newFloat(special != 0 || Double.isNaN(special) ? special : sum.doubleValue());
            } finally {
                Objects.releaseAll(w, items);
            }
        });
        b.keywords("prod", "iterable, /, *, start?", (w, self, a) -> {
            PyObject total = a[1] == null ? w.newInt(1) : w.newRef(a[1], Holder.NATIVE);
            PyObject[] items = Objects.toArray(w, a[0]);
            try {
                for (PyObject item : items) {
                    PyObject next = Numbers.binary(w, dev.glassheap.runtime.object.BinaryOp.MULTIPLY, total, item);
                    w.release(total, Holder.NATIVE);
                    total = next;
                }
                return total;
            } finally {
                Objects.releaseAll(w, items);
            }
        });
    }
}
