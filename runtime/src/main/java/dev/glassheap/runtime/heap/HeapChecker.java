package dev.glassheap.runtime.heap;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Computes the invariants of a heap as the types of this package state them. Reads only.
 *
 * <p>{@link #checkCheaply} looks at counters, arenas and the headers of pools: O(pools). {@link #checkThoroughly} walks every list and every
 * block and chunk as well: O(blocks).
 */
public final class HeapChecker {
    private final Heap heap;
    private final Profile profile;
    private final Pymalloc pymalloc;

    private HeapChecker(Heap heap) {
        this.heap = heap;
        this.profile = heap.profile();
        this.pymalloc = heap.pymalloc;
    }

    /** @throws HeapException when an invariant does not hold; the message has the values */
    public static void checkCheaply(Heap heap) {
        HeapChecker checker = new HeapChecker(heap);
        checker.checkMappedMemory();
        checker.checkUsableArenas();
        checker.checkArenaCounts();
    }

    /** @throws HeapException when an invariant does not hold; the message has the values */
    public static void checkThoroughly(Heap heap) {
        checkCheaply(heap);
        HeapChecker checker = new HeapChecker(heap);
        for (Arena arena : heap.pymalloc.arenas.mapped()) {
            checker.checkArena(arena);
        }
        checker.checkUsedLists();
        new CHeapChecker(heap.cHeap).check();
        checker.checkAllocatedBlocks();
    }

    static void require(boolean holds, String invariant, Object... values) {
        if (!holds) {
            throw new HeapException("broken: " + invariant.formatted(values));
        }
    }

    /** arenas * arenaSize + C heap + mappings = mapped, 0 <= mapped <= limit. */
    private void checkMappedMemory() {
        MappedMemory memory = heap.memory;
        long arenas = (long) pymalloc.arenas.current() * profile.arenaSize();
        long cHeap = heap.cHeap.end() - AddressSpace.C_HEAP_BASE;
        long mappings = heap.cHeap.mapped.bytes();
        require(arenas + cHeap + mappings == memory.mapped(), "arenas %d + C heap %d + mappings %d = mapped %d", arenas, cHeap, mappings,
                memory.mapped());
        require(memory.mapped() >= 0 && memory.mapped() <= memory.limit(), "0 <= mapped %d <= limit %d", memory.mapped(), memory.limit());
    }

    /** Sorted by freePools, exactly the mapped arenas with freePools > 0, last[n] = rightmost with n, links symmetric. */
    private void checkUsableArenas() {
        UsableArenas usable = pymalloc.usableArenas;
        Set<Arena> seen = new HashSet<>();
        Arena previous = null;
        Arena[] last = new Arena[profile.poolsPerArena() + 1];
        for (Arena a = usable.first(); a != null; a = a.next) {
            require(seen.add(a), "arena %d is once in usable_arenas", a.index);
            require(a.previous == previous, "arena %d: next and previous agree", a.index);
            require(a.freePools > 0, "arena %d in usable_arenas: freePools %d > 0", a.index, a.freePools);
            require(previous == null || previous.freePools <= a.freePools, "arena %d: freePools %d >= those of the one before", a.index,
                    a.freePools);
            last[a.freePools] = a;
            previous = a;
        }
        for (int n = 1; n < last.length; n++) {
            require(usable.last(n) == last[n], "last[%d] is the rightmost arena with %d free pools", n, n);
        }
        for (Arena a : pymalloc.arenas.mapped()) {
            require(seen.contains(a) == a.freePools > 0, "arena %d with %d free pools is usable: %s", a.index, a.freePools, seen.contains(a));
            boolean mayBeFree = profile.keepsLastArena() && a.next == null;
            require(!a.whollyFree() || mayBeFree, "arena %d is wholly free and was not returned", a.index);
        }
    }

    /** current <= highWater <= allocated; descriptors are unique. */
    private void checkArenaCounts() {
        ArenaCounts counts = heap.arenaCounts();
        Arena[] mapped = pymalloc.arenas.mapped();
        require(mapped.length == counts.current(), "mapped arenas %d = current %d", mapped.length, counts.current());
        require(counts.current() <= counts.highWater() && counts.highWater() <= counts.allocated(), "ordered: %s", counts);
        BitSet descriptors = new BitSet();
        for (Arena a : mapped) {
            require(!descriptors.get(a.index), "descriptor %d belongs to one arena", a.index);
            descriptors.set(a.index);
        }
    }

    /** freePools = length of freepools + pools never carved; addresses as the geometry says. */
    private void checkArena(Arena arena) {
        int empty = 0;
        for (Pool p = arena.freeList; p != null; p = p.next) {
            require(p.arena == arena && p.count == 0, "pool %d of arena %d on its free pools: count %d = 0", p.number, arena.index, p.count);
            require(++empty <= arena.carved, "free pools of arena %d end", arena.index);
        }
        int untouched = arena.pools.length - arena.carved;
        require(arena.freePools == empty + untouched, "arena %d: freePools %d = empty %d + untouched %d", arena.index, arena.freePools, empty,
                untouched);
        int countZero = 0;
        for (int i = 0; i < arena.carved; i++) {
            Pool pool = arena.pools[i];
            require(pool.number == i && pool.arena == arena, "pool %d of arena %d knows where it is", i, arena.index);
            require(pool.address() == arena.firstPool + (long) i * profile.poolSize(), "address of pool %d of arena %d", i, arena.index);
            require(pool.address() >= arena.base && pool.address() + profile.poolSize() <= arena.base + profile.arenaSize(),
                    "pool %d lies in arena %d", i, arena.index);
            require(pymalloc.poolAt(pool.address()) == pool, "pool %d of arena %d is found by address", i, arena.index);
            countZero += pool.count == 0 ? 1 : 0;
            checkPool(pool);
        }
        require(countZero == empty, "arena %d: pools without a block %d = length of freepools %d", arena.index, countZero, empty);
    }

    /** capacity and carving; count + length of free list = carved; link < 0 exactly for free blocks; free blocks have no occupant. */
    private void checkPool(Pool pool) {
        String where = "pool 0x%x".formatted(pool.address());
        require(pool.blockSize == profile.blockSize(pool.sizeClass), "%s: block size %d of class %d", where, pool.blockSize, pool.sizeClass);
        require(pool.capacity == (profile.poolSize() - Pool.HEADER) / pool.blockSize, "%s: capacity %d", where, pool.capacity);
        require(pool.carved >= 2 && pool.carved <= pool.capacity, "%s: 2 <= carved %d <= capacity %d", where, pool.carved, pool.capacity);
        int[] freeList = pool.freeList();
        require(pool.count + freeList.length == pool.carved, "%s: count %d + free %d = carved %d", where, pool.count, freeList.length,
                pool.carved);
        require(pool.isFull() == (pool.count == pool.capacity), "%s: full %s, count %d, capacity %d", where, pool.isFull(), pool.count,
                pool.capacity);
        BitSet free = new BitSet();
        for (int b : freeList) {
            require(!free.get(b), "%s: block %d is once on the free list", where, b);
            free.set(b);
        }
        for (int b = 0; b < pool.carved; b++) {
            boolean isFree = free.get(b);
            require(pool.link[b] < 0 == isFree, "%s: block %d is free or allocated, link %d", where, b, pool.link[b]);
            require(!isFree || pool.occupants[b] == null, "%s: free block %d has no occupant", where, b);
            require(isFree || pool.requested(b) >= 1 && pool.requested(b) <= pool.blockSize, "%s: block %d: 1 <= requested %d <= %d", where, b,
                    pool.requested(b), pool.blockSize);
            require(isFree || pool.birth(b) >= 1 && pool.birth(b) <= heap.events(), "%s: block %d: birth %d <= events %d", where, b,
                    pool.birth(b), heap.events());
        }
    }

    /** The used list of class c holds exactly the pools in state USED of class c, symmetric links. */
    private void checkUsedLists() {
        int linked = 0;
        for (int c = 0; c < profile.sizeClasses(); c++) {
            Pool previous = null;
            for (Pool p = pymalloc.used(c); p != null; p = p.next) {
                require(p.sizeClass == c, "pool 0x%x in used list %d: class %d", p.address(), c, p.sizeClass);
                require(p.state() == PoolState.USED, "pool 0x%x in a used list: %s", p.address(), p.state());
                require(p.previous == previous, "pool 0x%x: next and previous agree", p.address());
                previous = p;
                linked++;
            }
        }
        int used = 0;
        for (Arena arena : pymalloc.arenas.mapped()) {
            for (int i = 0; i < arena.carved; i++) {
                used += arena.pools[i].state() == PoolState.USED ? 1 : 0;
            }
        }
        require(linked == used, "pools in used lists %d = used pools %d", linked, used);
    }

    /** The blocks visited are those counted, and no two of them overlap. */
    private void checkAllocatedBlocks() {
        int[] visited = {0};
        heap.forEachBlock((address, requested, granted, site, birth, occupant) -> {
            visited[0]++;
            require(requested <= granted, "block 0x%x: requested %d <= granted %d", address, requested, granted);
        });
        require(visited[0] == heap.allocatedBlocks(), "blocks visited %d = allocatedBlocks %d", visited[0], heap.allocatedBlocks());
    }
}
