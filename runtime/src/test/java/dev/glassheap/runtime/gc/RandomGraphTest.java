package dev.glassheap.runtime.gc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.runtime.gc.GraphWorld.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random graphs under random operations: what the collector deletes is what a simple mark from the roots does not reach. */
class RandomGraphTest {

    private static final int ROOTS = 12;
    private static final int STEPS = 3000;

    private final GraphWorld world = new GraphWorld();
    private final Node[] roots = new Node[ROOTS];
    private final List<Node> all = new ArrayList<>();
    private Random random;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void collections_delete_exactly_what_no_root_reaches(long seed) {
        random = new Random(seed);
        world.collector.threshold(0, 60);
        for (int step = 0; step < STEPS; step++) {
            operate();
            if (step % 50 == 0) {
                world.check();
            }
        }
        collectAndCompare();
        while (live() > 0) {
            // a finalizer may fill a root again, but each runs once
            for (int i = 0; i < ROOTS; i++) {
                drop(i);
            }
            collectAndCompare();
        }
        assertThat(all).as("seed " + seed).allMatch(n -> n.dead);
    }

    private void operate() {
        int root = random.nextInt(ROOTS);
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> create(root);
            case 3, 4, 5, 6, 7 -> connect();
            case 8, 9 -> disconnect();
            case 10 -> drop(root);
            default -> {
                if (random.nextInt(8) == 0) {
                    collectAndCompare();
                } else {
                    world.collector.collect(random.nextInt(2));
                }
            }
        }
    }

    private void create(int root) {
        Node node = world.node();
        all.add(node);
        if (random.nextInt(10) == 0) {
            int slot = random.nextInt(ROOTS);
            node.finalizer = () -> resurrect(node, slot);
        }
        drop(root);
        roots[root] = node;
    }

    /** A finalizer that puts its object back into a free root. */
    private void resurrect(Node node, int slot) {
        if (roots[slot] == null) {
            node.refcnt++;
            roots[slot] = node;
        }
    }

    private void drop(int root) {
        Node old = roots[root];
        if (old != null) {
            roots[root] = null;
            world.drop(old);
        }
    }

    /** Some node that is reachable from a root. */
    private Node reachable() {
        Node node = roots[random.nextInt(ROOTS)];
        for (int hops = random.nextInt(6); node != null && hops > 0 && !node.edges.isEmpty(); hops--) {
            node = node.edges.get(random.nextInt(node.edges.size()));
        }
        return node;
    }

    private void connect() {
        Node from = reachable();
        Node to = reachable();
        if (from != null && to != null) {
            world.edge(from, to);
        }
    }

    private void disconnect() {
        Node from = reachable();
        if (from != null && !from.edges.isEmpty()) {
            world.removeEdge(from, random.nextInt(from.edges.size()));
        }
    }

    private void collectAndCompare() {
        long liveBefore = live();
        long collected = world.collector.collect(2);
        world.check();
        Set<Node> marked = mark();
        assertThat(all).allSatisfy(n -> assertThat(n.dead).isNotEqualTo(marked.contains(n)));
        assertThat(collected).isEqualTo(liveBefore - live());
    }

    private long live() {
        return all.stream().filter(n -> !n.dead).count();
    }

    private Set<Node> mark() {
        Set<Node> marked = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node> open = new ArrayDeque<>();
        for (Node root : roots) {
            if (root != null && marked.add(root)) {
                open.add(root);
            }
        }
        while (!open.isEmpty()) {
            for (Node target : open.pop().edges) {
                if (marked.add(target)) {
                    open.add(target);
                }
            }
        }
        return marked;
    }
}
