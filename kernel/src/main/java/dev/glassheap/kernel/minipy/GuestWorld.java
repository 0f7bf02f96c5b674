package dev.glassheap.kernel.minipy;

import dev.glassheap.runtime.CellResult;
import dev.glassheap.runtime.DisplaySink;
import dev.glassheap.runtime.GlassheapLanguage;
import dev.glassheap.runtime.Interruption;
import dev.glassheap.runtime.WorldRequest;
import dev.glassheap.runtime.module.Completions;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** One guest world: a polyglot context without any access to the host, and the runtime's host interface in it. */
final class GuestWorld implements AutoCloseable {

    /** A notebook's first world. */
    static final WorldRequest FIRST = new WorldRequest("classic", 0, 0);

    private static final String HOST_INTERFACE = "__glassheap__";

    private final Context context;
    private final Value host;
    private final Interruption interruption;

    private GuestWorld(Context context) {
        this.context = context;
        host = context.getBindings(GlassheapLanguage.ID).getMember(HOST_INTERFACE);
        interruption = host.getMember("interruption").execute().asHostObject();
    }

    /**
     * Begins a world.
     *
     * @param folder from which its modules are imported
     * @throws IllegalArgumentException when there is no such profile or limit
     */
    static GuestWorld begin(Engine engine, WorldRequest wanted, Path folder, OutputStream out, OutputStream err) {
        Context context = Context.newBuilder(GlassheapLanguage.ID)
                .engine(engine)
                .allowHostAccess(HostAccess.NONE)
                .in(InputStream.nullInputStream())
                .out(out)
                .err(err)
                .option("minipy.Interactive", "true")
                .option("minipy.Profile", wanted.profile())
                .option("minipy.HeapLimit", Long.toString(wanted.limit()))
                .option("minipy.HashSeed", Long.toString(wanted.hashSeed()))
                .option("minipy.ModulePath", folder.toString())
                .build();
        context.initialize(GlassheapLanguage.ID);
        return new GuestWorld(context);
    }

    CellResult run(String code, String label, DisplaySink sink) {
        return call("run_cell", code, label, sink);
    }

    CellResult evaluate(String expression, String label, DisplaySink sink) {
        return call("evaluate", expression, label, sink);
    }

    Completions.Matches complete(String code, int cursor) {
        return call("complete", code, cursor);
    }

    Completions.Inspection inspect(String code, int cursor) {
        return call("inspect", code, cursor);
    }

    private <T> T call(String member, Object... arguments) {
        return host.getMember(member).execute(arguments).asHostObject();
    }

    /** May be used on any thread. */
    Interruption interruption() {
        return interruption;
    }

    /** Ends the world as the end of a program does: finalizers and {@code atexit} run, and may print. */
    @Override
    public void close() {
        context.close();
    }

    /** Drops the world; no guest code runs. */
    void abandon() {
        try {
            context.close(true);
        } catch (PolyglotException e) {
            if (!e.isCancelled()) {
                throw e;
            }
        }
    }
}
