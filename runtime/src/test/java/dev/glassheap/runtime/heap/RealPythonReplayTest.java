package dev.glassheap.runtime.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.runtime.event.HeapEvents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Real CPython does ten thousand random allocations and frees of 512-byte blocks in pools that it has filled before, and prints which block
 * it got each time; the heap does the same and must get the same blocks.
 */
class RealPythonReplayTest {
    private static final int CAPACITY = 31;
    private static final int POOL = 16384;

    /**
     * Fills pools of class 512 until the last one is full, then frees and allocates in those that hold nothing else. Every pool keeps
     * its first block, so that none is emptied, and there are never more blocks than at first, so that none is added: both would depend on
     * what the rest of the interpreter did.
     */
    private static final String PROGRAM = """
            import gc, random
            gc.disable()
            POOL, CAPACITY, SIZE = 16384, 31, 470
            kept = [None] * 4000
            full, i = False, 0
            while not full:
                kept[i] = bytes(SIZE)
                pool = id(kept[i]) // POOL
                full = i > 3000 and sum(id(b) // POOL == pool for b in kept if b is not None) == CAPACITY
                i += 1
            by_pool = {}
            for i in range(i):
                by_pool.setdefault(id(kept[i]) // POOL, []).append(i)
            order, places, b = [], [], None
            for numbers in by_pool.values():
                if len(numbers) == CAPACITY:
                    for i in numbers:
                        order.append(id(kept[i]))
                    for i in numbers[1:]:
                        places.append(kept[i])
                        kept[i] = None
            rnd = random.Random(311)
            n = len(places)
            plan = [rnd.randrange(n) for _ in range(10000)]
            got = [0] * 10000
            i = 0
            for p in plan:
                if places[p] is None:
                    places[p] = bytes(SIZE)
                    got[i] = id(places[p])
                else:
                    got[i] = -id(places[p])
                    places[p] = None
                i += 1
            print(*order)
            print(*got)
            """;

    @Test
    void real_cpython_gets_the_same_blocks() throws IOException, InterruptedException {
        List<String> lines = RealPython.run(PROGRAM).lines().toList();
        long[] order = numbers(lines.get(0));
        long[] operations = numbers(lines.get(1));
        assertThat(order.length).isGreaterThan(20 * CAPACITY);

        Heap heap = new Heap(Profile.PY_3_11, HeapEvents.NONE, 1L << 30);
        Map<Long, Long> poolOfTheirs = new HashMap<>();
        for (int i = 0; i < order.length; i++) {
            long ours = heap.malloc(512, 0, null);
            poolOfTheirs.putIfAbsent(order[i] & -POOL, ours & -POOL);
        }
        List<Long> expected = new ArrayList<>();
        List<Long> actual = new ArrayList<>();
        for (long operation : operations) {
            long theirs = Math.abs(operation);
            long ours = poolOfTheirs.getOrDefault(theirs & -POOL, -1L) + theirs % POOL;
            if (operation < 0) {
                heap.free(ours, 0);
            } else {
                expected.add(ours);
                actual.add(heap.malloc(512, 0, null));
            }
        }
        assertThat(actual).hasSizeGreaterThan(3000).isEqualTo(expected);
        HeapChecker.checkThoroughly(heap);
    }

    private static long[] numbers(String line) {
        return Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
    }
}
