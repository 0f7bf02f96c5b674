package dev.glassheap.runtime;

import java.util.Optional;

/** Where the host hears of what guest code wants from its front end while a cell runs. Called on the guest thread. */
public interface DisplaySink {

    void display(DisplayData data);

    /**
     * {@code input()}: asks the user.
     *
     * @return the line without its end; empty when there is none (end of input)
     */
    Optional<String> input(String prompt, boolean password);

    /** {@code heap.new_world(...)}: another world begins after this cell. */
    void newWorld(WorldRequest request);
}
