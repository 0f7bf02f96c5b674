package dev.glassheap.runtime.snapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * Who holds each object: the edges and roots of a snapshot, turned round. For every object, known holders &lt;= refcount; the rest
 * is held by what a snapshot does not see, such as an operand in flight.
 */
public final class Holders {

    private final HeapSnapshot snapshot;
    private final ObjectTable objects;
    private final int[] start;
    private final int[] source;
    private final int[] edge;

    private Holders(HeapSnapshot snapshot) {
        this.snapshot = snapshot;
        this.objects = snapshot.objects();
        this.start = new int[objects.count() + 1];
        for (int target : objects.edgeTarget) {
            if (target != ObjectTable.NOTHING) {
                start[target + 1]++;
            }
        }
        for (int i = 0; i < objects.count(); i++) {
            start[i + 1] += start[i];
        }
        this.source = new int[start[objects.count()]];
        this.edge = new int[source.length];
        fill();
    }

    private void fill() {
        int[] next = start.clone();
        for (int object = 0; object < objects.count(); object++) {
            for (int k = 0; k < objects.edgeCount(object); k++) {
                int target = objects.edgeTarget(object, k);
                if (target != ObjectTable.NOTHING) {
                    source[next[target]] = object;
                    edge[next[target]++] = k;
                }
            }
        }
    }

    public static Holders of(HeapSnapshot snapshot) {
        return new Holders(snapshot);
    }

    /** One counted reference. */
    public sealed interface Holder {

        /** Held by another object. */
        record ByObject(int object, EdgeLabel label) implements Holder { }

        /** Held by a variable or by the runtime. */
        record ByRoot(Root root) implements Holder { }
    }

    /** All references that are known, those of roots first. A globals dict counts for the runtime as any dict does. */
    public List<Holder> of(int object) {
        var holders = new ArrayList<Holder>();
        for (Root root : snapshot.roots()) {
            if (root.target() == object && root.kind() != Root.Kind.STATIC) {
                holders.add(new Holder.ByRoot(root));
            }
        }
        for (int i = start[object]; i < start[object + 1]; i++) {
            holders.add(new Holder.ByObject(source[i], objects.edgeLabel(source[i], edge[i])));
        }
        return holders;
    }

    /** Number of edges that end in the object. */
    public int edgesInto(int object) {
        return start[object + 1] - start[object];
    }

    /** {@code list#12[3]}, {@code global cache}, {@code local node of chain()}. */
    public String wording(Holder holder) {
        return switch (holder) {
            case Holder.ByRoot(Root root) -> root.wording();
            case Holder.ByObject(int object, EdgeLabel label) -> {
                String module = moduleOf(object);
                if (!module.isEmpty() && label instanceof EdgeLabel.Value(String key)) {
                    yield "global " + (module.equals("__main__") ? "" : module + ".") + RootPaths.unquoted(key);
                }
                yield objects.name(object) + label.suffix();
            }
        };
    }

    /** Name of the module whose globals the dict is; empty if it is none. */
    public String moduleOf(int object) {
        for (Root root : snapshot.roots()) {
            if (root.kind() != Root.Kind.GLOBALS) {
                return "";
            }
            if (root.target() == object) {
                return root.holder();
            }
        }
        return "";
    }
}
