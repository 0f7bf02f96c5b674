package dev.glassheap.kernel.minipy;

import dev.glassheap.runtime.GlassheapLanguage;
import java.io.PrintStream;
import java.util.OptionalLong;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;

/**
 * A program that is run as {@code python3} runs one.
 *
 * @param profile memory profile
 * @param hashSeed seed of string hashing
 * @param text the program
 * @param name the file name that tracebacks show
 * @param argv {@code sys.argv}
 * @param folder from which modules are imported; empty for none
 */
public record ProgramRun(String profile, OptionalLong hashSeed, String text, String name, String[] argv, String folder) {

    /** Guest code runs on a thread of our own with this much stack, in bytes: deep recursion must end in RecursionError. */
    private static final long STACK = 1L << 30;

    /** Runs it to its end; the exit status. Where it cannot run, {@code err} hears why. */
    public int run(PrintStream err) {
        int[] status = {1};
        Thread guest = new Thread(null, () -> status[0] = execute(err), "glassheap-guest", STACK);
        guest.start();
        try {
            guest.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return status[0];
    }

    private int execute(PrintStream err) {
        Context.Builder builder = Context.newBuilder(GlassheapLanguage.ID).option("engine.WarnInterpreterOnly", "false")
                .option("minipy.Profile", profile).option("minipy.ModulePath", folder).arguments(GlassheapLanguage.ID, argv);
        hashSeed.ifPresent(seed -> builder.option("minipy.HashSeed", Long.toString(seed)));
        try (Context context = builder.build()) {
            return context.getBindings(GlassheapLanguage.ID).getMember("__glassheap__").getMember("run_main").execute(text, name).asInt();
        } catch (PolyglotException e) {
            err.println("glassheap: " + e.getMessage());
            if (e.isInternalError()) {
                e.printStackTrace(err);
            }
            return 1;
        } catch (IllegalArgumentException e) {
            err.println("glassheap: " + e.getMessage());
            return 2;
        }
    }
}
