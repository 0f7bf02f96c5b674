/**
 * What a heap looked like at one event, as columns of numbers: immutable, without a reference to any guest object, so
 * that a picture of it never changes and a snapshot costs what it says (at most 64 bytes an object with its block, 4 an edge,
 * plus strings).
 *
 * <p>Read in this order: {@link HeapSnapshot} and its {@link SnapshotHeader}; what it consists of, {@link PoolTable} (arenas,
 * pools, blocks), {@link ChunkTable} (the C heap), {@link ObjectTable} (objects and edges), {@link Root}; what follows from it,
 * {@link HeapTotals} (the sums), {@link RootPaths} (why an object is alive), {@link Holders} (who counts), {@link Cycles};
 * and the difference of two, {@link SnapshotDiff}.
 *
 * <p>A {@link HeapSnapshot.Builder} is filled by {@link HeapSnapshotTaker}, which walks the live world (with {@link GuestFrames} for what
 * only the interpreter knows), or by a reader of files: the columns can hold a heap that did not come from us. The taker reads fields and
 * never runs guest code; all else here knows nothing of live objects.
 */
package dev.glassheap.runtime.snapshot;
