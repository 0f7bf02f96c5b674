package dev.glassheap.runtime;

/** Where the host hears of what guest code displays while a cell runs. Called on the guest thread. */
public interface DisplaySink {

    void display(DisplayData data);

    /**
     * {@code input()}: asks the user.
     *
     * @return the line without its end
     */
    String input(String prompt, boolean password);
}
