package dev.glassheap.runtime.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened between two snapshots of one world, object by object. Objects are the same when type name and serial are;
 * parked blocks are no objects, static objects never change here, and of a class only its own text counts, because its
 * refcount moves with every instance. What only the running code uses ({@link ObjectTable#inUse}: every cell brings code and
 * constants of its own) is not compared unless it is kept in the other snapshot, nor do references from there count.
 *
 * <pre>
 * after.compared = before.compared + added - removed
 * before.compared = removed + survived + changed + garbage survivors
 * </pre>
 */
public final class SnapshotDiff {

    private final HeapSnapshot before;
    private final HeapSnapshot after;
    private final List<Integer> added = new ArrayList<>();
    private final List<Integer> removed = new ArrayList<>();
    private final List<Pair> changed = new ArrayList<>();
    private final List<Pair> reused = new ArrayList<>();
    private final List<Integer> garbage = new ArrayList<>();
    private final List<List<Integer>> cycles;
    private final int[] earlier;
    private final int[] later;
    private final long[] bytesBefore;
    private final long[] bytesAfter;
    private final boolean[] comparedBefore;
    private final boolean[] comparedAfter;
    private final int[] refcountsBefore;
    private final int[] refcountsAfter;
    private int survived;

    /** An object in both snapshots, or for reuse the removed one and the one now in its block. */
    public record Pair(int before, int after) { }

    private SnapshotDiff(HeapSnapshot before, HeapSnapshot after) {
        this.before = before;
        this.after = after;
        this.earlier = new int[after.objects().count()];
        this.later = new int[before.objects().count()];
        this.bytesBefore = before.footprints();
        this.bytesAfter = after.footprints();
        this.comparedBefore = compared(before.objects());
        this.comparedAfter = compared(after.objects());
        this.refcountsBefore = refcounts(before);
        this.refcountsAfter = refcounts(after);
        match();
        findRemoved();
        findReused();
        cycles = Cycles.among(after, garbage);
    }

    /**
     * @throws IncomparableException if the snapshots are of two worlds
     */
    public static SnapshotDiff between(HeapSnapshot before, HeapSnapshot after) {
        SnapshotHeader a = before.header();
        SnapshotHeader b = after.header();
        if (a.world() != b.world()) {
            throw new IncomparableException("these snapshots cannot be compared: one is of world " + a.world() + " (" + a.profile()
                    + "), the other of world " + b.world() + " (" + b.profile() + ")");
        }
        return new SnapshotDiff(before, after);
    }

    /** The message is a sentence for the reader. */
    public static final class IncomparableException extends RuntimeException {
        IncomparableException(String message) {
            super(message);
        }
    }

    private record Identity(String type, int serial) { }

    private void match() {
        Map<Identity, Integer> known = new HashMap<>();
        ObjectTable old = before.objects();
        for (int object = 0; object < old.count(); object++) {
            later[object] = ObjectTable.NOTHING;
            if (exists(old, object)) {
                known.put(new Identity(old.typeName(object), old.serial(object)), object);
            }
        }
        ObjectTable now = after.objects();
        for (int object = 0; object < now.count(); object++) {
            earlier[object] = ObjectTable.NOTHING;
            if (exists(now, object)) {
                Integer earlierNumber = known.get(new Identity(now.typeName(object), now.serial(object)));
                if (earlierNumber != null && comparedBefore[earlierNumber] != comparedAfter[object]) {
                    comparedBefore[earlierNumber] = true;
                    comparedAfter[object] = true;
                }
                if (comparedAfter[object]) {
                    place(earlierNumber, object);
                }
            }
        }
    }

    private void place(Integer old, int now) {
        boolean becameGarbage = after.objects().garbage(now) && (old == null || !before.objects().garbage(old));
        if (becameGarbage) {
            garbage.add(now);
        }
        if (old == null) {
            added.add(now);
            return;
        }
        earlier[now] = old;
        later[old] = now;
        if (becameGarbage) {
            return;
        }
        if (differs(old, now)) {
            changed.add(new Pair(old, now));
        } else {
            survived++;
        }
    }

    private boolean differs(int old, int now) {
        ObjectTable a = before.objects();
        ObjectTable b = after.objects();
        if (a.inUse(old) || b.inUse(now)) {
            return false;
        }
        if (!a.preview(old).equals(b.preview(now)) || bytesBefore[old] != bytesAfter[now]) {
            return true;
        }
        return !b.isType(now) && (refcountsBefore[old] != refcountsAfter[now] || a.length(old) != b.length(now));
    }

    private void findRemoved() {
        for (int object = 0; object < later.length; object++) {
            if (later[object] == ObjectTable.NOTHING && comparedBefore[object]) {
                removed.add(object);
            }
        }
    }

    private void findReused() {
        Map<Long, Integer> left = new HashMap<>();
        for (int object : removed) {
            if (before.place(object) instanceof Place.InPool(int pool, int block)) {
                left.put(before.pools().blockAddress(pool, block), object);
            }
        }
        for (int object : added) {
            if (after.place(object) instanceof Place.InPool(int pool, int block)) {
                Integer old = left.get(after.pools().blockAddress(pool, block));
                if (old != null) {
                    reused.add(new Pair(old, object));
                }
            }
        }
    }

    private static boolean exists(ObjectTable objects, int object) {
        return !objects.parked(object) && !objects.isStatic(object);
    }

    private static boolean[] compared(ObjectTable objects) {
        var compared = new boolean[objects.count()];
        for (int object = 0; object < compared.length; object++) {
            compared[object] = exists(objects, object) && !objects.inUse(object);
        }
        return compared;
    }

    /** Whether the diff is about an object of {@link #before()}. */
    public boolean comparedBefore(int object) {
        return comparedBefore[object];
    }

    /** Whether the diff is about an object of {@link #after()}. */
    public boolean comparedAfter(int object) {
        return comparedAfter[object];
    }

    /** Number of objects of {@link #before()} that the diff is about. */
    public int comparedBefore() {
        return count(comparedBefore);
    }

    /** Number of objects of {@link #after()} that the diff is about. */
    public int comparedAfter() {
        return count(comparedAfter);
    }

    private static int count(boolean[] compared) {
        int count = 0;
        for (boolean is : compared) {
            count += is ? 1 : 0;
        }
        return count;
    }

    /** Refcounts less the references that running code holds. */
    private static int[] refcounts(HeapSnapshot snapshot) {
        ObjectTable objects = snapshot.objects();
        var counts = objects.refcount.clone();
        for (int object = 0; object < counts.length; object++) {
            for (int k = 0; objects.inUse(object) && k < objects.edgeCount(object); k++) {
                if (objects.edgeTarget(object, k) != ObjectTable.NOTHING) {
                    counts[objects.edgeTarget(object, k)]--;
                }
            }
        }
        for (Root root : snapshot.roots()) {
            if (root.kind() == Root.Kind.STACK) {
                counts[root.target()]--;
            }
        }
        return counts;
    }

    /** Refcount of an object of {@link #before()}, without references of running code. */
    public int refcountBefore(int object) {
        return refcountsBefore[object];
    }

    /** Refcount of an object of {@link #after()}, without references of running code. */
    public int refcountAfter(int object) {
        return refcountsAfter[object];
    }

    public HeapSnapshot before() {
        return before;
    }

    public HeapSnapshot after() {
        return after;
    }

    /** Numbers in {@link #after()}, reused places included. */
    public List<Integer> added() {
        return List.copyOf(added);
    }

    /** Numbers in {@link #before()}. */
    public List<Integer> removed() {
        return List.copyOf(removed);
    }

    /** Objects of both with another refcount, length, text or size; not those that became garbage. */
    public List<Pair> changed() {
        return List.copyOf(changed);
    }

    /** Added objects whose block was a removed object's. */
    public List<Pair> reused() {
        return List.copyOf(reused);
    }

    /** Numbers in {@link #after()} of objects that nothing reaches any more, and something did before or they did not exist. */
    public List<Integer> garbage() {
        return List.copyOf(garbage);
    }

    /** The cycles among {@link #garbage()}. */
    public List<List<Integer>> cycles() {
        return List.copyOf(cycles);
    }

    /** Objects of both without any change. */
    public int survived() {
        return survived;
    }

    /** Number in {@link #before()} of an object of {@link #after()}, or {@link ObjectTable#NOTHING}. */
    public int earlier(int object) {
        return earlier[object];
    }

    /** Number in {@link #after()} of an object of {@link #before()}, or {@link ObjectTable#NOTHING}. */
    public int later(int object) {
        return later[object];
    }

    /** Bytes of an object of {@link #before()} with its buffers. */
    public long bytesBefore(int object) {
        return bytesBefore[object];
    }

    /** Bytes of an object of {@link #after()} with its buffers. */
    public long bytesAfter(int object) {
        return bytesAfter[object];
    }

    /**
     * Checks the equations above.
     *
     * @throws IllegalStateException if one does not hold
     */
    public void verify() {
        int was = comparedBefore();
        int is = comparedAfter();
        int garbageSurvivors = (int) garbage.stream().filter(object -> earlier[object] != ObjectTable.NOTHING).count();
        if (is != was + added.size() - removed.size()
                || was != removed.size() + survived + changed.size() + garbageSurvivors) {
            throw new IllegalStateException(was + " objects, " + added.size() + " added, " + removed.size() + " removed, " + survived
                    + " survived, " + changed.size() + " changed, " + garbageSurvivors + " became garbage: " + is);
        }
    }
}
