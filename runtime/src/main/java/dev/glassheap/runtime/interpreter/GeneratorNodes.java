package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;

/**
 * Re-enterable statements: each keeps in a counter slot where it stands, so that executing it again after a YIELD goes on there.
 * A counter is 0 whenever the statement is not under way.
 */
final class GeneratorNodes {

    private GeneratorNodes() {
    }

    static final class Block extends StmtNode {
        private final int counter;
        @Children private final StmtNode[] statements;

        Block(World w, int site, int counter, StmtNode[] statements) {
            super(w, site);
            this.counter = counter;
            this.statements = statements;
        }

        @Override
        @ExplodeLoop
        int execute(VirtualFrame frame) {
            int from = frame.getIntStatic(counter);
            frame.setIntStatic(counter, 0);
            for (int i = 0; i < statements.length; i++) {
                if (i >= from) {
                    int status = statements[i].execute(frame);
                    if (status != NORMAL) {
                        if (status == YIELD) {
                            frame.setIntStatic(counter, i);
                        }
                        return status;
                    }
                }
            }
            return NORMAL;
        }
    }

    static final class If extends StmtNode {
        private static final int BODY = 1;
        private static final int ELSE = 2;
        private final int counter;
        @Child private ExprNode test;
        @Child private StmtNode body;
        @Child private StmtNode orelse;

        If(World w, int site, int counter, ExprNode test, StmtNode body, StmtNode orelse) {
            super(w, site);
            this.counter = counter;
            this.test = test;
            this.body = body;
            this.orelse = orelse;
        }

        @Override
        int execute(VirtualFrame frame) {
            int branch = frame.getIntStatic(counter);
            frame.setIntStatic(counter, 0);
            if (branch == 0) {
                branch = test.executeTruth(frame) ? BODY : ELSE;
            }
            int status = branch == BODY ? body.execute(frame) : orelse == null ? NORMAL : orelse.execute(frame);
            if (status == YIELD) {
                frame.setIntStatic(counter, branch);
            }
            return status;
        }
    }

    static final class While extends StmtNode {
        private static final int BODY = 1;
        private static final int ELSE = 2;
        private final int counter;
        @Child private ExprNode test;
        @Child private StmtNode body;
        @Child private StmtNode orelse;

        While(World w, int site, int counter, ExprNode test, StmtNode body, StmtNode orelse) {
            super(w, site);
            this.counter = counter;
            this.test = test;
            this.body = body;
            this.orelse = orelse;
        }

        @Override
        int execute(VirtualFrame frame) {
            int state = frame.getIntStatic(counter);
            frame.setIntStatic(counter, 0);
            while (state != ELSE) {
                if (state == BODY || test.executeTruth(frame)) {
                    state = 0;
                    int status = body.execute(frame);
                    if (status == BREAK) {
                        return NORMAL;
                    }
                    if (status == YIELD) {
                        frame.setIntStatic(counter, BODY);
                        return YIELD;
                    }
                    if (status == RETURN) {
                        return RETURN;
                    }
                    checkInterrupt();
                } else {
                    state = ELSE;
                }
            }
            return orElse(this, frame, counter, orelse);
        }
    }

    private static int orElse(StmtNode node, VirtualFrame frame, int counter, StmtNode orelse) {
        int status = orelse == null ? StmtNode.NORMAL : orelse.execute(frame);
        if (status == StmtNode.YIELD) {
            frame.setIntStatic(counter, 2);
        }
        return status;
    }

    static final class For extends StmtNode {
        private static final int BODY = 1;
        private static final int ELSE = 2;
        private final int counter;
        private final int iteratorSlot;
        @Child private ExprNode iterable;
        @Child private LoopNodes.NextNode next;
        @Child private TargetNode target;
        @Child private StmtNode body;
        @Child private StmtNode orelse;

        For(World w, int site, int counter, int iteratorSlot, ExprNode iterable, TargetNode target, StmtNode body, StmtNode orelse) {
            super(w, site);
            this.counter = counter;
            this.iteratorSlot = iteratorSlot;
            this.iterable = iterable;
            this.next = new LoopNodes.NextNode(w, site);
            this.target = target;
            this.body = body;
            this.orelse = orelse;
        }

        @Override
        int execute(VirtualFrame frame) {
            int state = frame.getIntStatic(counter);
            frame.setIntStatic(counter, 0);
            if (state == 0) {
                begin(frame);
            }
            if (state != ELSE) {
                int status;
                try {
                    status = loop(frame, state == BODY);
                } catch (RuntimeException e) {
                    throw unwind(frame, e, end(frame));
                }
                if (status == YIELD) {
                    frame.setIntStatic(counter, BODY);
                    return YIELD;
                }
                release(end(frame), Holder.ITERATOR);
                if (status != NORMAL) {
                    return status == BREAK ? NORMAL : status;
                }
            }
            return orElse(this, frame, counter, orelse);
        }

