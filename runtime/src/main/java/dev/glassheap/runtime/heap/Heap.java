package dev.glassheap.runtime.heap;

import dev.glassheap.runtime.event.HeapEvents;
import java.util.List;

/**
 * The simulated heap of one guest world: CPython's pymalloc for small requests, a C heap for the others, at plausible addresses that are the
 * same on every run. No byte is stored: a block knows its occupant, its allocation site, its size as requested and the event number of its
 * birth.
 *
 * <pre>
 * allocatedBlocks = blocks allocated in pools + allocated chunks of the domains mem and obj
 * bytes of arenas + bytes of the C heap + bytes of its mappings &lt;= limit
 * events = successful calls of malloc, free, realloc and their raw variants so far
 * </pre>
 *
 * {@link HeapChecker} computes these and all other invariants of the package. Not thread-safe: a world has one thread at a time.
 *
 * <p>An allocation site is a number of the caller's, 0 to 2^31 - 1, where 0 stands for none.
 */
public final class Heap {
    /** Bytes of a pool's header. */
    public static final int POOL_HEADER = 48;

    private final Profile profile;
    private final long smallRequestLimit;
    final MappedMemory memory;
    final Pymalloc pymalloc;
    final CHeap cHeap;
    private HeapEvents sink;
    private long events;
    private long staticEnd = AddressSpace.STATIC_BASE;

    /**
     * @param sink       who hears of every event; {@link HeapEvents#NONE} costs nothing
     * @param limitBytes how much memory may be mapped, at least 0
     */
    public Heap(Profile profile, HeapEvents sink, long limitBytes) {
        this.profile = profile;
        this.smallRequestLimit = profile.smallRequestLimit();
        this.memory = new MappedMemory(limitBytes);
        this.pymalloc = new Pymalloc(profile, memory);
        this.cHeap = new CHeap(memory);
        listener(sink);
    }

    public Profile profile() {
        return profile;
    }

    /** Bytes that may be mapped. */
    public long limit() {
        return memory.limit();
    }

    /** Replaces whoever listens. */
    public void listener(HeapEvents listener) {
        this.sink = listener;
        pymalloc.listener(listener);
    }

    /**
     * A block of the domains mem and obj. 1 to smallRequestLimit bytes come from a pool, everything else (0 is served as 1) from the C heap, and
     * so does a small request for which no arena can be mapped any more.
     *
     * @param size     bytes; no size is too large or too small to ask for
     * @param site     where in the guest program
     * @param occupant whom the block belongs to, null if that is said later with {@link #setOccupant}
     * @return its address, or 0 (NULL) when the limit would be passed
     */
    public long malloc(long size, int site, Object occupant) {
        long event = events + 1;
        if (size > 0 && size <= smallRequestLimit) {
            long address = pymalloc.malloc((int) size, site, occupant, event);
            if (address != 0) {
                events = event;
                if (sink != HeapEvents.NONE) {
                    sink.allocated(event, address, size, site);
                }
                return address;
            }
        }
        return mallocChunk(size, false, site, occupant);
    }

    /**
     * Gives a block back.
     *
     * @throws HeapException when no allocated block begins at that address
     */
    public void free(long address, int site) {
        Pool pool = pymalloc.poolAt(address);
        if (pool == null) {
            freeChunk(address, false, site);
            return;
        }
        int b = pool.allocatedBlock(address);
        long event = ++events;
        if (sink != HeapEvents.NONE) {
            sink.freed(event, address, pool.requested(b), site);
        }
        pymalloc.free(pool, b, event);
    }

