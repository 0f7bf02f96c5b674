package dev.glassheap.runtime.module;

import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.ModuleBuilder;
import dev.glassheap.runtime.object.Numbers;
import dev.glassheap.runtime.object.PyFloat;
import dev.glassheap.runtime.object.PyModule;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The time module: clocks and sleep. */
final class TimeModule {

    /** A sleeping guest looks for an interrupt this often, nanoseconds. */
    private static final long WAKE = Duration.ofMillis(20).toNanos();

    private TimeModule() {
    }

    static PyModule create(ModuleContext c) {
        ModuleBuilder b = new ModuleBuilder(c.world(), "time");
        b.noArgs("time", (w, self) -> w.newFloat(epochNanos() / 1e9));
        b.noArgs("time_ns", (w, self) -> w.newInt(epochNanos()));
        b.noArgs("perf_counter", (w, self) -> w.newFloat(System.nanoTime() / 1e9));
        b.noArgs("perf_counter_ns", (w, self) -> w.newInt(System.nanoTime()));
        b.noArgs("monotonic", (w, self) -> w.newFloat(System.nanoTime() / 1e9));
        b.noArgs("monotonic_ns", (w, self) -> w.newInt(System.nanoTime()));
        b.noArgs("process_time", (w, self) -> w.newFloat(System.nanoTime() / 1e9));
        b.oneArg("sleep", (w, self, seconds) -> sleep(w, seconds));
        return b.build();
    }

    private static long epochNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    private static PyObject sleep(World w, PyObject seconds) {
        double s = seconds instanceof PyFloat f ? f.value : Numbers.asIndex(w, seconds, w.types.exceptions.overflowError);
        if (s < 0) {
            throw Errors.valueError(w, "sleep length must be non-negative");
        }
        long end = System.nanoTime() + (long) Math.min(s * 1e9, Long.MAX_VALUE / 4.0);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, WAKE));
            w.calls.checkInterrupt(w);
        }
        return w.none();
    }
}
