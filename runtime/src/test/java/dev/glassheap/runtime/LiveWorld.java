package dev.glassheap.runtime;

import dev.glassheap.runtime.interpreter.RunningFrames;
import dev.glassheap.runtime.module.ModuleContext;
import dev.glassheap.runtime.object.World;
import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.HeapSnapshotTaker;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;

/** A guest world that stays after its programs have run, for tests that look at it. */
final class LiveWorld {

    private static final long STACK = 1L << 29;

    private final Context context;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private boolean failed;

    private LiveWorld(String... options) {
        Context.Builder builder = Context.newBuilder("minipy").out(out).err(out).option("engine.WarnInterpreterOnly", "false");
        for (int i = 0; i < options.length; i += 2) {
            builder.option(options[i], options[i + 1]);
        }
        context = builder.build();
    }

    /** Begins a world, gives it to a test on a thread with a large stack, ends it. */
    static void use(Consumer<LiveWorld> test, String... options) {
        Throwable[] failure = new Throwable[1];
        Thread guest = new Thread(null, () -> {
            LiveWorld world = new LiveWorld(options);
            try (world.context) {
                test.accept(world);
            } catch (Throwable t) {
                failure[0] = t;
            }
        }, "guest", STACK);
        guest.start();
        try {
            guest.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        switch (failure[0]) {
            case null -> { }
            case Error e -> throw e;
            case Throwable t -> throw new AssertionError(t);
        }
    }

    /** Whether the last program ended with an exception, which the host may still hold. */
    boolean failed() {
        return failed;
    }

    /** Runs a program in {@code __main__}; an uncaught exception is part of the output. */
    String run(String text) {
        out.reset();
        failed = false;
        try {
            context.eval("minipy", text);
        } catch (PolyglotException e) {
            if (e.isInternalError()) {
                throw new AssertionError("the runtime failed", e);
            }
            failed = true;
            out.writeBytes(e.getMessage().getBytes(StandardCharsets.UTF_8));
        }
        inside(c -> c.modules().flush());
        return out.toString(StandardCharsets.UTF_8);
    }

    void inside(Consumer<GlassheapContext> body) {
        context.enter();
        try {
            body.accept(GlassheapLanguage.contextOf(null));
        } finally {
            context.leave();
        }
    }

    HeapSnapshot snapshot() {
        HeapSnapshot[] result = new HeapSnapshot[1];
        inside(c -> {
            ModuleContext m = c.modules().context();
            World w = c.world();
            result[0] = new HeapSnapshotTaker(w, m.collector(), new RunningFrames(w, m.execution().sites()), 1).take("");
        });
        return result[0];
    }
}
