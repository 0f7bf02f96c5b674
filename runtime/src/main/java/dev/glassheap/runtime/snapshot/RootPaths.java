package dev.glassheap.runtime.snapshot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A shortest path from a root to every object, by breadth-first search. Of paths of equal length the one whose root comes
 * first in {@link Root.Kind} wins: a global is something a reader can change.
 */
public final class RootPaths {

    private static final int UNREACHED = Integer.MIN_VALUE;
    /** A shared local variable holds its value through a cell, which a program does not write. */
    private static final EdgeLabel CELL = new EdgeLabel.Attribute("cell_contents");

    private final HeapSnapshot snapshot;
    private final ObjectTable objects;
    /** Object that holds the object on the path; -1 - r for root r; UNREACHED. */
    private final int[] holder;
    /** Which edge of the holder. */
    private final int[] edge;

    private RootPaths(HeapSnapshot snapshot) {
        this.snapshot = snapshot;
        this.objects = snapshot.objects();
        this.holder = new int[objects.count()];
        this.edge = new int[objects.count()];
        Arrays.fill(holder, UNREACHED);
    }

    public static RootPaths of(HeapSnapshot snapshot) {
        var paths = new RootPaths(snapshot);
        paths.search();
        return paths;
    }

    /** One reference on the way: {@code holder} holds the next object by {@code label}. */
    public record Step(int holder, EdgeLabel label) { }

    /** From the root to the object; the steps are empty when the root holds it itself. */
    public record Path(Root root, List<Step> steps) {
        public Path {
            steps = List.copyOf(steps);
        }
    }

    /** Whether a root reaches the object through references alone; static objects count as reached only if something holds them. */
    public boolean reaches(int object) {
        return holder[object] != UNREACHED;
    }

    /**
     * @throws IllegalArgumentException if no root reaches the object
     */
    public Path path(int object) {
        if (!reaches(object)) {
            throw new IllegalArgumentException(objects.name(object) + " has no path from a root");
        }
        var steps = new ArrayList<Step>();
        int at = object;
        while (holder[at] >= 0) {
            steps.add(new Step(holder[at], objects.edgeLabel(holder[at], edge[at])));
            at = holder[at];
        }
        Collections.reverse(steps);
        return new Path(snapshot.roots().get(-1 - holder[at]), steps);
    }

    /**
     * How a program would say the object: {@code cache['k'][3]}, {@code node.next}; empty if no root reaches it, or only the
     * interpreter does, or the way is longer than {@code longest} references.
     */
    public String expression(int object, int longest) {
        if (!reaches(object)) {
            return "";
        }
        Path path = path(object);
        if (path.steps().size() > longest + 1) {
            return "";
        }
        var text = new StringBuilder();
        List<Step> steps = path.steps();
        switch (path.root().kind()) {
            case GLOBALS -> {
                if (steps.isEmpty() || !(steps.getFirst().label() instanceof EdgeLabel.Value(String key))) {
                    return "";
                }
                text.append(path.root().holder().equals("__main__") ? "" : path.root().holder() + ".").append(unquoted(key));
                steps = steps.subList(1, steps.size());
            }
            case LOCAL -> {
                text.append(path.root().name());
                if (!steps.isEmpty() && steps.getFirst().label().equals(CELL)) {
                    steps = steps.subList(1, steps.size());
                }
            }
            case STACK, INTERPRETER, STATIC -> {
                return "";
            }
        }
        for (Step step : steps) {
            if (step.label() instanceof EdgeLabel.Key || step.label() instanceof EdgeLabel.Element) {
                return "";
            }
            text.append(step.label().suffix());
        }
        return text.toString();
    }

    /** The name in a globals key preview: {@code 'cache'} is {@code cache}. */
    static String unquoted(String key) {
        boolean quoted = key.length() >= 2 && (key.charAt(0) == '\'' || key.charAt(0) == '"')
                && key.charAt(0) == key.charAt(key.length() - 1);
        return quoted ? key.substring(1, key.length() - 1) : key;
    }

    /**
     * Objects that only live because this one does: what the roots no longer reach without it, itself included, in ascending
     * order; empty when the roots do not reach it now. Costs one search of the whole heap.
     */
    public List<Integer> retained(int object) {
        if (!reaches(object)) {
            return List.of();
        }
        var without = new RootPaths(snapshot);
        without.holder[object] = -1;
        without.search();
        var only = new ArrayList<Integer>();
        for (int i = 0; i < holder.length; i++) {
            if (i == object || reaches(i) && !without.reaches(i) && !objects.isStatic(i)) {
                only.add(i);
            }
        }
        return only;
    }

    private void search() {
        var queue = new ArrayDeque<Integer>();
        List<Root> roots = snapshot.roots();
        for (int root = 0; root < roots.size(); root++) {
            int target = roots.get(root).target();
            if (holder[target] == UNREACHED) {
                holder[target] = -1 - root;
                queue.add(target);
            }
        }
        spread(queue);
    }

    private void spread(ArrayDeque<Integer> queue) {
        while (!queue.isEmpty()) {
            int from = queue.remove();
            for (int k = 0; k < objects.edgeCount(from); k++) {
                int target = objects.edgeTarget(from, k);
                if (target != ObjectTable.NOTHING && holder[target] == UNREACHED) {
                    holder[target] = from;
                    edge[target] = k;
                    queue.add(target);
                }
            }
        }
    }

    /** Sets the flags of everything that roots and static objects reach: variables first, then what the running code uses besides. */
    static void markReachable(ObjectTable objects, List<Root> roots) {
        var stack = new int[Math.max(objects.count(), 1)];
        int depth = 0;
        for (int object = 0; object < objects.count(); object++) {
            if (objects.isStatic(object)) {
                depth = mark(objects, object, ObjectTable.REACHABLE, stack, depth);
            }
        }
        for (Root root : roots) {
            if (root.kind() != Root.Kind.STACK) {
                depth = mark(objects, root.target(), ObjectTable.REACHABLE, stack, depth);
            }
        }
        spread(objects, ObjectTable.REACHABLE, stack, depth);
        depth = 0;
        for (Root root : roots) {
            if (root.kind() == Root.Kind.STACK) {
                depth = mark(objects, root.target(), ObjectTable.REACHABLE | ObjectTable.IN_USE, stack, depth);
            }
        }
        spread(objects, ObjectTable.REACHABLE | ObjectTable.IN_USE, stack, depth);
    }

    private static void spread(ObjectTable objects, int flags, int[] stack, int entries) {
        int depth = entries;
        while (depth > 0) {
            int from = stack[--depth];
            for (int k = objects.edgeStart[from]; k < objects.edgeStart[from + 1]; k++) {
                if (objects.edgeTarget[k] != ObjectTable.NOTHING) {
                    depth = mark(objects, objects.edgeTarget[k], flags, stack, depth);
                }
            }
        }
    }

    private static int mark(ObjectTable objects, int object, int flags, int[] stack, int depth) {
        if (objects.reachable(object)) {
            return depth;
        }
        objects.flags[object] |= (short) flags;
        stack[depth] = object;
        return depth + 1;
    }
}
