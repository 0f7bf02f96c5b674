package dev.glassheap.runtime;

/** Where the host hears of what guest code shows and asks while a cell runs. Called on the guest thread. */
public interface DisplaySink {

    void display(DisplayData data);

    /** {@code input()}: asks the user. */
    Answer input(String prompt, boolean password);

    /** {@code heap.new_world(...)}: another world begins after this cell. Asked twice, the last counts. */
    void newWorld(WorldRequest request);

    /** What came of a question. */
    sealed interface Answer {

        /** @param text the line without its end */
        record Line(String text) implements Answer { }

        /** The front end has no means to ask. */
        record Refused() implements Answer { }

        /** The wait was interrupted, by the user or because the host ends. */
        record Interrupted() implements Answer { }
    }
}
