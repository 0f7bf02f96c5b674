package dev.glassheap.runtime.heap;

import dev.glassheap.runtime.event.HeapEvents;

/**
 * CPython's small-object allocator: which block a request gets, and what a freed one does to its pool, its arena and the lists between them.
 * The rules are those of CPython's obmalloc.c.
 *
 * <pre>
 * a pool is in the used list of class c if and only if it is USED and its class is c
 * used list of class c: the pool touched by "full pool got a free block" or "taken from its arena" last is first
 * allocated blocks = sum over carved pools of count
 * </pre>
 *
 * {@link #malloc} and {@link #free} are the fast paths: they touch one pool and fall into a named slow path when its state changes.
 */
final class Pymalloc {
    private final Profile profile;
    private final int alignmentShift;
    private final MappedMemory memory;
    final ArenaTable arenas;
    final UsableArenas usableArenas;
    /** By class: the preferred pool, or null. */
    private final Pool[] used;
    private HeapEvents sink = HeapEvents.NONE;

    Pymalloc(Profile profile, MappedMemory memory) {
        this.profile = profile;
        this.alignmentShift = Integer.numberOfTrailingZeros(profile.alignment());
        this.memory = memory;
        this.arenas = new ArenaTable(profile);
        this.usableArenas = new UsableArenas(profile);
        this.used = new Pool[profile.sizeClasses()];
    }

    void listener(HeapEvents listener) {
        this.sink = listener;
    }

    /** The carved pool in which that address lies, or null (CPython's address_in_range). */
    Pool poolAt(long address) {
        Pool[] pools = arenas.pools;
        long n = address - arenas.firstPool >>> arenas.poolShift;
        return n < pools.length ? pools[(int) n] : null;
    }

    /** The preferred pool of that class, or null. */
    Pool used(int sizeClass) {
        return used[sizeClass];
    }

    /** A block for 1 to smallRequestLimit bytes; 0 when a new arena would be needed and cannot be mapped. */
    long malloc(int size, int site, Object occupant, long event) {
        int sizeClass = size - 1 >>> alignmentShift;
        Pool pool = used[sizeClass];
        if (pool == null) {
            pool = usePool(sizeClass, event);
            if (pool == null) {
                return 0;
            }
        }
        int b = pool.freeBlock;
        int[] link = pool.link;
        int next = -2 - link[b];
        link[b] = site & Integer.MAX_VALUE;
        pool.stamp[b] = event << Pool.SIZE_BITS | size;
        pool.occupants[b] = occupant;
        pool.count++;
        pool.freeBlock = next;
        if (next == Pool.NO_BLOCK) {
            extend(pool);
        }
        return pool.block(b);
    }

    /** Gives block {@code b} of the pool back. */
    void free(Pool pool, int b, long event) {
        int lastFree = pool.freeBlock;
        pool.link[b] = Pool.linkTo(lastFree);
        pool.occupants[b] = null;
        pool.freeBlock = b;
        int count = --pool.count;
        if (lastFree == Pool.NO_BLOCK) {
            linkFirst(pool);
        } else if (count == 0) {
            release(pool, event);
        }
    }

    /** Slow path: the last free block has just left. Carves the next one, or else the pool is full and leaves its list. */
    private void extend(Pool pool) {
        if (!pool.carve()) {
            unlink(pool);
        }
    }

    /** Slow path: no pool of that class has a free block. Takes one from the fullest arena; null when there is none to be had. */
    private Pool usePool(int sizeClass, long event) {
        if (usableArenas.first() == null && !newArena(event)) {
            return null;
        }
        Pool pool = usableArenas.takePool(profile.poolSize());
        linkFirst(pool, sizeClass);
        if (pool.sizeClass == Pool.NO_CLASS) {
            arenas.enter(pool);
        }
        if (pool.sizeClass != sizeClass) {
            pool.initialise(sizeClass, profile.blockSize(sizeClass), profile.capacity(sizeClass));
        }
        return pool;
    }

    private boolean newArena(long event) {
        if (!arenas.hasRoom() || !memory.map(profile.arenaSize())) {
            return false;
        }
        Arena arena = arenas.map();
        usableArenas.start(arena);
        if (sink != HeapEvents.NONE) {
            sink.arenaMapped(event, arena.base, profile.arenaSize());
        }
        return true;
    }

    /** Slow path: the pool is empty. It goes to its arena's free pools, and a wholly free arena goes back to the operating system. */
    private void release(Pool pool, long event) {
        unlink(pool);
        Arena arena = pool.arena;
        arena.pushFree(pool);
        if (usableArenas.poolWasFreed(arena)) {
            arenas.unmap(arena);
            memory.unmap(profile.arenaSize());
            if (sink != HeapEvents.NONE) {
                sink.arenaReturned(event, arena.base, profile.arenaSize());
            }
        }
    }

    private void linkFirst(Pool pool) {
        linkFirst(pool, pool.sizeClass);
    }

    private void linkFirst(Pool pool, int sizeClass) {
        Pool head = used[sizeClass];
        pool.previous = null;
        pool.next = head;
        if (head != null) {
            head.previous = pool;
        }
        used[sizeClass] = pool;
    }

    private void unlink(Pool pool) {
        Pool previous = pool.previous;
        Pool next = pool.next;
        if (previous == null) {
            used[pool.sizeClass] = next;
        } else {
            previous.next = next;
        }
        if (next != null) {
            next.previous = previous;
        }
        pool.next = null;
        pool.previous = null;
    }

    /** Blocks allocated in all pools. */
    int allocatedBlocks() {
        int blocks = 0;
        for (Arena arena : arenas.mapped()) {
            for (int i = 0; i < arena.carved; i++) {
                blocks += arena.pools[i].count;
            }
        }
        return blocks;
    }
}
