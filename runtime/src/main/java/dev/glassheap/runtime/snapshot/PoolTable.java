package dev.glassheap.runtime.snapshot;

import java.util.Arrays;
import java.util.List;

/**
 * Arenas, pools and blocks. A pool has a number over the whole heap, and an index within its arena; blocks are counted within
 * their pool. Only carved blocks have rows (7 bytes each): a free block's owner column is the next block of the free list.
 *
 * <p>For every carved pool: used + free = carved &lt;= capacity.
 */
public final class PoolTable {

    /** Ends a free list; owner of what belongs to no object. */
    public static final int NONE = -1;

    /** What a block is for; roles after these two are named buffers, such as {@code items}. */
    static final int FREE_ROLE = 0;
    static final int BODY_ROLE = 1;

    /** States of a pool. */
    public enum State { USED, FULL, EMPTY, UNTOUCHED }

    private final Geometry geometry;
    private final int[] arenaNumber;
    private final long[] arenaAddress;
    private final int[] firstPool;
    private final Integer[] arenasByAddress;
    private final int[] blockSize;
    private final int[] carved;
    private final int[] used;
    private final int[] firstFree;
    private final int[] blockStart;
    private final int[] turn;
    private final short[] requested;
    private final int[] owner;
    private final byte[] role;
    private final List<String> roles;

    PoolTable(Geometry geometry, Columns.Pools columns, List<String> roles) {
        this.geometry = geometry;
        arenaNumber = columns.arenaNumber.finish();
        arenaAddress = columns.arenaAddress.finish();
        firstPool = columns.firstPool.finish();
        blockSize = columns.blockSize.finish();
        carved = columns.carved.finish();
        used = columns.used.finish();
        firstFree = columns.firstFree.finish();
        blockStart = columns.blockStart.finish();
        turn = columns.turn.finish();
        requested = columns.requested.finish();
        owner = columns.owner.finish();
        role = columns.role.finish();
        this.roles = roles;
        arenasByAddress = new Integer[arenaAddress.length];
        Arrays.setAll(arenasByAddress, i -> i);
        Arrays.sort(arenasByAddress, (a, b) -> Long.compareUnsigned(arenaAddress[a], arenaAddress[b]));
    }

    public int arenaCount() {
        return arenaAddress.length;
    }

    /** What the allocator calls the arena; arenas keep their numbers when others are returned. */
    public int arenaNumber(int arena) {
        return arenaNumber[arena];
    }

    /** Place of the arena of a number, or {@link #NONE} if it is not mapped. */
    public int arenaNumbered(int number) {
        for (int arena = 0; arena < arenaNumber.length; arena++) {
            if (arenaNumber[arena] == number) {
                return arena;
            }
        }
        return NONE;
    }

    /** Address of the arena's first pool. */
    public long arenaAddress(int arena) {
        return arenaAddress[arena];
    }

    /** Pools of one arena, untouched ones included. */
    public int poolsOf(int arena) {
        int end = arena + 1 < firstPool.length ? firstPool[arena + 1] : blockSize.length;
        return end - firstPool[arena];
    }

    /** Number of the pool at an index of an arena. */
    public int pool(int arena, int index) {
        return firstPool[arena] + java.util.Objects.checkIndex(index, poolsOf(arena));
    }

    public int poolCount() {
        return blockSize.length;
    }

    public int arenaOf(int pool) {
        int found = Arrays.binarySearch(firstPool, pool);
        return found >= 0 ? found : -found - 2;
    }

    public int indexInArena(int pool) {
        return pool - firstPool[arenaOf(pool)];
    }

    public long address(int pool) {
        int arena = arenaOf(pool);
        return arenaAddress[arena] + (long) (pool - firstPool[arena]) * geometry.poolSize();
    }

    public State state(int pool) {
        if (blockSize[pool] == 0) {
            return State.UNTOUCHED;
        }
        if (used[pool] == 0) {
            return State.EMPTY;
        }
        return used[pool] == capacity(pool) ? State.FULL : State.USED;
    }

    /** Bytes of each block; of an empty pool, what it was last used for; 0 if untouched. */
    public int blockSize(int pool) {
        return blockSize[pool];
    }

    public int capacity(int pool) {
        return geometry.capacity(blockSize[pool]);
    }

    /** Allocated blocks. */
    public int used(int pool) {
        return used[pool];
    }

    /** Blocks before the watermark: allocated or in the free list. */
    public int carved(int pool) {
        return carved[pool];
    }

    /** How many pools of the same block size are asked before this one; {@link #NONE} if full, empty, untouched or not known. */
    public int turn(int pool) {
        return turn[pool];
    }

    /** Blocks of the free list in the order in which they will be handed out. */
    public int[] freeList(int pool) {
        var list = new int[carved[pool] - used[pool]];
        int block = firstFree[pool];
        for (int i = 0; i < list.length; i++) {
            list[i] = block;
            block = owner[row(pool, block)];
        }
        return list;
    }

    public boolean allocated(int pool, int block) {
        return block < carved[pool] && role[row(pool, block)] != FREE_ROLE;
    }

    public long blockAddress(int pool, int block) {
        return address(pool) + geometry.poolHeader() + (long) block * blockSize[pool];
    }

    /** Bytes that were asked for; the block grants {@link #blockSize}. */
    public int requested(int pool, int block) {
        return requested[row(pool, block)] & 0xFFFF;
    }

    /** Object number, or {@link #NONE} for memory of the runtime itself. Only of allocated blocks. */
    public int owner(int pool, int block) {
        return owner[row(pool, block)];
    }

    /** Empty for the object itself, else what the buffer is: {@code items}, {@code keys}. */
    public String role(int pool, int block) {
        return roles.get(role[row(pool, block)]);
    }

    /** Number of the pool that holds an address, or {@link #NONE}. */
    public int poolAt(long address) {
        int low = 0;
        int high = arenasByAddress.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int arena = arenasByAddress[middle];
            long offset = address - arenaAddress[arena];
            if (Long.compareUnsigned(address, arenaAddress[arena]) < 0) {
                high = middle - 1;
            } else if (offset < (long) poolsOf(arena) * geometry.poolSize()) {
                return firstPool[arena] + (int) (offset / geometry.poolSize());
            } else {
                low = middle + 1;
            }
        }
        return NONE;
    }

    private int row(int pool, int block) {
        return blockStart[pool] + java.util.Objects.checkIndex(block, carved[pool]);
    }
}
