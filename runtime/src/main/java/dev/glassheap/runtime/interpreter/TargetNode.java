package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.frame.VirtualFrame;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;

/** What can be assigned to. */
abstract class TargetNode extends GuestNode {

    protected TargetNode(World w, int site) {
        super(w, site);
    }

    /** Stores an owned value; the reference is taken over, also when storing fails. */
    abstract void store(VirtualFrame frame, PyObject value);
}
