package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;

/** Several operands, evaluated left to right; all owned. */
final class Operands extends GuestNode {

    @Children private final ExprNode[] nodes;

    Operands(World w, int site, ExprNode[] nodes) {
        super(w, site);
        this.nodes = nodes;
    }

    int size() {
        return nodes.length;
    }

    /** Evaluates into {@code out[offset...]}; if one fails, those before it are released, last first. */
    @ExplodeLoop
    void executeInto(VirtualFrame frame, PyObject[] out, int offset) {
        for (int i = 0; i < nodes.length; i++) {
            try {
                out[offset + i] = nodes[i].execute(frame);
            } catch (RuntimeException e) {
                traced(frame, e);
                for (int j = i - 1; j >= 0; j--) {
                    releaseOperand(out[offset + j]);
                }
                throw e;
            }
        }
    }

    PyObject[] execute(VirtualFrame frame) {
        PyObject[] out = new PyObject[nodes.length];
        executeInto(frame, out, 0);
        return out;
    }
}
