package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.frame.VirtualFrame;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;

/** LOAD_CONST: the value is owned by the code object's constants. */
final class ConstantNode extends ExprNode {

    private final PyObject value;

    ConstantNode(World w, int site, PyObject value) {
        super(w, site);
        this.value = value;
    }

    PyObject value() {
        return value;
    }

    @Override
    PyObject execute(VirtualFrame frame) {
        retain(value, Holder.OPERAND);
        return value;
    }
}
