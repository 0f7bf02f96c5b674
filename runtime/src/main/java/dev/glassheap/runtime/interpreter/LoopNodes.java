package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.LoopNode;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RepeatingNode;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;

/** while and for loops. The status a body left with waits in a frame slot, so that the loop can be compiled on its own (OSR). */
final class LoopNodes {

    private LoopNodes() {
    }

    static final class While extends StmtNode {
        private final int statusSlot;
        @Child private LoopNode loop;
        @Child private StmtNode orelse;

        While(World w, int site, int statusSlot, ExprNode test, StmtNode body, StmtNode orelse) {
            super(w, site);
            this.statusSlot = statusSlot;
            this.loop = Truffle.getRuntime().createLoopNode(new WhileBody(w, site, statusSlot, test, body));
            this.orelse = orelse;
        }

        @Override
        int execute(VirtualFrame frame) {
            frame.setIntStatic(statusSlot, NORMAL);
            loop.execute(frame);
            return afterLoop(frame, frame.getIntStatic(statusSlot), orelse);
        }
    }

    /** What a loop leaves with: break ends it normally, exhaustion runs else, return and yield go on outwards. */
    static int afterLoop(VirtualFrame frame, int status, StmtNode orelse) {
        if (status == StmtNode.BREAK) {
            return StmtNode.NORMAL;
        }
        if (status == StmtNode.NORMAL && orelse != null) {
            return orelse.execute(frame);
        }
        return status;
    }

    private static final class WhileBody extends Node implements RepeatingNode {
        private final World w;
        private final int statusSlot;
        @Child private ExprNode test;
        @Child private StmtNode body;
        @Child private BackEdge backEdge;

        WhileBody(World w, int site, int statusSlot, ExprNode test, StmtNode body) {
            this.w = w;
            this.statusSlot = statusSlot;
            this.test = test;
            this.body = body;
            this.backEdge = new BackEdge(w, site);
        }

        @Override
        public boolean executeRepeating(VirtualFrame frame) {
            if (!test.executeTruth(frame)) {
                return false;
            }
            int status = body.execute(frame);
            if (status > StmtNode.NORMAL && status != StmtNode.CONTINUE) {
                frame.setIntStatic(statusSlot, status);
                return false;
            }
            backEdge.check();
            return true;
        }
    }

    /** The check-point at a loop's back-edge. */
    static final class BackEdge extends GuestNode {
        BackEdge(World w, int site) {
            super(w, site);
        }

        void check() {
            if (w.thread.interruptPending) {
                mark();
                checkInterrupt();
            }
        }
    }

    static final class For extends StmtNode {
        private final int statusSlot;
        private final int iteratorSlot;
        @Child private ExprNode iterable;
        @Child private LoopNode loop;
        @Child private StmtNode orelse;

        For(World w, int site, int statusSlot, int iteratorSlot, ExprNode iterable, TargetNode target, StmtNode body,
            StmtNode orelse) {
            super(w, site);
            this.statusSlot = statusSlot;
            this.iteratorSlot = iteratorSlot;
            this.iterable = iterable;
            this.loop = Truffle.getRuntime().createLoopNode(new ForBody(w, site, statusSlot, iteratorSlot, target, body));
            this.orelse = orelse;
        }

        @Override
        int execute(VirtualFrame frame) {
            PyObject sequence = iterable.execute(frame);
            mark();
            PyObject iterator;
            try {
                iterator = Objects.iter(w, sequence);
            } catch (RuntimeException e) {
                throw unwind(frame, e, sequence);
            }
            releaseOperand(sequence);
            frame.setObjectStatic(iteratorSlot, iterator);
            frame.setIntStatic(statusSlot, NORMAL);
            try {
                loop.execute(frame);
            } catch (RuntimeException e) {
                frame.setObjectStatic(iteratorSlot, null);
                throw unwind(frame, e, iterator);
            }
            frame.setObjectStatic(iteratorSlot, null);
            release(iterator, Holder.ITERATOR);
            return afterLoop(frame, frame.getIntStatic(statusSlot), orelse);
        }
    }

    private static final class ForBody extends Node implements RepeatingNode {
        private final World w;
        private final int statusSlot;
        private final int iteratorSlot;
        @Child private NextNode next;
        @Child private TargetNode target;
        @Child private StmtNode body;
        @Child private BackEdge backEdge;

        ForBody(World w, int site, int statusSlot, int iteratorSlot, TargetNode target, StmtNode body) {
            this.w = w;
            this.statusSlot = statusSlot;
            this.iteratorSlot = iteratorSlot;
            this.next = new NextNode(w, site);
            this.target = target;
            this.body = body;
            this.backEdge = new BackEdge(w, site);
        }

        @Override
        public boolean executeRepeating(VirtualFrame frame) {
            PyObject item = next.execute(frame, (PyObject) frame.getObjectStatic(iteratorSlot));
            if (item == null) {
                return false;
            }
            target.store(frame, item);
            int status = body.execute(frame);
            if (status > StmtNode.NORMAL && status != StmtNode.CONTINUE) {
                frame.setIntStatic(statusSlot, status);
                return false;
            }
            backEdge.check();
            return true;
        }
    }

    /** FOR_ITER: the next item of a borrowed iterator, owned, or null at its end. */
    static final class NextNode extends GuestNode {
        NextNode(World w, int site) {
            super(w, site);
        }

        PyObject execute(VirtualFrame frame, PyObject iterator) {
            mark();
            return next(iterator);
        }

        @TruffleBoundary
        private PyObject next(PyObject iterator) {
            return Objects.next(w, iterator);
        }
    }
}
