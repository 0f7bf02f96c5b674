package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.FrameInstance;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.SourceSection;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyFunction;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.ThreadState;
import dev.glassheap.runtime.object.World;

/**
 * The life of a frame: entry (recursion check, arguments into locals, cells), body, exit (locals released in slot order).
 *
 * <p>Frame arguments: {@code [0]} the function (owned by the frame), then the bound parameters (owned), or for module and
 * class code {@code [1]} the namespace (owned).
 */
final class CodeRootNode extends RootNode implements GuestRoot {

    private final World w;
    private final CodeUnit unit;
    private final String name;
    private final SourceSection section;
    @Child private StmtNode body;
    @Child private Entry entry;

    CodeRootNode(TruffleLanguage<?> language, World w, FrameDescriptor descriptor, CodeUnit unit, String name,
        SourceSection section, StmtNode body) {
        super(language, descriptor);
        this.w = w;
        this.unit = unit;
        this.name = name;
        this.section = section;
        this.body = body;
        this.entry = new Entry(w, unit);
    }

    @Override
    public Object execute(VirtualFrame frame) {
        entry.checkDepth(frame);
        ThreadState thread = w.thread;
        thread.push(frame.getArguments()[0]);
        frame.setIntStatic(SlotLayout.ENTERED, 1);
        PyObject result;
        try {
            entry.bindArguments(frame);
            entry.checkInterrupt();
            if (body.execute(frame) == StmtNode.RETURN) {
                result = (PyObject) frame.getObjectStatic(SlotLayout.RESULT);
                frame.setObjectStatic(SlotLayout.RESULT, null);
            } else {
                result = w.singletons.none;
                w.retain(result, Holder.RESULT);
            }
        } catch (RuntimeException | Error e) {
            entry.leaveWithException(frame, e);
            throw e;
        }
        entry.leave(frame);
        return result;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public SourceSection getSourceSection() {
        return section;
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public CodeUnit codeUnit() {
        return unit;
    }

    @Override
    public MaterializedFrame guestFrame(FrameInstance instance) {
        return instance.getFrame(FrameInstance.FrameAccess.MATERIALIZE).materialize();
    }

    @Override
    public boolean entered(FrameInstance instance, World world) {
        return instance.getFrame(FrameInstance.FrameAccess.READ_ONLY).getIntStatic(SlotLayout.ENTERED) != 0;
    }

    /** Entry and exit of a frame, shared with generators. */
    static final class Entry extends GuestNode {
        private final CodeUnit unit;
        @CompilationFinal private boolean frameObjectSeen;
        @CompilationFinal private boolean leftWithException;

        Entry(World w, CodeUnit unit) {
            super(w, 0);
            this.unit = unit;
        }

        /** {@code _Py_EnterRecursiveCall} at function entry; the frame is not linked yet. */
        void checkDepth(VirtualFrame frame) {
            ThreadState t = w.thread;
            if (t.depth + t.nativeDepth >= t.recursionLimit) {
                tooDeep(frame.getArguments());
            }
        }

        @TruffleBoundary
        private void tooDeep(Object[] arguments) {
            for (int i = 1; i < arguments.length; i++) {
                w.releaseOrNull((PyObject) arguments[i], Holder.ARGUMENT);
            }
            w.releaseOrNull((PyObject) arguments[0], Holder.FRAME);
            throw Errors.recursionError(w, "maximum recursion depth exceeded");
        }

        /** Moves arguments into locals, wraps shared parameters into cells, makes cells, copies the closure. */
        @ExplodeLoop
        void bindArguments(VirtualFrame frame) {
            Object[] arguments = frame.getArguments();
            if (unit.optimized) {
                for (int i = 0; i < unit.parameterCount; i++) {
                    frame.setObjectStatic(SlotLayout.FIRST_LOCAL + i, arguments[1 + i]);
                }
            }
            for (int slot : unit.cellParameterSlots) {
                frame.setObjectStatic(slot, Cells.create(w, (PyObject) frame.getObjectStatic(slot)));
            }
            for (int slot : unit.cellSlots) {
                frame.setObjectStatic(slot, Cells.create(w, null));
            }
            if (unit.freeSlots.length > 0) {
                PyObject[] cells = ((PyFunction) arguments[0]).closure.items;
                for (int i = 0; i < unit.freeSlots.length; i++) {
                    retain(cells[i], Holder.CELL);
                    frame.setObjectStatic(unit.freeSlots[i], cells[i]);
                }
            }
        }

        /** The end of an activation: the frame is unlinked first, so that finalizers of locals run in the caller. */
        void leave(VirtualFrame frame) {
            frame.setIntStatic(SlotLayout.ENTERED, 0);
            w.thread.pop();
            clear(frame);
        }

        void leaveWithException(VirtualFrame frame, Throwable e) {
            if (!leftWithException) {
                CompilerDirectives.transferToInterpreterAndInvalidate();
                leftWithException = true;
            }
            if (e instanceof PyException p) {
                traced(frame, p);
            }
            leave(frame);
        }

        /** {@code _PyFrame_Clear}: locals in slot order, namespace, function; or hands them to a frame object that lives on. */
        @ExplodeLoop
        void clear(VirtualFrame frame) {
            if (frame.getObjectStatic(SlotLayout.FRAME_OBJECT) != null) {
                if (!frameObjectSeen) {
                    CompilerDirectives.transferToInterpreterAndInvalidate();
                    frameObjectSeen = true;
                }
                if (Frames.takesOwnership(w, frame.materialize())) {
                    return;
                }
            }
            PyObject result = (PyObject) frame.getObjectStatic(SlotLayout.RESULT);
            if (result != null) {
                frame.setObjectStatic(SlotLayout.RESULT, null);
                release(result, Holder.RESULT);
            }
            for (int i = 0; i < unit.localsPlus; i++) {
                PyObject local = (PyObject) frame.getObjectStatic(SlotLayout.FIRST_LOCAL + i);
                if (local != null) {
                    frame.setObjectStatic(SlotLayout.FIRST_LOCAL + i, null);
                    release(local, Holder.LOCAL);
                }
            }
            Object[] arguments = frame.getArguments();
            if (!unit.optimized) {
                releaseNamespace(arguments);
            }
            release((PyObject) arguments[0], Holder.FRAME);
        }

        private void releaseNamespace(Object[] arguments) {
            release((PyObject) arguments[1], Holder.FRAME);
        }
    }
}
