package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.World;

/**
 * {@code local += e} and {@code local = local + e}: as any addition, but once the code is warm a string that only the local holds
 * grows in its own block (BINARY_OP_INPLACE_ADD_UNICODE of CPython 3.11).
 */
final class AppendNode extends StmtNode {

    /** Units after which CPython specialises: each function entry and backward jump is one. */
    private static final int WARM = 8;

    private final int slot;
    private final PyType strType;
    @CompilationFinal private int executions;
    @Child private ExprNode load;
    @Child private ExprNode right;
    @Child private BinaryNode addition;
    @Child private TargetNode store;

    AppendNode(World w, int site, int slot, ExprNode load, ExprNode right, BinaryNode addition, TargetNode store) {
        super(w, site);
        this.slot = slot;
        this.strType = w.types.strType;
        this.load = load;
        this.right = right;
        this.addition = addition;
        this.store = store;
    }

    @Override
    int execute(VirtualFrame frame) {
        PyObject l = load.execute(frame);
        PyObject r;
        try {
            r = right.execute(frame);
        } catch (RuntimeException e) {
            throw unwind(frame, e, l);
        }
        if (l.type == strType && r.type == strType && warm() && frame.getObjectStatic(slot) == l) {
            append(frame, (PyStr) l, (PyStr) r);
        } else {
            store.store(frame, addition.apply(frame, l, r));
        }
        return NORMAL;
    }

    private boolean warm() {
        if (executions < WARM) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            executions++;
        }
        return executions >= WARM;
    }

    /** The operand's reference goes, the local's is handed over: if it was the last, the string can grow where it is. */
    private void append(VirtualFrame frame, PyStr l, PyStr r) {
        mark();
        frame.setObjectStatic(slot, null);
        release(l, Holder.OPERAND);
        PyObject result;
        try {
            result = PyStr.appendInPlace(w, l, r);
        } catch (RuntimeException e) {
            throw unwind(frame, e, r);
        }
        frame.setObjectStatic(slot, result);
        releaseOperand(r);
    }
}
