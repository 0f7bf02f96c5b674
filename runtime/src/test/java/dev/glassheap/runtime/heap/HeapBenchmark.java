package dev.glassheap.runtime.heap;

import dev.glassheap.runtime.event.HeapEvents;
import dev.glassheap.runtime.event.Journal;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Nanoseconds per pair of malloc and free, with an occupant, in three patterns, journal off and on. Run {@link #main}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class HeapBenchmark {
    private static final int STACK = 1000;
    private static final int LARGE_SET = 200_000;
    private static final int ROUNDS = 100_000;

    @Param({"false", "true"})
    boolean journal;

    private Heap heap;
    private Object occupant;
    private final long[] stack = new long[STACK];
    private long[] set;
    private int[] victims;

    @Setup(Level.Trial)
    public void setUp() {
        heap = new Heap(Profile.PY_3_11, journal ? new Journal(1 << 20) : HeapEvents.NONE, 1L << 30);
        occupant = new Object();
        SplittableRandom random = new SplittableRandom(1);
        victims = random.ints(ROUNDS, 0, LARGE_SET).toArray();
        set = new long[LARGE_SET];
        for (int i = 0; i < LARGE_SET; i++) {
            set[i] = heap.malloc(48, 0, occupant);
        }
        for (int size = 1; size <= 512; size++) {
            heap.malloc(size, 0, occupant); // as in every program, no class is empty otherwise
        }
    }

    /** Freed at once: the same block every time. */
    @Benchmark
    @OperationsPerInvocation(STACK)
    public void temporary() {
        for (int i = 0; i < STACK; i++) {
            heap.free(heap.malloc(32, 1, occupant), 1);
        }
    }

    /** A stack of a thousand blocks grows and shrinks. */
    @Benchmark
    @OperationsPerInvocation(STACK)
    public void lifo() {
        for (int i = 0; i < STACK; i++) {
            stack[i] = heap.malloc(64, 1, occupant);
        }
        for (int i = STACK - 1; i >= 0; i--) {
            heap.free(stack[i], 1);
        }
    }

    /** Blocks of a set of 200,000 are replaced in random order. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public void random() {
        for (int victim : victims) {
            heap.free(set[victim], 1);
            set[victim] = heap.malloc(48, 1, occupant);
        }
    }

    /** A list's buffer in the C heap: freed at once. */
    @Benchmark
    public void chunk() {
        heap.free(heap.malloc(2000, 1, occupant), 1);
    }

    public static void main(String[] arguments) throws Exception {
        new Runner(new OptionsBuilder().include(HeapBenchmark.class.getSimpleName()).build()).run();
    }
}
