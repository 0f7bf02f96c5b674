package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;

/** PRINT_EXPR: an expression statement of interactive code goes to {@code sys.displayhook}. */
final class DisplayHook extends StmtNode {

    @Child private ExprNode expression;

    DisplayHook(World w, int site, ExprNode expression) {
        super(w, site);
        this.expression = expression;
    }

    @Override
    int execute(VirtualFrame frame) {
        PyObject value = expression.execute(frame);
        mark();
        try {
            display(value);
        } catch (RuntimeException e) {
            throw unwind(frame, e, value);
        }
        releaseOperand(value);
        return NORMAL;
    }

    @TruffleBoundary
    private void display(PyObject value) {
        PyObject hook = w.sys.getStr(w, w.id("displayhook"));
        if (hook == null) {
            throw Errors.runtimeError(w, "lost sys.displayhook");
        }
        w.release(Calls.call(w, hook, value), Holder.NATIVE);
    }
}
