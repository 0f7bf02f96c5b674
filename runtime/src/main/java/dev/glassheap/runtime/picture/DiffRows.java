package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.snapshot.EdgeLabel;
import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.Holders;
import dev.glassheap.runtime.snapshot.Holders.Holder;
import dev.glassheap.runtime.snapshot.ObjectTable;
import dev.glassheap.runtime.snapshot.Root;
import dev.glassheap.runtime.snapshot.RootPaths;
import dev.glassheap.runtime.snapshot.Site;
import dev.glassheap.runtime.snapshot.SnapshotDiff;
import dev.glassheap.runtime.snapshot.SnapshotDiff.Pair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lines of a diff and what can be said of each from the two snapshots alone. */
final class DiffRows {

    /** Single objects are listed up to so many lines, then groups by kind, type and line of birth. */
    static final int MOST = 12;
    private static final int NAMED_KEYS = 4;

    private final SnapshotDiff diff;
    private final HeapSnapshot before;
    private final HeapSnapshot after;
    private final Names namesBefore;
    private final Names namesAfter;
    private final Map<Integer, Integer> reusedFrom = new HashMap<>();
    private final Set<Integer> garbage;

    DiffRows(SnapshotDiff diff) {
        this.diff = diff;
        this.before = diff.before();
        this.after = diff.after();
        this.namesBefore = new Names(before);
        this.namesAfter = new Names(after);
        this.garbage = new HashSet<>(diff.garbage());
        diff.reused().forEach(pair -> reusedFrom.put(pair.after(), pair.before()));
    }

    /** Lines with the survivors last; {@code hidden} groups were cut. */
    record Listing(List<DiffRow> rows, int hidden, boolean grouped) { }

    Listing listing() {
        int single = diff.removed().size() + diff.added().size() + diff.cycles().size() + diff.changed().size();
        if (single <= MOST) {
            List<DiffRow> rows = singles();
            if (rows.size() <= MOST) {
                return new Listing(withSurvivors(rows), 0, false);
            }
        }
        List<DiffRow> groups = groups();
        int shown = Math.min(MOST, groups.size());
        return new Listing(withSurvivors(groups.subList(0, shown)), groups.size() - shown, true);
    }

    private List<DiffRow> withSurvivors(List<DiffRow> rows) {
        var all = new ArrayList<>(rows);
        if (diff.survived() > 0) {
            all.add(new DiffRow(DiffRow.Kind.SURVIVED, Words.number(diff.survived()), (diff.survived() == 1 ? "object"
                    : "objects") + " as before, not listed", 0, "", -1));
        }
        return all;
    }

    private List<DiffRow> singles() {
        var paths = RootPaths.of(before);
        var pathsAfter = RootPaths.of(after);
        var holdersBefore = Holders.of(before);
        var holdersAfter = Holders.of(after);
        var rows = new ArrayList<DiffRow>();
        for (int object : diff.removed()) {
            rows.add(new DiffRow(DiffRow.Kind.REMOVED, namesBefore.object(object), removed(object, paths, holdersBefore),
                    -diff.bytesBefore(object),
                    namesBefore.place(object), object));
        }
        for (int object : diff.added()) {
            if (!reusedFrom.containsKey(object) && !garbage.contains(object)) {
                rows.add(new DiffRow(DiffRow.Kind.ADDED, namesAfter.object(object), born(object, pathsAfter, holdersAfter),
                        diff.bytesAfter(object), namesAfter.place(object), object));
            }
        }
        for (int object : diff.added()) {
            if (reusedFrom.containsKey(object) && !garbage.contains(object)) {
                rows.add(new DiffRow(DiffRow.Kind.REUSED, namesAfter.object(object),
                        born(object, pathsAfter, holdersAfter) + ", where " + namesBefore.object(reusedFrom.get(object))
                        + " was", diff.bytesAfter(object), namesAfter.place(object), object));
            }
        }
        rows.addAll(garbageRows(paths));
        for (Pair pair : diff.changed()) {
            rows.add(new DiffRow(DiffRow.Kind.CHANGED, namesAfter.object(pair.after()), changed(pair, pathsAfter, holdersBefore,
                    holdersAfter),
                    diff.bytesAfter(pair.after()) - diff.bytesBefore(pair.before()), namesAfter.place(pair.after()), pair.after()));
        }
        return rows;
    }

