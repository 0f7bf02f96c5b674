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

/** Requests that no pool serves. */
class CHeapTest {
    private static final long BASE = 0x55d0_a000_0000L;
    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    private Heap heap = new Heap(Profile.PY_3_11, HeapEvents.NONE, 512 * MIB);

    @AfterEach
    void invariants_hold() {
        HeapChecker.checkThoroughly(heap);
    }

    private long malloc(long size) {
        return heap.malloc(size, 0, null);
    }

    @ParameterizedTest
    @CsvSource({"0, 24", "24, 24", "25, 40", "600, 600", "601, 616"})
    void a_chunk_has_glibcs_size(long size, long usable) {
        long a = heap.rawMalloc(size, 0, null);
        long b = heap.rawMalloc(size, 0, null);
        assertThat(a).isEqualTo(BASE + 16);
        assertThat(heap.grantedSize(a)).isEqualTo(usable);
        assertThat(b - a).isEqualTo(usable + 8);
    }

    @Test
    void a_request_of_0_bytes_is_a_counted_chunk_of_1_byte() {
        assertThat(heap.requestedSize(malloc(0))).isEqualTo(1);
        assertThat(heap.allocatedBlocks()).isEqualTo(1);
    }

    @Test
    void the_raw_domain_is_not_counted_and_not_mixed_with_the_others() {
        long raw = heap.rawMalloc(100, 0, "table");
        long large = malloc(1000);
        assertThat(heap.allocatedBlocks()).isEqualTo(1);
        assertThatExceptionOfType(HeapException.class).isThrownBy(() -> heap.free(raw, 0)).withMessageEndingWith("is of the raw domain");
        assertThatExceptionOfType(HeapException.class).isThrownBy(() -> heap.rawFree(large, 0)).withMessageEndingWith("is not of the raw domain");
        assertThat(heap.rawRealloc(raw, 90, 0)).isEqualTo(raw);
        heap.rawFree(raw, 0);
        assertThat(heap.isAllocated(raw)).isFalse();
    }

    @Test
    void free_neighbours_are_united_and_reused() {
        long a = malloc(1000);
        long b = malloc(1000);
        long c = malloc(1000);
        malloc(1000);
        heap.free(a, 0);
        heap.free(c, 0);
        heap.free(b, 0);
        assertThat(heap.cHeap().chunks().getFirst()).matches(f -> f.state() == ChunkView.State.FREE && f.size() == 3 * 1008);
        assertThat(malloc(3000)).isEqualTo(a);
    }

    @Test
    void the_best_fit_is_taken_and_its_rest_stays_free() {
        long large = malloc(5000);
        malloc(600);
        long small = malloc(3000);
        malloc(600);
        heap.free(large, 0);
        heap.free(small, 0);
        assertThat(malloc(2000)).isEqualTo(small);
        assertThat(malloc(900)).isEqualTo(small + 2016);
    }

