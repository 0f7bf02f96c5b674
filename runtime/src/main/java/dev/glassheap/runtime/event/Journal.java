package dev.glassheap.runtime.event;

import java.util.ArrayList;
import java.util.List;

/**
 * A sink that keeps the latest events in a bounded ring of longs; older ones are overwritten, and {@link #cut} says how many.
 *
 * <p>One entry is four longs, so that 2 million events take 64 MB:
 * <pre>
 * word 0   event &lt;&lt; 8 | kind
 * word 1   address        | low 16 bits of site  &lt;&lt; 48
 * word 2   second address | high 16 bits of site &lt;&lt; 48
 * word 3   size, count or number of objects
 * </pre>
 * Addresses have 48 bits, event numbers 56. A phase's ordinal and a generation take the place of the site.
 *
 * <p>Invariant: recorded = kept + cut, kept &lt;= capacity.
 */
public final class Journal implements HeapEvents {
    private static final int WORDS = 4;
    private static final long ADDRESS = (1L << 48) - 1;

    private static final int ALLOCATED = 0;
    private static final int FREED = 1;
    private static final int REALLOCATED = 2;
    private static final int ARENA_MAPPED = 3;
    private static final int ARENA_RETURNED = 4;
    private static final int REFCOUNT_CHANGED = 5;
    private static final int TRACKED = 6;
    private static final int UNTRACKED = 7;
    private static final int GC_PHASE_ENTERED = 8;

    private static final GcPhase[] PHASES = GcPhase.values();

    private final long[] ring;
    private int position;
    private long recorded;

    /** @param capacity how many events are kept, 1 to 2^28 */
    public Journal(int capacity) {
        if (capacity < 1 || capacity > 1 << 28) {
            throw new IllegalArgumentException("a journal keeps 1 to 2^28 events, not " + capacity);
        }
        this.ring = new long[capacity * WORDS];
    }

    /** How many events were recorded since the beginning, kept or not. */
    public long recorded() {
        return recorded;
    }

    /** How many events are in the ring. */
    public int kept() {
        return (int) Math.min(recorded, ring.length / WORDS);
    }

    /** How many of the oldest events were overwritten. */
    public long cut() {
        return recorded - kept();
    }

    /** Forgets everything. */
    public void clear() {
        position = 0;
        recorded = 0;
    }

    /** The events that are kept, oldest first. */
    public List<HeapEvent> events() {
        int kept = kept();
        List<HeapEvent> events = new ArrayList<>(kept);
        int at = recorded > kept ? position : 0;
        for (int i = 0; i < kept; i++) {
            events.add(decode(at));
            at = at + WORDS == ring.length ? 0 : at + WORDS;
        }
        return List.copyOf(events);
    }

    private HeapEvent decode(int at) {
        long event = ring[at] >>> 8;
        long address = ring[at + 1] & ADDRESS;
        long second = ring[at + 2] & ADDRESS;
        int site = (int) (ring[at + 1] >>> 48 | ring[at + 2] >>> 48 << 16);
        long size = ring[at + 3];
        int kind = (int) ring[at] & 0xff;
        return switch (kind) {
            case ALLOCATED -> new HeapEvent.Allocated(event, address, size, site);
            case FREED -> new HeapEvent.Freed(event, address, size, site);
            case REALLOCATED -> new HeapEvent.Reallocated(event, second, address, size, site);
            case ARENA_MAPPED -> new HeapEvent.ArenaMapped(event, address, size);
            case ARENA_RETURNED -> new HeapEvent.ArenaReturned(event, address, size);
            case REFCOUNT_CHANGED -> new HeapEvent.RefcountChanged(event, address, size, site);
            case TRACKED -> new HeapEvent.Tracked(event, address, site);
            case UNTRACKED -> new HeapEvent.Untracked(event, address);
            case GC_PHASE_ENTERED -> new HeapEvent.GcPhaseEntered(event, PHASES[(int) address], site, size);
            default -> throw new IllegalStateException("journal entry of kind " + kind + " at " + at);
        };
    }

    private void record(int kind, long event, long address, long second, long size, int site) {
        long[] words = ring;
        int at = position;
        words[at] = event << 8 | kind;
        words[at + 1] = address | (long) site << 48;
        words[at + 2] = second | (long) (site >>> 16) << 48;
        words[at + 3] = size;
        at += WORDS;
        position = at == words.length ? 0 : at;
        recorded++;
    }

    @Override
    public void allocated(long event, long address, long size, int site) {
        record(ALLOCATED, event, address, 0, size, site);
    }

    @Override
    public void freed(long event, long address, long size, int site) {
        record(FREED, event, address, 0, size, site);
    }

    @Override
    public void reallocated(long event, long from, long address, long size, int site) {
        record(REALLOCATED, event, address, from, size, site);
    }

    @Override
    public void arenaMapped(long event, long address, long size) {
        record(ARENA_MAPPED, event, address, 0, size, 0);
    }

    @Override
    public void arenaReturned(long event, long address, long size) {
        record(ARENA_RETURNED, event, address, 0, size, 0);
    }

    @Override
    public void refcountChanged(long event, long address, long count, int holder) {
        record(REFCOUNT_CHANGED, event, address, 0, count, holder);
    }

    @Override
    public void tracked(long event, long address, int generation) {
        record(TRACKED, event, address, 0, 0, generation);
    }

    @Override
    public void untracked(long event, long address) {
        record(UNTRACKED, event, address, 0, 0, 0);
    }

    @Override
    public void gcPhaseEntered(long event, GcPhase phase, int generation, long objects) {
        record(GC_PHASE_ENTERED, event, phase.ordinal(), 0, objects, generation);
    }
}
