package dev.glassheap.runtime.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.runtime.event.HeapEvent;
import dev.glassheap.runtime.event.HeapEvents;
import dev.glassheap.runtime.event.Journal;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the heap tells whoever listens. */
class HeapEventsTest {
    private static final long SEED = 7;

    @Test
    void each_successful_call_is_one_event_with_its_number() {
        Journal journal = new Journal(100);
        Heap heap = new Heap(Profile.PY_3_11, journal, 1L << 30);
        long a = heap.malloc(20, 3, null);
        long b = heap.realloc(a, 25, 4);
        long c = heap.realloc(b, 700, 5);
        heap.free(c, 6);
        assertThat(heap.malloc(1L << 40, 7, null)).isZero();
        assertThat(journal.events()).containsExactly(
                new HeapEvent.ArenaMapped(1, 0x7f5c_0000_0000L, 1 << 20),
                new HeapEvent.Allocated(1, a, 20, 3),
                new HeapEvent.Reallocated(2, a, a, 25, 4),
                new HeapEvent.Reallocated(3, a, c, 700, 5),
                new HeapEvent.Freed(4, c, 700, 6));
        assertThat(heap.events()).isEqualTo(4);
    }

    @Test
    void a_listener_can_come_and_go() {
        Journal journal = new Journal(100);
        Heap heap = new Heap(Profile.PY_3_11, HeapEvents.NONE, 1L << 30);
        heap.malloc(20, 0, null);
        heap.listener(journal);
        heap.malloc(20, 0, null);
        heap.listener(HeapEvents.NONE);
        heap.malloc(20, 0, null);
        assertThat(journal.events()).extracting(HeapEvent::event).containsExactly(2L);
    }

    @Test
    void the_events_alone_tell_which_blocks_are_allocated() {
        Journal journal = new Journal(200_000);
        Heap heap = new Heap(Profile.TINY, journal, 1L << 30);
        SplittableRandom random = new SplittableRandom(SEED);
        long[] live = new long[500];
        for (int i = 0; i < 50_000; i++) {
            int at = random.nextInt(live.length);
            if (live[at] == 0) {
                live[at] = heap.malloc(random.nextInt(300), i, null);
            } else if (random.nextInt(3) == 0) {
                live[at] = heap.realloc(live[at], random.nextInt(300), i);
            } else {
                heap.free(live[at], i);
                live[at] = 0;
            }
        }
        Map<Long, Long> replayed = new HashMap<>();
        for (HeapEvent event : journal.events()) {
            switch (event) {
                case HeapEvent.Allocated e -> assertThat(replayed.put(e.address(), Math.max(1, e.size()))).isNull();
                case HeapEvent.Freed e -> assertThat(replayed.remove(e.address())).isEqualTo(e.size());
                case HeapEvent.Reallocated e -> {
                    assertThat(replayed.remove(e.from())).isNotNull();
                    replayed.put(e.address(), Math.max(1, e.size()));
                }
                default -> assertThat(event).isInstanceOfAny(HeapEvent.ArenaMapped.class, HeapEvent.ArenaReturned.class);
            }
        }
        Map<Long, Long> visited = new HashMap<>();
        heap.forEachBlock((address, requested, granted, site, birth, occupant) -> visited.put(address, requested));
        assertThat(journal.cut()).isZero();
        assertThat(replayed).isEqualTo(visited);
    }
}
