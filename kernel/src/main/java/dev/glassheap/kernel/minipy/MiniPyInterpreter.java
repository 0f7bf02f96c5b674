package dev.glassheap.kernel.minipy;

import dev.glassheap.kernel.display.MimeBundles;
import dev.glassheap.kernel.interpreter.Completeness;
import dev.glassheap.kernel.interpreter.Completions;
import dev.glassheap.kernel.interpreter.ExecutionRequest;
import dev.glassheap.kernel.interpreter.ExecutionResult;
import dev.glassheap.kernel.interpreter.InputException;
import dev.glassheap.kernel.interpreter.Interpreter;
import dev.glassheap.kernel.interpreter.LanguageInfo;
import dev.glassheap.kernel.interpreter.MimeBundle;
import dev.glassheap.kernel.interpreter.OutputSink;
import dev.glassheap.runtime.CellResult;
import dev.glassheap.runtime.DisplayData;
import dev.glassheap.runtime.DisplaySink;
import dev.glassheap.runtime.WorldRequest;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** Notebook cells on the real runtime. One context is one guest world; {@code heap.new_world} ends it and begins another. */
public final class MiniPyInterpreter implements Interpreter {

    /** Guest code needs this much stack, in bytes, for its recursion limit to come before the Java stack's. */
    private static final long STACK = 1L << 30;
    private static final String CELL_LABEL = "Cell In[%d]";

    private final String moduleFolder;
    private Context context;
    private Value host;
    private OutputSink sink;
    private volatile boolean interruptPending;
    private Optional<WorldRequest> nextWorld = Optional.empty();

    /** @param moduleFolder the folder beside the notebook, from which modules are imported */
    public MiniPyInterpreter(String moduleFolder) {
        this.moduleFolder = moduleFolder;
        begin(new WorldRequest("classic", 0, 0));
    }

    private void begin(WorldRequest world) {
        context = Context.newBuilder("minipy").allowHostAccess(HostAccess.NONE).in(InputStream.nullInputStream())
            .out(new CellStream(text -> sink.stdout(text))).err(new CellStream(text -> sink.stderr(text)))
            .option("engine.WarnInterpreterOnly", "false").option("minipy.Interactive", "true")
            .option("minipy.Profile", world.profile()).option("minipy.HeapLimit", Long.toString(world.limit()))
            .option("minipy.HashSeed", Long.toString(world.hashSeed())).option("minipy.ModulePath", moduleFolder)
            .arguments("minipy", new String[] {""}).build();
        host = context.getBindings("minipy").getMember("__glassheap__");
    }

    @Override
    public LanguageInfo info() {
        String engine = context.getEngine().getImplementationName();
        boolean compiles = !engine.contains("Interpreted");
        return LanguageInfo.python("glassheap", "0.1.0", "3.11.7", "Glassheap 0.1.0: Python 3.11 on a heap of glass ("
            + (compiles ? "compiled" : "interpreted") + "). heap.show() draws the memory.");
    }

    @Override
    public long stackSize() {
        return STACK;
    }

    // ------------------------------------------------------------------ execution

    @Override
    public ExecutionResult execute(ExecutionRequest request, OutputSink out) {
        sink = out;
        try {
            ExecutionResult result = cell(request.code(), CELL_LABEL.formatted(request.executionCount()), out);
            if (result instanceof ExecutionResult.Completed done) {
                return new ExecutionResult.Completed(done.value(), expressions(request.userExpressions(), out), List.of());
            }
            return result;
        } finally {
            renewWorld(out);
        }
    }

    private ExecutionResult cell(String code, String label, OutputSink out) {
        CellResult result;
        try {
            result = host.getMember("run_cell").execute(code, label, new Sink(out)).asHostObject();
        } catch (PolyglotException e) {
            return broken(e);
        }
        return switch (result) {
            case CellResult.Completed done -> new ExecutionResult.Completed(done.value().map(MiniPyInterpreter::bundle));
            case CellResult.Failed failed when failed.name().equals("KeyboardInterrupt") -> {
                interruptPending = false;
                yield new ExecutionResult.Interrupted(failed.name(), failed.traceback());
            }
            case CellResult.Failed failed -> new ExecutionResult.Failed(failed.name(), failed.value(), failed.traceback());
        };
    }