    @Test
    void only_the_top_is_given_back() {
        List<Long> blocks = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            blocks.add(malloc(KIB));
        }
        long last = blocks.removeLast();
        long full = heap.os().mappedBytes();
        blocks.forEach(block -> heap.free(block, 0));
        assertThat(heap.os().mappedBytes()).as("the last block holds everything below it").isEqualTo(full);
        heap.free(last, 0);
        assertThat(heap.os().mappedBytes()).isLessThan(200 * KIB);
        assertThat(heap.os().residentBytes()).isLessThan(200 * KIB);
    }

    @Test
    void a_block_above_the_mmap_threshold_has_its_own_mapping_and_goes_back_at_once() {
        long a = malloc(100 * MIB);
        assertThat(a).isEqualTo(0x7f00_0000_0010L);
        assertThat(heap.grantedSize(a)).isEqualTo(100 * MIB + 4096 - 16);
        assertThat(heap.os()).isEqualTo(new OsView(0, 0, 0, 100 * MIB + 4096, 25601));
        heap.free(a, 0);
        assertThat(heap.os()).isEqualTo(new OsView(0, 0, 0, 0, 0));
        assertThat(heap.cHeap().mmapThreshold()).as("too large to raise it").isEqualTo(128 * KIB);
    }

    @Test
    void freeing_a_mapped_block_raises_the_threshold() {
        heap.free(malloc(MIB), 0);
        assertThat(heap.cHeap().mmapThreshold()).isEqualTo(MIB + 4096);
        assertThat(malloc(MIB)).isEqualTo(BASE + 16);
        assertThat(malloc(2 * MIB)).isEqualTo(0x7f00_0000_0010L);
    }

    @Test
    void mappings_take_the_lowest_gap() {
        long a = malloc(40 * MIB);
        long b = malloc(40 * MIB);
        heap.free(a, 0);
        assertThat(malloc(33 * MIB)).isEqualTo(a);
        assertThat(malloc(50 * MIB)).isEqualTo(b + 40 * MIB + 4096);
    }

    @Test
    void a_mapping_is_resized_in_place_or_moved_without_being_copied() {
        long a = malloc(300 * MIB);
        assertThat(heap.realloc(a, 400 * MIB, 0)).as("both at once would pass the limit").isEqualTo(a);
        long b = malloc(MIB);
        assertThat(heap.realloc(a, 450 * MIB, 0)).as("the neighbour is in the way").isGreaterThan(b);
        assertThat(heap.realloc(b, MIB / 2, 0)).isEqualTo(b);
        assertThat(heap.os().mappingBytes()).isEqualTo(450 * MIB + 4096 + MIB / 2 + 4096);
    }

    @Test
    void a_chunk_grows_into_the_top_or_a_free_neighbour_and_else_moves() {
        long a = malloc(1000);
        assertThat(heap.realloc(a, 2000, 0)).isEqualTo(a);
        long b = malloc(1000);
        long c = malloc(1000);
        heap.free(b, 0);
        assertThat(heap.realloc(a, 2900, 0)).isEqualTo(a);
        assertThat(heap.realloc(a, 4000, 0)).isEqualTo(c + 1008);
        assertThat(malloc(2900)).isEqualTo(a);
    }

    @Test
    void a_shrunk_chunk_gives_its_rest_back() {
        long a = malloc(4000);
        malloc(600);
        assertThat(heap.realloc(a, 1000, 0)).isEqualTo(a);
        assertThat(malloc(2000)).isEqualTo(a + 1008);
    }

    @Test
    void a_freed_chunk_at_the_end_is_handed_out_again() {
        long a = malloc(600);
        heap.free(a, 0);
        assertThat(malloc(650)).isEqualTo(a);
    }

    @ParameterizedTest
    @CsvSource({"600000000", "10000000000", "70368744177664", "9223372036854775807", "-1", "-9223372036854775808"})
    void a_request_beyond_the_limit_is_refused_and_changes_nothing(long size) {
        assertThat(malloc(size)).isZero();
        assertThat(heap.rawMalloc(size, 0, null)).isZero();
        assertThat(heap.events()).isZero();
        assertThat(heap.os().mappedBytes()).isZero();
    }

    @Test
    void the_limit_is_reached_but_not_passed() {
        heap = new Heap(Profile.PY_3_11, HeapEvents.NONE, 3 * MIB);
        int blocks = 0;
        while (malloc(512) != 0) {
            blocks++;
        }
        while (malloc(10_000) != 0) {
            blocks++;
        }
        assertThat(blocks).isBetween(3 * 64 * 31, 3 * 64 * 31 + 310);
        assertThat(heap.os().mappedBytes()).isBetween(3 * MIB - 10_000, 3 * MIB);
    }

    @Test
    void a_gigabyte_costs_no_java_memory() {
        heap = new Heap(Profile.PY_3_11, HeapEvents.NONE, 1L << 45);
        for (int i = 0; i < 1000; i++) {
            assertThat(malloc(1L << 34)).isNotZero();
        }
        assertThat(heap.os().mappedBytes()).isGreaterThan(1000L << 34);
    }

    @Test
    void static_addresses_do_not_overlap() {
        long a = heap.staticAddress(424);
        long b = heap.staticAddress(16);
        assertThat(a).isEqualTo(0x55d0_9000_0000L);
        assertThat(b).isEqualTo(a + 432);
        assertThatExceptionOfType(HeapException.class).isThrownBy(() -> heap.staticAddress(1L << 30));
    }
}
