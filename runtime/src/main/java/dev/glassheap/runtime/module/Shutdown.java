package dev.glassheap.runtime.module;

import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyModule;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyWeakReference;
import dev.glassheap.runtime.object.WeakReferences;
import dev.glassheap.runtime.object.World;
import java.util.ArrayList;
import java.util.List;

/** {@code Py_FinalizeEx}: how a world ends, in CPython 3.11's order (reference, section 6). */
final class Shutdown {

    private final ModuleContext context;
    private final World w;
    private boolean done;

    Shutdown(ModuleContext context) {
        this.context = context;
        this.w = context.world();
    }

    void run() {
        if (done) {
            return;
        }
        done = true;
        if (context.collector().isEnabled()) {
            context.collector().collect(2);
        }
        finalizeModules();
    }

    /** {@code finalize_modules}: names of sys first, then every module in the order of {@code sys.modules}. */
    private void finalizeModules() {
        List<PyWeakReference> modules = new ArrayList<>();
        List<PyObject> names = new ArrayList<>();
        w.modules.forEach((name, module) -> {
            names.add(name);
            // Native modules are static and live as long as the world.
            if (module instanceof PyModule m && m.serial > 0) {
                modules.add(WeakReferences.newRef(w, m));
            }
        });
        for (PyObject name : names) {
            w.retain(name, Holder.RUNTIME);
        }
        for (PyObject name : names) {
            w.modules.setItem(w, name, w.singletons.none);
            w.release(name, Holder.RUNTIME);
        }
        w.modules.clear(w);
        context.collector().collectNoFail();
        // Most modules died with sys.modules, and their dicts by the collection: only the others are emptied.
        for (int i = modules.size() - 1; i >= 0; i--) {
            PyWeakReference weak = modules.get(i);
            if (weak.target() instanceof PyModule m) {
                w.retain(m, Holder.RUNTIME);
                clearDict(m.dict);
                w.release(m, Holder.RUNTIME);
            }
            w.release(weak, Holder.RUNTIME);
        }
        context.collector().collectNoFail();
    }

    /** {@code _PyModule_ClearDict}: names with one leading underscore first, then all but {@code __builtins__}. */
    private void clearDict(PyDict dict) {
        for (int pass = 0; pass < 2; pass++) {
            List<PyStr> wanted = new ArrayList<>();
            boolean underscores = pass == 0;
            dict.forEach((key, value) -> {
                if (key instanceof PyStr s && value != w.singletons.none && first(s.text(), underscores)) {
                    wanted.add(s);
                }
            });
            for (PyStr s : wanted) {
                w.retain(s, Holder.RUNTIME);
                dict.setItem(w, s, w.singletons.none);
                w.release(s, Holder.RUNTIME);
            }
        }
    }

    private static boolean first(String name, boolean underscores) {
        boolean single = name.startsWith("_") && !name.startsWith("__");
        return underscores ? single : !single && !name.equals("__builtins__");
    }
}
