package dev.glassheap.runtime.gc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glassheap.runtime.event.GcPhase;
import dev.glassheap.runtime.event.HeapEvent;
import dev.glassheap.runtime.event.HeapEvents;
import dev.glassheap.runtime.event.Journal;
import dev.glassheap.runtime.gc.GraphWorld.Node;
import dev.glassheap.runtime.heap.Profile;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.PyWeakReference;
import dev.glassheap.runtime.object.WeakReferences;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CycleCollectorTest {

    private final GraphWorld world = new GraphWorld();
    private final CycleCollector collector = world.collector;

    private static List<PyObject> members(CycleCollector collector, int generation) {
        List<PyObject> members = new ArrayList<>();
        collector.forEach(generation, members::add);
        return members;
    }

    @Test
    void a_dropped_ring_is_counted_and_freed() {
        int blocks = world.w.heap.allocatedBlocks();
        world.drop(world.ring(5));
        assertThat(collector.collect(0)).isEqualTo(5);
        assertThat(world.w.heap.allocatedBlocks()).isEqualTo(blocks);
        world.check();
    }

    @Test
    void what_a_root_reaches_survives_and_grows_older() {
        Node root = world.ring(3);
        assertThat(collector.collect(0)).isZero();
        assertThat(members(collector, 1)).contains(root);
        assertThat(collector.collect(1)).isZero();
        assertThat(members(collector, 2)).contains(root);
        world.drop(root);
        assertThat(collector.collect(1)).as("the old ring is not looked at").isZero();
        assertThat(collector.collect(2)).isEqualTo(3);
    }

    @Test
    void members_reached_late_come_back_to_the_end_of_the_list() {
        Node hidden = world.node();
        Node plain = world.node();
        Node root = world.node();
        world.edge(root, hidden);
        world.drop(hidden);
        collector.collect(0);
        List<PyObject> order = members(collector, 1);
        assertThat(order.subList(order.indexOf(plain), order.size())).containsExactly(plain, root, hidden);
    }

    @Test
    void younger_generations_are_appended_youngest_first() {
        Node old = world.node();
        collector.collect(1);
        Node middle = world.node();
        collector.collect(0);
        Node young = world.node();
        collector.collect(2);
        List<PyObject> order = members(collector, 2);
        assertThat(order.subList(order.indexOf(old), order.size())).containsExactly(old, young, middle);
    }

    @Test
    void thresholds_decide_which_generation_is_collected() {
        List<Integer> generations = new ArrayList<>();
        collector.threshold(0, 100);
        collector.threshold(1, 3);
        collector.threshold(2, 2);
        collector.listener(new HeapEvents() {
            @Override
            public void gcPhaseEntered(long event, GcPhase phase, int generation, long objects) {
                if (phase == GcPhase.START) {
                    generations.add(generation);
                }
            }
        });
        List<Node> kept = new ArrayList<>();
        while (generations.size() < 16) {
            kept.add(world.node());
        }
        assertThat(generations).containsExactly(0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 2);
    }

    @Test
    void full_collections_wait_until_the_oldest_generation_has_grown_by_a_quarter() {
        collector.threshold(0, 0);
        List<Node> kept = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            kept.add(world.node());
        }
        collector.collect(2);
        collector.threshold(0, 10);
        collector.threshold(1, 1);
        collector.threshold(2, 1);
        long before = collector.stats(2).collections();
        for (int i = 0; i < 240; i++) {
            kept.add(world.node());
        }
        assertThat(collector.stats(2).collections()).isEqualTo(before);
        for (int i = 0; i < 80; i++) {
            kept.add(world.node());
        }
        assertThat(collector.stats(2).collections()).isEqualTo(before + 1);
    }

    @Test
    void nothing_starts_by_itself_while_disabled_or_with_threshold_0() {
        collector.enabled(false);
        for (int i = 0; i < 1000; i++) {
            world.drop(world.ring(1));
        }
        collector.enabled(true);
        collector.threshold(0, 0);
        for (int i = 0; i < 1000; i++) {
            world.drop(world.ring(1));
        }
        assertThat(collector.count(0)).isGreaterThanOrEqualTo(2000);
        assertThat(collector.collect(2)).isEqualTo(2000);
    }

    @Test
    void the_count_never_falls_below_0() {
        Node node = world.node();
        collector.collect(0);
        world.drop(node);
        assertThat(collector.count(0)).isZero();
    }

    @Test
    void the_thresholds_are_those_of_the_profile() {
        CycleCollector later = new CycleCollector(Profile.PY_3_13);
        assertThat(new int[] {later.threshold(0), later.threshold(1), later.threshold(2)}).containsExactly(2000, 10, 10);
    }

    @Test
    void a_collection_inside_a_collection_does_nothing() {
        long[] inner = {-1};
        Node ring = world.ring(2);
        ring.finalizer = () -> inner[0] = collector.collect(2);
        world.drop(ring);
        assertThat(collector.collect(2)).isEqualTo(2);
        assertThat(inner).containsExactly(0);
    }

    @Test
    void finalizers_run_once_in_list_order_and_before_anything_is_cleared() {
        List<String> log = new ArrayList<>();
        Node first = world.ring(3);
        Node second = first.edges.get(0);
        first.finalizer = () -> log.add("first " + first.edges.size());
        second.finalizer = () -> {
            log.add("second " + second.edges.size());
            world.w.retain(second, Holder.NATIVE);
        };
        world.drop(first);
        assertThat(collector.collect(2)).as("the resurrected ring").isZero();
        assertThat(log).containsExactly("first 1", "second 1");
        world.drop(second);
        assertThat(collector.collect(2)).isEqualTo(3);
        assertThat(log).hasSize(2);
    }

    @Test
    void weak_references_to_trash_are_cleared_before_finalizers_run() {
        Node ring = world.ring(2);
        PyWeakReference weak = WeakReferences.newRef(world.w, ring);
        boolean[] alive = {true};
        ring.finalizer = () -> {
            alive[0] = weak.target() != null;
            world.w.retain(ring, Holder.NATIVE);
        };
        world.drop(ring);
        collector.collect(2);
        assertThat(alive).containsExactly(false);
        assertThat(WeakReferences.count(ring)).isZero();
        world.w.release(weak, Holder.NATIVE);
        world.check();
    }

    @Test
    void saveall_keeps_what_would_have_been_cleared() {
        collector.debug(DebugFlags.SAVEALL);
        world.drop(world.ring(4));
        assertThat(collector.collect(2)).isEqualTo(4);
        assertThat(collector.garbage().size).isEqualTo(4);
        world.check();
    }

    @Test
    void frozen_objects_are_not_looked_at_until_unfrozen() {
        world.drop(world.ring(2));
        collector.freeze();
        assertThat(collector.collect(2)).isZero();
        assertThat(collector.freezeCount()).isGreaterThanOrEqualTo(2);
        collector.unfreeze();
        assertThat(collector.freezeCount()).isZero();
        assertThat(collector.collect(2)).isEqualTo(2);
    }

    @Test
    void tuples_of_untrackable_items_are_untracked_by_the_first_collection() {
        PyTuple plain = PyTuple.pack(world.w, world.w.newInt(1000));
        PyTuple nested = PyTuple.pack(world.w, plain);
        Node node = world.node();
        PyTuple holding = PyTuple.pack(world.w, node);
        collector.collect(0);
        assertThat(plain.isTracked()).isFalse();
        assertThat(nested.isTracked()).as("its item was untracked before it").isFalse();
        assertThat(holding.isTracked()).isTrue();
        world.check();
    }

    @Test
    void phases_are_told_in_order_with_the_number_of_objects() {
        Journal journal = new Journal(100);
        world.drop(world.ring(3));
        collector.collect(2);
        world.drop(world.ring(3));
        collector.listener(journal);
        collector.collect(0);
        collector.listener(HeapEvents.NONE);
        List<HeapEvent.GcPhaseEntered> phases = journal.events().stream().filter(HeapEvent.GcPhaseEntered.class::isInstance)
            .map(HeapEvent.GcPhaseEntered.class::cast).toList();
        assertThat(phases).extracting(HeapEvent.GcPhaseEntered::phase).containsExactly(GcPhase.values());
        assertThat(phases).extracting(HeapEvent.GcPhaseEntered::objects).containsOnly(3L);
    }

    @Test
    void tracking_twice_is_refused() {
        Node node = world.node();
        assertThatThrownBy(() -> collector.track(node)).isInstanceOf(GcException.class).hasMessageContaining("test.Node");
    }

    @Test
    void the_checker_finds_a_list_that_is_torn() {
        Node node = world.node();
        PyObject next = node.gcNext;
        node.gcNext = node;
        assertThatThrownBy(world::check).isInstanceOf(GcException.class);
        node.gcNext = next;
        world.check();
    }

    @Test
    void the_checker_finds_a_count_that_is_too_small() {
        Node ring = world.ring(1);
        ring.refcnt = 0;
        assertThatThrownBy(world::check).isInstanceOf(GcException.class).hasMessageContaining("refcnt");
        ring.refcnt = 2;
        Node second = world.node();
        world.edge(second, ring);
        ring.refcnt = 1;
        assertThatThrownBy(world::check).isInstanceOf(GcException.class).hasMessageContaining("references to");
    }
}
