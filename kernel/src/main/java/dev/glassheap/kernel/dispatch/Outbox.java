package dev.glassheap.kernel.dispatch;

import dev.glassheap.kernel.protocol.Message;

/** Where the kernel's messages go. Called by several threads; keeps the order of each. */
@FunctionalInterface
public interface Outbox {

    /**
     * Sends a message; returns at once.
     *
     * @throws IllegalArgumentException when the message holds values that JSON cannot say
     */
    void send(Message message);

    /**
     * Waits until clients have taken most of what was sent, so many milliseconds at most. A program that prints without end is slowed
     * down by this, so that its output cannot fill the memory.
     *
     * @return whether there is room for more
     */
    default boolean awaitRoom(long millis) throws InterruptedException {
        return true;
    }
}