    /** A defect of ours, or a Java heap or stack that ran out: the world cannot be trusted any more, so another begins. */
    private ExecutionResult broken(PolyglotException e) {
        nextWorld = Optional.of(new WorldRequest("classic", 0, 0));
        String what = "The runtime failed (" + e.getMessage() + "). Its memory cannot be trusted any more: "
            + "a new world begins with the next cell, and every name is gone.";
        return new ExecutionResult.Failed("RuntimeFailure", e.getMessage() == null ? "" : e.getMessage(), List.of(what));
    }

    private Map<String, ExecutionResult.ExpressionResult> expressions(Map<String, String> wanted, OutputSink out) {
        Map<String, ExecutionResult.ExpressionResult> results = new LinkedHashMap<>();
        wanted.forEach((name, code) -> results.put(name, switch (cell(code, "<user_expression>", out)) {
            case ExecutionResult.Completed done -> new ExecutionResult.ExpressionResult.Value(done.value().orElseGet(() -> MimeBundle.text("None")));
            case ExecutionResult.Failed f -> new ExecutionResult.ExpressionResult.Error(f.ename(), f.evalue(), f.traceback());
            case ExecutionResult.Interrupted i -> new ExecutionResult.ExpressionResult.Error(i.ename(), "", i.traceback());
        }));
        return results;
    }

    private static MimeBundle bundle(DisplayData data) {
        if (data.scene().isPresent()) {
            MimeBundles.MimeBundle picture = MimeBundles.of(data.scene().get());
            return new MimeBundle(picture.data(), picture.metadata());
        }
        Map<String, Object> mime = new LinkedHashMap<>();
        mime.put("text/plain", data.text());
        mime.putAll(data.mime());
        return new MimeBundle(mime);
    }

    private void renewWorld(OutputSink out) {
        if (nextWorld.isEmpty()) {
            return;
        }
        WorldRequest wanted = nextWorld.get();
        nextWorld = Optional.empty();
        try {
            context.close(true);
        } catch (PolyglotException e) {
            out.stderr("The old world did not end in good order: " + e.getMessage() + "\n");
        }
        begin(wanted);
    }

    /** What guest code displays while a cell runs. */
    private final class Sink implements DisplaySink {
        private final OutputSink out;

        Sink(OutputSink out) {
            this.out = out;
        }

        @Override
        public void display(DisplayData data) {
            out.display(bundle(data));
        }

        @Override
        public Optional<String> input(String prompt, boolean password) {
            try {
                return Optional.of(out.input(prompt, password));
            } catch (InputException e) {
                if (e.reason() == InputException.Reason.INTERRUPTED) {
                    interrupt();
                }
                return Optional.empty();
            }
        }

        @Override
        public void newWorld(WorldRequest request) {
            nextWorld = Optional.of(request);
        }
    }

    // ------------------------------------------------------------------ interrupts

    @Override
    public void interrupt() {
        interruptPending = true;
        host.getMember("interrupt").execute();
    }

    @Override
    public boolean interruptPending() {
        return interruptPending;
    }

    @Override
    public void forgetInterrupt() {
        if (interruptPending) {
            interruptPending = false;
            host.getMember("forget_interrupt").execute();
        }
    }

    // ------------------------------------------------------------------ questions

    @Override
    public Completions complete(String code, int cursor) {
        dev.glassheap.runtime.module.Completions.Matches m = host.getMember("complete").execute(code, cursor).asHostObject();
        return new Completions(m.from(), m.to(), m.matches().stream()
            .map(text -> new Completions.Completion(text, "", Optional.empty())).toList());
    }

    @Override
    public Optional<MimeBundle> inspect(String code, int cursor, int detailLevel) {
        dev.glassheap.runtime.module.Completions.Inspection i = host.getMember("inspect").execute(code, cursor).asHostObject();
        return i.found() ? Optional.of(MimeBundle.text(i.text())) : Optional.empty();
    }

    @Override
    public Completeness isComplete(String code) {
        return switch (dev.glassheap.runtime.syntax.Completeness.of(code)) {
            case dev.glassheap.runtime.syntax.Completeness.Complete c -> new Completeness.Complete();
            case dev.glassheap.runtime.syntax.Completeness.Incomplete i -> new Completeness.Incomplete(i.indent());
            case dev.glassheap.runtime.syntax.Completeness.Invalid i -> new Completeness.Invalid();
        };
    }
}
