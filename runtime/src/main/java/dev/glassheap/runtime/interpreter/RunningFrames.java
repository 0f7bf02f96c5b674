package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.frame.FrameInstance;
import com.oracle.truffle.api.frame.MaterializedFrame;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.References;
import dev.glassheap.runtime.object.World;
import dev.glassheap.runtime.snapshot.GuestFrames;
import dev.glassheap.runtime.snapshot.Site;
import java.util.Optional;

/** Activations, frames and generators as a snapshot sees them. Makes no frame objects: the observer does not disturb. */
public final class RunningFrames implements GuestFrames {

    private static final String CELL = "Cell In[";

    private final World w;
    private final Sites sites;

    public RunningFrames(World w, Sites sites) {
        this.w = w;
        this.sites = sites;
    }

    // ------------------------------------------------------------------ objects of the interpreter

    @Override
    public boolean references(PyObject object, References.Sink sink) {
        return switch (object) {
            case PyGenerator g -> {
                generator(g, sink);
                yield true;
            }
            case PyFrame f -> {
                frame(f, sink);
                yield true;
            }
            default -> false;
        };
    }

    private static void generator(PyGenerator g, References.Sink sink) {
        sink.named("__name__", g.name);
        sink.named("__qualname__", g.qualname);
        if (g.state == PyGenerator.State.CLOSED) {
            return;
        }
        sink.named("gi_frame", (PyObject) g.frame.getObjectStatic(SlotLayout.FRAME_OBJECT));
        sink.named("function", g.function);
        locals(g.frame, g.unit, sink);
        for (int slot : g.unit.temporarySlots) {
            sink.element((PyObject) g.frame.getObjectStatic(slot));
        }
    }

    private static void frame(PyFrame f, References.Sink sink) {
        sink.named("f_back", f.back);
        sink.named("f_locals", f.localsDict);
        if (!f.ownsLocals) {
            return;
        }
        sink.named("function", (PyObject) f.frame.getArguments()[0]);
        if (!f.unit.optimized) {
            sink.named("namespace", (PyObject) f.frame.getArguments()[1]);
        }
        locals(f.frame, f.unit, sink);
    }

    private static void locals(MaterializedFrame frame, CodeUnit unit, References.Sink sink) {
        for (int i = 0; i < unit.localsPlus; i++) {
            sink.named(unit.nameAt(i).text(), (PyObject) frame.getObjectStatic(SlotLayout.FIRST_LOCAL + i));
        }
    }

    // ------------------------------------------------------------------ what runs

    /** Running generators are left out: their own object tells what they hold. */
    @Override
    public void forEachRunning(Visitor visitor) {
        Truffle.getRuntime().iterateFrames(instance -> {
            if (instance.getCallTarget() instanceof RootCallTarget target && target.getRootNode() instanceof CodeRootNode root
                && root.entered(instance, w)) {
                activation(instance, root, visitor);
            }
            return null;
        });
    }

    private void activation(FrameInstance instance, CodeRootNode root, Visitor visitor) {
        MaterializedFrame frame = root.guestFrame(instance);
        CodeUnit unit = root.codeUnit();
        String name = unit.optimized ? functionName(unit.code.qualname.text()) : fileLabel(unit.code.fileName.text());
        for (int i = 0; i < unit.localsPlus; i++) {
            PyObject value = (PyObject) frame.getObjectStatic(SlotLayout.FIRST_LOCAL + i);
            if (value != null) {
                visitor.local(name, unit.nameAt(i).text(), value);
            }
        }
        visitor.held(name, (PyObject) frame.getArguments()[0]);
        if (!unit.optimized) {
            visitor.held(name, (PyObject) frame.getArguments()[1]);
        }
        if (frame.getObjectStatic(SlotLayout.FRAME_OBJECT) instanceof PyObject frameObject) {
            visitor.held(name, frameObject);
        }
    }

    private static String functionName(String qualname) {
        return qualname.substring(qualname.lastIndexOf('.', qualname.endsWith(">") ? qualname.lastIndexOf('<') : qualname.length()) + 1)
            + "()";
    }

    // ------------------------------------------------------------------ places

    @Override
    public Optional<Site> site(int id) {
        if (id <= 0) {
            return Optional.empty();
        }
        Sites.Site site = sites.site(id);
        String function = site.codeName().startsWith("<module") ? "" : functionName(site.codeName());
        return Optional.of(new Site(fileLabel(site.fileName()), site.line(),
            sites.sourceLine(site.fileName(), site.line()).map(String::strip).orElse(""), function));
    }

    @Override
    public String where() {
        return site(w.thread.depth > 0 ? w.thread.site : 0).map(Site::file).orElse("");
    }

    /** {@code Cell In[4]} is {@code In [4]} in pictures, a path its file name. */
    private static String fileLabel(String fileName) {
        if (fileName.startsWith(CELL) && fileName.endsWith("]")) {
            return "In [" + fileName.substring(CELL.length(), fileName.length() - 1) + "]";
        }
        return fileName.substring(fileName.lastIndexOf('/') + 1);
    }
}
