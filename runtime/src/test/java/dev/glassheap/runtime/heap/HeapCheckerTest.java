package dev.glassheap.runtime.heap;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.glassheap.runtime.event.HeapEvents;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A checker that finds nothing is worth nothing: every kind of damage is found, and named with its values. */
class HeapCheckerTest {

    private static Heap healthyHeap() {
        Heap heap = new Heap(Profile.TINY, HeapEvents.NONE, 1 << 30);
        long[] blocks = new long[200];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = heap.malloc(1 + i * 3, 0, "x");
        }
        for (int i = 0; i < blocks.length; i += 3) {
            heap.free(blocks[i], 0);
        }
        return heap;
    }

    private static Pool usedPool(Heap heap) {
        return heap.pymalloc.used(3);
    }

    private static final Map<String, Consumer<Heap>> DAMAGE = new TreeMap<>(Map.ofEntries(
            Map.entry("mapped", heap -> heap.memory.map(16)),
            Map.entry("arena", heap -> heap.pymalloc.usableArenas.first().freePools++),
            Map.entry("count", heap -> usedPool(heap).count++),
            Map.entry("carved", heap -> usedPool(heap).carved = 1),
            Map.entry("free list", heap -> usedPool(heap).link[usedPool(heap).freeBlock] = 5),
            Map.entry("occupant", heap -> usedPool(heap).occupants[usedPool(heap).freeBlock] = "ghost"),
            Map.entry("requested", heap -> Arrays.fill(usedPool(heap).stamp, 1000)),
            Map.entry("birth", heap -> Arrays.fill(usedPool(heap).stamp, 1L << 60 | 10)),
            Map.entry("class", heap -> usedPool(heap).sizeClass = 2),
            Map.entry("next and previous", heap -> usedPool(heap).previous = usedPool(heap)),
            Map.entry("chunk", heap -> heap.cHeap.first().size += 16),
            Map.entry("top", heap -> heap.cHeap.top().state = ChunkView.State.FREE),
            Map.entry("bin", heap -> heap.cHeap.bins.remove(heap.cHeap.bins.take(64))),
            Map.entry("table", heap -> heap.cHeap.chunks.remove(heap.cHeap.chunk(heap.cHeap.first().next.block())))));

    @TestFactory
    Stream<DynamicTest> damage_is_found() {
        return DAMAGE.entrySet().stream().map(damage -> DynamicTest.dynamicTest(damage.getKey(), () -> {
            Heap heap = healthyHeap();
            assertThatCode(() -> HeapChecker.checkThoroughly(heap)).doesNotThrowAnyException();
            damage.getValue().accept(heap);
            assertThatExceptionOfType(HeapException.class).isThrownBy(() -> HeapChecker.checkThoroughly(heap)).withMessageMatching("(?s).*(broken).*[0-9a-zA-Z].*");
        }));
    }
}