    private String removed(int object, RootPaths paths, Holders holders) {
        ObjectTable objects = before.objects();
        int refcount = diff.refcountBefore(object);
        String count = ", refcount " + Words.number(refcount);
        if (objects.garbage(object)) {
            return "was garbage before" + count;
        }
        String expression = Words.visible(paths.expression(object, 1));
        if (!expression.isEmpty()) {
            return "was " + expression + count;
        }
        List<Holder> known = holders.of(object);
        return known.isEmpty() ? "was held by the interpreter" + count : "was " + Words.visible(holders.wording(known.getFirst())) + count;
    }

    private String born(int object, RootPaths paths, Holders holders) {
        Site site = after.site(object);
        if (!site.source().isEmpty()) {
            return Words.visible(site.source());
        }
        String expression = Words.visible(paths.expression(object, 2));
        if (!expression.isEmpty()) {
            return "is " + expression;
        }
        List<Holder> known = holders.of(object);
        return known.isEmpty() ? "held by the interpreter" : "is " + Words.visible(holders.wording(known.getFirst()));
    }

    private List<DiffRow> garbageRows(RootPaths paths) {
        var rows = new ArrayList<DiffRow>();
        var cyclic = new HashSet<Integer>();
        for (List<Integer> cycle : diff.cycles()) {
            cyclic.addAll(cycle);
            String was = cycle.stream().filter(o -> diff.earlier(o) != ObjectTable.NOTHING)
                    .map(o -> Words.visible(paths.expression(diff.earlier(o), 0))).filter(text -> !text.isEmpty()).findFirst().orElse("");
            String only = cycle.size() == 1 ? "only it holds itself" : cycle.size() == 2 ? "each holds only the other"
                    : "they hold only each other";
            rows.add(garbageRow(cycle, was.isEmpty() ? only : "was " + was + ": " + only));
        }
        List<Integer> hanging = diff.garbage().stream().filter(o -> !cyclic.contains(o)).toList();
        if (!hanging.isEmpty()) {
            rows.add(garbageRow(hanging, hanging.size() == 1 ? "only garbage holds it now" : "only garbage holds them now"));
        }
        return rows;
    }

    private DiffRow garbageRow(List<Integer> objects, String happened) {
        List<String> names = objects.stream().map(namesAfter::object).toList();
        List<String> places = objects.stream().map(namesAfter::place).toList();
        String place = objects.size() == 1 ? places.getFirst() : samePool(places);
        long bytes = objects.stream().filter(o -> diff.earlier(o) == ObjectTable.NOTHING).mapToLong(diff::bytesAfter).sum();
        return new DiffRow(DiffRow.Kind.GARBAGE, Words.some(names, 2), happened, bytes, place, objects.getFirst());
    }

    /** {@code pool 3, blocks 12, 11} if all are in one pool. */
    private static String samePool(List<String> places) {
        String separator = ", block ";
        Set<String> pools = new HashSet<>();
        var blocks = new ArrayList<String>();
        for (String place : places) {
            int at = place.indexOf(separator);
            pools.add(at < 0 ? place : place.substring(0, at));
            blocks.add(at < 0 ? "" : place.substring(at + separator.length()));
        }
        if (pools.size() > 1) {
            return pools.size() + " pools";
        }
        String pool = pools.iterator().next();
        return blocks.getFirst().isEmpty() ? pool : pool + ", blocks " + Words.some(blocks, 2);
    }

    private String changed(Pair pair, RootPaths paths, Holders holdersBefore, Holders holdersAfter) {
        ObjectTable a = before.objects();
        ObjectTable b = after.objects();
        var parts = new ArrayList<String>();
        String module = holdersAfter.moduleOf(pair.after());
        String expression = module.isEmpty() ? Words.visible(paths.expression(pair.after(), 1))
                : "globals" + (module.equals("__main__") ? "" : " of " + Words.visible(module));
        if (a.length(pair.before()) != b.length(pair.after())) {
            parts.add("len " + Words.number(a.length(pair.before())) + ">" + Words.number(b.length(pair.after())) + keys(pair));
        }
        int was = diff.refcountBefore(pair.before());
        int is = diff.refcountAfter(pair.after());
        if (was != is) {
            parts.add("rc " + Words.number(was) + ">" + Words.number(is)
                    + newHolder(pair, holdersBefore, holdersAfter));
        }
        if (!a.preview(pair.before()).equals(b.preview(pair.after()))) {
            parts.add("now " + Words.visible(b.preview(pair.after())));
        }
        if (parts.isEmpty()) {
            parts.add("its buffer has another size");
        }
        boolean named = !expression.isEmpty() && a.length(pair.before()) != b.length(pair.after());
        return (named ? expression + ": " : "") + String.join("; ", parts);
    }

