package dev.glassheap.runtime;

/**
 * Interrupts of one context: a plain Java object, so that the thread that interrupts need not enter the context (a second thread in it
 * would cost compiled guest code its single-thread assumptions). All methods may be called on any thread.
 */
public interface Interruption {

    /** The guest raises KeyboardInterrupt at its next check-point; one that runs nothing does so in its next cell. */
    void interrupt();

    /** Whether an interrupt was asked for that the guest has not acted upon. */
    boolean isPending();

    /** Forgets an interrupt that found nothing to stop. */
    void forget();
}
