package dev.glassheap.kernel.minipy;

import dev.glassheap.kernel.interpreter.Completeness;
import dev.glassheap.kernel.interpreter.Completions;
import dev.glassheap.kernel.interpreter.ExecutionRequest;
import dev.glassheap.kernel.interpreter.ExecutionResult;
import dev.glassheap.kernel.interpreter.ExecutionResult.Completed;
import dev.glassheap.kernel.interpreter.ExecutionResult.ExpressionResult;
import dev.glassheap.kernel.interpreter.ExecutionResult.Failed;
import dev.glassheap.kernel.interpreter.ExecutionResult.Interrupted;
import dev.glassheap.kernel.interpreter.Interpreter;
import dev.glassheap.kernel.interpreter.LanguageInfo;
import dev.glassheap.kernel.interpreter.MimeBundle;
import dev.glassheap.kernel.interpreter.OutputSink;
import dev.glassheap.runtime.CellResult;
import dev.glassheap.runtime.GlassheapLanguage;
import dev.glassheap.runtime.WorldRequest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;

/**
 * Our Python in notebooks. There is one world at a time; it begins with the first call that needs it, and {@code heap.new_world()} or a
 * broken world lets another follow.
 */
public final class MiniPyInterpreter implements Interpreter {

    private static final String IMPLEMENTATION = "glassheap";
    private static final String IMPLEMENTATION_VERSION = "0.1.0";
    private static final String KEYBOARD_INTERRUPT = "KeyboardInterrupt";

    /**
     * Virtual bytes of the guest thread's stack; only what recursion has touched becomes real memory. Guest calls nest on it, so deep
     * recursion must end in RecursionError long before it is used up.
     */
    private static final long STACK = 1L << 30;

    private final Path folder;
    private final Engine engine = Engine.newBuilder(GlassheapLanguage.ID).option("engine.WarnInterpreterOnly", "false").build();
    private final Worlds worlds = new Worlds();
    private Optional<OutputSink> running = Optional.empty();

    /** @param folder from which modules beside the notebook are imported */
    public MiniPyInterpreter(Path folder) {
        this.folder = folder;
    }

    @Override
    public LanguageInfo info() {
        boolean compiles = !engine.getImplementationName().equals("Interpreted");
        return LanguageInfo.python(
                IMPLEMENTATION,
                IMPLEMENTATION_VERSION,
                GlassheapLanguage.VERSION,
                "Glassheap " + IMPLEMENTATION_VERSION + ": Python " + GlassheapLanguage.VERSION
                        + " whose memory can be seen. Programs are " + (compiles ? "compiled." : "interpreted.")
                        + "\nTry: import heap; heap.show()");
    }

    @Override
    public long stackSize() {
        return STACK;
    }

    // ------------------------------------------------------------------ cells

    @Override
    public ExecutionResult execute(ExecutionRequest request, OutputSink out) {
        running = Optional.of(out);
        try {
            CellSink sink = new CellSink(out);
            GuestWorld world = world();
            ExecutionResult result = result(world.run(request.code(), label(request), sink), request, world, sink);
            sink.nextWorld().ifPresent(wanted -> follow(wanted, out));
            return result;
        } catch (PolyglotException e) {
            return runtimeFault(e);
        } finally {
            running = Optional.empty();
        }
    }

    /** The file name of a cell's code, which tracebacks show: its number as the notebook shows it, {@code In [ ]} for what has none. */
    private static String label(ExecutionRequest request) {
        return "Cell In[" + (request.storeHistory() ? Integer.toString(request.executionCount()) : " ") + "]";
    }

    private ExecutionResult result(CellResult result, ExecutionRequest request, GuestWorld world, CellSink sink) {
        return switch (result) {
            case CellResult.Completed(var value) ->
                new Completed(value.map(CellSink::bundle), expressions(request.userExpressions(), world, sink), List.of());
            case CellResult.Failed(String name, String value, List<String> traceback)
                    when name.equals(KEYBOARD_INTERRUPT) && value.isEmpty() -> new Interrupted(name, traceback);
            case CellResult.Failed(String name, String value, List<String> traceback) -> new Failed(name, value, traceback);
            case CellResult.Broken(String cause) -> broken(cause);
        };
    }

