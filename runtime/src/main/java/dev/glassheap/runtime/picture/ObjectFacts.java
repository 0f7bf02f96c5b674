package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.snapshot.ChunkTable;
import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.Holders;
import dev.glassheap.runtime.snapshot.Holders.Holder;
import dev.glassheap.runtime.snapshot.ObjectTable;
import dev.glassheap.runtime.snapshot.Place;
import dev.glassheap.runtime.snapshot.RootPaths;
import dev.glassheap.runtime.snapshot.Site;
import java.util.ArrayList;
import java.util.List;

/** What an object's card and its twin say. */
final class ObjectFacts {

    private static final int NAMED_HOLDERS = 3;
    private static final int NAMED_RETAINED = 3;

    final HeapSnapshot snapshot;
    final ObjectTable objects;
    final Names names;
    final Holders holders;
    final int object;
    final String name;
    final Neighbours neighbours;
    private final RootPaths paths;
    private final List<Holder> known;
    private final Place place;
    private final long[] footprints;

    ObjectFacts(HeapSnapshot snapshot, int object) {
        this.snapshot = snapshot;
        this.objects = snapshot.objects();
        this.names = new Names(snapshot);
        this.holders = Holders.of(snapshot);
        this.object = object;
        this.name = names.object(object);
        this.known = holders.of(object).stream().sorted(java.util.Comparator.comparingInt(this::turn)).toList();
        this.paths = RootPaths.of(snapshot);
        this.place = snapshot.place(object);
        this.footprints = snapshot.footprints();
        this.neighbours = Neighbours.of(this);
    }

    /** Variables first, what the object itself refers to last. */
    private int turn(Holder holder) {
        boolean global = holder instanceof Holder.ByObject(int by, var label) && !holders.moduleOf(by).isEmpty();
        return global ? 0 : mutual(holder) ? 2 : 1;
    }