    private String newHolder(Pair pair, Holders was, Holders is) {
        var known = new HashSet<String>();
        was.of(pair.before()).forEach(holder -> known.add(was.wording(holder)));
        var now = new HashSet<String>();
        is.of(pair.after()).forEach(holder -> now.add(is.wording(holder)));
        for (Holder holder : is.of(pair.after())) {
            if (!running(after, holder) && !known.contains(is.wording(holder))) {
                return ": " + Words.visible(is.wording(holder)) + " holds it too";
            }
        }
        for (Holder holder : was.of(pair.before())) {
            if (!running(before, holder) && !now.contains(was.wording(holder))) {
                return ": " + Words.visible(was.wording(holder)) + " holds it no more";
            }
        }
        return "";
    }

    private static boolean running(HeapSnapshot snapshot, Holder holder) {
        return switch (holder) {
            case Holder.ByObject(int by, var label) -> snapshot.objects().inUse(by);
            case Holder.ByRoot(Root root) -> root.kind() == Root.Kind.STACK;
        };
    }

    private String keys(Pair pair) {
        var old = keySet(before.objects(), pair.before());
        var now = keySet(after.objects(), pair.after());
        var words = new ArrayList<String>();
        now.stream().filter(key -> !old.contains(key)).forEach(key -> words.add("+" + key));
        old.stream().filter(key -> !now.contains(key)).forEach(key -> words.add("\u2212" + key));
        return words.isEmpty() ? "" : ": " + Words.some(words, NAMED_KEYS);
    }

    private static Set<String> keySet(ObjectTable objects, int object) {
        var keys = new java.util.LinkedHashSet<String>();
        for (int edge = 0; edge < objects.edgeCount(object); edge++) {
            if (objects.edgeLabel(object, edge) instanceof EdgeLabel.Key(String preview)) {
                boolean quoted = preview.length() > 2 && preview.startsWith("'") && preview.endsWith("'");
                keys.add(Words.visible(quoted ? preview.substring(1, preview.length() - 1) : preview));
            }
        }
        return keys;
    }

    private record Group(DiffRow.Kind kind, String type, String place) { }

    private List<DiffRow> groups() {
        Map<Group, long[]> sums = new LinkedHashMap<>();
        diff.removed().forEach(o -> add(sums, DiffRow.Kind.REMOVED, before, o, -diff.bytesBefore(o)));
        diff.added().forEach(o -> {
            if (!garbage.contains(o)) {
                add(sums, reusedFrom.containsKey(o) ? DiffRow.Kind.REUSED : DiffRow.Kind.ADDED, after, o, diff.bytesAfter(o));
            }
        });
        diff.garbage().forEach(o -> add(sums, DiffRow.Kind.GARBAGE, after, o, diff.earlier(o) == ObjectTable.NOTHING
                ? diff.bytesAfter(o) : 0));
        diff.changed().forEach(pair -> add(sums, DiffRow.Kind.CHANGED, after, pair.after(),
                diff.bytesAfter(pair.after()) - diff.bytesBefore(pair.before())));
        var rows = new ArrayList<DiffRow>();
        sums.forEach((group, sum) -> rows.add(new DiffRow(group.kind(), Words.number(sum[0]) + " " + group.type(),
                group.place().isEmpty() ? "born at no known line" : "born at " + group.place(), sum[1], "", -1)));
        var counts = new HashMap<DiffRow, Long>();
        int i = 0;
        for (long[] sum : sums.values()) {
            counts.put(rows.get(i++), sum[0]);
        }
        rows.sort((a, b) -> Long.compare(counts.get(b), counts.get(a)));
        List<DiffRow> first = new ArrayList<>(rows.subList(0, Math.min(MOST, rows.size())));
        first.sort((a, b) -> a.kind().compareTo(b.kind()));
        first.addAll(rows.subList(first.size(), rows.size()));
        return first;
    }

    private static void add(Map<Group, long[]> sums, DiffRow.Kind kind, HeapSnapshot snapshot, int object, long bytes) {
        var group = new Group(kind, Words.visible(snapshot.objects().typeName(object)), Words.visible(snapshot.site(object).place()));
        long[] sum = sums.computeIfAbsent(group, g -> new long[2]);
        sum[0]++;
        sum[1] += bytes;
    }
}
