package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyInt;
import dev.glassheap.runtime.object.PyList;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PySlice;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.World;

/** BINARY_SUBSCR, STORE_SUBSCR, DELETE_SUBSCR, BUILD_SLICE. */
final class SubscriptNodes {

    private SubscriptNodes() {
    }

    static final class Get extends ExprNode {
        @Child private ExprNode container;
        @Child private ExprNode key;

        Get(World w, int site, ExprNode container, ExprNode key) {
            super(w, site);
            this.container = container;
            this.key = key;
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject c = container.execute(frame);
            PyObject k;
            try {
                k = key.execute(frame);
            } catch (RuntimeException e) {
                throw unwind(frame, e, c);
            }
            mark();
            PyObject result = fastItem(c, k);
            if (result == null) {
                try {
                    result = Objects.getItem(w, c, k);
                } catch (RuntimeException e) {
                    throw unwind(frame, e, c, k);
                }
            }
            releaseOperand(k);
            releaseOperand(c);
            return result;
        }

        /** Exact list or tuple at an int index in range; null otherwise. */
        private PyObject fastItem(PyObject c, PyObject k) {
            if (k.type != w.types.intType) {
                return null;
            }
            PyInt index = (PyInt) k;
            long i = index.value;
            if (index.big != null || i < 0) {
                return null;
            }
            PyObject item;
            if (c.type == w.types.listType) {
                PyList list = (PyList) c;
                if (i >= list.size) {
                    return null;
                }
                item = list.items[(int) i];
            } else if (c.type == w.types.tupleType) {
                PyTuple tuple = (PyTuple) c;
                if (i >= tuple.items.length) {
                    return null;
                }
                item = tuple.items[(int) i];
            } else {
                return null;
            }
            retain(item, Holder.OPERAND);
            return item;
        }
    }

    /** {@code container[key] = value}: value first, then container, then key, as CPython evaluates. */
    static final class Set extends TargetNode {
        @Child private ExprNode container;
        @Child private ExprNode key;

        Set(World w, int site, ExprNode container, ExprNode key) {
            super(w, site);
            this.container = container;
            this.key = key;
        }

        @Override
        void store(VirtualFrame frame, PyObject value) {
            PyObject c;
            try {
                c = container.execute(frame);
            } catch (RuntimeException e) {
                throw unwind(frame, e, value);
            }
            PyObject k;
            try {
                k = key.execute(frame);
            } catch (RuntimeException e) {
                throw unwind(frame, e, value, c);
            }
            mark();
            try {
                Objects.setItem(w, c, k, value);
            } catch (RuntimeException e) {
                traced(frame, e);
                releaseOperand(k);
                throw unwind(frame, e, value, c);
            }
            releaseOperand(value);
            releaseOperand(c);
            releaseOperand(k);
        }
    }

    static final class Delete extends StmtNode {
        @Child private ExprNode container;
        @Child private ExprNode key;

        Delete(World w, int site, ExprNode container, ExprNode key) {
            super(w, site);
            this.container = container;
            this.key = key;
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
            mark();
            try {
                Objects.setItem(w, c, k, null);
            } catch (RuntimeException e) {
                throw unwind(frame, e, c, k);
            }
            releaseOperand(c);
            releaseOperand(k);
            return NORMAL;
        }
    }

    static final class Slice extends ExprNode {
        @Child private ExprNode lower;
        @Child private ExprNode upper;
        @Child private ExprNode step;

        /** Absent parts are constants None. */
        Slice(World w, int site, ExprNode lower, ExprNode upper, ExprNode step) {
            super(w, site);
            this.lower = lower;
            this.upper = upper;
            this.step = step;
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject l = lower.execute(frame);
            PyObject u;
            PyObject s;
            try {
                u = upper.execute(frame);
            } catch (RuntimeException e) {
                throw unwind(frame, e, l);
            }
            try {
                s = step.execute(frame);
            } catch (RuntimeException e) {
                throw unwind(frame, e, l, u);
            }
            mark();
            PyObject slice;
            try {
                slice = make(l, u, s);
            } catch (RuntimeException e) {
                traced(frame, e);
                releaseOperand(s);
                throw unwind(frame, e, l, u);
            }
            releaseOperand(l);
            releaseOperand(u);
            releaseOperand(s);
            return slice;
        }

        @TruffleBoundary
        private PyObject make(PyObject l, PyObject u, PyObject s) {
            return PySlice.create(w, l, u, s);
        }
    }
}
