package dev.glassheap.runtime.gc;

/**
 * One entry of {@code gc.get_stats()}: totals of a generation since the world began.
 *
 * @param collections number of collections
 * @param collected number of objects found unreachable and deleted
 * @param uncollectable number of objects put into {@code gc.garbage} because they could not be deleted
 */
public record GcStats(long collections, long collected, long uncollectable) {
}
