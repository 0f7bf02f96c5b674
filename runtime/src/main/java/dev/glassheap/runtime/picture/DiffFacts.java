package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.snapshot.HeapTotals;
import dev.glassheap.runtime.snapshot.SnapshotDiff;
import dev.glassheap.runtime.snapshot.SnapshotHeader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a diff's picture and its twin say. */
final class DiffFacts {

    private static final int MOST_POOLS = 4;
    private static final int MOST_RUNS = 1200;

    final SnapshotDiff diff;
    final DiffRows.Listing listing;
    final List<PoolChange> pools;
    final int changedPools;

    DiffFacts(SnapshotDiff diff) {
        this.diff = diff;
        this.listing = new DiffRows(diff).listing();
        List<PoolChange> all = PoolChange.all(diff);
        this.changedPools = all.size();
        this.pools = drawn(all).stream().sorted(Comparator.comparingLong(change -> change.address(diff))).toList();
    }

    /** The most changed pools, as many as four, but fewer if they are so cut up that the picture would grow too large. */
    private static List<PoolChange> drawn(List<PoolChange> all) {
        var drawn = new ArrayList<PoolChange>();
        int runs = 0;
        for (PoolChange change : all) {
            runs += change.runs();
            if (drawn.size() == MOST_POOLS || !drawn.isEmpty() && runs > MOST_RUNS) {
                break;
            }
            drawn.add(change);
        }
        return drawn;
    }

    String headline() {
        String full = headline(garbage());
        return String.join(" ", Sheet.headline(full)).equals(full) ? full : headline(Words.number(diff.garbage().size()));
    }

    private String headline(String garbage) {
        HeapTotals totals = diff.after().totals();
        String sums = "reachable " + Words.number(totals.reachable()) + " B, allocated " + Words.number(totals.allocated()) + " B";
        var parts = new ArrayList<String>();
        int removed = diff.removed().size();
        int added = diff.added().size();
        if (removed > 0) {
            parts.add(Words.count(removed, "object") + " removed");
        }
        if (added > 0) {
            parts.add((removed > 0 ? Words.number(added) : Words.count(added, "object")) + " added");
        }
        if (!diff.garbage().isEmpty()) {
            parts.add(garbage + " left as garbage");
        }
        if (removed == 0 && added == 0) {
            parts.addFirst("No object came or went");
            if (!diff.changed().isEmpty() && diff.garbage().isEmpty()) {
                parts.add(Words.number(diff.changed().size()) + " changed");
            }
        }
        return String.join(", ", parts) + "; " + sums;
    }

    /** {@code 1 cycle of 2}, {@code 3 cycles of 10 objects}. */
    private String garbage() {
        String words = HeapFacts.garbageWords(diff.garbage().size(), diff.cycles());
        return words.startsWith("a cycle") ? "1" + words.substring(1) : words;
    }

    /** {@code heap.diff(before, after)}; empty if a snapshot has no name. */
    String call() {
        String a = Words.visible(diff.before().header().label());
        String b = Words.visible(diff.after().header().label());
        return a.isEmpty() || b.isEmpty() ? "" : "heap.diff(" + Words.cutMiddle(a, 24) + ", " + Words.cutMiddle(b, 24) + ")";
    }

    String events() {
        SnapshotHeader b = diff.after().header();
        return "event " + Words.number(diff.before().header().event()) + " to event " + Words.number(b.event())
                + (b.where().isEmpty() ? "" : ", " + Words.visible(b.where()));
    }

    /** One line of the sums. */
    record Total(String name, boolean strong, long before, long after) { }

    List<Total> totals() {
        HeapTotals a = diff.before().totals();
        HeapTotals b = diff.after().totals();
        var totals = new ArrayList<Total>();
        totals.add(new Total("reachable bytes", true, a.reachable(), b.reachable()));
        totals.add(new Total("garbage bytes, not yet collected", false, a.garbage(), b.garbage()));
        if (a.parked() + b.parked() > 0) {
            totals.add(new Total("parked bytes, kept by free lists of types", false, a.parked(), b.parked()));
        }
        totals.add(new Total("allocated bytes", true, a.allocated(), b.allocated()));
        totals.add(new Total("objects compared", false, diff.comparedBefore(), diff.comparedAfter()));
        return totals;
    }

    /** What the list leaves out; empty if nothing. */
    String cut() {
        if (!listing.grouped()) {
            return "";
        }
        return "objects grouped by type and line" + (listing.hidden() == 0 ? "" : ", +" + Words.number(listing.hidden())
                + " groups not shown");
    }

    String poolTitle() {
        String what = pools.size() == 1 ? "The pool in which blocks came or went" : "The " + pools.size()
                + " pools in which blocks came or went";
        if (changedPools > pools.size()) {
            what = "The " + pools.size() + " most changed of " + Words.number(changedPools) + " pools in which blocks came or went";
        }
        return pools.size() == 1 ? what : what + ", on one scale";
    }

    List<String> footer() {
        SnapshotHeader b = diff.after().header();
        var parts = new ArrayList<String>();
        parts.add(b.geometryLabel());
        parts.add("events " + Words.number(diff.before().header().event()) + " to " + Words.number(b.event())
                + (b.where().isEmpty() ? "" : ", " + b.where()));
        if (!cut().isEmpty()) {
            parts.add(cut());
        }
        parts.add("not compared: static objects, refcounts of classes, what only running code uses");
        parts.addAll(b.settings());
        if (!b.fault().isEmpty()) {
            parts.add("this world is broken: " + b.fault());
        }
        return Footer.lines(parts);
    }
}
