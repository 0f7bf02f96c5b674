package dev.glassheap.runtime;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import dev.glassheap.runtime.interpreter.Execution;
import dev.glassheap.runtime.interpreter.TracebackPrinter;
import dev.glassheap.runtime.module.Completions;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyBaseException;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The executable members of {@link HostInterface}.
 *
 * <ul>
 * <li>{@code run_main(text, path)}: runs a program as {@code python3 path} does; the exit status. Uncaught exceptions are printed.
 * <li>{@code run_cell(text, label, sink)}: runs a notebook cell; a {@link CellResult} as a host object. {@code sink}: a {@link
 * DisplaySink} as a host object.
 * <li>{@code evaluate(text, label, sink)}: the same for one expression.
 * <li>{@code interruption()}: an {@link Interruption} as a host object, to be used without entering the context.
 * <li>{@code interrupt()}: from any thread; the guest raises KeyboardInterrupt at its next check-point.
 * <li>{@code complete(text, cursor)}, {@code inspect(text, cursor)}: host objects of {@link Completions}.
 * </ul>
 */
final class HostCalls {

    private final GlassheapContext context;
    private final TruffleLanguage.Env env;

    HostCalls(GlassheapContext context, TruffleLanguage.Env env) {
        this.context = context;
        this.env = env;
    }

    Map<String, Function<Object[], Object>> table() {
        Map<String, Function<Object[], Object>> calls = new LinkedHashMap<>();
        calls.put("run_main", a -> runMain(text(a[0]), text(a[1])));
        calls.put("run_cell", a -> env.asGuestValue(runCell(text(a[0]), text(a[1]), (DisplaySink) env.asHostObject(a[2]))));
        calls.put("evaluate", a -> env.asGuestValue(evaluate(text(a[0]), text(a[1]), (DisplaySink) env.asHostObject(a[2]))));
        calls.put("interruption", a -> env.asGuestValue(context.interruption()));
        calls.put("interrupt", a -> {
            context.interrupt();
            return true;
        });
        calls.put("complete", a -> env.asGuestValue(context.completions().complete(text(a[0]), number(a[1]))));
        calls.put("inspect", a -> env.asGuestValue(context.completions().inspect(text(a[0]), number(a[1]))));
        return calls;
    }

    private static String text(Object value) {
        try {
            return InteropLibrary.getUncached().asString(value);
        } catch (UnsupportedMessageException e) {
            throw new IllegalArgumentException("a string is wanted, not " + value, e);
        }
    }

    private static int number(Object value) {
        try {
            return InteropLibrary.getUncached().asInt(value);
        } catch (UnsupportedMessageException e) {
            throw new IllegalArgumentException("an int is wanted, not " + value, e);
        }
    }

    // ------------------------------------------------------------------ programs

    private int runMain(String text, String path) {
        World w = context.world();
        int status = 0;
        try {
            w.release(context.execution().execute(text, path, Execution.Kind.MODULE, context.modules().main().dict), Holder.RESULT);
        } catch (PyException e) {
            status = context.modules().uncaught(e);
        }
        context.modules().flush();
        int end = context.finish();
        return status != 0 ? status : end;
    }

    // ------------------------------------------------------------------ cells

    private CellResult runCell(String text, String label, DisplaySink sink) {
        return run(text, label, Execution.Kind.CELL, sink);
    }

    private CellResult evaluate(String text, String label, DisplaySink sink) {
        return run(text, label, Execution.Kind.EVAL, sink);
    }

    private CellResult run(String text, String label, Execution.Kind kind, DisplaySink sink) {
        if (context.isBroken()) {
            return new CellResult.Broken("this world broke before");
        }
        context.sink(sink);
        try {
            return runGuest(text, label, kind);
        } catch (StackOverflowError e) {
            context.markBroken();
            return new CellResult.Broken("the program nested calls deeper than the stack of the Java thread it runs on");
        } catch (OutOfMemoryError e) {
            context.markBroken();
            return new CellResult.Broken("Java's own heap is full");
        } finally {
            context.sink(null);
        }
    }

    private CellResult runGuest(String text, String label, Execution.Kind kind) {
        World w = context.world();
        try {
            w.thread.noticeInterrupt();
            PyObject value = context.execution().execute(text, label, kind, context.modules().main().dict);
            try {
                boolean shown = kind == Execution.Kind.EVAL || value != w.singletons.none;
                return new CellResult.Completed(shown ? Optional.of(context.displayer().of(value)) : Optional.empty());
            } finally {
                w.release(value, Holder.RESULT);
            }
        } catch (PyException e) {
            return failed(w, e);
        } finally {
            context.modules().flush();
        }
    }

    /** Renders and releases: the kernel keeps nothing alive on its own. */
    private CellResult failed(World w, PyException e) {
        PyBaseException value = e.take();
        try {
            String rendered = TracebackPrinter.render(w, context.execution().sites(), value);
            String message;
            try {
                message = Objects.strText(w, value);
            } catch (PyException failed) {
                w.release(failed.take(), Holder.EXCEPTION);
                message = "<exception str() failed>";
            }
            return new CellResult.Failed(value.type.shortName(), message, List.of(rendered.split("\n")));
        } finally {
            w.release(value, Holder.EXCEPTION);
        }
    }
}
