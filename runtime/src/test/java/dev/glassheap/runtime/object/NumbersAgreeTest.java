package dev.glassheap.runtime.object;

import dev.glassheap.runtime.object.PythonOracle.Value;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Ints and floats do what CPython's do, errors included, and ask for blocks of the same size. */
class NumbersAgreeTest {

    private static final BinaryOp[] INT_OPERATORS = {BinaryOp.ADD, BinaryOp.SUBTRACT, BinaryOp.MULTIPLY, BinaryOp.FLOOR_DIVIDE,
        BinaryOp.REMAINDER, BinaryOp.TRUE_DIVIDE, BinaryOp.AND, BinaryOp.OR, BinaryOp.XOR};

    private static void binary(PythonOracle oracle, BinaryOp op, Value a, Value b) {
        oracle.check("{0} " + op.symbol + " {1}", (w, v) -> Numbers.binary(w, op, v[0], v[1]), a, b);
    }

    @Test
    void operators_of_ints_give_the_same_values_and_errors() throws IOException, InterruptedException {
        PythonOracle oracle = new PythonOracle();
        RandomValues r = new RandomValues(1);
        for (int i = 0; i < 2500; i++) {
            Value a = r.anyInt();
            Value b = r.anyInt();
            switch (r.random.nextInt(5)) {
                case 0 -> {
                    CompareOp op = r.one(CompareOp.values());
                    oracle.check("{0} " + op.symbol + " {1}", (w, v) -> Objects.richCompare(w, v[0], v[1], op), a, b);
                }
                case 1 -> {
                    BinaryOp shift = r.one(BinaryOp.LSHIFT, BinaryOp.RSHIFT);
                    binary(oracle, shift, a, RandomValues.integer(r.one(-1, 0, 1, 5, 29, 30, 31, 60, 61, 90, 100)));
                }
                case 2 -> oracle.check("pow({0}, {1}, {2})", (w, v) -> Numbers.power(w, v[0], v[1], v[2]), a, b, r.anyInt());
                case 3 -> oracle.check("{0} ** {1}", (w, v) -> Numbers.power(w, v[0], v[1], w.singletons.none), a,
                    RandomValues.integer(r.random.nextInt(12)));
                default -> binary(oracle, r.one(INT_OPERATORS), a, b);
            }
        }
        oracle.agrees();
    }

    @Test
    void operators_of_floats_and_mixed_numbers_give_the_same_values_and_errors() throws IOException, InterruptedException {
        PythonOracle oracle = new PythonOracle();
        RandomValues r = new RandomValues(2);
        for (int i = 0; i < 2500; i++) {
            Value a = r.anyFloat();
            Value b = r.anyNumber();
            boolean swap = r.random.nextBoolean();
            Value x = swap ? b : a;
            Value y = swap ? a : b;
            if (r.random.nextInt(3) == 0) {
                CompareOp op = r.one(CompareOp.values());
                oracle.check("{0} " + op.symbol + " {1}", (w, v) -> Objects.richCompare(w, v[0], v[1], op), x, y);
            } else {
                binary(oracle, r.one(BinaryOp.ADD, BinaryOp.SUBTRACT, BinaryOp.MULTIPLY, BinaryOp.FLOOR_DIVIDE, BinaryOp.REMAINDER,
                    BinaryOp.TRUE_DIVIDE), x, y);
            }
        }
        oracle.agrees();
    }

    @Test
    void hashes_reprs_and_methods_are_the_same() throws IOException, InterruptedException {
        PythonOracle oracle = new PythonOracle();
        RandomValues r = new RandomValues(3);
        for (int i = 0; i < 2000; i++) {
            Value n = r.anyInt();
            Value f = r.anyFloat();
            switch (r.random.nextInt(6)) {
                case 0 -> oracle.check("hash({0})", (w, v) -> w.newInt(Objects.hash(w, v[0])), f.literal().contains("nan") ? n : r.one(n, f));
                case 1 -> oracle.check("repr({0})", (w, v) -> Objects.repr(w, v[0]), r.one(n, f));
                case 2 -> oracle.method("__round__", r.one(n, f), RandomValues.integer(r.random.nextInt(25) - 8));
                case 3 -> oracle.method(r.one("__round__", "__floor__", "__ceil__", "__trunc__", "as_integer_ratio", "conjugate"), r.one(n, f));
                case 4 -> oracle.method(r.one("bit_length", "bit_count"), n);
                default -> oracle.method(r.one("hex", "is_integer"), f);
            }
        }
        oracle.agrees();
    }

    @Test
    void texts_become_the_same_numbers() throws IOException, InterruptedException {
        PythonOracle oracle = new PythonOracle();
        RandomValues r = new RandomValues(4);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder(r.one("", "", "-", "+", " ")).append(r.one("", "", "0x", "0b", "0o", "0"));
            for (int n = r.random.nextInt(12); n > 0; n--) {
                text.append(r.random.nextInt(5) == 0 ? r.one("_", ".", "e", "f", " ", "-", "z") : String.valueOf(r.random.nextInt(10)));
            }
            Value literal = RandomValues.text(text.toString());
            switch (r.random.nextInt(3)) {
                case 0 -> oracle.check("int({0})", (w, v) -> Calls.call(w, w.types.intType, v), literal);
                case 1 -> oracle.check("int({0}, {1})", (w, v) -> Calls.call(w, w.types.intType, v), literal,
                    RandomValues.integer(r.one(0, 2, 8, 10, 16, 36, 7, 1)));
                default -> oracle.check("float({0})", (w, v) -> Calls.call(w, w.types.floatType, v), literal);
            }
        }
        oracle.agrees();
    }

    @Test
    void results_ask_for_blocks_of_the_same_size() throws IOException, InterruptedException {
        PythonOracle oracle = new PythonOracle();
        RandomValues r = new RandomValues(5);
        World w = oracle.world();
        for (int i = 0; i < 1500; i++) {
            BinaryOp op = r.one(BinaryOp.ADD, BinaryOp.SUBTRACT, BinaryOp.MULTIPLY, BinaryOp.FLOOR_DIVIDE, BinaryOp.REMAINDER, BinaryOp.AND,
                BinaryOp.OR, BinaryOp.XOR);
            Value a = r.anyInt();
            Value b = r.anyInt();
            PyObject x = a.maker().apply(w);
            PyObject y = b.maker().apply(w);
            if (((PyInt) y).signum() != 0) {
                PyObject result = Numbers.binary(w, op, x, y);
                boolean owned = result != x && result != y && result.serial != 0;
                oracle.add("(lambda a, b: a " + op.symbol + " b), " + a.literal() + ", " + b.literal(),
                    String.valueOf(owned ? w.heap.requestedSize(result.address) : 0));
                w.release(result, Holder.NATIVE);
            }
            w.release(x, Holder.NATIVE);
            w.release(y, Holder.NATIVE);
        }
        oracle.agrees(PythonOracle.SIZES);
    }
}
