package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.frame.VirtualFrame;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.World;

/** LOAD_ATTR, STORE_ATTR, DELETE_ATTR. */
final class AttributeNodes {

    private AttributeNodes() {
    }

    static final class Get extends ExprNode {
        private final PyStr name;
        @Child private ExprNode object;
        @Child private AttributeCache cache;

        Get(World w, int site, ExprNode object, PyStr name) {
            super(w, site);
            this.object = object;
            this.name = name;
            this.cache = new AttributeCache(w, site, name);
        }

        ExprNode object() {
            return object;
        }

        PyStr name() {
            return name;
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject o = object.execute(frame);
            mark();
            PyObject value;
            try {
                value = cache.get(o);
            } catch (RuntimeException e) {
                throw unwind(frame, e, o);
            }
            releaseOperand(o);
            return value;
        }
    }

    /** {@code object.name = value}: the value is evaluated before the object. */
    static final class Set extends TargetNode {
        private final PyStr name;
        @Child private ExprNode object;
        @Child private AttributeCache cache;

        Set(World w, int site, ExprNode object, PyStr name) {
            super(w, site);
            this.object = object;
            this.name = name;
            this.cache = new AttributeCache(w, site, name);
        }

        @Override
        void store(VirtualFrame frame, PyObject value) {
            PyObject o;
            try {
                o = object.execute(frame);
            } catch (RuntimeException e) {
                throw unwind(frame, e, value);
            }
            mark();
            try {
                cache.set(o, value);
            } catch (RuntimeException e) {
                throw unwind(frame, e, value, o);
            }
            releaseOperand(value);
            releaseOperand(o);
        }
    }

    static final class Delete extends StmtNode {
        private final PyStr name;
        @Child private ExprNode object;

        Delete(World w, int site, ExprNode object, PyStr name) {
            super(w, site);
            this.object = object;
            this.name = name;
        }

        @Override
        int execute(VirtualFrame frame) {
            PyObject o = object.execute(frame);
            mark();
            try {
                Objects.setAttr(w, o, name, null);
            } catch (RuntimeException e) {
                throw unwind(frame, e, o);
            }
            releaseOperand(o);
            return NORMAL;
        }
    }
}
