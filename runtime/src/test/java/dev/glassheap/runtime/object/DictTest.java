package dev.glassheap.runtime.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DictTest {

    private final ContainerFixture f = new ContainerFixture();
    private final World w = f.w;

    @Test
    void slot_counts_follow_the_helper_of_CPython() {
        assertThat(DictKeys.log2For(0)).isEqualTo(3);
        for (int m = 1; m <= 7; m++) {
            assertThat(1 << DictKeys.log2For(m)).as("m = %d", m).isEqualTo(16);
        }
        assertThat(1 << DictKeys.log2For(8)).isEqualTo(8);
        assertThat(1 << DictKeys.log2For(15)).isEqualTo(16);
        assertThat(1 << DictKeys.log2For(16)).isEqualTo(32);
        assertThat(1 << DictKeys.log2For(33)).isEqualTo(64);
    }

    @Test
    void blocks_of_tables_have_the_sizes_of_CPython() {
        assertThat(DictKeys.byteSize(3, false)).isEqualTo(120);
        assertThat(DictKeys.byteSize(3, true)).isEqualTo(160);
        assertThat(DictKeys.byteSize(6, false)).isEqualTo(768);
        assertThat(DictKeys.byteSize(8, false) + 64).isEqualTo(3328);
        assertThat(DictKeys.byteSize(11, true) + 64).isEqualTo(36952);
    }

    @Test
    void an_empty_dict_has_no_table_and_small_tables_wait_in_their_free_list() {
        PyDict d = f.dict();
        assertThat(d.keys.address).isZero();
        PyObject one = f.i(1);
        d.setItem(w, w.id("name"), one);
        long table = d.keys.address;
        assertThat(w.heap.requestedSize(table)).isEqualTo(120);
        d.clear(w);
        assertThat(d.keys).isSameAs(DictKeys.EMPTY_KEYS);
        PyDict other = f.dict("k", 1);
        assertThat(other.keys.address).isEqualTo(table);
        assertThat(w.heap.occupant(table)).isSameAs(other);
    }

    @Test
    void headers_are_reused_last_in_first_out() {
        PyDict a = f.dict();
        PyDict b = f.dict();
        long first = a.address;
        long second = b.address;
        f.drop(a, b);
        assertThat(PyDict.create(w).address).isEqualTo(second);
        assertThat(PyDict.create(w).address).isEqualTo(first);
    }

    @Test
    void an_index_means_the_same_key_while_the_version_stays() {
        PyDict d = f.dict("a", 1, "b", 2);
        int version = d.keysVersion;
        int at = d.indexOfStr(w, w.id("b"));
        assertThat(d.keyAt(at).toString()).isEqualTo("b");
        d.setValueAt(w, at, f.list(5));
        assertThat(f.repr(d)).isEqualTo("{'a': 1, 'b': [5]}");
        assertThat(d.keysVersion).isEqualTo(version);
        assertThat(d.isTracked()).isTrue();
        d.setItem(w, w.id("a"), w.singletons.none);
        assertThat(d.keysVersion).isEqualTo(version);
        d.delItem(w, w.id("a"));
        assertThat(d.keysVersion).isNotEqualTo(version);
        assertThat(d.indexOfStr(w, w.id("a"))).isEqualTo(-1);
        int afterDeletion = d.keysVersion;
        d.setItem(w, w.id("a"), w.singletons.none);
        assertThat(d.keysVersion).isNotEqualTo(afterDeletion);
    }

    @Test
    void a_dict_is_tracked_when_it_gets_something_trackable() {
        PyDict d = f.dict("a", 1);
        assertThat(d.isTracked()).isFalse();
        PyTuple t = f.tuple(f.i(1));
        w.untrack(t);
        d.setItem(w, w.id("t"), t);
        assertThat(d.isTracked()).isFalse();
        d.setItem(w, w.id("type"), w.types.intType);
        assertThat(d.isTracked()).as("static types are no GC objects").isFalse();
        d.setItem(w, w.id("l"), f.list());
        assertThat(d.isTracked()).isTrue();
        assertThat(d.copy(w).isTracked()).isTrue();
    }

    @Test
    void traversal_shows_values_only_until_a_key_is_no_str() {
        PyList l = f.list();
        PyDict d = f.dict("a", l);
        assertThat(visited(d)).containsExactly(l);
        PyTuple key = f.tuple(f.i(1));
        d.setItem(w, key, w.singletons.none);
        assertThat(visited(d)).hasSize(4).endsWith(w.singletons.none, key);
    }

    private static List<PyObject> visited(PyObject o) {
        List<PyObject> seen = new ArrayList<>();
        o.type.slots.tpTraverse.traverse(o, seen::add);
        return seen;
    }

    @Test
    void random_operations_agree_with_a_linked_hash_map() {
        Random random = new Random(11);
        PyDict d = f.dict();
        Map<Long, Long> model = new LinkedHashMap<>();
        for (int step = 0; step < 20_000; step++) {
            long k = random.nextInt(400);
            PyObject key = f.i(k);
            if (random.nextInt(3) > 0) {
                PyObject value = f.i(step);
                d.setItem(w, key, value);
                f.drop(value);
                model.put(k, (long) step);
            } else {
                assertThat(d.delItem(w, key)).isEqualTo(model.remove(k) != null);
            }
            f.drop(key);
        }
        List<Long> keys = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        d.forEach((key, value) -> {
            keys.add(((PyInt) key).value);
            values.add(((PyInt) value).value);
        });
        assertThat(keys).containsExactlyElementsOf(model.keySet());
        assertThat(values).containsExactlyElementsOf(model.values());
        int live = w.heap.allocatedBlocks();
        d.clear(w);
        assertThat(w.heap.allocatedBlocks()).isLessThan(live - model.size());
    }

    @Test
    void a_table_that_cannot_be_had_leaves_the_dict_as_it_was() {
        PyDict d = f.dict(1, 1);
        String before = f.repr(d);
        assertThat(f.error(() -> d.resize(w, 40, false))).isEqualTo("MemoryError: ");
        assertThat(f.repr(d)).isEqualTo(before);
    }
}
