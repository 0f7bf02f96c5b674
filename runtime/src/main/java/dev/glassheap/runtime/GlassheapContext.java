package dev.glassheap.runtime;

import com.oracle.truffle.api.ThreadLocalAction;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.source.Source;
import dev.glassheap.runtime.event.HeapEvents;
import dev.glassheap.runtime.gc.CycleCollector;
import dev.glassheap.runtime.heap.Heap;
import dev.glassheap.runtime.heap.Profile;
import dev.glassheap.runtime.interpreter.Execution;
import dev.glassheap.runtime.interpreter.Interpreter;
import dev.glassheap.runtime.interpreter.Sites;
import dev.glassheap.runtime.module.Completions;
import dev.glassheap.runtime.module.Displays;
import dev.glassheap.runtime.module.GuestModules;
import dev.glassheap.runtime.module.Host;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.PyModule;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One guest world and its way to the host: created with the polyglot context, ended with it. */
public final class GlassheapContext {

    private final GlassheapLanguage language;
    private final TruffleLanguage.Env env;
    private final Sites sites = new Sites();
    private World world;
    private GuestModules modules;
    private Execution execution;
    private DisplaySink sink;
    private StdinErrors stdinErrors;
    private boolean broken;

    GlassheapContext(GlassheapLanguage language, TruffleLanguage.Env env) {
        this.language = language;
        this.env = env;
    }

    /** Begins the world: heap, types, builtins, sys, {@code __main__}. */
    void initialize() {
        Profile profile = Profile.named(env.getOptions().get(GlassheapLanguage.PROFILE)).orElseThrow(() ->
            new IllegalArgumentException("there is no memory profile '" + env.getOptions().get(GlassheapLanguage.PROFILE)
                + "': choose classic, 3.11, 3.13 or tiny"));
        beginWorld(profile, limit(), env.getOptions().get(GlassheapLanguage.HASH_SEED));
    }

    private void beginWorld(Profile profile, long limit, long hashSeed) {
        Heap heap = new Heap(profile, HeapEvents.NONE, limit);
        CycleCollector collector = new CycleCollector(profile);
        Interpreter interpreter = new Interpreter();
        world = new World(heap, collector, interpreter, hashSeed);
        world.sites = sites;
        stdinErrors = new StdinErrors(world);
        collector.attach(world);
        execution = new Execution(language, world, sites);
        modules = GuestModules.begin(world, interpreter, collector, execution, new EnvHost());
    }

    /** The worst case, bare objects in a list, takes 2.7 bytes of the Java heap for a byte of the guest's; the collector needs room, too. */
    private long limit() {
        long asked = env.getOptions().get(GlassheapLanguage.HEAP_LIMIT);
        return asked > 0 ? asked : Runtime.getRuntime().maxMemory() / 4;
    }

    /** The host as guest modules see it: streams, arguments, the folder of the program. */
    private final class EnvHost implements Host {
        @Override
        public OutputStream out() {
            return env.out();
        }

        @Override
        public OutputStream err() {
            return env.err();
        }

        @Override
        public InputStream in() {
            return env.in();
        }

        @Override
        public List<String> arguments() {
            return List.of(env.getApplicationArguments());
        }

        @Override
        public void display(PyObject value) {
            if (sink == null) {
                throw new IllegalStateException("nobody listens for displays");
            }
            sink.display(displayer().of(value));
        }

        @Override
        public boolean interactive() {
            return env.getOptions().get(GlassheapLanguage.INTERACTIVE);
        }

        @Override
        public boolean newWorld(String profile, long limit, long hashSeed) {
            if (sink == null) {
                return false;
            }
            sink.newWorld(new WorldRequest(profile, limit, hashSeed));
            return true;
        }

        @Override
        public boolean displays() {
            return sink != null;
        }

        @Override
        public Optional<String> ask(String prompt, boolean password) {
            return sink == null ? Optional.empty() : Optional.of(switch (sink.input(prompt, password)) {
                case DisplaySink.Answer.Line(String text) -> text;
                case DisplaySink.Answer.Refused() -> throw stdinErrors.notImplemented();
                case DisplaySink.Answer.Interrupted() -> {
                    world.thread.takeInterrupt();
                    throw Errors.of(world, world.types.exceptions.keyboardInterrupt);
                }
            });
        }

        @Override
        public Optional<Path> moduleFolder() {
            String folder = env.getOptions().get(GlassheapLanguage.MODULE_PATH);
            return folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder));
        }
    }

    public World world() {
        return world;
    }

    public GuestModules modules() {
        return modules;
    }

    /**
     * Runs source text in {@code __main__}. The result is what the host sees of the value of a final expression. An interrupt that came
     * when nothing ran is none.
     */
    Object evaluate(Source source) {
        PyModule main = modules.main();
        String name = source.getPath() == null ? source.getName() : source.getPath();
        world.thread.takeInterrupt();
        return HostValues.export(world, execution.execute(source.getCharacters().toString(), name, Execution.Kind.CELL, main.dict));
    }

    Object bindings() {
        return new Bindings(this, new HostInterface(new HostCalls(this, env)));
    }

    Execution execution() {
        return execution;
    }

    Completions completions() {
        return new Completions(world, modules.main().dict);
    }

    Displayer displayer() {
        return value -> {
            Displays.Shown shown = new Displays(world).of(value);
            return new DisplayData(shown.text(), shown.scene(), shown.mime());
        };
    }

    /** Shows a borrowed value as display data. */
    interface Displayer {
        DisplayData of(PyObject value);
    }

    /** Sets who hears of displays; null when no cell runs. */
    void sink(DisplaySink newSink) {
        sink = newSink;
    }

    /** Asks the guest thread to raise KeyboardInterrupt at its next check-point; may be called from any thread. */
    void interrupt() {
        world.thread.askInterrupt();
        env.submitThreadLocal(null, new ThreadLocalAction(false, false) {
            @Override
            protected void perform(Access access) {
                world.thread.noticeInterrupt();
            }
        });
    }

    Interruption interruption() {
        return new Interruption() {
            @Override
            public void interrupt() {
                GlassheapContext.this.interrupt();
            }

            @Override
            public boolean isPending() {
                return world.thread.isInterruptAsked();
            }

            @Override
            public void forget() {
                world.thread.takeInterrupt();
            }
        };
    }

    /** Java's stack or heap was exhausted below guest code: nothing may run in this world any more, not even its end. */
    void markBroken() {
        broken = true;
    }

    boolean isBroken() {
        return broken;
    }

    /** Ends the world as CPython's exit does; the exit status of what ran then (0, or 120 when output could not be flushed). */
    int finish() {
        if (modules != null && !broken) {
            modules.end();
        }
        return 0;
    }
}
