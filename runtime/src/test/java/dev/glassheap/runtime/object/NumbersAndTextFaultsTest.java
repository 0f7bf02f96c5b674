package dev.glassheap.runtime.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.runtime.object.PythonOracle.Operation;
import dev.glassheap.runtime.object.PythonOracle.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Wherever memory runs out in an operation of numbers, text or bytes, no block and no count is lost. */
class NumbersAndTextFaultsTest {

    private static final int MOST = 200;

    private final World w = TestWorld.create();
    private final List<String> losses = new ArrayList<>();

    private void strike(String what, Operation operation, Value... values) {
        PyObject[] args = new PyObject[values.length];
        for (int i = 0; i < args.length; i++) {
            args[i] = values[i].maker().apply(w);
        }
        run(operation, args, 0);
        w.freeLists.clear(w);
        int blocks = w.heap.allocatedBlocks() - w.freeLists.slices.size();
        long counts = counts(args);
        for (int k = 1; k < MOST; k++) {
            boolean struck = run(operation, args, k);
            w.freeLists.clear(w);
            int lost = w.heap.allocatedBlocks() - w.freeLists.slices.size() - blocks;
            long miscounted = counts(args) - counts;
            if (lost != 0 || miscounted != 0) {
                losses.add(what + " loses " + lost + " blocks and " + miscounted + " counts when allocation " + k + " fails");
                break;
            }
            if (!struck) {
                break;
            }
        }
        Objects.releaseAll(w, args);
    }

    /** Runs an operation whose k-th allocation fails (0 = none); whether it had so many. */
    private boolean run(Operation operation, PyObject[] args, int k) {
        int[] count = {0};
        w.allocationFault = () -> ++count[0] == k;
        try {
            PyObject result = operation.apply(w, args);
            w.allocationFault = null;
            w.release(result, Holder.NATIVE);
        } catch (PyException e) {
            w.allocationFault = null;
            w.release(e.take(), Holder.EXCEPTION);
        }
        return k > 0 && count[0] >= k;
    }

    private long counts(PyObject[] args) {
        long sum = w.singletons.none.refcnt + w.singletons.emptyTuple.refcnt + w.singletons.smallInt(1).refcnt
            + w.singletons.emptyStr(w).refcnt + w.singletons.latin1(w, 'a').refcnt + w.singletons.bytes(w, new byte[0]).refcnt;
        for (PyObject arg : args) {
            sum += arg.refcnt;
        }
        return sum;
    }

    private void method(String name, Value... values) {
        strike("." + name + "()", (world, a) -> {
            PyObject method = Objects.getAttr(world, a[0], name);
            try {
                return Calls.call(world, method, java.util.Arrays.copyOfRange(a, 1, a.length));
            } finally {
                world.release(method, Holder.NATIVE);
            }
        }, values);
    }

    private void construct(PyType type, Value... values) {
        strike(type.name + "(" + values[0].literal() + ")", (world, a) -> Calls.call(world, type, a), values);
    }

    @Test
    void operators_of_numbers_lose_nothing() {
        RandomValues r = new RandomValues(1);
        for (int i = 0; i < 60; i++) {
            for (BinaryOp op : BinaryOp.values()) {
                Value b = op == BinaryOp.POWER || op == BinaryOp.LSHIFT ? RandomValues.integer(r.random.nextInt(9)) : r.anyNumber();
                strike(op.symbol, (world, a) -> Numbers.binary(world, op, a[0], a[1]), r.anyNumber(), b);
            }
        }
        assertThat(losses).isEmpty();
    }

    @Test
    void methods_of_numbers_lose_nothing() {
        RandomValues r = new RandomValues(2);
        for (int i = 0; i < 30; i++) {
            for (String name : List.of("as_integer_ratio", "__round__", "__getnewargs__", "__floor__")) {
                method(name, r.anyNumber());
            }
            method("__round__", r.anyNumber(), RandomValues.integer(r.random.nextInt(9) - 4));
            method("to_bytes", r.anyInt(), RandomValues.integer(80), RandomValues.text("little"));
            construct(w.types.intType, r.one(r.anyNumber(), RandomValues.text(r.one("9".repeat(30), "x", "1_2 "))));
            construct(w.types.floatType, r.one(r.anyNumber(), RandomValues.text(r.one("1e5", "x"))));
            construct(w.types.complexType, r.anyNumber(), r.anyNumber());
            construct(w.types.strType, r.anyNumber());
        }
        assertThat(losses).isEmpty();
    }