        private void begin(VirtualFrame frame) {
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
        }

        private PyObject end(VirtualFrame frame) {
            PyObject iterator = (PyObject) frame.getObjectStatic(iteratorSlot);
            frame.setObjectStatic(iteratorSlot, null);
            return iterator;
        }

        /** BREAK and RETURN leave the loop, YIELD pauses it, NORMAL says that the iterator is at its end. */
        private int loop(VirtualFrame frame, boolean resume) {
            boolean inBody = resume;
            while (true) {
                if (!inBody) {
                    PyObject item = next.execute(frame, (PyObject) frame.getObjectStatic(iteratorSlot));
                    if (item == null) {
                        return NORMAL;
                    }
                    target.store(frame, item);
                }
                inBody = false;
                int status = body.execute(frame);
                if (status != NORMAL && status != CONTINUE) {
                    return status;
                }
                checkInterrupt();
            }
        }
    }

    /** {@code yield value}, with what is sent stored or dropped. */
    static final class Yield extends StmtNode {
        private final int counter;
        @Child private ExprNode value;
        @Child private TargetNode target;

        Yield(World w, int site, int counter, ExprNode value, TargetNode target) {
            super(w, site);
            this.counter = counter;
            this.value = value;
            this.target = target;
        }

        @Override
        int execute(VirtualFrame frame) {
            if (frame.getIntStatic(counter) == 0) {
                frame.setObjectStatic(SlotLayout.RESULT, value.execute(frame));
                frame.setIntStatic(counter, 1);
                mark();
                return YIELD;
            }
            frame.setIntStatic(counter, 0);
            mark();
            Object sent = frame.getObjectStatic(SlotLayout.SENT);
            frame.setObjectStatic(SlotLayout.SENT, null);
            if (sent instanceof PyException e) {
                traced(frame, e);
                throw e;
            }
            if (target == null) {
                release((PyObject) sent, Holder.OPERAND);
            } else {
                target.store(frame, (PyObject) sent);
            }
            return NORMAL;
        }
    }

    /** {@code yield from iterable}; its value is stored or dropped. */
    static final class YieldFrom extends StmtNode {
        private final int counter;
        private final int iteratorSlot;
        @Child private ExprNode iterable;
        @Child private TargetNode target;

        YieldFrom(World w, int site, int counter, int iteratorSlot, ExprNode iterable, TargetNode target) {
            super(w, site);
            this.counter = counter;
            this.iteratorSlot = iteratorSlot;
            this.iterable = iterable;
            this.target = target;
        }

        @Override
        int execute(VirtualFrame frame) {
            Object sent;
            if (frame.getIntStatic(counter) == 0) {
                begin(frame);
                sent = w.none();
            } else {
                sent = frame.getObjectStatic(SlotLayout.SENT);
                frame.setObjectStatic(SlotLayout.SENT, null);
            }
            frame.setIntStatic(counter, 0);
            mark();
            PyObject iterator = (PyObject) frame.getObjectStatic(iteratorSlot);
            Delegation.Step step;
            try {
                step = step(iterator, sent);
            } catch (RuntimeException e) {
                frame.setObjectStatic(iteratorSlot, null);
                throw unwind(frame, e, iterator);
            }
            if (!step.finished()) {
                frame.setObjectStatic(SlotLayout.RESULT, step.value());
                frame.setIntStatic(counter, 1);
                return YIELD;
            }
            frame.setObjectStatic(iteratorSlot, null);
            releaseOperand(iterator);
            if (target == null) {
                release(step.value(), Holder.OPERAND);
            } else {
                target.store(frame, step.value());
            }
            return NORMAL;
        }

        @TruffleBoundary
        private Delegation.Step step(PyObject iterator, Object sent) {
            return Delegation.step(w, iterator, sent);
        }

        private void begin(VirtualFrame frame) {
            PyObject source = iterable.execute(frame);
            mark();
            PyObject iterator;
            try {
                iterator = source instanceof PyGenerator ? w.newRef(source, Holder.ITERATOR) : Objects.iter(w, source);
            } catch (RuntimeException e) {
                throw unwind(frame, e, source);
            }
            releaseOperand(source);
            frame.setObjectStatic(iteratorSlot, iterator);
        }
    }
}
