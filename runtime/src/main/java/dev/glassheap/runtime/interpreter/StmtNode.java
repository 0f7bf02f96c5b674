package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.frame.VirtualFrame;
import dev.glassheap.runtime.object.World;

/**
 * A statement. Its result says how control goes on, so that neither break nor return costs a Java exception and a generator
 * can leave and re-enter.
 */
abstract class StmtNode extends GuestNode {

    /** Goes on with the next statement. */
    static final int NORMAL = 0;
    static final int BREAK = 1;
    static final int CONTINUE = 2;
    /** The returned value, owned, is in the frame's {@link SlotLayout#RESULT} slot. */
    static final int RETURN = 3;
    /** A generator pauses; the yielded value, owned, is in the RESULT slot. Executing the same node again resumes it. */
    static final int YIELD = 4;

    protected StmtNode(World w, int site) {
        super(w, site);
    }

    abstract int execute(VirtualFrame frame);
}
