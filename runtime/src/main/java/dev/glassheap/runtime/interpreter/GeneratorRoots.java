package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.FrameInstance;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyFunction;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;

/** The two roots of a generator function: one makes the generator, the other runs its body from pause to pause. */
final class GeneratorRoots {

    private GeneratorRoots() {
    }

    /** RETURN_GENERATOR: what calling the function does. */
    static final class Maker extends RootNode {
        private final World w;
        private final CodeUnit unit;
        private final FrameDescriptor descriptor;
        private final String name;
        private final RootCallTarget body;
        @Child private CodeRootNode.Entry entry;

        Maker(TruffleLanguage<?> language, World w, FrameDescriptor descriptor, CodeUnit unit, String name, StmtNode body) {
            super(language);
            this.w = w;
            this.unit = unit;
            this.descriptor = descriptor;
            this.name = name;
            this.body = new Body(language, w, unit, name, body).getCallTarget();
            this.entry = new CodeRootNode.Entry(w, unit);
        }

        @Override
        public Object execute(VirtualFrame frame) {
            entry.checkDepth(frame);
            return make(frame.getArguments());
        }

        @TruffleBoundary
        private PyObject make(Object[] arguments) {
            MaterializedFrame inner = Truffle.getRuntime().createMaterializedFrame(arguments, descriptor);
            inner.setIntStatic(SlotLayout.ENTERED, 0);
            for (int counter : unit.counterSlots) {
                inner.setIntStatic(counter, 0);
            }
            entry.bindArguments(inner);
            PyFunction function = (PyFunction) arguments[0];
            PyGenerator g = new PyGenerator(unit, inner, function, body);
            try {
                w.allocate(g, w.types.generatorType, Generators.byteSize(unit));
            } catch (PyException e) {
                entry.clear(inner);
                throw e;
            }
            g.name = w.newRef(function.name, Holder.ATTRIBUTE);
            g.qualname = w.newRef(function.qualname, Holder.ATTRIBUTE);
            w.track(g);
            return g;
        }

        @Override
        public String getName() {
            return name;
        }
    }

    /** The body. Argument 0: the generator. Returns the status; the value is in the generator frame's RESULT slot. */
    static final class Body extends RootNode implements GuestRoot {
        private final World w;
        private final CodeUnit unit;
        private final String name;
        @Child private StmtNode body;
        @Child private CodeRootNode.Entry entry;

        Body(TruffleLanguage<?> language, World w, CodeUnit unit, String name, StmtNode body) {
            super(language);
            this.w = w;
            this.unit = unit;
            this.name = name;
            this.body = body;
            this.entry = new CodeRootNode.Entry(w, unit);
        }

        @Override
        public Object execute(VirtualFrame frame) {
            MaterializedFrame inner = ((PyGenerator) frame.getArguments()[0]).frame;
            w.thread.push(inner.getArguments()[0]);
            inner.setIntStatic(SlotLayout.ENTERED, 1);
            try {
                checkInterrupt(inner);
                return body.execute(inner);
            } catch (PyException e) {
                entry.traced(inner, e);
                throw e;
            } finally {
                inner.setIntStatic(SlotLayout.ENTERED, 0);
                w.thread.pop();
            }
        }

        /** An interrupt of a suspended generator is raised where it stands, instead of what was sent, so that it unwinds. */
        private void checkInterrupt(MaterializedFrame inner) {
            Object sent = inner.getObjectStatic(SlotLayout.SENT);
            if (sent instanceof PyException) {
                return;
            }
            try {
                entry.checkInterrupt();
            } catch (PyException e) {
                if (sent == null) {
                    throw e;
                }
                inner.setObjectStatic(SlotLayout.SENT, e);
                w.release((PyObject) sent, Holder.OPERAND);
            }
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public CodeUnit codeUnit() {
            return unit;
        }

        @Override
        public MaterializedFrame guestFrame(FrameInstance instance) {
            return ((PyGenerator) instance.getFrame(FrameInstance.FrameAccess.READ_ONLY).getArguments()[0]).frame;
        }

        @Override
        public boolean entered(FrameInstance instance, World world) {
            return guestFrame(instance).getIntStatic(SlotLayout.ENTERED) != 0;
        }
    }
}
