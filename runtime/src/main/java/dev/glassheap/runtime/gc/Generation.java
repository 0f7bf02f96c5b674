package dev.glassheap.runtime.gc;

/** {@code struct gc_generation} with its {@code gc_generation_stats}. */
final class Generation {

    final GcList list = new GcList();
    /**
     * Generation 0: GC objects allocated minus freed since its last collection, at least 0. Older ones: collections of the next
     * younger generation since the own last one.
     */
    int count;
    int threshold;
    long collections;
    long collected;
    long uncollectable;

    Generation(int threshold) {
        this.threshold = threshold;
    }
}
