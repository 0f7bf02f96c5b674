package dev.glassheap.runtime.module;

import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.CompareOp;
import dev.glassheap.runtime.object.ModuleBuilder;
import dev.glassheap.runtime.object.NativeCode;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyModule;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The module atexit: functions to call at the end of the program, before anything is torn down, the latest registered first. */
final class AtexitModule {

    /** {@code atexit_callback}: owns what it holds; {@code kwargs} may be null. */
    private record Callback(PyObject function, PyTuple args, PyDict kwargs) {
        void release(World w) {
            w.release(function, Holder.RUNTIME);
            w.release(args, Holder.RUNTIME);
            w.releaseOrNull(kwargs, Holder.RUNTIME);
        }
    }

    private final World w;
    private final ModuleContext context;
    private final List<Callback> callbacks = new ArrayList<>();

    private AtexitModule(ModuleContext context) {
        this.context = context;
        this.w = context.world();
    }

    static PyModule create(ModuleContext context) {
        AtexitModule atexit = new AtexitModule(context);
        context.modules().atExit(atexit::run);
        ModuleBuilder b = new ModuleBuilder(context.world(), "atexit");
        b.function("register", new NativeCode.VarArgs(atexit::register));
        b.oneArg("unregister", (w, self, function) -> atexit.unregister(function));
        b.noArgs("_clear", (w, self) -> {
            atexit.clear();
            return w.none();
        });
        b.noArgs("_ncallbacks", (w, self) -> w.newInt(atexit.callbacks.size()));
        b.noArgs("_run_exitfuncs", (w, self) -> {
            atexit.run();
            return w.none();
        });
        return b.build();
    }

    private PyObject register(World world, PyObject self, PyTuple args, PyDict kwargs) {
        if (args.items.length == 0) {
            throw Errors.typeError(w, "register() takes at least 1 argument (0 given)");
        }
        PyObject function = args.items[0];
        if (function.type.slots.tpCall == null && function.type.slots.tpVectorcall == null) {
            throw Errors.typeError(w, "the first argument must be callable");
        }
        PyTuple rest = PyTuple.pack(w, Arrays.copyOfRange(args.items, 1, args.items.length));
        callbacks.add(new Callback(w.newRef(function, Holder.RUNTIME), rest, kwargs == null ? null : w.newRef(kwargs, Holder.RUNTIME)));
        return w.newRef(function, Holder.RESULT);
    }

    private PyObject unregister(PyObject function) {
        for (Callback c : List.copyOf(callbacks)) {
            if (Objects.compareBool(w, c.function, function, CompareOp.EQ) && callbacks.remove(c)) {
                c.release(w);
            }
        }
        return w.none();
    }

    /** {@code atexit_callfuncs}: an exception stops nobody. */
    private void run() {
        for (int i = callbacks.size() - 1; i >= 0; i--) {
            Callback c = callbacks.get(i);
            w.retain(c.function, Holder.NATIVE);
            try {
                w.release(Calls.callTuple(w, c.function, c.args, c.kwargs), Holder.RESULT);
            } catch (PyException e) {
                new Uncaught(context).unraisable(e, c.function, w.str("Exception ignored in atexit callback"));
            } finally {
                w.release(c.function, Holder.NATIVE);
            }
            i = Math.min(i, callbacks.size());
        }
        clear();
    }

    private void clear() {
        List<Callback> all = List.copyOf(callbacks);
        callbacks.clear();
        all.forEach(c -> c.release(w));
    }
}