    /**
     * Resizes a block. A pool's block stays where it is when the new size fits and more than three quarters of it are used; otherwise it moves
     * (a pool's block of new size 0 moves to the C heap). A block of the C heap never moves into a pool. The occupant moves along.
     *
     * @return its address from now on, or 0 (NULL) when the limit would be passed; the old block is as it was then
     * @throws HeapException when no allocated block begins at that address
     */
    public long realloc(long address, long newSize, int site) {
        Pool pool = pymalloc.poolAt(address);
        if (pool == null) {
            return reallocChunk(address, newSize, false, site);
        }
        int b = pool.allocatedBlock(address);
        if (newSize >= 0 && newSize <= pool.blockSize && 4 * newSize > 3L * pool.blockSize) {
            pool.stamp[b] = pool.stamp[b] & -Pool.SIZE_MASK - 1 | newSize;
            pool.link[b] = site & Integer.MAX_VALUE;
            return reallocated(address, address, newSize, site);
        }
        return moveFromPool(pool, b, newSize, site);
    }

    private long moveFromPool(Pool pool, int b, long newSize, int site) {
        long event = events + 1;
        Object occupant = pool.occupants[b];
        long moved = newSize > 0 && newSize <= smallRequestLimit ? pymalloc.malloc((int) newSize, site, occupant, event) : 0;
        if (moved == 0) {
            Chunk chunk = cHeap.malloc(newSize, false, site, occupant, event);
            if (chunk == null) {
                return 0;
            }
            moved = chunk.block();
        }
        long address = pool.block(b);
        pymalloc.free(pool, b, event);
        return reallocated(address, moved, newSize, site);
    }

    private long reallocated(long from, long address, long size, int site) {
        events++;
        if (sink != HeapEvents.NONE) {
            sink.reallocated(events, from, address, size, site);
        }
        return address;
    }

    // --- the C heap ----------------------------------------------------------------------------------------------------------------------

    /** A block of the raw domain: always from the C heap, seen by no counter of the guest's. 0 (NULL) when the limit would be passed. */
    public long rawMalloc(long size, int site, Object occupant) {
        return mallocChunk(size, true, site, occupant);
    }

    /** Resizes a block of the raw domain; 0 (NULL) when the limit would be passed, and the old block is as it was then. */
    public long rawRealloc(long address, long newSize, int site) {
        return reallocChunk(address, newSize, true, site);
    }

    /** Gives a block of the raw domain back. */
    public void rawFree(long address, int site) {
        freeChunk(address, true, site);
    }

    private long mallocChunk(long size, boolean raw, int site, Object occupant) {
        Chunk chunk = cHeap.malloc(size, raw, site, occupant, events + 1);
        if (chunk == null) {
            return 0;
        }
        long event = ++events;
        if (sink != HeapEvents.NONE) {
            sink.allocated(event, chunk.block(), size, site);
        }
        return chunk.block();
    }

    private void freeChunk(long address, boolean raw, int site) {
        Chunk chunk = chunk(address, raw);
        long event = ++events;
        if (sink != HeapEvents.NONE) {
            sink.freed(event, address, chunk.requested, site);
        }
        cHeap.free(chunk);
    }

    private long reallocChunk(long address, long newSize, boolean raw, int site) {
        Chunk chunk = cHeap.realloc(chunk(address, raw), newSize, site, events + 1);
        return chunk == null ? 0 : reallocated(address, chunk.block(), newSize, site);
    }

    private Chunk chunk(long address, boolean raw) {
        Chunk chunk = cHeap.chunk(address);
        if (chunk.raw != raw) {
            throw new HeapException("the block at 0x" + Long.toHexString(address) + " is " + (raw ? "not " : "") + "of the raw domain");
        }
        return chunk;
    }

    // --- what a block knows --------------------------------------------------------------------------------------------------------------
    // All of these throw HeapException when no allocated block begins at the address.

    /** Whether an allocated block begins there. */
    public boolean isAllocated(long address) {
        Pool pool = pymalloc.poolAt(address);
        return pool == null ? cHeap.chunks.find(address) != null : pool.isAllocatedBlock(address);
    }

    /** Whom the block belongs to; null when that was never said. */
    public Object occupant(long address) {
        Pool pool = pymalloc.poolAt(address);
        return pool == null ? cHeap.chunk(address).occupant : pool.occupants[pool.allocatedBlock(address)];
    }

