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
 * A pool in which blocks were taken or given back between two snapshots. Pools are the same when their addresses are.
 *
 * @param then   number of the pool in the earlier snapshot, {@link PoolTable#NONE} if its arena was not mapped
 * @param now    number in the later snapshot, {@link PoolTable#NONE} if its arena was returned
 * @param before role of each carved block then: survived or free
 * @param after  role of each carved block now
 * @param came   blocks that were taken or given back
 */
record PoolChange(int then, int now, List<Role> before, List<Role> after, int came) {

    /** All such pools, the most changed first. */
    static List<PoolChange> all(SnapshotDiff diff) {
        Set<Integer> garbage = new HashSet<>(diff.garbage());
        Set<Integer> changed = new HashSet<>();
        for (Pair pair : diff.changed()) {
            changed.add(pair.after());
        }
        PoolTable a = diff.before().pools();
        PoolTable b = diff.after().pools();
        var changes = new ArrayList<PoolChange>();
        for (int pool = 0; pool < b.poolCount(); pool++) {
            changes.add(of(diff, a.poolAt(b.address(pool)), pool, garbage, changed));
        }
        for (int pool = 0; pool < a.poolCount(); pool++) {
            if (b.poolAt(a.address(pool)) == PoolTable.NONE) {
                changes.add(of(diff, pool, PoolTable.NONE, garbage, changed));
            }
        }
        changes.removeIf(change -> change.came() == 0);
        changes.sort(Comparator.comparingInt(PoolChange::came).reversed());
        return changes;
    }

    private static PoolChange of(SnapshotDiff diff, int then, int now, Set<Integer> garbage, Set<Integer> changed) {
        PoolTable a = diff.before().pools();
        PoolTable b = diff.after().pools();
        boolean sameClass = then != PoolTable.NONE && now != PoolTable.NONE && a.blockSize(then) == b.blockSize(now);
        var before = new ArrayList<Role>();
        for (int block = 0; then != PoolTable.NONE && block < a.carved(then); block++) {
            before.add(a.allocated(then, block) ? Role.SURVIVED : Role.FREE);
        }
        var after = new ArrayList<Role>();
        int came = sameClass || then == PoolTable.NONE ? 0 : a.used(then);
        for (int block = 0; now != PoolTable.NONE && block < b.carved(now); block++) {
            boolean was = sameClass && a.allocated(then, block);
            Role role = role(diff, then, now, block, was, garbage, changed);
            came += role == Role.ADDED || role == Role.REMOVED || role == Role.REUSED ? 1 : 0;
            after.add(role);
        }
        return new PoolChange(then, now, before, after, came);
    }

    private static Role role(SnapshotDiff diff, int then, int now, int block, boolean was, Set<Integer> garbage, Set<Integer> changed) {
        PoolTable a = diff.before().pools();
        PoolTable b = diff.after().pools();
        boolean compared = was && compared(a.owner(then, block), diff::comparedBefore);
        if (!b.allocated(now, block)) {
            return compared ? Role.REMOVED : Role.FREE;
        }
        int owner = b.owner(now, block);
        if (!compared) {
            return compared(owner, diff::comparedAfter) ? Role.ADDED : Role.SURVIVED;
        }
        boolean same = b.role(now, block).equals(a.role(then, block)) && sameOwner(diff, a.owner(then, block), owner);
        if (!same) {
            return Role.REUSED;
        }
        if (owner == PoolTable.NONE) {
            return Role.SURVIVED;
        }
        return garbage.contains(owner) ? Role.GARBAGE : changed.contains(owner) ? Role.CHANGED : Role.SURVIVED;
    }

    /** Parked blocks and what running code uses come and go without a mark. */
    private static boolean compared(int owner, java.util.function.IntPredicate isCompared) {
        return owner == PoolTable.NONE || isCompared.test(owner);
    }

    private static boolean sameOwner(SnapshotDiff diff, int then, int now) {
        if (then == PoolTable.NONE || now == PoolTable.NONE) {
            return then == now;
        }
        boolean parkedThen = diff.before().objects().parked(then);
        boolean parkedNow = diff.after().objects().parked(now);
        return parkedThen || parkedNow ? parkedThen && parkedNow : diff.earlier(now) == then;
    }

    /** How many runs of blocks of one role both strips have. */
    int runs() {
        return runs(before) + runs(after);
    }

    private static int runs(List<Role> roles) {
        int runs = 0;
        for (int block = 0; block < roles.size(); block++) {
            runs += block == 0 || roles.get(block) != roles.get(block - 1) ? 1 : 0;
        }
        return runs;
    }

    long address(SnapshotDiff diff) {
        return now == PoolTable.NONE ? diff.before().pools().address(then) : diff.after().pools().address(now);
    }

    /** {@code pool 3 (64 B)}, {@code pool 8 (8 B, then 480 B)}, {@code arena 2 pool 0 (64 B), returned since}. */
    String title(SnapshotDiff diff) {
        if (now == PoolTable.NONE) {
            return new Names(diff.before()).pool(then) + " (" + diff.before().pools().blockSize(then) + " B), returned since";
        }
        int was = then == PoolTable.NONE ? 0 : diff.before().pools().blockSize(then);
        int is = diff.after().pools().blockSize(now);
        return new Names(diff.after()).pool(now) + " (" + (was == 0 || was == is ? is + " B)" : was + " B, then " + is + " B)");
    }

    /** Name of what is in a block. */
    static String name(HeapSnapshot snapshot, int pool, int block) {
        return new Names(snapshot).block(pool, block);
    }

    /** Whether a role is worth a name beside the strip. */
    static boolean named(Role role) {
        return role != Role.SURVIVED && role != Role.FREE && role != Role.REMOVED;
    }
}