    private Map<String, ExpressionResult> expressions(Map<String, String> wanted, GuestWorld world, CellSink sink) {
        Map<String, ExpressionResult> results = new LinkedHashMap<>();
        wanted.forEach((name, expression) -> results.put(name, switch (world.evaluate(expression, "<" + name + ">", sink)) {
            case CellResult.Completed(var value) -> new ExpressionResult.Value(value.map(CellSink::bundle).orElse(MimeBundle.text("")));
            case CellResult.Failed(String type, String value, List<String> traceback) ->
                new ExpressionResult.Error(type, value, traceback);
            case CellResult.Broken(String cause) -> {
                Failed failed = broken(cause);
                yield new ExpressionResult.Error(failed.ename(), failed.evalue(), failed.traceback());
            }
        }));
        return results;
    }

    /** Nothing in a broken world can be trusted, so another takes its place. */
    private Failed broken(String cause) {
        worlds.replace(GuestWorld::abandon);
        return new Failed("WorldBroken", cause, List.of(
                "WorldBroken: " + cause + ".",
                "Its reference counts can no longer be trusted, so this world has ended. The next cell begins a new one:",
                "all names are gone; run the notebook again from its first cell."));
    }

    /** A defect of ours: what the program did is not to blame, and it may have left wrong counts behind. */
    private static Failed runtimeFault(PolyglotException e) {
        StringBuilder frames = new StringBuilder();
        for (PolyglotException.StackFrame frame : (Iterable<PolyglotException.StackFrame>) e.getPolyglotStackTrace()) {
            if (frames.length() > 2_000) {
                break;
            }
            frames.append("  at ").append(frame).append('\n');
        }
        return new Failed("RuntimeFault", String.valueOf(e.getMessage()), List.of(
                "RuntimeFault: the runtime failed, not the program: " + e.getMessage(),
                "From here on counts in this world may be wrong; restart the kernel to be sure.",
                frames.toString().stripTrailing()));
    }

    // ------------------------------------------------------------------ worlds

    private GuestWorld world() {
        return worlds.present(() -> begin(GuestWorld.FIRST));
    }

    private GuestWorld begin(WorldRequest wanted) {
        return GuestWorld.begin(engine, wanted, folder, stream(OutputSink::stdout), stream(OutputSink::stderr));
    }

    /** Guest output goes to the cell that runs; what finalizers print when the kernel ends reaches nobody. */
    private GuestStream stream(BiConsumer<OutputSink, String> write) {
        return new GuestStream(text -> running.ifPresent(out -> write.accept(out, text)));
    }

    /** Ends the present world, with what its finalizers print in this cell, and begins the one that was asked for. */
    private void follow(WorldRequest wanted, OutputSink out) {
        worlds.replace(GuestWorld::close);
        worlds.present(() -> begin(wanted));
        String limit = wanted.limit() == 0 ? "" : ", limit " + wanted.limit() + " bytes";
        out.stdout("A new world: profile " + wanted.profile() + limit + ", hash seed " + wanted.hashSeed()
                + ". The names of the old one are gone.\n");
    }

    @Override
    public void interrupt() {
        worlds.interrupt();
    }

    @Override
    public boolean interruptPending() {
        return worlds.isInterruptPending();
    }

    @Override
    public void forgetInterrupt() {
        worlds.forgetInterrupt();
    }

    @Override
    public void shutdown(boolean restart) {
        worlds.replace(GuestWorld::close);
        engine.close();
    }

    // ------------------------------------------------------------------ the editor's questions

    @Override
    public Completions complete(String code, int cursor) {
        var found = world().complete(code, cursor);
        return new Completions(found.from(), found.to(), found.matches().stream()
                .map(name -> new Completions.Completion(name, "", Optional.empty()))
                .toList());
    }

    @Override
    public Optional<MimeBundle> inspect(String code, int cursor, int detailLevel) {
        var found = world().inspect(code, cursor);
        return found.found() ? Optional.of(MimeBundle.text(found.text())) : Optional.empty();
    }

    @Override
    public Completeness isComplete(String code) {
        return switch (dev.glassheap.runtime.syntax.Completeness.of(code)) {
            case dev.glassheap.runtime.syntax.Completeness.Complete() -> new Completeness.Complete();
            case dev.glassheap.runtime.syntax.Completeness.Incomplete(String indent) -> new Completeness.Incomplete(indent);
            case dev.glassheap.runtime.syntax.Completeness.Invalid() -> new Completeness.Invalid();
        };
    }
}
