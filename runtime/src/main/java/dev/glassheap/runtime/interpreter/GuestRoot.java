package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.frame.FrameInstance;
import com.oracle.truffle.api.frame.MaterializedFrame;
import dev.glassheap.runtime.object.World;

/** A root node that runs a guest frame: how {@link Frames} finds it on the Java stack. */
interface GuestRoot {

    CodeUnit codeUnit();

    /** The frame that holds the locals. */
    MaterializedFrame guestFrame(FrameInstance instance);

    /** Whether the frame is (still) pushed on the guest frame stack. */
    boolean entered(FrameInstance instance, World w);
}
