package dev.glassheap.runtime.snapshot;

import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.References;
import java.util.Optional;

/** What a taker of snapshots needs from above the object model: activations and places in guest source. Reads only. */
public interface GuestFrames {

    /** Tells the references of a frame, a generator or another object that the interpreter made; false if it is none. */
    boolean references(PyObject object, References.Sink sink);

    /** Shows what the running activations hold, the innermost first. */
    void forEachRunning(Visitor visitor);

    /** The place of a site id; empty for native start-up. */
    Optional<Site> site(int id);

    /** The cell or file that runs now, as in {@link Site#file}; empty when none does. */
    String where();

    /** Hears of the references of running activations. */
    interface Visitor {

        /** A local variable, or the cell of one. @param function {@code "chain()"}, or the cell of module code */
        void local(String function, String name, PyObject value);

        /** What an activation holds for itself: its function, its namespace, its frame object. */
        void held(String function, PyObject value);
    }
}
