package dev.glassheap.runtime.event;

/**
 * Whoever listens to the heap. The arguments are primitive, so that nothing is allocated for an event, whether it is kept or not; the
 * meaning of each is that of the {@link HeapEvent} record of the same name.
 *
 * <p>All methods do nothing unless overridden. They are called in the middle of the allocator's work: a listener must not call back into
 * the heap and must not throw.
 */
public interface HeapEvents {

    /** Nobody listens. Who emits events tests for this one object and then calls nothing. */
    HeapEvents NONE = new HeapEvents() {
        @Override
        public String toString() {
            return "HeapEvents.NONE";
        }
    };

    default void allocated(long event, long address, long size, int site) {}

    default void freed(long event, long address, long size, int site) {}

    default void reallocated(long event, long from, long address, long size, int site) {}

    default void arenaMapped(long event, long address, long size) {}

    default void arenaReturned(long event, long address, long size) {}

    default void refcountChanged(long event, long address, long count, int holder) {}

    default void tracked(long event, long address, int generation) {}

    default void untracked(long event, long address) {}

    default void gcPhaseEntered(long event, GcPhase phase, int generation, long objects) {}
}
