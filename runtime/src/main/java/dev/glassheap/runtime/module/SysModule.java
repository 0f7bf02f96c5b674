package dev.glassheap.runtime.module;

import dev.glassheap.runtime.interpreter.TracebackPrinter;
import dev.glassheap.runtime.object.PyBaseException;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.ModuleBuilder;
import dev.glassheap.runtime.object.Numbers;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyList;
import dev.glassheap.runtime.object.PyModule;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.TypeObject;
import dev.glassheap.runtime.object.World;

/** The sys module. */
final class SysModule {

    private SysModule() {
    }

    /** A native stream by the name of its attribute, borrowed; the guest may have replaced {@code stdout} but not lost the stream itself. */
    static PyObject stream(World w, String name) {
        return w.streams.get(name);
    }

    static PyModule create(ModuleContext c) {
        World w = c.world();
        ModuleBuilder b = new ModuleBuilder(w, "sys");
        PyType stream = TextStream.defineType(w);
        TextStream out = TextStream.output(w, stream, c.host().out(), "stdout");
        TextStream err = TextStream.output(w, stream, c.host().err(), "stderr");
        TextStream in = TextStream.input(w, stream, c.host().in());
        w.streams.put("__stdout__", out);
        w.streams.put("__stderr__", err);
        w.streams.put("__stdin__", in);
        b.value("stdout", w.newRef(out, Holder.VALUE)).value("__stdout__", out);
        b.value("stderr", w.newRef(err, Holder.VALUE)).value("__stderr__", err);
        b.value("stdin", w.newRef(in, Holder.VALUE)).value("__stdin__", in);
        b.value("modules", w.newRef(w.modules, Holder.VALUE));
        b.value("maxsize", w.newInt(Long.MAX_VALUE));
        b.value("maxunicode", w.newInt(0x10FFFF));
        b.text("byteorder", "little").text("platform", "linux").text("version", "3.11.7 (Glassheap)");
        b.fast("excepthook", 3, 3, (world, self, a) -> {
            out.flush();
            if (a[1] instanceof PyBaseException e) {
                err.write(TracebackPrinter.render(world, c.execution().sites(), e));
                err.flush();
            }
            return world.none();
        });
        b.oneArg("getrefcount", (world, self, o) -> world.newInt(o.refcnt));
        b.keywords("getsizeof", "object, default?", (world, self, a) -> TypeObject.sizeOf(world, a[0], a[1]));
        b.noArgs("getallocatedblocks", (world, self) -> world.newInt(world.heap.allocatedBlocks()));
        b.noArgs("getrecursionlimit", (world, self) -> world.newInt(world.thread.recursionLimit));
        return b.build();
    }
}
