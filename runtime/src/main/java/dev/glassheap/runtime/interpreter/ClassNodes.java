package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.frame.VirtualFrame;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.SuperObject;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.PyCell;
import dev.glassheap.runtime.object.World;

/** LOAD_BUILD_CLASS and the zero-argument super. */
final class ClassNodes {

    private ClassNodes() {
    }

    /** {@code __build_class__} from the frame's builtins. */
    static final class LoadBuildClass extends ExprNode {
        LoadBuildClass(World w, int site) {
            super(w, site);
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            mark();
            PyObject build = NameNodes.function(frame).builtins.getStr(w, w.id("__build_class__"));
            if (build == null) {
                throw Errors.nameError(w, w.id("__build_class__"), "__build_class__ not found");
            }
            retain(build, Holder.OPERAND);
            return build;
        }
    }

    /**
     * {@code super()} without arguments in a function that has a {@code __class__} cell: needs the frame's first argument, which
     * only a node can see. If the name means something else at run time, that is called.
     */
    static final class ZeroArgumentSuper extends ExprNode {
        private final int classCellSlot;
        /** Slot of the first argument, or -1 if the function has none; it may hold a cell. */
        private final int selfSlot;
        private final boolean selfInCell;
        @Child private ExprNode callee;
        @Child private CallDispatch dispatch;

        ZeroArgumentSuper(World w, int site, ExprNode callee, int classCellSlot, int selfSlot, boolean selfInCell) {
            super(w, site);
            this.callee = callee;
            this.classCellSlot = classCellSlot;
            this.selfSlot = selfSlot;
            this.selfInCell = selfInCell;
            this.dispatch = new CallDispatch(w, site);
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject f = callee.execute(frame);
            if (f != w.types.superType) {
                return dispatch.call(frame, f, new PyObject[0], dev.glassheap.runtime.object.Calls.NO_NAMES);
            }
            mark();
            PyObject result;
            try {
                result = make(frame);
            } catch (RuntimeException e) {
                throw unwind(frame, e, f);
            }
            releaseOperand(f);
            return result;
        }

        private PyObject make(VirtualFrame frame) {
            if (selfSlot < 0) {
                throw Errors.runtimeError(w, "super(): no arguments");
            }
            PyObject self = (PyObject) frame.getObjectStatic(selfSlot);
            if (selfInCell && self instanceof PyCell cell) {
                self = cell.value;
            }
            if (self == null) {
                throw Errors.runtimeError(w, "super(): arg[0] deleted");
            }
            if (classCellSlot < 0) {
                throw Errors.runtimeError(w, "super(): __class__ cell not found");
            }
            PyObject type = ((PyCell) frame.getObjectStatic(classCellSlot)).value;
            if (type == null) {
                throw Errors.runtimeError(w, "super(): empty __class__ cell");
            }
            return SuperObject.create(w, (PyType) type, self);
        }
    }
}
