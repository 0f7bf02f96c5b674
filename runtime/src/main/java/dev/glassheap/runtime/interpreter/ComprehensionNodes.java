package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyList;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PySet;
import dev.glassheap.runtime.object.World;

/** LIST_APPEND, SET_ADD, MAP_ADD and the code around them. */
final class ComprehensionNodes {

    private ComprehensionNodes() {
    }

    enum Kind { LIST, SET, DICT }

    /** Makes the collection, runs the loops, returns the collection. */
    static final class Collect extends StmtNode {
        private final Kind kind;
        private final int slot;
        @Child private StmtNode loops;

        Collect(World w, int site, Kind kind, int slot, StmtNode loops) {
            super(w, site);
            this.kind = kind;
            this.slot = slot;
            this.loops = loops;
        }

        @Override
        int execute(VirtualFrame frame) {
            mark();
            PyObject collection = create();
            frame.setObjectStatic(slot, collection);
            try {
                loops.execute(frame);
            } catch (RuntimeException e) {
                frame.setObjectStatic(slot, null);
                throw unwind(frame, e, collection);
            }
            frame.setObjectStatic(slot, null);
            frame.setObjectStatic(SlotLayout.RESULT, collection);
            return RETURN;
        }

        @TruffleBoundary
        private PyObject create() {
            return switch (kind) {
                case LIST -> PyList.create(w);
                case SET -> PySet.create(w);
                case DICT -> PyDict.create(w);
            };
        }
    }

    /** LIST_APPEND or SET_ADD. */
    static final class Append extends StmtNode {
        private final int slot;
        @Child private ExprNode element;

        Append(World w, int site, int slot, ExprNode element) {
            super(w, site);
            this.slot = slot;
            this.element = element;
        }

        @Override
        int execute(VirtualFrame frame) {
            PyObject value = element.execute(frame);
            mark();
            try {
                add((PyObject) frame.getObjectStatic(slot), value);
            } catch (RuntimeException e) {
                throw unwind(frame, e, value);
            }
            releaseOperand(value);
            return NORMAL;
        }

        @TruffleBoundary
        private void add(PyObject collection, PyObject value) {
            if (collection instanceof PyList list) {
                list.append(w, value);
            } else {
                ((PySet) collection).add(w, value);
            }
        }
    }

    /** MAP_ADD. */
    static final class Put extends StmtNode {
        private final int slot;
        @Child private ExprNode key;
        @Child private ExprNode value;

        Put(World w, int site, int slot, ExprNode key, ExprNode value) {
            super(w, site);
            this.slot = slot;
            this.key = key;
            this.value = value;
        }

        @Override
        int execute(VirtualFrame frame) {
            PyObject k = key.execute(frame);
            PyObject v;
            try {
                v = value.execute(frame);
            } catch (RuntimeException e) {
                throw unwind(frame, e, k);
            }
            mark();
            try {
                put((PyDict) frame.getObjectStatic(slot), k, v);
            } catch (RuntimeException e) {
                throw unwind(frame, e, k, v);
            }
            releaseOperand(k);
            releaseOperand(v);
            return NORMAL;
        }

        @TruffleBoundary
        private void put(PyDict dict, PyObject k, PyObject v) {
            dict.setItem(w, k, v);
        }
    }

    /** GET_ITER. */
    static final class GetIter extends ExprNode {
        @Child private ExprNode iterable;

        GetIter(World w, int site, ExprNode iterable) {
            super(w, site);
            this.iterable = iterable;
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject o = iterable.execute(frame);
            mark();
            PyObject it;
            try {
                it = Objects.iter(w, o);
            } catch (RuntimeException e) {
                throw unwind(frame, e, o);
            }
            releaseOperand(o);
            return it;
        }
    }
}
