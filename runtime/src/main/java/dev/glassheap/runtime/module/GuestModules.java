package dev.glassheap.runtime.module;

import dev.glassheap.runtime.gc.CycleCollector;
import dev.glassheap.runtime.interpreter.Execution;
import dev.glassheap.runtime.interpreter.Interpreter;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyModule;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PySlice;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.World;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The modules of one world: {@code sys.modules}, what can be imported, {@code __main__}, and the order in which all ends. */
public final class GuestModules {

    private final World w;
    private final ModuleContext context;
    private final Map<String, Function<ModuleContext, PyModule>> natives = new LinkedHashMap<>();
    private final Importer importer;
    private final PyModule main;
    private final Shutdown shutdown;
    private final PyType unraisableArgsType;
    private boolean ending;
    private Runnable atExit = () -> { };

    private GuestModules(World w, Interpreter interpreter, CycleCollector collector, Execution execution, Host host) {
        this.w = w;
        this.context = new ModuleContext(w, interpreter, collector, execution, host, this);
        registerNatives();
        this.importer = new Importer(context, natives);
        w.modules = PyDict.create(w);
        PyModule builtins = BuiltinsModule.create(context);
        w.builtins = builtins.dict;
        add("builtins", builtins);
        PyModule sys = SysModule.create(context);
        w.sys = sys.dict;
        add("sys", sys);
        this.main = createMain(builtins);
        parkSlice();
        this.unraisableArgsType = Records.type(w, "UnraisableHookArgs", "exc_type exc_value exc_traceback err_msg object");
        this.shutdown = new Shutdown(context);
        Uncaught reporter = new Uncaught(context);
        interpreter.reportUnraisable(reporter::unraisable);
    }

    /** Makes builtins, sys and {@code __main__}. */
    public static GuestModules begin(World w, Interpreter interpreter, CycleCollector collector, Execution execution, Host host) {
        return new GuestModules(w, interpreter, collector, execution, host);
    }

    private void registerNatives() {
        NativeModules.registerAll(natives);
    }

    private void add(String name, PyModule module) {
        w.modules.setItem(w, w.id(name), module);
    }

    private PyModule createMain(PyModule builtins) {
        PyModule module = PyModule.create(w, "__main__");
        module.dict.setItem(w, w.id("__builtins__"), builtins);
        add("__main__", module);
        w.release(module, Holder.NATIVE);
        return module;
    }

    /** CPython's start-up leaves a dead slice in the cache of one, which no collection empties; a program's first slice reuses it. */
    private void parkSlice() {
        PyObject none = w.singletons.none;
        w.release(PySlice.create(w, none, none, none), Holder.NATIVE);
    }

    /** Whether the world is ending ({@code sys.is_finalizing}). */
    boolean isEnding() {
        return ending;
    }

    /** What {@code atexit} wants done first at the end. */
    void atExit(Runnable functions) {
        atExit = functions;
    }

    /** The type of what {@code sys.unraisablehook} gets. */
    PyType unraisableArgsType() {
        return unraisableArgsType;
    }

    /** {@code __main__}, borrowed. */
    public PyModule main() {
        return main;
    }

    public ModuleContext context() {
        return context;
    }

    Importer importer() {
        return importer;
    }

    /** A module of {@code sys.modules} by name, importing it if need be; a new reference. */
    public PyObject importModule(String name) {
        return importer.importModule(name);
    }

    /**
     * {@code PyErr_Print} at the end of a program: prints the exception with {@code sys.excepthook}, or ends quietly for
     * SystemExit.
     *
     * @param e its reference is taken
     * @return the exit status
     */
    public int uncaught(PyException e) {
        return new Uncaught(context).handle(e);
    }

    /** Flushes {@code sys.stdout} and {@code sys.stderr}. */
    public void flush() {
        for (String name : new String[] {"__stdout__", "__stderr__"}) {
            ((TextStream) SysModule.stream(w, name)).flush();
        }
    }

    /** The end of the world, in CPython's order (reference, section 6). */
    public void end() {
        TextStream out = (TextStream) SysModule.stream(w, "__stdout__");
        TextStream err = (TextStream) SysModule.stream(w, "__stderr__");
        atExit.run();
        ending = true;
        shutdown.run();
        out.flush();
        err.flush();
    }
}
