package dev.glassheap.runtime.heap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules of pymalloc once more, as plainly as they can be written: lists that are searched, and arenas that walk to the right one by one
 * (as CPython did before 3.8). Shares nothing with the allocator under test but the profile and the place of the first arena.
 */
final class ReferencePymalloc {
    private final Profile profile;
    private final List<LinkedList<ModelPool>> used = new ArrayList<>();
    private final LinkedList<ModelArena> usableArenas = new LinkedList<>();
    private final TreeMap<Integer, ModelArena> arenas = new TreeMap<>();
    private final Map<Long, ModelPool> pools = new HashMap<>();

    ReferencePymalloc(Profile profile) {
        this.profile = profile;
        for (int c = 0; c < profile.sizeClasses(); c++) {
            used.add(new LinkedList<>());
        }
    }

    private static final class ModelArena {
        final int slot;
        final long firstPool;
        final int total;
        int carved;
        final Deque<ModelPool> freePools = new ArrayDeque<>();

        ModelArena(int slot, long firstPool, int total) {
            this.slot = slot;
            this.firstPool = firstPool;
            this.total = total;
        }

        int free() {
            return freePools.size() + total - carved;
        }
    }

    private static final class ModelPool {
        final ModelArena arena;
        final long address;
        int sizeClass = -1;
        int allocated;
        long untouched;
        final Deque<Long> freeList = new ArrayDeque<>();

        ModelPool(ModelArena arena, long address) {
            this.arena = arena;
            this.address = address;
        }
    }

    long malloc(int size) {
        int c = (size - 1) / profile.alignment();
        if (used.get(c).isEmpty()) {
            used.get(c).addFirst(newPool(c));
        }
        ModelPool pool = used.get(c).getFirst();
        long block = pool.freeList.pop();
        pool.allocated++;
        if (pool.freeList.isEmpty()) {
            int blockSize = profile.blockSize(c);
            if (pool.untouched + blockSize <= pool.address + profile.poolSize()) {
                pool.freeList.push(pool.untouched);
                pool.untouched += blockSize;
            } else {
                used.get(c).remove(pool);
            }
        }
        return block;
    }

    void free(long block) {
        ModelPool pool = poolOf(block);
        boolean wasFull = pool.freeList.isEmpty();
        pool.freeList.push(block);
        pool.allocated--;
        if (wasFull) {
            used.get(pool.sizeClass).addFirst(pool);
        } else if (pool.allocated == 0) {
            used.get(pool.sizeClass).remove(pool);
            pool.arena.freePools.push(pool);
            repair(pool.arena);
        }
    }

    long realloc(long block, int size) {
        int blockSize = profile.blockSize(poolOf(block).sizeClass);
        if (size <= blockSize && size > blockSize * 0.75) {
            return block;
        }
        long moved = malloc(size);
        free(block);
        return moved;
    }

    private ModelPool poolOf(long block) {
        return pools.get(block / profile.poolSize() * profile.poolSize());
    }

    private ModelPool newPool(int sizeClass) {
        if (usableArenas.isEmpty()) {
            int slot = 0;
            while (arenas.containsKey(slot)) {
                slot++;
            }
            long first = AddressSpace.ARENA_BASE + (long) slot * profile.arenaSize() + (profile.misaligned() ? profile.poolSize() : 0);
            ModelArena arena = new ModelArena(slot, first, profile.misaligned() ? profile.poolsPerArena() - 1 : profile.poolsPerArena());
            arenas.put(slot, arena);
            usableArenas.add(arena);
        }
        ModelArena arena = usableArenas.getFirst();
        ModelPool pool;
        if (arena.freePools.isEmpty()) {
            pool = new ModelPool(arena, arena.firstPool + (long) arena.carved++ * profile.poolSize());
            pools.put(pool.address, pool);
        } else {
            pool = arena.freePools.pop();
        }
        if (arena.free() == 0) {
            usableArenas.removeFirst();
        }
        if (pool.sizeClass != sizeClass) {
            pool.sizeClass = sizeClass;
            int blockSize = profile.blockSize(sizeClass);
            pool.freeList.clear();
            pool.freeList.add(pool.address + 48);
            pool.freeList.add(pool.address + 48 + blockSize);
            pool.untouched = pool.address + 48 + 2L * blockSize;
        }
        return pool;
    }

    private void repair(ModelArena arena) {
        if (arena.free() == 1) {
            usableArenas.addFirst(arena);
            return;
        }
        int at = usableArenas.indexOf(arena);
        boolean isLast = at == usableArenas.size() - 1;
        if (arena.free() == arena.total && !(profile.keepsLastArena() && isLast)) {
            usableArenas.remove(at);
            arenas.remove(arena.slot);
            pools.values().removeIf(pool -> pool.arena == arena);
            return;
        }
        while (at + 1 < usableArenas.size() && usableArenas.get(at + 1).free() < arena.free()) {
            usableArenas.set(at, usableArenas.get(at + 1));
            usableArenas.set(++at, arena);
        }
    }
}
