package dev.glassheap.runtime.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.runtime.event.HeapEvents;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A naive model of the rules predicts every address. */
class ReferenceModelTest {
    private static final int OPERATIONS = 400_000;
    private static final long SEED = 311;

    static List<Profile> profiles() {
        return List.of(Profile.CLASSIC, Profile.PY_3_11, Profile.PY_3_11.withMisaligned(true), Profile.TINY);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void every_address_is_the_one_the_rules_predict(Profile profile) {
        SplittableRandom random = new SplittableRandom(SEED);
        Heap heap = new Heap(profile, HeapEvents.NONE, 1L << 40);
        ReferencePymalloc model = new ReferencePymalloc(profile);
        long[] live = new long[40_000];
        int count = 0;
        int returned = 0;
        for (int i = 0; i < OPERATIONS; i++) {
            boolean growing = i / 50_000 % 2 == 0;
            int what = random.nextInt(100);
            int size = 1 + random.nextInt(profile.smallRequestLimit());
            if (count == 0 || what < (growing ? 65 : 20) && count < live.length) {
                long address = heap.malloc(size, 0, null);
                assertThat(address).as("malloc, operation %d", i).isEqualTo(model.malloc(size));
                live[count++] = address;
            } else if (what >= 90) {
                int victim = random.nextInt(count);
                long moved = heap.realloc(live[victim], size, 0);
                assertThat(moved).as("realloc, operation %d", i).isEqualTo(model.realloc(live[victim], size));
                live[victim] = moved;
            } else {
                int victim = random.nextInt(count);
                heap.free(live[victim], 0);
                model.free(live[victim]);
                live[victim] = live[--count];
            }
        }
        assertThat(heap.arenaCounts().reclaimed()).as("arenas that came and went").isGreaterThan(3);
    }
}
