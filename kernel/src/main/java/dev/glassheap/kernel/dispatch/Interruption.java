package dev.glassheap.kernel.dispatch;

import dev.glassheap.kernel.interpreter.InputException;
import dev.glassheap.kernel.interpreter.Interpreter;

/**
 * Carries interrupts to the running cell. An interrupt that comes when no cell runs does nothing, and one that a cell was too quick
 * for does not reach the next.
 */
final class Interruption {

    private final Interpreter interpreter;
    private final StdinConversation stdin;
    private boolean running;

    Interruption(Interpreter interpreter, StdinConversation stdin) {
        this.interpreter = interpreter;
        this.stdin = stdin;
    }

    /** A cell begins: from now on interrupts are meant for it. */
    synchronized void begin() {
        running = true;
    }

    /** The cell has ended. */
    synchronized void end() {
        running = false;
        interpreter.forgetInterrupt();
    }

    /** Interrupts the running cell, if there is one; also while it waits for input. */
    void interrupt() {
        interrupt(InputException.Reason.INTERRUPTED);
    }

    /** As {@link #interrupt}, because the kernel is about to end. */
    void interruptForShutdown() {
        interrupt(InputException.Reason.SHUTDOWN);
    }

    private synchronized void interrupt(InputException.Reason reason) {
        if (running) {
            // In this order: whoever begins to wait for input after the second line finds the interrupt of the first pending.
            interpreter.interrupt();
            stdin.cancel(reason);
        }
    }
}