    @Test
    void formats_lose_nothing() {
        RandomValues r = new RandomValues(3);
        Value list = new Value("[]", PyList::create);
        for (String spec : List.of("", "10", ",.3f", "x", "q", "\u00e9>20")) {
            strike("format", (world, a) -> Formatting.format(world, a[0], (PyStr) a[1]), r.one(r.anyNumber(), list), RandomValues.text(spec));
        }
        for (String format : List.of("%d %s", "%5.1f|%r", "%x%c", "%(a)s", "%s%", "%s \ud835\udcb3 %s", "%s %s %s")) {
            strike(format, (world, a) -> Numbers.binary(world, BinaryOp.REMAINDER, a[0], a[1]), RandomValues.text(format),
                RandomValues.tuple(RandomValues.integer(5000), RandomValues.text("abc")));
        }
        for (String format : List.of("{} {}", "{0.real} {1!r:>9}", "{0[0]}", "{a}", "{:{}}", "{!a}{:\u00e9>9}", "x{", "{}{}{}", "{1[1]}")) {
            method("format", RandomValues.text(format), RandomValues.integer(7000), RandomValues.text("a\u00e9"));
        }
        assertThat(losses).isEmpty();
    }

    @Test
    void methods_of_text_and_bytes_lose_nothing() {
        for (int width = 0; width < 4; width++) {
            Value s = width == 3 ? RandomValues.bytes("a,b c,d ab\tx".getBytes(StandardCharsets.UTF_8), false)
                : RandomValues.text("a,b c,d ab\tx" + (width == 0 ? "" : width == 1 ? "\u20ac" : "\ud835\udcb3"));
            Value part = width == 3 ? RandomValues.bytes(new byte[] {','}, false) : RandomValues.text(",");
            for (String name : List.of("lower", "upper", "title", "split", "rsplit", "splitlines", "strip", "expandtabs", "__repr__", "swapcase")) {
                method(name, s);
            }
            for (String name : List.of("split", "rsplit", "partition", "rpartition", "strip", "find", "count", "startswith", "removeprefix",
                "__add__", "__contains__", "index")) {
                method(name, s, part);
            }
            method("replace", s, part, s);
            method("center", s, RandomValues.integer(40));
            method("zfill", s, RandomValues.integer(40));
            method("__mul__", s, RandomValues.integer(3));
            method("join", s, RandomValues.tuple(s, part, s));
            method("join", s, RandomValues.tuple(s, RandomValues.integer(5000)));
            method("__getnewargs__", s);
            strike("iteration", (world, a) -> PyList.of(world, a[0]), s);
            if (width < 3) {
                method("encode", s, RandomValues.text("ascii"));
                method("encode", s, RandomValues.text("utf-16"));
                method("translate", s, new Value("{}", world -> Calls.callMethod(world, world.types.strType, "maketrans", world.str("ab"),
                    world.str("\u20acx"))));
            } else {
                method("decode", s, RandomValues.text("utf-8"));
                method("hex", s);
                method("decode", RandomValues.bytes(new byte[] {'a', -1}, false), RandomValues.text("utf-8"));
            }
        }
        assertThat(losses).isEmpty();
    }

    @Test
    void changes_of_bytearrays_lose_nothing() {
        RandomValues r = new RandomValues(5);
        byte[] alphabet = {'a', 'b'};
        for (int i = 0; i < 30; i++) {
            Value data = new Value("bytearray", world -> PyByteArray.of(world, "some content".getBytes(StandardCharsets.UTF_8)));
            strike("copy, change", (world, a) -> {
                PyByteArray copy = PyByteArray.of(world, ((PyByteArray) a[0]).content());
                try {
                    for (String name : List.of("extend", "__iadd__", "__init__")) {
                        world.release(Calls.callMethod(world, copy, name, a[1]), Holder.NATIVE);
                    }
                    PySlice slice = PySlice.create(world, a[2], world.singletons.none, world.singletons.none);
                    try {
                        Objects.setItem(world, copy, slice, a[1]);
                        Objects.setItem(world, copy, slice, null);
                    } finally {
                        world.release(slice, Holder.NATIVE);
                    }
                    return world.newRef(copy, Holder.RESULT);
                } finally {
                    world.release(copy, Holder.NATIVE);
                }
            }, data, r.anyBytes(200, alphabet), RandomValues.integer(r.random.nextInt(3)));
        }
        assertThat(losses).isEmpty();
    }
}
