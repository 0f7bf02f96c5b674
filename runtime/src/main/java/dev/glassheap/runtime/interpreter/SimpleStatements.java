package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.World;

/** Blocks, expression statements, assignments, return, pass, break, continue, if. */
final class SimpleStatements {

    private SimpleStatements() {
    }

    static final class Block extends StmtNode {
        @Children private final StmtNode[] statements;

        Block(World w, int site, StmtNode[] statements) {
            super(w, site);
            this.statements = statements;
        }

        @Override
        @ExplodeLoop
        int execute(VirtualFrame frame) {
            for (StmtNode statement : statements) {
                int status = statement.execute(frame);
                if (status != NORMAL) {
                    return status;
                }
            }
            return NORMAL;
        }
    }

    /** An expression evaluated for its effects. */
    static final class ExpressionStatement extends StmtNode {
        @Child private ExprNode expression;

        ExpressionStatement(World w, int site, ExprNode expression) {
            super(w, site);
            this.expression = expression;
        }

        @Override
        int execute(VirtualFrame frame) {
            PyObject value = expression.execute(frame);
            release(value, Holder.OPERAND);
            return NORMAL;
        }
    }

    /** {@code targets[0] = targets[1] = value}: stored left to right. */
    static final class Assign extends StmtNode {
        @Child private ExprNode value;
        @Children private final TargetNode[] targets;

        Assign(World w, int site, ExprNode value, TargetNode[] targets) {
            super(w, site);
            this.value = value;
            this.targets = targets;
        }

        @Override
        @ExplodeLoop
        int execute(VirtualFrame frame) {
            PyObject v = value.execute(frame);
            for (int i = 0; i < targets.length - 1; i++) {
                retain(v, Holder.OPERAND);
                try {
                    targets[i].store(frame, v);
                } catch (RuntimeException e) {
                    throw unwind(frame, e, v);
                }
            }
            targets[targets.length - 1].store(frame, v);
            return NORMAL;
        }
    }

    /** {@code object.name op= value}: the object is evaluated once. */
    static final class AugAttribute extends StmtNode {
        private final PyStr name;
        @Child private ExprNode object;
        @Child private ExprNode value;
        @Child private BinaryNode operation;

        AugAttribute(World w, int site, ExprNode object, PyStr name, ExprNode value, BinaryNode operation) {
            super(w, site);
            this.object = object;
            this.name = name;
            this.value = value;
            this.operation = operation;
        }

        @Override
        int execute(VirtualFrame frame) {
            PyObject o = object.execute(frame);
            try {
                mark();
                PyObject current = Objects.getAttr(w, o, name);
                PyObject v;
                try {
                    v = value.execute(frame);
                } catch (RuntimeException e) {
                    throw unwind(frame, e, current);
                }
                PyObject result = operation.apply(frame, current, v);
                mark();
                try {
                    Objects.setAttr(w, o, name, result);
                } catch (RuntimeException e) {
                    throw unwind(frame, e, result);
                }
                releaseOperand(result);
            } catch (RuntimeException e) {
                throw unwind(frame, e, o);
            }
            releaseOperand(o);
            return NORMAL;
        }
    }

    /** {@code container[key] op= value}. */
    static final class AugSubscript extends StmtNode {
        @Child private ExprNode container;
        @Child private ExprNode key;
        @Child private ExprNode value;
        @Child private BinaryNode operation;

        AugSubscript(World w, int site, ExprNode container, ExprNode key, ExprNode value, BinaryNode operation) {
            super(w, site);
            this.container = container;
            this.key = key;
            this.value = value;
            this.operation = operation;
        }

        @Override
        int execute(VirtualFrame frame) {
            PyObject c = container.execute(frame);
            PyObject k;
            try {
                k = key.execute(frame);
            } catch (RuntimeException e) {
                throw unwind(frame, e, c);
            }
            try {
                mark();
                PyObject current = Objects.getItem(w, c, k);
                PyObject v;
                try {
                    v = value.execute(frame);
                } catch (RuntimeException e) {
                    throw unwind(frame, e, current);
                }
                PyObject result = operation.apply(frame, current, v);
                mark();
                try {
                    Objects.setItem(w, c, k, result);
                } catch (RuntimeException e) {
                    throw unwind(frame, e, result);
                }
                releaseOperand(result);
            } catch (RuntimeException e) {
                throw unwind(frame, e, c, k);
            }
            releaseOperand(c);
            releaseOperand(k);
            return NORMAL;
        }
    }

    static final class Return extends StmtNode {
        @Child private ExprNode value;

        Return(World w, int site, ExprNode value) {
            super(w, site);
            this.value = value;
        }

        @Override
        int execute(VirtualFrame frame) {
            PyObject v = value.execute(frame);
            PyObject old = (PyObject) frame.getObjectStatic(SlotLayout.RESULT);
            frame.setObjectStatic(SlotLayout.RESULT, v);
            if (old != null) {
                release(old, Holder.RESULT);
            }
            return RETURN;
        }
    }

    /** pass, break, continue: only a status. */
    static final class Jump extends StmtNode {
        private final int status;

        Jump(World w, int site, int status) {
            super(w, site);
            this.status = status;
        }

        @Override
        int execute(VirtualFrame frame) {
            return status;
        }
    }

    /** if / elif / else; the chain of elifs is flat. */
    static final class If extends StmtNode {
        @Children private final ExprNode[] tests;
        @Children private final StmtNode[] bodies;
        @Child private StmtNode orelse;

        If(World w, int site, ExprNode[] tests, StmtNode[] bodies, StmtNode orelse) {
            super(w, site);
            this.tests = tests;
            this.bodies = bodies;
            this.orelse = orelse;
        }

        @Override
        @ExplodeLoop
        int execute(VirtualFrame frame) {
            for (int i = 0; i < tests.length; i++) {
                if (tests[i].executeTruth(frame)) {
                    return bodies[i].execute(frame);
                }
            }
            return orelse == null ? NORMAL : orelse.execute(frame);
        }
    }

    static final class Assert extends StmtNode {
        @Child private ExprNode test;
        @Child private ExprNode message;

        /** @param message null for none */
        Assert(World w, int site, ExprNode test, ExprNode message) {
            super(w, site);
            this.test = test;
            this.message = message;
        }

        @Override
        int execute(VirtualFrame frame) {
            if (test.executeTruth(frame)) {
                return NORMAL;
            }
            PyObject m = message == null ? null : message.execute(frame);
            mark();
            throw failed(m);
        }

        @TruffleBoundary
        private RuntimeException failed(PyObject m) {
            var type = w.types.exceptions.assertionError;
            return m == null ? dev.glassheap.runtime.object.Errors.of(w, type)
                : dev.glassheap.runtime.object.Errors.withValue(w, type, m);
        }
    }
}
