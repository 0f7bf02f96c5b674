package dev.glassheap.runtime.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.glassheap.runtime.event.HeapEvents;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One test for each rule of CPython's small-object allocator about pools, allocation and free. */
class PymallocRulesTest {
    private static final long ARENA_0 = 0x7f5c_0000_0000L;

    private Heap heap = new Heap(Profile.PY_3_11, HeapEvents.NONE, 1L << 32);

    private Heap use(Profile profile) {
        heap = new Heap(profile, HeapEvents.NONE, 1L << 32);
        return heap;
    }

    private long malloc(int size) {
        return heap.malloc(size, 0, null);
    }

    private List<Long> malloc(int size, int times) {
        List<Long> blocks = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            blocks.add(malloc(size));
        }
        return blocks;
    }

    private void free(long address) {
        heap.free(address, 0);
    }

    @AfterEach
    void invariants_hold() {
        HeapChecker.checkThoroughly(heap);
    }

    // --- size classes and pools ----------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"3.11, 1, 16", "3.11, 16, 16", "3.11, 17, 32", "3.11, 512, 512", "classic, 8, 8", "classic, 9, 16", "tiny, 128, 128"})
    void a_request_gets_the_smallest_class_that_holds_it(String profile, int size, int granted) {
        use(Profile.named(profile).orElseThrow());
        assertThat(heap.grantedSize(malloc(size))).isEqualTo(granted);
    }

    @ParameterizedTest
    @CsvSource({"3.11, 16, 1021", "3.11, 64, 255", "3.11, 208, 78", "3.11, 512, 31", "classic, 8, 506", "classic, 16, 253", "classic, 512, 7",
        "tiny, 16, 29", "tiny, 128, 3"})
    void the_header_of_48_bytes_determines_the_capacity(String profile, int size, int capacity) {
        use(Profile.named(profile).orElseThrow());
        long block = malloc(size);
        PoolView pool = heap.pool(block).pool();
        assertThat(pool.capacity()).isEqualTo(capacity);
        assertThat(block).isEqualTo(pool.address() + 48);
        assertThat(48 + capacity * size + pool.waste()).isEqualTo(heap.profile().poolSize());
    }

    @Test
    void a_fresh_pool_sets_up_two_blocks_and_carves_one_ahead() {
        long first = malloc(64);
        assertThat(heap.pool(first).freeList()).containsExactly(1);
        assertThat(heap.pool(first).pool().watermark()).isEqualTo(2);
        malloc(64);
        assertThat(heap.pool(first).freeList()).containsExactly(2);
        assertThat(heap.pool(first).pool().watermark()).isEqualTo(3);
        assertThat(heap.pool(first).blocks().get(2).state()).isEqualTo(BlockState.FREE);
        assertThat(heap.pool(first).blocks().get(3).state()).isEqualTo(BlockState.UNTOUCHED);
    }

    @Test
    void untouched_blocks_are_carved_from_the_lowest_address_and_only_when_the_free_list_is_empty() {
        List<Long> blocks = malloc(64, 3);
        assertThat(blocks).containsExactly(ARENA_0 + 48, ARENA_0 + 112, ARENA_0 + 176);
        free(blocks.get(0));
        assertThat(malloc(64, 3)).containsExactly(ARENA_0 + 48, ARENA_0 + 240, ARENA_0 + 304);
    }

    @Test
    void a_pool_is_full_when_its_last_block_leaves_and_then_linked_nowhere() {
        malloc(512, 30);
        assertThat(heap.usedPools(31)).containsExactly(ARENA_0);
        malloc(512);
        assertThat(heap.usedPools(31)).isEmpty();
        assertThat(heap.pool(ARENA_0).pool().state()).isEqualTo(PoolState.FULL);
    }

    // --- allocation ----------------------------------------------------------------------------------------------------------------------

    @Test
    void the_free_list_of_a_pool_is_last_in_first_out() {
        List<Long> blocks = malloc(32, 10);
        free(blocks.get(2));
        free(blocks.get(7));
        free(blocks.get(4));
        assertThat(heap.pool(ARENA_0).freeList()).containsExactly(4, 7, 2, 10);
        assertThat(malloc(32, 3)).containsExactly(blocks.get(4), blocks.get(7), blocks.get(2));
    }

    @Test
    void the_first_pool_of_the_used_list_serves() {
        List<Long> blocks = malloc(512, 62);
        free(blocks.get(40));
        free(blocks.get(5));
        assertThat(heap.usedPools(31)).containsExactly(ARENA_0, ARENA_0 + 16384);
        assertThat(malloc(512, 2)).containsExactly(blocks.get(5), blocks.get(40));
    }

    @Test
    void pools_are_carved_from_an_arena_upwards() {
        assertThat(malloc(16)).isEqualTo(ARENA_0 + 48);
        assertThat(malloc(32)).isEqualTo(ARENA_0 + 16384 + 48);
        assertThat(malloc(48)).isEqualTo(ARENA_0 + 2 * 16384 + 48);
    }

    @Test
    void the_most_recently_emptied_pool_is_taken_before_a_new_one_is_carved() {
        long a = malloc(16);
        long b = malloc(32);
        malloc(48);
        free(a);
        free(b);
        assertThat(heap.arenas().getFirst().emptyPools()).containsExactly(1, 0);
        assertThat(malloc(64)).isEqualTo(b);
        assertThat(malloc(80)).isEqualTo(a);
    }

    @Test
    void an_emptied_pool_of_the_same_class_keeps_its_free_list() {
        malloc(16);
        List<Long> blocks = malloc(64, 4);
        for (int i : new int[] {2, 0, 3, 1}) {
            free(blocks.get(i));
        }
        assertThat(heap.pool(blocks.getFirst()).pool().state()).isEqualTo(PoolState.EMPTY);
        assertThat(malloc(64, 5)).containsExactly(blocks.get(1), blocks.get(3), blocks.get(0), blocks.get(2), blocks.get(3) + 64);
    }

    @Test
    void an_emptied_pool_that_changes_its_class_starts_afresh() {
        malloc(16);
        List<Long> blocks = malloc(64, 4);
        blocks.reversed().forEach(this::free);
        long block = malloc(96);
        assertThat(block).isEqualTo(blocks.getFirst());
        assertThat(heap.pool(block).freeList()).containsExactly(1);
        assertThat(heap.pool(block).pool().watermark()).isEqualTo(2);
    }

    @Test
    void a_misaligned_arena_holds_one_pool_less() {
        use(Profile.PY_3_11.withMisaligned(true));
        malloc(512, 63 * 31 + 1);
        assertThat(heap.arenas()).hasSize(2);
        ArenaView arena = heap.arenas().getFirst();
        assertThat(arena.base()).isEqualTo(ARENA_0 + 4096);
        assertThat(arena.pools()).hasSize(63).allMatch(p -> p.address() % 16384 == 0 && p.state() == PoolState.FULL);
    }

    @Test
    void a_small_request_goes_to_the_c_heap_when_no_arena_can_be_mapped() {
        heap = new Heap(Profile.PY_3_11, HeapEvents.NONE, 1_000_000);
        long block = malloc(64);
        assertThat(block).isBetween(0x55d0_a000_0000L, 0x55d0_a010_0000L);
        assertThat(heap.arenas()).isEmpty();
        assertThat(heap.allocatedBlocks()).isEqualTo(1);
    }

    // --- free ----------------------------------------------------------------------------------------------------------------------------

    @Test
    void a_full_pool_that_gets_a_block_back_becomes_the_preferred_one() {
        List<Long> blocks = malloc(512, 31 * 3 + 1);
        assertThat(heap.usedPools(31)).containsExactly(ARENA_0 + 3 * 16384);
        free(blocks.get(0));
        free(blocks.get(62));
        free(blocks.get(1));
        assertThat(heap.usedPools(31)).containsExactly(ARENA_0 + 2 * 16384, ARENA_0, ARENA_0 + 3 * 16384);
        assertThat(malloc(512, 3)).containsExactly(blocks.get(62), blocks.get(1), blocks.get(0));
    }

    @Test
    void freeing_every_second_block_frees_no_pool() {
        List<Long> blocks = malloc(64, 255 * 4);
        for (int i = 0; i < blocks.size(); i += 2) {
            free(blocks.get(i));
        }
        assertThat(heap.arenas().getFirst().freePools()).isEqualTo(60);
        assertThat(heap.usedPools(3)).hasSize(4);
    }

    @Test
    void freeing_what_is_no_block_is_an_error_that_changes_nothing() {
        long a = malloc(64);
        free(malloc(64));
        long events = heap.events();
        for (long address : new long[] {a + 64, a + 16, a - 48, a + 128, ARENA_0 + 16384 + 48, 0, -1, 0x55d0_a000_0010L}) {
            assertThat(heap.isAllocated(address)).isFalse();
            assertThatExceptionOfType(HeapException.class).isThrownBy(() -> free(address))
                    .withMessage("no allocated block begins at 0x%x", address);
        }
        assertThat(heap.events()).isEqualTo(events);
        assertThat(heap.isAllocated(a)).isTrue();
    }

    @Test
    void a_block_knows_its_occupant_site_birth_and_size() {
        malloc(10);
        long a = heap.malloc(50, 17, "list#1");
        assertThat(List.of(heap.occupant(a), heap.site(a), heap.birth(a), heap.requestedSize(a), heap.grantedSize(a)))
                .containsExactly("list#1", 17, 2L, 50L, 64L);
        heap.setOccupant(a, "list#2");
        assertThat(heap.pool(a).blocks().getFirst().occupant()).contains("list#2");
        free(a);
        assertThat(heap.pool(a).blocks().getFirst().occupant()).isEmpty();
    }
}
