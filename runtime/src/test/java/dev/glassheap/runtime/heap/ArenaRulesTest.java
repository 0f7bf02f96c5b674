package dev.glassheap.runtime.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.runtime.event.HeapEvent;
import dev.glassheap.runtime.event.HeapEvents;
import dev.glassheap.runtime.event.Journal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One test for each rule about arenas, on the tiny heap: 8 pools of 512 bytes to an arena, 3 blocks of 128 bytes to a pool. */
class ArenaRulesTest {
    private static final long ARENA_0 = 0x7f5c_0000_0000L;
    private static final int POOLS = 8;
    private static final int PER_POOL = 3;
    private static final Profile KEEPING = new Profile("tiny that keeps its last arena", 16, 512, 8, 128, true, false, 700, 10, 10, "");

    private final Journal journal = new Journal(10_000);
    private Heap heap = new Heap(Profile.TINY, journal, 1L << 32);

    @AfterEach
    void invariants_hold() {
        HeapChecker.checkThoroughly(heap);
    }

    /** That many full pools, each the list of its blocks. */
    private List<List<Long>> fullPools(int count) {
        List<List<Long>> pools = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            List<Long> blocks = new ArrayList<>();
            for (int b = 0; b < PER_POOL; b++) {
                blocks.add(heap.malloc(128, 0, null));
            }
            pools.add(blocks);
        }
        return pools;
    }

    private void empty(List<Long> pool) {
        pool.forEach(block -> heap.free(block, 0));
    }

    private List<Integer> freePools() {
        return heap.arenas().stream().map(ArenaView::freePools).toList();
    }

    @Test
    void an_arena_without_a_free_pool_leaves_usable_arenas_and_comes_back_at_the_head() {
        List<List<Long>> pools = fullPools(POOLS + 1);
        assertThat(heap.usableArenas()).containsExactly(1);
        empty(pools.get(3));
        assertThat(heap.usableArenas()).containsExactly(0, 1);
        assertThat(heap.malloc(16, 0, null)).isEqualTo(pools.get(3).getFirst());
        assertThat(heap.usableArenas()).containsExactly(1);
    }

    @Test
    void the_arena_with_the_fewest_free_pools_serves_first() {
        List<List<Long>> pools = fullPools(3 * POOLS);
        empty(pools.get(0));
        empty(pools.get(1));
        empty(pools.get(POOLS));
        assertThat(freePools()).containsExactly(2, 1, 0);
        assertThat(heap.usableArenas()).containsExactly(1, 0);
        assertThat(heap.malloc(16, 0, null)).isEqualTo(pools.get(POOLS).getFirst());
    }

    @Test
    void an_arena_with_one_more_free_pool_moves_behind_the_last_that_has_the_old_number() {
        List<List<Long>> pools = fullPools(4 * POOLS);
        for (int arena = 3; arena >= 0; arena--) {
            empty(pools.get(arena * POOLS));
        }
        assertThat(heap.usableArenas()).containsExactly(0, 1, 2, 3);
        empty(pools.get(POOLS + 1));
        assertThat(heap.usableArenas()).containsExactly(0, 2, 3, 1);
        empty(pools.get(1));
        assertThat(heap.usableArenas()).as("it comes to stand before those that have as many").containsExactly(2, 3, 0, 1);
        empty(pools.get(2));
        assertThat(heap.usableArenas()).containsExactly(2, 3, 1, 0);
    }

    @Test
    void a_wholly_free_arena_is_returned_at_once() {
        List<List<Long>> pools = fullPools(2);
        empty(pools.get(0));
        assertThat(heap.os().mappedBytes()).isEqualTo(4096);
        empty(pools.get(1));
        assertThat(heap.os().mappedBytes()).isZero();
        assertThat(heap.arenaCounts()).isEqualTo(new ArenaCounts(1, 1, 0));
        assertThat(journal.events()).contains(new HeapEvent.ArenaMapped(1, ARENA_0, 4096)).endsWith(new HeapEvent.ArenaReturned(12, ARENA_0, 4096));
    }

    @Test
    void the_last_arena_of_the_list_is_kept_when_the_profile_says_so() {
        heap = new Heap(KEEPING, HeapEvents.NONE, 1L << 32);
        List<List<Long>> pools = fullPools(POOLS + 1);
        empty(pools.get(POOLS));
        assertThat(freePools()).containsExactly(0, 8);
        pools.subList(0, POOLS).forEach(this::empty);
        assertThat(heap.arenas()).singleElement().satisfies(a -> {
            assertThat(a.index()).isEqualTo(1);
            assertThat(a.freePools()).isEqualTo(POOLS);
        });
    }

    @Test
    void one_block_pins_its_arena() {
        List<List<Long>> pools = fullPools(POOLS);
        pools.subList(1, POOLS).forEach(this::empty);
        heap.free(pools.get(0).get(0), 0);
        heap.free(pools.get(0).get(1), 0);
        assertThat(freePools()).containsExactly(7);
        heap.free(pools.get(0).get(2), 0);
        assertThat(freePools()).isEmpty();
    }

    @Test
    void the_lowest_free_slot_is_mapped_next_and_the_descriptor_given_back_last_is_taken() {
        List<List<Long>> pools = fullPools(4 * POOLS);
        pools.subList(0, POOLS).forEach(this::empty);
        pools.subList(2 * POOLS, 3 * POOLS).forEach(this::empty);
        assertThat(heap.arenas()).extracting(ArenaView::index).containsExactly(1, 3);
        fullPools(2 * POOLS);
        assertThat(heap.arenas()).extracting(ArenaView::base).containsExactly(ARENA_0, ARENA_0 + 4096, ARENA_0 + 8192, ARENA_0 + 12288);
        assertThat(heap.arenas()).extracting(ArenaView::index).containsExactly(2, 1, 0, 3);
    }

    @Test
    void descriptors_double_from_sixteen() {
        fullPools(40 * POOLS);
        assertThat(heap.arenas()).hasSize(40).extracting(ArenaView::index).startsWith(0, 1, 2).endsWith(38, 39);
    }

    @Test
    void one_object_in_each_pool_keeps_everything_resident() {
        heap = new Heap(Profile.PY_3_11, HeapEvents.NONE, 1L << 32);
        List<Long> survivors = new ArrayList<>();
        List<Long> others = new ArrayList<>();
        for (int i = 0; i < 1021 * 64 * 3; i++) {
            (i % 1021 == 500 ? survivors : others).add(heap.malloc(16, 0, null));
        }
        others.forEach(block -> heap.free(block, 0));
        assertThat(heap.allocatedBlocks()).isEqualTo(192);
        assertThat(heap.os().residentBytes()).isEqualTo(3 << 20);
        survivors.forEach(block -> heap.free(block, 0));
        assertThat(heap.os().mappedBytes()).as("the last arena is kept").isEqualTo(1 << 20);
    }

    @Test
    void only_touched_pages_are_resident_and_emptied_pools_stay_so() {
        heap = new Heap(Profile.PY_3_11, HeapEvents.NONE, 1L << 32);
        long first = heap.malloc(512, 0, null);
        assertThat(heap.os()).isEqualTo(new OsView(1, 1 << 20, 0, 0, 1));
        List<Long> blocks = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            blocks.add(heap.malloc(512, 0, null));
        }
        assertThat(heap.os().residentPages()).isEqualTo(8);
        blocks.forEach(block -> heap.free(block, 0));
        heap.free(first, 0);
        heap.malloc(16, 0, null);
        assertThat(heap.os().residentPages()).as("a pool that starts afresh keeps its pages").isEqualTo(8);
    }
}
