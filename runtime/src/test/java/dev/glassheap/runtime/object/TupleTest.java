package dev.glassheap.runtime.object;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TupleTest {

    private final ContainerFixture f = new ContainerFixture();
    private final World w = f.w;

    private PyTuple ofLength(int n) {
        PyObject[] items = new PyObject[n];
        for (int k = 0; k < n; k++) {
            items[k] = w.none();
        }
        return f.tuple(items);
    }

    @Test
    void tuples_of_up_to_nineteen_items_are_reused_and_those_of_twenty_only_saved() {
        for (int n = 1; n <= 21; n++) {
            PyTuple t = ofLength(n);
            long address = t.address;
            int before = w.heap.allocatedBlocks();
            f.drop(t);
            assertThat(w.heap.allocatedBlocks()).as("length %d", n).isEqualTo(n <= 20 ? before : before - 1);
            if (n < 20) {
                assertThat(ofLength(n).address).as("length %d", n).isEqualTo(address);
            } else if (n == 20) {
                assertThat(ofLength(n).address).isNotEqualTo(address);
            }
        }
    }

    @Test
    void the_empty_tuple_is_one_static_object() {
        assertThat(ofLength(0)).isSameAs(w.singletons.emptyTuple);
        assertThat(PyTuple.of(w, f.list())).isSameAs(w.singletons.emptyTuple);
    }

    @Test
    void a_tuple_of_an_iterator_ends_in_a_block_of_its_size() {
        for (int n : new int[] {0, 1, 5, 9, 10, 11, 19, 20, 21, 26, 40, 500}) {
            PyObject it = Objects.iter(w, f.list(new long[n]));
            PyObject filter = f.make(w.types.filterType, w.types.boolType, it);
            f.drop(PyTuple.of(w, filter));
            PyTuple t = PyTuple.of(w, f.make(w.types.mapType, w.types.intType, f.list(new long[n])));
            assertThat(t.items).hasSize(n);
            if (n > 0) {
                assertThat(w.heap.requestedSize(t.address - 16)).as("length %d", n).isGreaterThanOrEqualTo(40 + 8L * n);
                assertThat(t.isTracked()).isTrue();
            }
        }
    }

    @Test
    void hashes_are_those_of_CPython() {
        assertThat(Objects.hash(w, f.tuple())).isEqualTo(5740354900026072187L);
        assertThat(Objects.hash(w, f.tuple(f.i(1), f.i(2), f.i(3)))).isEqualTo(529344067295497451L);
    }
}
