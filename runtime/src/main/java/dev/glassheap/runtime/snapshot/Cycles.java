package dev.glassheap.runtime.snapshot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The cycles among some objects: strongly connected components of more than one object, or of one that holds itself (Tarjan's algorithm,
 * without recursion: a chain of 100,000 objects is an ordinary thing here).
 */
public final class Cycles {

    private final ObjectTable objects;
    private final boolean[] among;
    private final int[] index;
    private final int[] low;
    private final int[] nextEdge;
    private final boolean[] open;
    private final Deque<Integer> component = new ArrayDeque<>();
    private final Deque<Integer> path = new ArrayDeque<>();
    private final List<List<Integer>> found = new ArrayList<>();
    private int visited;

    private Cycles(ObjectTable objects, boolean[] among) {
        this.objects = objects;
        this.among = among;
        this.index = new int[objects.count()];
        this.low = new int[objects.count()];
        this.nextEdge = new int[objects.count()];
        this.open = new boolean[objects.count()];
        Arrays.fill(index, -1);
    }

    /** Each cycle as ascending object numbers; references that leave {@code members} do not count. */
    public static List<List<Integer>> among(HeapSnapshot snapshot, List<Integer> members) {
        var among = new boolean[snapshot.objects().count()];
        members.forEach(object -> among[object] = true);
        var cycles = new Cycles(snapshot.objects(), among);
        for (int object : members) {
            if (cycles.index[object] < 0) {
                cycles.visit(object);
            }
        }
        return cycles.found;
    }

    private void visit(int first) {
        enter(first);
        while (!path.isEmpty()) {
            int object = path.peek();
            if (nextEdge[object] < objects.edgeCount(object)) {
                int target = objects.edgeTarget(object, nextEdge[object]++);
                if (target == ObjectTable.NOTHING || !among[target]) {
                    continue;
                }
                if (index[target] < 0) {
                    enter(target);
                } else if (open[target]) {
                    low[object] = Math.min(low[object], index[target]);
                }
            } else {
                leave(object);
            }
        }
    }

    private void enter(int object) {
        index[object] = visited;
        low[object] = visited++;
        open[object] = true;
        component.push(object);
        path.push(object);
    }

    private void leave(int object) {
        path.pop();
        if (!path.isEmpty()) {
            low[path.peek()] = Math.min(low[path.peek()], low[object]);
        }
        if (low[object] != index[object]) {
            return;
        }
        var members = new ArrayList<Integer>();
        int member;
        do {
            member = component.pop();
            open[member] = false;
            members.add(member);
        } while (member != object);
        if (members.size() > 1 || holdsItself(object)) {
            members.sort(null);
            found.add(List.copyOf(members));
        }
    }

    private boolean holdsItself(int object) {
        for (int k = 0; k < objects.edgeCount(object); k++) {
            if (objects.edgeTarget(object, k) == object) {
                return true;
            }
        }
        return false;
    }
}
