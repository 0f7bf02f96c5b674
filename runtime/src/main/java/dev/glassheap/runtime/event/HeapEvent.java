package dev.glassheap.runtime.event;

/**
 * Something that happened to the heap or to an object in it, as a record: what a {@link Journal} gives back when it is read.
 *
 * <p>{@code event} is the heap's event number at that moment: every successful call of malloc, free and realloc counts one. An arena that such
 * a call maps or returns carries the number of that call; what happens between two calls (a changed count, a phase of the collector) carries
 * the number of the earlier one. Addresses are block addresses,
 * sizes are bytes as requested, {@code site} is an id of code and line (0: none).
 */
public sealed interface HeapEvent {

    long event();

    /** A block was handed out. */
    record Allocated(long event, long address, long size, int site) implements HeapEvent {}

    /** A block was given back; {@code size} is what had been requested for it. */
    record Freed(long event, long address, long size, int site) implements HeapEvent {}

    /** A block was resized; {@code from} and {@code address} are equal when it stayed where it was. */
    record Reallocated(long event, long from, long address, long size, int site) implements HeapEvent {}

    /** An arena of {@code size} bytes was mapped. */
    record ArenaMapped(long event, long address, long size) implements HeapEvent {}

    /** A wholly free arena went back to the operating system. */
    record ArenaReturned(long event, long address, long size) implements HeapEvent {}

    /** The reference count of the object at {@code address} is now {@code count}; {@code holder} says which kind of reference changed. */
    record RefcountChanged(long event, long address, long count, int holder) implements HeapEvent {}

    /** The object at {@code address} is in the collector's lists from now on. */
    record Tracked(long event, long address, int generation) implements HeapEvent {}

    /** The object at {@code address} left the collector's lists. */
    record Untracked(long event, long address) implements HeapEvent {}

    /** The collector entered a phase; {@code objects} is the number of objects it concerns. */
    record GcPhaseEntered(long event, GcPhase phase, int generation, long objects) implements HeapEvent {}
}
