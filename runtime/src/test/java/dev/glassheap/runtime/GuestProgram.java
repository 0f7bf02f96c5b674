package dev.glassheap.runtime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.graalvm.polyglot.Context;

/** Runs a guest program in this JVM as the launcher's {@code run} does. */
record GuestProgram(String out, String err, int status) {

    private static final long STACK = 1L << 29;

    /** @param name what tracebacks print; @param options pairs of option and value */
    static GuestProgram run(String text, String name, Path folder, String... options) {
        GuestProgram[] result = new GuestProgram[1];
        Throwable[] failure = new Throwable[1];
        Thread guest = new Thread(null, () -> {
            try {
                result[0] = runHere(text, name, folder, options);
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
        if (failure[0] != null) {
            throw new AssertionError("the runtime failed in " + name, failure[0]);
        }
        return result[0];
    }

    private static GuestProgram runHere(String text, String name, Path folder, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Context.Builder builder = Context.newBuilder("minipy").out(out).err(err).option("engine.WarnInterpreterOnly", "false")
            .option("minipy.ModulePath", folder.toString()).arguments("minipy", new String[] {name});
        for (int i = 0; i < options.length; i += 2) {
            builder.option(options[i], options[i + 1]);
        }
        int status;
        try (Context context = builder.build()) {
            status = context.getBindings("minipy").getMember("__glassheap__").getMember("run_main").execute(text, name).asInt();
        }
        return new GuestProgram(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), status);
    }
}