    private boolean mutual(Holder holder) {
        if (holder instanceof Holder.ByObject(int by, var label)) {
            for (int edge = 0; edge < objects.edgeCount(object); edge++) {
                if (objects.edgeTarget(object, edge) == by) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Holders that the snapshot knows, each reference once; those that it refers back to come last. */
    List<Holder> known() {
        return known;
    }

    String headline() {
        for (int named = NAMED_HOLDERS; named > 1; named--) {
            String sentence = headline(named);
            if (String.join(" ", Sheet.headline(sentence)).equals(sentence)) {
                return sentence;
            }
        }
        return headline(1);
    }

    private String headline(int named) {
        List<String> wordings = known.stream().limit(named).map(holder -> Words.visible(holders.wording(holder))).toList();
        String who = String.join(", ", wordings) + (known.size() > named ? " and " + Words.number(known.size() - named) + " more" : "");
        if (objects.isStatic(object)) {
            return name + " is static: it is part of the runtime and is never freed";
        }
        if (objects.garbage(object)) {
            return name + " is garbage: " + (known.isEmpty() ? "nothing holds it" : "only " + who + (known.size() == 1
                    ? " holds" : " hold") + " it, and no root reaches "
                    + (known.size() == 1 ? "that" : "these"));
        }
        int unseen = objects.refcount(object) - known.size();
        if (known.isEmpty()) {
            return name + " is held by nothing that a snapshot sees; its refcount is " + Words.number(objects.refcount(object));
        }
        String more = unseen > 0 ? "; " + Words.number(unseen) + " by the interpreter" : "";
        return name + " is held " + Words.times(Math.max(objects.refcount(object), known.size())) + (known.size() == 1 ? ", by "
                : ": ") + who + more;
    }

    List<String> breadcrumb() {
        return switch (place) {
            case Place.InPool(int pool, int block) ->
                    List.of("heap", "arena " + snapshot.pools().arenaNumber(snapshot.pools().arenaOf(pool)),
                    "pool " + snapshot.pools().indexInArena(pool) + " (" + snapshot.pools().blockSize(pool) + " B)",
                    "block " + block + " = " + name);
            case Place.InCHeap(int chunk) -> List.of("heap", "C heap", name);
            case Place.Static() -> List.of("static memory", name);
        };
    }

    /** A fact in big letters and two lines of notes. */
    record Fact(String title, String value, String note, String more) { }

    List<Fact> facts() {
        int refcount = objects.refcount(object);
        return List.of(
                new Fact("refcount", Words.number(refcount), "sys.getrefcount prints " + (refcount < 1000 ? refcount + 1
                : "one more") + ":", "its argument counts too"),
                generation(),
                size(),
                born());
    }

    private Fact generation() {
        int generation = objects.generation(object);
        String value = generation == ObjectTable.UNTRACKED ? "none" : Integer.toString(generation);
        return switch (generation) {
            case 0 -> new Fact("generation", value, "tracked, survived", "no collection yet");
            case 1 -> new Fact("generation", value, "tracked, survived", "1 collection");
            case 2 -> new Fact("generation", value, "tracked, the oldest:", "full collections only");
            default -> new Fact("generation", value, "not tracked by the", "collector");
        };
    }

    private Fact size() {
        return switch (place) {
            case Place.InPool(int pool, int block) -> {
                int granted = snapshot.pools().blockSize(pool);
                int requested = snapshot.pools().requested(pool, block);
                long buffers = footprints[object] - granted;
                yield new Fact("size", granted + " B", "requested " + requested + ", granted " + granted + ",",
                        "slack " + (granted - requested) + (buffers > 0 ? "; buffers " + Words.number(buffers) : ""));
            }
            case Place.InCHeap(int chunk) -> {
                ChunkTable chunks = snapshot.chunks();
                yield new Fact("size", Words.number(chunks.requested(chunk)) + " B", "in the C heap, its", "chunk has "
                        + Words.number(chunks.size(chunk)));
            }
            case Place.Static() -> new Fact("size", Words.number(objects.size(object)) + " B", "not in the heap: part", "of the runtime");
        };
    }

    private Fact born() {
        Site site = snapshot.site(object);
        String event = "event " + Words.number(objects.birthEvent(object));
        if (site.file().isEmpty()) {
            return new Fact("born", "-", objects.isStatic(object) ? "before the program" : event, "by no known line");
        }
        return new Fact("born", Words.visible(site.place()), event + (site.function().isEmpty() ? "" : ","),
                site.function().isEmpty() ? "" : "in " + Words.visible(site.function()));
    }

    /** A named line under the facts. */
    record Line(String title, String text, boolean code) { }

    List<Line> lines() {
        var lines = new ArrayList<Line>();
        lines.add(new Line("type", type(), false));
        if (!objects.preview(object).isEmpty() && !objects.isType(object)) {
            lines.add(new Line("value", Words.visible(objects.preview(object)), true));
        }
        String source = snapshot.site(object).source();
        if (!source.isEmpty()) {
            lines.add(new Line("born as", Words.visible(source), true));
        }
        if (!objects.isStatic(object)) {
            lines.add(new Line("retains", retains(), false));
        }
        lines.add(new Line("id", id(), false));
        return lines;
    }

    private String type() {
        String layout = Words.visible(objects.type(object).layout());
        int length = objects.length(object);
        return Words.visible(objects.typeName(object)) + (layout.isEmpty() ? "" : ", " + layout)
                + (length == ObjectTable.NO_LENGTH ? "" : ", length " + Words.number(length))
                + (objects.weaklyReferenced(object) ? "; weakly referenced" : "; no weak references");
    }

    private String retains() {
        if (objects.garbage(object)) {
            return "nothing: it is garbage, and its " + Words.number(footprints[object]) + " B wait for the collector";
        }
        List<Integer> retained = paths.retained(object);
        if (retained.isEmpty()) {
            return Words.number(footprints[object]) + " B: itself";
        }
        long bytes = retained.stream().mapToLong(o -> footprints[o]).sum();
        List<String> others = retained.stream().filter(o -> o != object).limit(NAMED_RETAINED + 1L).map(names::object).toList();
        int count = retained.size() - 1;
        String what = count == 0 ? "itself only" : count <= NAMED_RETAINED ? "itself and " + Words.list(others)
                + ", which nothing else " + (count == 1 ? "holds" : "keeps")
                : "itself and " + Words.number(count) + " objects that nothing else keeps";
        return Words.number(bytes) + " B: " + what;
    }

    private String id() {
        int head = objects.type(object).head();
        return String.format("0x%x", objects.id(object)) + (head == 0 || objects.isStatic(object) ? ""
                : "; its block starts " + head + " bytes earlier (" + (head == 16 ? "GC head" : "dict pointers and GC head") + ")");
    }

    /** What a neighbour's box says under its name. */
    String note(int neighbour) {
        String expression = Words.visible(paths.expression(neighbour, 2));
        int length = objects.length(neighbour);
        if (objects.isStatic(neighbour)) {
            return "static";
        }
        String module = holders.moduleOf(neighbour);
        if (!module.isEmpty()) {
            return module.equals("__main__") ? "globals" : "globals of " + Words.visible(module);
        }
        if (length != ObjectTable.NO_LENGTH && objects.generation(neighbour) != ObjectTable.UNTRACKED && !expression.isEmpty()) {
            return expression + ", " + Words.count(length, "item");
        }
        if (snapshot.place(neighbour) instanceof Place.InCHeap) {
            return Words.number(footprints[neighbour]) + " B, C heap";
        }
        String refcount = "refcount " + Words.number(objects.refcount(neighbour));
        return objects.preview(neighbour).isEmpty() ? refcount : refcount + ", " + Words.visible(objects.preview(neighbour));
    }

    List<String> footer() {
        return Footer.of(snapshot.header(), "depth 1: edges between the neighbours are left out");
    }
}
