package dev.glassheap.runtime.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * Collects operations, does each in a world of ours and in a real CPython 3.11, and compares what comes out. No operation may
 * leave a block behind.
 */
final class PythonOracle {

    /** Evaluates one expression a line; prints the result's ASCII form or the exception. */
    private static final String DRIVER = """
        import sys
        for line in sys.stdin:
            try:
                print(ascii(eval(line)))
            except Exception as e:
                print(type(e).__name__ + ': ' + ascii(str(e)))
        """;
    /** As {@link #DRIVER}, but prints the bytes the operation asked the allocator for and still holds. */
    static final String SIZES = """
        import sys, tracemalloc
        tracemalloc.start()
        traced = tracemalloc.get_traced_memory
        for line in sys.stdin:
            op, *args = eval(line)
            before = traced()[0]
            result = op(*args)
            after = traced()[0]
            print(after - before - 32)
            del result, after, before
        """;

    /** A value that can be written as a Python literal and made in our world. */
    record Value(String literal, java.util.function.Function<World, PyObject> maker) {
    }

    /** What is done in our world with the made values, which are borrowed. */
    interface Operation {
        PyObject apply(World w, PyObject[] args);
    }

    private final World w = TestWorld.create();
    private final int blocks = w.heap.allocatedBlocks();
    private final List<String> expressions = new ArrayList<>();
    private final List<String> ours = new ArrayList<>();

    World world() {
        return w;
    }

    /** @param expression Python text with {@code {0}}, {@code {1}}, ... where the values stand */
    void check(String expression, Operation operation, Value... values) {
        PyObject[] args = new PyObject[values.length];
        String text = expression;
        for (int i = 0; i < args.length; i++) {
            args[i] = values[i].maker.apply(w);
            text = text.replace("{" + i + "}", values[i].literal);
        }
        expressions.add(text);
        try {
            PyObject result = operation.apply(w, args);
            ours.add(ascii(result));
            w.release(result, Holder.NATIVE);
        } catch (PyException e) {
            PyBaseException value = e.take();
            PyStr message = Objects.str(w, value);
            ours.add(value.type.shortName() + ": " + ascii(message));
            w.release(message, Holder.NATIVE);
            w.release(value, Holder.EXCEPTION);
        }
        Objects.releaseAll(w, args);
    }

    /** Calls a method in both worlds. */
    void method(String name, Value self, Value... args) {
        StringBuilder text = new StringBuilder("({0}).").append(name).append('(');
        Value[] all = new Value[args.length + 1];
        all[0] = self;
        for (int i = 0; i < args.length; i++) {
            all[i + 1] = args[i];
            text.append(i == 0 ? "" : ", ").append('{').append(i + 1).append('}');
        }
        check(text.append(')').toString(), (world, a) -> {
            PyObject method = Objects.getAttr(world, a[0], name);
            try {
                return Calls.call(world, method, java.util.Arrays.copyOfRange(a, 1, a.length));
            } finally {
                world.release(method, Holder.NATIVE);
            }
        }, all);
    }

    /** Adds an expression and what our world says to it. */
    void add(String expression, String our) {
        expressions.add(expression);
        ours.add(our);
    }

    private String ascii(PyObject o) {
        PyStr s = StrRepr.ascii(w, o);
        String text = s.text();
        w.release(s, Holder.NATIVE);
        return text;
    }

    void agrees() throws IOException, InterruptedException {
        agrees(DRIVER);
    }

    /** Compares all; skipped where no CPython 3.11 is installed. */
    void agrees(String driver) throws IOException, InterruptedException {
        w.freeLists.clear(w);
        assertThat(w.heap.allocatedBlocks() - w.freeLists.slices.size()).as("blocks that survive all operations").isEqualTo(blocks);
        Assumptions.assumeTrue(installed(), "python3.11 is not installed");
        Process python = new ProcessBuilder("python3.11", "-I", "-S", "-W", "ignore", "-c", driver).start();
        Thread feeder = new Thread(() -> {
            try (var in = python.getOutputStream()) {
                in.write((String.join("\n", expressions) + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException ended) {
                throw new java.io.UncheckedIOException(ended);
            }
        });
        feeder.start();
        List<String> theirs = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        String errors = new String(python.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        feeder.join();
        assertThat(python.waitFor()).as(errors).isZero();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            if (!ours.get(i).equals(theirs.get(i))) {
                differences.add(expressions.get(i) + "\n    CPython: " + theirs.get(i) + "\n    ours:    " + ours.get(i));
            }
        }
        assertThat(differences).isEmpty();
    }

    private static boolean installed() throws InterruptedException {
        try {
            return new ProcessBuilder("python3.11", "-c", "import sys; sys.exit(sys.implementation.name != 'cpython')").start()
                .waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
