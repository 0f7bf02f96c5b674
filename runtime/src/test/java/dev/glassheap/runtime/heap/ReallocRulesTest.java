package dev.glassheap.runtime.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.glassheap.runtime.event.HeapEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One test for each rule of realloc. */
class ReallocRulesTest {
    private final Heap heap = new Heap(Profile.PY_3_11, HeapEvents.NONE, 64 << 20);

    @AfterEach
    void invariants_hold() {
        HeapChecker.checkThoroughly(heap);
    }

    @ParameterizedTest
    @ValueSource(ints = {49, 50, 63, 64})
    void a_block_stays_while_more_than_three_quarters_of_it_are_used(int size) {
        long a = heap.malloc(60, 1, "a");
        assertThat(heap.realloc(a, size, 2)).isEqualTo(a);
        assertThat(heap.requestedSize(a)).isEqualTo(size);
        assertThat(heap.site(a)).isEqualTo(2);
        assertThat(heap.birth(a)).isEqualTo(1);
        assertThat(heap.events()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32, 48})
    void a_shrink_that_saves_a_quarter_moves(int size) {
        long a = heap.malloc(60, 1, "a");
        long b = heap.realloc(a, size, 2);
        assertThat(b).isNotEqualTo(a);
        assertThat(heap.isAllocated(a)).isFalse();
        assertThat(heap.occupant(b)).isEqualTo("a");
        assertThat(heap.birth(b)).isEqualTo(2);
        assertThat(heap.grantedSize(b)).isEqualTo((size + 15) / 16 * 16);
    }

    @Test
    void the_new_block_is_taken_before_the_old_one_is_freed() {
        long a = heap.malloc(48, 0, null);
        long neighbour = heap.malloc(64, 0, null);
        assertThat(heap.realloc(a, 64, 0)).isEqualTo(neighbour + 64);
        assertThat(heap.malloc(48, 0, null)).isEqualTo(a);
    }

    @Test
    void growing_beyond_the_limit_of_small_requests_moves_to_the_c_heap_and_never_back() {
        long a = heap.malloc(512, 0, "a");
        long b = heap.realloc(a, 513, 0);
        assertThat(b).isEqualTo(0x55d0_a000_0010L);
        assertThat(heap.occupant(b)).isEqualTo("a");
        assertThat(heap.realloc(b, 10, 0)).isEqualTo(b);
        assertThat(heap.requestedSize(b)).isEqualTo(10);
        assertThat(heap.allocatedBlocks()).isEqualTo(1);
    }

    @Test
    void new_size_zero_moves_a_small_block_to_one_byte_in_the_c_heap() {
        long a = heap.malloc(64, 0, null);
        long b = heap.realloc(a, 0, 0);
        assertThat(b).isEqualTo(0x55d0_a000_0010L);
        assertThat(heap.requestedSize(b)).isEqualTo(1);
        assertThat(heap.allocatedBlocks()).isEqualTo(1);
        assertThat(heap.realloc(b, 0, 0)).isEqualTo(b);
    }

    @ParameterizedTest
    @ValueSource(longs = {65 << 20, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void a_failure_leaves_the_old_block_untouched(long size) {
        long small = heap.malloc(64, 1, "small");
        long large = heap.malloc(6400, 1, "large");
        long mapped = heap.malloc(640_000, 1, "mapped");
        long events = heap.events();
        for (long a : new long[] {small, large, mapped}) {
            long requested = heap.requestedSize(a);
            assertThat(heap.realloc(a, size, 2)).isZero();
            assertThat(heap.requestedSize(a)).isEqualTo(requested);
            assertThat(heap.site(a)).isEqualTo(1);
        }
        assertThat(heap.events()).isEqualTo(events);
    }

    @Test
    void resizing_what_is_no_block_is_an_error() {
        assertThatExceptionOfType(HeapException.class).isThrownBy(() -> heap.realloc(0, 16, 0));
    }
}
