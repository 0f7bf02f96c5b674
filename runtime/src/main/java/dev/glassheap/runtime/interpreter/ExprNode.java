package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.frame.VirtualFrame;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;

/** An expression. */
abstract class ExprNode extends GuestNode {

    protected ExprNode(World w, int site) {
        super(w, site);
    }

    /** Evaluates; the result is owned by the caller. */
    abstract PyObject execute(VirtualFrame frame);

    /** Evaluates for its truth. */
    boolean executeTruth(VirtualFrame frame) {
        return truthOf(frame, execute(frame));
    }

    /** The truth of an owned operand, which is released. */
    protected final boolean truthOf(VirtualFrame frame, PyObject value) {
        boolean truth;
        if (value == w.singletons.trueObject) {
            truth = true;
        } else if (value == w.singletons.falseObject || value == w.singletons.none) {
            truth = false;
        } else {
            mark();
            try {
                truth = Objects.isTrue(w, value);
            } catch (RuntimeException e) {
                throw unwind(frame, e, value);
            }
        }
        w.release(value, Holder.OPERAND);
        return truth;
    }
}
