package dev.glassheap.runtime.heap;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The arenas that are mapped, where they lie, and which descriptor each one has.
 *
 * <pre>
 * arena in slot s begins at base + s * arenaSize (plus a page when the profile is misaligned)
 * pool of an address a: pools[(a - firstPool) / poolSize], or null when no carved pool lies there
 * current = allocated - reclaimed, current &lt;= highWater &lt;= allocated
 * </pre>
 *
 * A new arena takes the lowest free slot and the descriptor that was given back last. Descriptors stand in a vector of 16, doubled when all
 * are taken, like CPython's {@code arenas}.
 */
final class ArenaTable {
    private static final int INITIAL_DESCRIPTORS = 16;
    private static final int MAX_SLOTS_BYTES_SHIFT = 38;

    private final Profile profile;
    /** Address of pool number 0 of slot 0. */
    final long firstPool;
    final int poolShift;
    private final long base;

    /** By (address - firstPool) &gt;&gt; poolShift; null where no pool was carved. */
    Pool[] pools;
    /** By slot; null where none is mapped. */
    private Arena[] arenas = new Arena[INITIAL_DESCRIPTORS];
    private final BitSet takenSlots = new BitSet();
    private int[] unusedDescriptors = {};
    private int unused;
    private int descriptors;

    private int current;
    private int highWater;
    private long allocated;

    ArenaTable(Profile profile) {
        this.profile = profile;
        this.poolShift = Integer.numberOfTrailingZeros(profile.poolSize());
        this.base = AddressSpace.ARENA_BASE + (profile.misaligned() ? AddressSpace.PAGE : 0);
        this.firstPool = AddressSpace.ARENA_BASE + (profile.misaligned() ? profile.poolSize() : 0);
        this.pools = new Pool[INITIAL_DESCRIPTORS * profile.poolsPerArena()];
    }

    /** How many are mapped now. */
    int current() {
        return current;
    }

    /** How many were mapped at most at one time. */
    int highWater() {
        return highWater;
    }

    /** How many were ever mapped. */
    long allocated() {
        return allocated;
    }

    /** Whether the address space has room for one more arena. */
    boolean hasRoom() {
        return (long) takenSlots.nextClearBit(0) * profile.arenaSize() < 1L << MAX_SLOTS_BYTES_SHIFT;
    }

    /** The mapped arenas by address. */
    Arena[] mapped() {
        return takenSlots.stream().mapToObj(s -> arenas[s]).toArray(Arena[]::new);
    }

    Arena map() {
        int slot = takenSlots.nextClearBit(0);
        takenSlots.set(slot);
        if (slot == arenas.length) {
            arenas = Arrays.copyOf(arenas, 2 * slot);
            pools = Arrays.copyOf(pools, 2 * pools.length);
        }
        long offset = (long) slot * profile.arenaSize();
        Arena arena = new Arena(takeDescriptor(), slot, base + offset, firstPool + offset, profile.usablePoolsPerArena());
        arenas[slot] = arena;
        current++;
        allocated++;
        highWater = Math.max(highWater, current);
        return arena;
    }

    /** Makes a pool that was just carved findable by address. */
    void enter(Pool pool) {
        pools[(int) (pool.address() - firstPool >>> poolShift)] = pool;
    }

    void unmap(Arena arena) {
        int from = arena.slot * profile.poolsPerArena();
        Arrays.fill(pools, from, from + profile.poolsPerArena(), null);
        arenas[arena.slot] = null;
        takenSlots.clear(arena.slot);
        unusedDescriptors[unused++] = arena.index;
        current--;
    }

    private int takeDescriptor() {
        if (unused == 0) {
            int more = descriptors == 0 ? INITIAL_DESCRIPTORS : descriptors;
            unusedDescriptors = new int[descriptors + more];
            for (int i = descriptors + more - 1; i >= descriptors; i--) {
                unusedDescriptors[unused++] = i;
            }
            descriptors += more;
        }
        return unusedDescriptors[--unused];
    }
}