    public void setOccupant(long address, Object occupant) {
        Pool pool = pymalloc.poolAt(address);
        if (pool == null) {
            cHeap.chunk(address).occupant = occupant;
        } else {
            pool.occupants[pool.allocatedBlock(address)] = occupant;
        }
    }

    /** A block that was allocated all along belongs to a new object from now on, which was made at a site. No event. */
    public void reoccupy(long address, Object occupant, int site) {
        Pool pool = pymalloc.poolAt(address);
        if (pool == null) {
            cHeap.chunk(address).occupant = occupant;
            return;
        }
        int b = pool.allocatedBlock(address);
        pool.occupants[b] = occupant;
        pool.link[b] = site & Integer.MAX_VALUE;
        pool.stamp[b] = events << Pool.SIZE_BITS | pool.requested(b);
    }

    /** Where it was allocated or last resized. */
    public int site(long address) {
        Pool pool = pymalloc.poolAt(address);
        return pool == null ? cHeap.chunk(address).site : pool.link[pool.allocatedBlock(address)];
    }

    /** The number of the event with which it came to this address. */
    public long birth(long address) {
        Pool pool = pymalloc.poolAt(address);
        return pool == null ? cHeap.chunk(address).birth : pool.birth(pool.allocatedBlock(address));
    }

    /** Bytes asked for; 1 for a request of 0. */
    public long requestedSize(long address) {
        Pool pool = pymalloc.poolAt(address);
        return pool == null ? cHeap.chunk(address).requested : pool.requested(pool.allocatedBlock(address));
    }

    /** Bytes its owner may use: the block size of its class, or what malloc_usable_size says in the C heap. */
    public long grantedSize(long address) {
        Pool pool = pymalloc.poolAt(address);
        if (pool == null) {
            return cHeap.chunk(address).usable();
        }
        pool.allocatedBlock(address);
        return pool.blockSize;
    }

    // --- counters and views --------------------------------------------------------------------------------------------------------------

    /** Heap events so far. */
    public long events() {
        return events;
    }

    /** What {@code sys.getallocatedblocks()} says. */
    public int allocatedBlocks() {
        return cHeap.rawAllocatedBlocks() + pymalloc.allocatedBlocks();
    }

    /** Where a singleton or built-in type of that many bytes lies: 16-byte aligned, never freed, not counted. */
    public long staticAddress(long size) {
        if (size < 0 || size > AddressSpace.C_HEAP_BASE - staticEnd) {
            throw new HeapException("no room for " + size + " static bytes");
        }
        long address = staticEnd;
        staticEnd += Math.max(16, size + 15 & -16);
        return address;
    }

    /** Whether the address is one of {@link #staticAddress}. */
    public boolean isStatic(long address) {
        return address >= AddressSpace.STATIC_BASE && address < staticEnd;
    }

    /** Every block that {@link #allocatedBlocks} counts: those of the pools by address, then those of the C heap by address. */
    public void forEachBlock(BlockVisitor visitor) {
        new HeapViews(this).forEachBlock(visitor);
    }

    /** The mapped arenas by address. */
    public List<ArenaView> arenas() {
        return new HeapViews(this).arenas();
    }

    /**
     * The blocks of the pool in which {@code address} lies (anywhere in the pool).
     *
     * @throws HeapException when no carved pool lies there
     */
    public PoolView.Blocks pool(long address) {
        return new HeapViews(this).pool(address);
    }

    /** The addresses of the pools in the used list of that class, the preferred one first. */
    public List<Long> usedPools(int sizeClass) {
        return new HeapViews(this).usedPools(sizeClass);
    }

    /** The indices of the arenas that have free pools, the one that serves next first. */
    public List<Integer> usableArenas() {
        return new HeapViews(this).usableArenas();
    }

    public ArenaCounts arenaCounts() {
        return new ArenaCounts(pymalloc.arenas.allocated(), pymalloc.arenas.highWater(), pymalloc.arenas.current());
    }

    public CHeapView cHeap() {
        return new HeapViews(this).cHeap();
    }

    public OsView os() {
        return new HeapViews(this).os();
    }
}
