package dev.glassheap.runtime.heap;

/**
 * The arenas that have a free pool, those with the fewest first, so that allocations go to the fullest arena and nearly empty ones can drain
 * (CPython's usable_arenas).
 *
 * <pre>
 * a.freePools &lt;= a.next.freePools
 * last[n] = the rightmost arena with n free pools, or null (nfp2lasta), for n &gt;= 1
 * </pre>
 *
 * The finger vector {@code last} makes every repair O(1). CPython before 3.8 walked to the right instead; the resulting order is the same.
 */
final class UsableArenas {
    private final boolean keepsLastArena;
    private final Arena[] last;
    private Arena first;

    UsableArenas(Profile profile) {
        this.keepsLastArena = profile.keepsLastArena();
        this.last = new Arena[profile.poolsPerArena() + 1];
    }

    /** The arena that serves next, or null when none has a free pool. */
    Arena first() {
        return first;
    }

    /** The rightmost arena with {@code n} free pools, or null. */
    Arena last(int n) {
        return last[n];
    }

    /** Puts a fresh arena into the empty list. */
    void start(Arena arena) {
        first = arena;
        last[arena.freePools] = arena;
    }

    /** Takes a pool from the first arena. The order stays right: that arena had the fewest. The arena leaves when it has none left. */
    Pool takePool(int poolSize) {
        Arena arena = first;
        int free = arena.freePools;
        if (last[free] == arena) {
            last[free] = null;
        }
        if (free > 1) {
            last[free - 1] = arena;
        }
        Pool pool = arena.takePool(poolSize);
        if (arena.freePools == 0) {
            first = arena.next;
            if (first != null) {
                first.previous = null;
            }
            arena.next = null;
        }
        return pool;
    }

    /**
     * Counts a pool of the arena as free and repairs the order.
     *
     * @return whether the arena is wholly free and left the list: its memory is to be returned
     */
    boolean poolWasFreed(Arena arena) {
        int free = arena.freePools;
        Arena lastWithFree = last[free];
        if (lastWithFree == arena) {
            Arena p = arena.previous;
            last[free] = p != null && p.freePools == free ? p : null;
        }
        arena.freePools = ++free;
        if (arena.whollyFree() && !(keepsLastArena && arena.next == null)) {
            unlink(arena);
            return true;
        }
        if (free == 1) {
            putFirst(arena);
        } else {
            if (last[free] == null) {
                last[free] = arena;
            }
            if (arena != lastWithFree) {
                moveBehind(lastWithFree, arena);
            }
        }
        return false;
    }

    private void putFirst(Arena arena) {
        arena.previous = null;
        arena.next = first;
        if (first != null) {
            first.previous = arena;
        }
        first = arena;
        if (last[1] == null) {
            last[1] = arena;
        }
    }

    /** The arena now has one more free pool than those it stood among: it goes right behind the last of them. */
    private void moveBehind(Arena left, Arena arena) {
        unlink(arena);
        arena.previous = left;
        arena.next = left.next;
        if (left.next != null) {
            left.next.previous = arena;
        }
        left.next = arena;
    }

    private void unlink(Arena arena) {
        if (arena.previous == null) {
            first = arena.next;
        } else {
            arena.previous.next = arena.next;
        }
        if (arena.next != null) {
            arena.next.previous = arena.previous;
        }
        arena.next = null;
        arena.previous = null;
    }
}
