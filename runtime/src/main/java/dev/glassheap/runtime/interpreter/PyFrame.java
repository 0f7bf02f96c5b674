package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.frame.MaterializedFrame;
import dev.glassheap.runtime.object.PyFunction;
import dev.glassheap.runtime.object.PyObject;

/**
 * {@code frame}: the guest's view of an activation, made on demand ({@code sys._getframe}, tracebacks).
 *
 * <p>While the activation runs, its locals belong to it; when it ends and the frame object lives on, the frame object takes
 * them over ({@code take_ownership}). Invariant: {@code ownsLocals} implies that the activation has ended.
 */
final class PyFrame extends PyObject {

    final MaterializedFrame frame;
    final CodeUnit unit;
    final PyFunction function;
    /** Position on the guest frame stack while running, from 0; -1 for a generator that is not running. */
    int depth;
    /** Where the frame stood when it was last seen; the truth while it runs is on the thread's stack. */
    int site;
    /** {@code f_back} once the activation has ended: owned or null. */
    PyFrame back;
    boolean ownsLocals;
    /** {@code f_locals} of function code: the snapshot dict of {@code locals()}, owned or null. */
    dev.glassheap.runtime.object.PyDict localsDict;

    PyFrame(MaterializedFrame frame, CodeUnit unit, PyFunction function, int depth, int site) {
        this.frame = frame;
        this.unit = unit;
        this.function = function;
        this.depth = depth;
        this.site = site;
    }

    /** A local, cell or free variable's slot content, borrowed; null while unbound. */
    PyObject slot(int index) {
        return (PyObject) frame.getObjectStatic(SlotLayout.FIRST_LOCAL + index);
    }

    /** Bytes of the frame object without GC head: 120 and 8 for each slot of the interpreter frame. */
    long byteSize() {
        return 120 + 8L * unit.code.frameSlots();
    }
}
