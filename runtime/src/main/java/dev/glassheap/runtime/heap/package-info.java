/**
 * The allocator and the address space: which address a request gets, and what the memory looks like at any moment. Imports only
 * {@code dev.glassheap.runtime.event}.
 *
 * <p>Read in this order:
 * <ul>
 * <li>{@link dev.glassheap.runtime.heap.Profile} - the geometry: alignment, pools, arenas, limits.
 * <li>{@link dev.glassheap.runtime.heap.Heap} - the door: malloc, free, realloc, what a block knows, counters, views.
 * <li>{@code Pymalloc}, {@code Pool}, {@code Arena}, {@code UsableArenas}, {@code ArenaTable} - small requests, as in CPython's obmalloc.c.
 * <li>{@code CHeap}, {@code Chunk}, {@code Bins}, {@code ChunkTable}, {@code MappedChunks}, {@code Mappings} - everything else, after glibc.
 * <li>{@code AddressSpace}, {@code MappedMemory} - where the regions lie, and the limit of the world.
 * <li>{@code ArenaView}, {@code PoolView}, {@code BlockView}, {@code CHeapView}, {@code ChunkView}, {@code OsView} - immutable records for
 * pictures and snapshots, made on demand by {@code HeapViews}; {@link dev.glassheap.runtime.heap.BlockVisitor} is the cheap way over all blocks.
 * <li>{@link dev.glassheap.runtime.heap.HeapChecker} - every invariant that the types state, computed.
 * <li>{@link dev.glassheap.runtime.heap.DebugMallocStats} - CPython's report as text.
 * </ul>
 *
 * <p>No byte of a block is ever stored and no Java array grows with the size of a block, so a gigabyte costs what sixteen bytes cost:
 * 16 bytes of Java memory for each block that a pool can hold, about 100 for a pool or a chunk.
 */
package dev.glassheap.runtime.heap;
