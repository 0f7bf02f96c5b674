package dev.glassheap.runtime.module;

import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.ModuleBuilder;
import dev.glassheap.runtime.object.NativeCode;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyModule;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.World;

/** {@code display()}: a builtin of notebooks, and in IPython.display for programs that import it from there. */
final class DisplayModule {

    private DisplayModule() {
    }

    static PyModule create(ModuleContext c) {
        return new ModuleBuilder(c.world(), "IPython.display").function("display", function(c)).build();
    }

    /** IPython, as far as {@code from IPython.display import display} needs it. */
    static PyModule createPackage(ModuleContext c) {
        return new ModuleBuilder(c.world(), "IPython").function("display", function(c)).build();
    }

    static NativeCode function(ModuleContext c) {
        return new NativeCode.Raw((w, self, args, kwnames) -> display(w, c, args, kwnames));
    }

    /** Shows each argument in the front end; where there is none, prints its repr as IPython does. */
    private static PyObject display(World w, ModuleContext c, PyObject[] args, PyStr[] kwnames) {
        if (kwnames.length > 0) {
            throw Errors.typeError(w, "display() got an unexpected keyword argument '%s'", kwnames[0].text());
        }
        for (PyObject value : args) {
            if (c.host().displays()) {
                c.modules().flush();
                c.host().display(value);
            } else {
                TextStream out = (TextStream) SysModule.stream(w, "__stdout__");
                out.write(Objects.reprText(w, value) + "\n");
            }
        }
        return w.none();
    }
}
