package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.PoolTable;
import dev.glassheap.runtime.snapshot.SnapshotDiff;
import dev.glassheap.runtime.snapshot.SnapshotDiff.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A pool in which blocks were taken or given back between two snapshots.
 *
 * @param pool    number in the heap, the same in both snapshots
 * @param before  role of each carved block then: survived or free
 * @param after   role of each carved block now
 * @param came    blocks that were taken or given back
 */
record PoolChange(int pool, List<Role> before, List<Role> after, int came) {

    /** All such pools, the most changed first. */
    static List<PoolChange> all(SnapshotDiff diff) {
        Set<Integer> garbage = new HashSet<>(diff.garbage());
        Set<Integer> changed = new HashSet<>();
        for (Pair pair : diff.changed()) {
            changed.add(pair.after());
        }
        var changes = new ArrayList<PoolChange>();
        int pools = Math.min(diff.before().pools().poolCount(), diff.after().pools().poolCount());
        for (int pool = 0; pool < pools; pool++) {
            PoolChange change = of(diff, pool, garbage, changed);
            if (change.came() > 0) {
                changes.add(change);
            }
        }
        changes.sort(Comparator.comparingInt(PoolChange::came).reversed().thenComparingInt(PoolChange::pool));
        return changes;
    }

    private static PoolChange of(SnapshotDiff diff, int pool, Set<Integer> garbage, Set<Integer> changed) {
        PoolTable a = diff.before().pools();
        PoolTable b = diff.after().pools();
        boolean sameClass = a.blockSize(pool) == b.blockSize(pool) && a.address(pool) == b.address(pool);
        var before = new ArrayList<Role>();
        for (int block = 0; block < a.carved(pool); block++) {
            before.add(a.allocated(pool, block) ? Role.SURVIVED : Role.FREE);
        }
        var after = new ArrayList<Role>();
        int came = 0;
        for (int block = 0; block < b.carved(pool); block++) {
            boolean was = sameClass && a.allocated(pool, block);
            Role role = role(diff, pool, block, was, garbage, changed);
            came += role == Role.ADDED || role == Role.REMOVED || role == Role.REUSED ? 1 : 0;
            after.add(role);
        }
        if (!sameClass) {
            came += a.used(pool);
        }
        return new PoolChange(pool, before, after, came);
    }

    private static Role role(SnapshotDiff diff, int pool, int block, boolean was, Set<Integer> garbage, Set<Integer> changed) {
        PoolTable b = diff.after().pools();
        if (!b.allocated(pool, block)) {
            return was ? Role.REMOVED : Role.FREE;
        }
        if (!was) {
            return Role.ADDED;
        }
        int now = b.owner(pool, block);
        int then = diff.before().pools().owner(pool, block);
        boolean same = b.role(pool, block).equals(diff.before().pools().role(pool, block)) && sameOwner(diff, then, now);
        if (!same) {
            return Role.REUSED;
        }
        if (now == PoolTable.NONE) {
            return Role.SURVIVED;
        }
        return garbage.contains(now) ? Role.GARBAGE : changed.contains(now) ? Role.CHANGED : Role.SURVIVED;
    }

    private static boolean sameOwner(SnapshotDiff diff, int then, int now) {
        if (then == PoolTable.NONE || now == PoolTable.NONE) {
            return then == now;
        }
        boolean parked = diff.before().objects().parked(then) || diff.after().objects().parked(now);
        return parked ? diff.before().objects().parked(then) && diff.after().objects().parked(now) : diff.earlier(now) == then;
    }

    /** {@code pool 3 (64 B)}, {@code pool 8 (8 B, then 480 B)}. */
    String title(SnapshotDiff diff) {
        int was = diff.before().pools().blockSize(pool);
        int is = diff.after().pools().blockSize(pool);
        return new Names(diff.after()).pool(pool) + " (" + (was == 0 || was == is ? is + " B)" : was + " B, then " + is + " B)");
    }

    /** Name of what is or was in a block of the changed kind. */
    static String name(HeapSnapshot snapshot, int pool, int block) {
        return new Names(snapshot).block(pool, block);
    }

    /** Whether a role is worth a name beside the strip. */
    static boolean named(Role role) {
        return role != Role.SURVIVED && role != Role.FREE && role != Role.REMOVED;
    }
}
