package dev.glassheap.runtime.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.runtime.event.HeapEvents;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A million random operations per profile hold every invariant. */
class RandomOperationsTest {
    private static final int OPERATIONS = 1_000_000;
    private static final int LIVE_LIMIT = 60_000;
    private static final long SEED = 20261124;

    private final long[] live = new long[LIVE_LIMIT];
    private int count;

    static List<Profile> profiles() {
        return List.of(Profile.CLASSIC, Profile.PY_3_11, Profile.PY_3_11.withMisaligned(true), Profile.PY_3_13, Profile.TINY);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void any_sequence_of_operations_keeps_the_invariants(Profile profile) {
        SplittableRandom random = new SplittableRandom(SEED);
        Heap heap = new Heap(profile, HeapEvents.NONE, 64L << 20);
        long failures = 0;
        for (int i = 0; i < OPERATIONS; i++) {
            failures += step(heap, random, i) ? 0 : 1;
            if (i % 5_000 == 0) {
                HeapChecker.checkCheaply(heap);
            }
            if (i % 50_000 == 0) {
                HeapChecker.checkThoroughly(heap);
            }
        }
        HeapChecker.checkThoroughly(heap);
        assertThat(failures).as("requests refused by the limit").isGreaterThan(0).isLessThan(OPERATIONS / 10);
        while (count > 0) {
            heap.free(live[--count], 0);
        }
        HeapChecker.checkThoroughly(heap);
        assertThat(heap.allocatedBlocks()).isZero();
        assertThat(heap.arenaCounts().current()).isEqualTo(profile.keepsLastArena() ? 1 : 0);
    }

    /** Grows and shrinks in long waves, so that arenas come and go. */
    private boolean step(Heap heap, SplittableRandom random, int i) {
        boolean growing = (i / 100_000) % 2 == 0;
        int what = random.nextInt(100);
        if (count == 0 || what < (growing ? 60 : 30) && count < LIVE_LIMIT) {
            long size = size(random);
            long address = heap.malloc(size, i, "block");
            if (address == 0) {
                return false;
            }
            assertThat(heap.requestedSize(address)).isEqualTo(Math.max(1, size));
            live[count++] = address;
            return true;
        }
        int victim = random.nextInt(count);
        if (what >= 90) {
            long moved = heap.realloc(live[victim], size(random), i);
            if (moved == 0) {
                assertThat(heap.isAllocated(live[victim])).isTrue();
                return false;
            }
            live[victim] = moved;
            return true;
        }
        heap.free(live[victim], i);
        live[victim] = live[--count];
        return true;
    }

    private static long size(SplittableRandom random) {
        int kind = random.nextInt(1000);
        if (kind < 900) {
            return 1 + random.nextInt(1 + random.nextInt(512));
        }
        if (kind < 990) {
            return random.nextInt(4000);
        }
        return kind < 998 ? random.nextInt(200_000) : random.nextInt(8_000_000);
    }
}
