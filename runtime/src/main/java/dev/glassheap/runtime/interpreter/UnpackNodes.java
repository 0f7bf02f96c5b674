package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyList;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.World;
import java.util.ArrayList;
import java.util.List;

/** UNPACK_SEQUENCE and UNPACK_EX: assignment to several targets. */
final class UnpackNodes {

    private UnpackNodes() {
    }

    static final class Unpack extends TargetNode {
        /** Index of the starred target, or -1. */
        private final int star;
        @Children private final TargetNode[] targets;

        Unpack(World w, int site, TargetNode[] targets, int star) {
            super(w, site);
            this.targets = targets;
            this.star = star;
        }

        @Override
        @ExplodeLoop
        void store(VirtualFrame frame, PyObject value) {
            mark();
            PyObject[] items;
            try {
                items = items(value);
            } catch (RuntimeException e) {
                throw unwind(frame, e, value);
            }
            releaseOperand(value);
            for (int i = 0; i < targets.length; i++) {
                try {
                    targets[i].store(frame, items[i]);
                } catch (RuntimeException e) {
                    traced(frame, e);
                    for (int j = targets.length - 1; j > i; j--) {
                        releaseOperand(items[j]);
                    }
                    throw e;
                }
            }
        }

        /** Owned values, one for each target. */
        @TruffleBoundary
        private PyObject[] items(PyObject value) {
            if (star >= 0) {
                return starred(value);
            }
            if (value instanceof PyTuple t && t.type == w.types.tupleType && t.items.length == targets.length) {
                return retained(t.items);
            }
            if (value instanceof PyList l && l.type == w.types.listType && l.size == targets.length) {
                return retained(java.util.Arrays.copyOf(l.items, l.size));
            }
            return iterated(value);
        }

        private PyObject[] retained(PyObject[] items) {
            PyObject[] copy = items.clone();
            for (PyObject item : copy) {
                retain(item, Holder.OPERAND);
            }
            return copy;
        }

        private PyObject iterator(PyObject value) {
            if (value.type.slots.tpIter == null && value.type.slots.sqItem == null) {
                throw Errors.typeError(w, "cannot unpack non-iterable %s object", value.type.name);
            }
            return Objects.iter(w, value);
        }

        private PyObject[] iterated(PyObject value) {
            List<PyObject> got = new ArrayList<>();
            PyObject iterator = iterator(value);
            try {
                while (got.size() < targets.length) {
                    PyObject item = Objects.next(w, iterator);
                    if (item == null) {
                        throw Errors.valueError(w, "not enough values to unpack (expected %d, got %d)", targets.length, got.size());
                    }
                    got.add(item);
                }
                PyObject extra = Objects.next(w, iterator);
                if (extra != null) {
                    w.release(extra, Holder.OPERAND);
                    throw Errors.valueError(w, "too many values to unpack (expected %d)", targets.length);
                }
            } catch (PyException e) {
                got.forEach(item -> w.release(item, Holder.OPERAND));
                throw e;
            } finally {
                w.release(iterator, Holder.ITERATOR);
            }
            return got.toArray(PyObject[]::new);
        }

        /** The last items leave the list with their references; its capacity stays. */
        private void moveTail(PyList rest, int after, PyObject[] out) {
            int from = rest.size - after;
            for (int i = 0; i < after; i++) {
                out[star + 1 + i] = rest.items[from + i];
                rest.items[from + i] = null;
            }
            rest.size = from;
        }

        private PyObject[] starred(PyObject value) {
            int after = targets.length - star - 1;
            PyObject iterator = iterator(value);
            PyObject[] out = new PyObject[targets.length];
            int filled = 0;
            try {
                for (; filled < star; filled++) {
                    out[filled] = Objects.next(w, iterator);
                    if (out[filled] == null) {
                        throw Errors.valueError(w, "not enough values to unpack (expected at least %d, got %d)", star + after, filled);
                    }
                }
                PyList rest = PyList.create(w);
                out[filled++] = rest;
                rest.extend(w, iterator);
                if (rest.size < after) {
                    throw Errors.valueError(w, "not enough values to unpack (expected at least %d, got %d)", star + after,
                        star + rest.size);
                }
                moveTail(rest, after, out);
                return out;
            } catch (PyException e) {
                for (int i = filled - 1; i >= 0; i--) {
                    if (out[i] != null) {
                        w.release(out[i], Holder.OPERAND);
                    }
                }
                throw e;
            } finally {
                w.release(iterator, Holder.ITERATOR);
            }
        }
    }
}
