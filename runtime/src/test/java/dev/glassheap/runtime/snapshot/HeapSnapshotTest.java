package dev.glassheap.runtime.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeapSnapshotTest {

    private static final long BASE = 0x7f5c00000000L;
    private static final EdgeLabels DICT = EdgeLabels.of(EdgeLabels.Rest.KEY_VALUE);

    private final HeapSnapshot.Builder builder = HeapSnapshot.builder(RandomHeap.header(RandomHeap.TINY));
    private final int dict = builder.type(new TypeInfo("dict", "", 16));
    private final int node = builder.type(new TypeInfo("Node", "slots next", 16));
    private final int str = builder.type(new TypeInfo("str", "", 0));

    private int object(int type, int serial, int pool, int block, String preview, int flags) {
        long address = BASE + pool * 512L + 48 + block * 64L;
        return builder.object(new ObjectRow(address + (type == str ? 0 : 16), type, serial, 1, 48, type == str ? ObjectTable.UNTRACKED : 0,
                ObjectTable.NO_LENGTH, Site.NONE, serial, preview, flags));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void any_heap_keeps_the_sums(long seed) {
        HeapSnapshot heap = RandomHeap.of(seed, seed % 2 == 0 ? RandomHeap.CLASSIC : RandomHeap.TINY, (int) (seed % 5), (int) seed);

        HeapTotals totals = heap.totals();
        totals.verify();
        long owned = 0;
        for (long bytes : heap.footprints()) {
            owned += bytes;
        }
        assertThat(owned + totals.unowned()).isEqualTo(totals.allocated());
    }

    @Test
    void an_empty_heap_has_only_zeroes() {
        HeapTotals totals = RandomHeap.empty(RandomHeap.TINY).totals();

        assertThat(totals.mapped()).isZero();
        assertThat(totals.objects()).isZero();
        totals.verify();
    }

    @Test
    void free_list_comes_back_in_the_order_in_which_blocks_are_handed_out() {
        builder.arena(BASE, 8);
        int pool = builder.pool(0, 2, 64, 6, 4, 0, 5);
        builder.block(pool, 1, 50, PoolTable.NONE, "");
        builder.block(pool, 2, 64, PoolTable.NONE, "keys");
        builder.block(pool, 3, 64, PoolTable.NONE, "");
        PoolTable pools = builder.build().pools();

        assertThat(pools.freeList(pool)).containsExactly(4, 0, 5);
        assertThat(pools.used(pool)).isEqualTo(3);
        assertThat(pools.state(pool)).isEqualTo(PoolTable.State.USED);
        assertThat(pools.state(pools.pool(0, 3))).isEqualTo(PoolTable.State.UNTOUCHED);
        assertThat(pools.requested(pool, 1)).isEqualTo(50);
        assertThat(pools.role(pool, 2)).isEqualTo("keys");
        assertThat(pools.poolAt(pools.blockAddress(pool, 5))).isEqualTo(pool);
        assertThat(pools.poolAt(BASE - 1)).isEqualTo(PoolTable.NONE);
        assertThat(pools.poolAt(BASE + 4096)).isEqualTo(PoolTable.NONE);
    }

    @Test
    void what_no_root_reaches_is_garbage_and_parked_blocks_are_neither() {
        builder.arena(BASE, 8);
        int globals = object(dict, 1, 0, 0, "", 0);
        int key = object(str, 1, 0, 1, "'head'", 0);
        int alive = object(node, 1, 0, 2, "", 0);
        int lost = object(node, 2, 0, 3, "", 0);
        int lostToo = object(node, 3, 0, 4, "", 0);
        int parked = object(node, 0, 0, 5, "", ObjectRow.PARKED);
        int pool = builder.pool(0, 0, 64, 6);
        for (int block = 0; block < 6; block++) {
            builder.block(pool, block, 64, List.of(globals, key, alive, lost, lostToo, parked).get(block), "");
        }
        builder.edges(globals, DICT, key, alive);
        builder.edges(lost, EdgeLabels.named("next"), lostToo);
        builder.edges(lostToo, EdgeLabels.named("next"), lost);
        builder.root(new Root(Root.Kind.GLOBALS, "__main__", "", globals));
        HeapSnapshot heap = builder.build();

        assertThat(heap.objects().reachable(alive)).isTrue();
        assertThat(heap.objects().garbage(lost)).isTrue();
        assertThat(heap.objects().garbage(parked)).isFalse();
        assertThat(heap.totals().reachable()).isEqualTo(192);
        assertThat(heap.totals().garbage()).isEqualTo(128);
        assertThat(heap.totals().parked()).isEqualTo(64);
        assertThat(Cycles.among(heap, List.of(lost, lostToo))).containsExactly(List.of(lost, lostToo));
        assertThat(RootPaths.of(heap).expression(alive, 3)).isEqualTo("head");
        assertThat(heap.place(alive)).isEqualTo(new Place.InPool(pool, 2));
        assertThat(heap.find("Node", 2)).isEqualTo(lost);
    }

    @Test
    void edge_labels_are_decoded_from_a_shared_scheme() {
        builder.arena(BASE, 8);
        int globals = object(dict, 1, 0, 0, "", 0);
        int key = object(str, 1, 0, 1, "'k'", 0);
        int first = object(node, 1, 0, 2, "", 0);
        builder.edges(globals, DICT, key, first);
        builder.edges(first, new EdgeLabels(List.of("next", "prev"), EdgeLabels.Rest.INDEX), ObjectTable.NOTHING, globals, key);
        ObjectTable objects = builder.build().objects();

        assertThat(objects.edgeLabel(globals, 0)).isEqualTo(new EdgeLabel.Key("'k'"));
        assertThat(objects.edgeLabel(globals, 1).suffix()).isEqualTo("['k']");
        assertThat(objects.edgeTarget(first, 0)).isEqualTo(ObjectTable.NOTHING);
        assertThat(objects.edgeLabel(first, 1).suffix()).isEqualTo(".prev");
        assertThat(objects.edgeLabel(first, 2).suffix()).isEqualTo("[0]");
    }

    @Test
    void previews_are_cut_at_64_characters() {
        builder.arena(BASE, 8);
        int object = object(str, 1, 0, 0, "x".repeat(100), 0);

        assertThat(builder.build().objects().preview(object)).hasSize(64).endsWith("...");
    }

    @Test
    void retained_is_what_only_lives_because_of_the_object() {
        builder.arena(BASE, 8);
        int globals = object(dict, 1, 0, 0, "", 0);
        int first = object(node, 1, 0, 1, "", 0);
        int second = object(node, 2, 0, 2, "", 0);
        int shared = object(node, 3, 0, 3, "", 0);
        builder.edges(globals, EdgeLabels.named("a", "b"), first, shared);
        builder.edges(first, EdgeLabels.named("next", "other"), second, shared);
        builder.root(new Root(Root.Kind.GLOBALS, "__main__", "", globals));
        RootPaths paths = RootPaths.of(builder.build());

        assertThat(paths.retained(first)).containsExactly(first, second);
        assertThat(paths.retained(shared)).containsExactly(shared);
        assertThat(paths.path(second).steps()).containsExactly(new RootPaths.Step(globals, new EdgeLabel.Attribute("a")),
                new RootPaths.Step(first, new EdgeLabel.Attribute("next")));
    }

    @Test
    void a_chain_of_100_000_objects_is_no_problem() {
        int count = 100_000;
        for (int i = 0; i < count; i++) {
            builder.object(new ObjectRow(i, node, i, 1, 48, 0, ObjectTable.NO_LENGTH, Site.NONE, i, "", 0));
        }
        for (int i = 0; i < count; i++) {
            builder.edges(i, EdgeLabels.named("next"), (i + 1) % count);
        }
        HeapSnapshot heap = builder.build();

        assertThat(Cycles.among(heap, java.util.stream.IntStream.range(0, count).boxed().toList())).singleElement()
                .satisfies(cycle -> assertThat(cycle).hasSize(count));
    }

    @Test
    void a_pool_that_does_not_fit_is_refused_with_its_numbers() {
        builder.arena(BASE, 8);

        assertThatThrownBy(() -> builder.pool(0, 1, 64, 8)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pool 1 of arena 0");
    }
}
