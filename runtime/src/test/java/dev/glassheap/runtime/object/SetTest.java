package dev.glassheap.runtime.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SetTest {

    private final ContainerFixture f = new ContainerFixture();
    private final World w = f.w;

    @Test
    void tables_grow_as_in_CPython() {
        PySet s = PySet.create(w);
        StringBuilder growth = new StringBuilder();
        long last = f.sizeOf(s);
        for (int n = 0; n < 400; n++) {
            PyObject o = f.i(n);
            s.add(w, o);
            f.drop(o);
            if (f.sizeOf(s) != last) {
                last = f.sizeOf(s);
                growth.append(s.size()).append("->").append(last).append(' ');
            }
        }
        assertThat(growth.toString()).isEqualTo("5->728 19->2264 77->8408 307->32984 ");
    }

    @Test
    void the_order_is_that_of_the_table() {
        assertThat(f.repr(f.set(3, 1, 2))).isEqualTo("{1, 2, 3}");
        assertThat(f.repr(f.set(8, 16, 24, 0))).isEqualTo("{8, 16, 24, 0}");
        assertThat(f.repr(f.set(100, 50, 25, 12))).isEqualTo("{25, 50, 100, 12}");
    }

    @Test
    void a_new_key_takes_the_last_deleted_slot_on_its_way() {
        PySet s = PySet.create(w);
        for (long v : new long[] {0, 1, 2, 3, 4, 10, 11, 12}) {
            s.add(w, f.i(v));
        }
        s.discard(w, f.i(10), 10);
        s.discard(w, f.i(12), 12);
        int fill = s.fill;
        s.add(w, f.i(42));
        assertThat(f.repr(s)).isEqualTo("{0, 1, 2, 3, 4, 11, 42}");
        assertThat(s.fill).isEqualTo(fill);
    }

    @Test
    void random_operations_agree_with_a_hash_set() {
        Random random = new Random(5);
        PySet s = PySet.create(w);
        Set<Long> model = new HashSet<>();
        for (int step = 0; step < 20_000; step++) {
            long k = random.nextInt(500) * 16L;
            PyObject key = f.i(k);
            if (random.nextBoolean()) {
                s.add(w, key);
                model.add(k);
            } else {
                assertThat(s.discard(w, key, k)).isEqualTo(model.remove(k));
            }
            f.drop(key);
            assertThat(s.size()).isEqualTo(model.size());
        }
        for (int slot = 0; slot < s.slots(); slot++) {
            PyObject key = s.keyAt(slot);
            assertThat(key == null || model.contains(((PyInt) key).value)).isTrue();
        }
    }

    @Test
    void a_set_gives_back_every_block() {
        int before = w.heap.allocatedBlocks();
        PyObject range = f.range(2000);
        PySet s = PySet.of(w, range);
        PyObject half = f.call(s, "difference", range);
        PyObject both = Numbers.binary(w, BinaryOp.OR, s, half);
        f.drop(f.call(s, "pop"));
        f.drop(range, s, half, both);
        w.freeLists.clear(w);
        assertThat(w.heap.allocatedBlocks()).isEqualTo(before);
    }

    @Test
    void frozensets_hash_by_content() {
        PySet one = PySet.frozen(w, new PyObject[] {f.i(1), f.i(2), f.i(3)});
        PySet other = PySet.frozen(w, new PyObject[] {f.i(3), f.i(2), f.i(1)});
        assertThat(Objects.hash(w, one)).isEqualTo(Objects.hash(w, other)).isEqualTo(-272375401224217160L);
        assertThat(f.error(() -> Objects.hash(w, f.set(1)))).isEqualTo("TypeError: unhashable type: 'set'");
    }
}
