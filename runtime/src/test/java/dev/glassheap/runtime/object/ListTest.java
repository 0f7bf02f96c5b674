package dev.glassheap.runtime.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListTest {

    private final ContainerFixture f = new ContainerFixture();
    private final World w = f.w;

    @Test
    void append_grows_the_capacity_as_CPython() {
        PyList l = PyList.create(w);
        List<Integer> capacities = new ArrayList<>();
        PyObject one = f.i(1);
        for (int k = 0; k < 1100; k++) {
            l.append(w, one);
            if (capacities.isEmpty() || capacities.getLast() != l.capacity) {
                capacities.add(l.capacity);
            }
        }
        assertThat(capacities).containsExactly(4, 8, 16, 24, 32, 40, 52, 64, 76, 92, 108, 128, 148, 172, 200, 232, 268, 308,
            352, 400, 456, 520, 592, 672, 760, 860, 972, 1100);
    }

    @Test
    void pop_shrinks_below_half() {
        PyObject range = f.range(1000);
        PyList l = PyList.of(w, range);
        List<Integer> capacities = new ArrayList<>(List.of(l.capacity));
        while (l.size > 0) {
            f.drop(f.call(l, "pop"));
            if (capacities.getLast() != l.capacity) {
                capacities.add(l.capacity);
            }
        }
        assertThat(capacities).containsExactly(1000, 564, 320, 184, 108, 64, 40, 24, 16, 12, 8, 4, 0);
    }

    @Test
    void pop_of_the_last_item_leaves_a_one_byte_block() {
        PyList l = PyList.create(w);
        int before = w.heap.allocatedBlocks();
        PyObject one = f.i(1);
        l.append(w, one);
        f.drop(f.call(l, "pop"));
        assertThat(w.heap.allocatedBlocks()).isEqualTo(before + 1);
        f.drop(f.call(l, "clear"));
        assertThat(w.heap.allocatedBlocks()).isEqualTo(before);
    }

    @Test
    void sizes_are_those_of_getsizeof() {
        assertThat(f.sizeOf(f.list())).isEqualTo(56);
        assertThat(f.sizeOf(f.list(1))).isEqualTo(64);
        assertThat(f.sizeOf(f.make(w.types.listType, f.range(3)))).isEqualTo(88);
        assertThat(f.sizeOf(f.call(f.list(1, 2, 3), "copy"))).isEqualTo(80);
    }

    @Test
    void headers_of_displays_wait_in_the_free_list_but_list_calls_do_not_use_it() {
        PyList l = PyList.create(w);
        long address = l.address;
        f.drop(l);
        PyObject called = f.make(w.types.listType);
        assertThat(called.address).isNotEqualTo(address);
        assertThat(PyList.create(w).address).isEqualTo(address);
    }

    @Test
    void slices_are_assigned_and_deleted() {
        PyList l = f.list(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        Objects.setItem(w, l, slice(2, 5, null), f.list(70, 71));
        assertThat(f.repr(l)).isEqualTo("[0, 1, 70, 71, 5, 6, 7, 8, 9]");
        Objects.setItem(w, l, slice(null, null, 2), null);
        assertThat(f.repr(l)).isEqualTo("[1, 71, 6, 8]");
        Objects.setItem(w, l, slice(null, null, -1), f.list(1, 2, 3, 4));
        assertThat(f.repr(l)).isEqualTo("[4, 3, 2, 1]");
        Objects.setItem(w, l, slice(1, 1, null), l);
        assertThat(f.repr(l)).isEqualTo("[4, 4, 3, 2, 1, 3, 2, 1]");
        assertThat(f.error(() -> Objects.setItem(w, l, slice(null, null, 3), f.list(1))))
            .isEqualTo("ValueError: attempt to assign sequence of size 1 to extended slice of size 3");
        assertThat(f.show(Objects.getItem(w, l, slice(null, null, -2)))).isEqualTo("[1, 3, 2, 4]");
    }

    private PySlice slice(Integer start, Integer stop, Integer step) {
        return PySlice.create(w, bound(start), bound(stop), bound(step));
    }

    private PyObject bound(Integer value) {
        return value == null ? w.none() : f.i(value);
    }

    @Test
    void sort_is_stable_and_reverse_keeps_equal_items_in_order() {
        PyList l = PyList.create(w);
        for (int k = 0; k < 300; k++) {
            l.appendSteal(w, f.tuple(f.i(k * 7919L % 10), f.i(k)));
        }
        PyObject first = Objects.getAttr(w, f.tuple(f.i(0)), "__getitem__");
        assertThat(first).isNotNull();
        ListSort.sort(w, l, null, true);
        long previousKey = Long.MAX_VALUE;
        long previousIndex = Long.MAX_VALUE;
        for (int k = 0; k < l.size; k++) {
            PyTuple t = (PyTuple) l.items[k];
            long key = ((PyInt) t.items[0]).value;
            long index = ((PyInt) t.items[1]).value;
            assertThat(key < previousKey || key == previousKey && index < previousIndex).isTrue();
            previousKey = key;
            previousIndex = index;
        }
    }

    @Test
    void sort_orders_many_shapes_of_input() {
        java.util.Random random = new java.util.Random(7);
        for (int n : new int[] {0, 1, 2, 31, 63, 64, 65, 200, 1000, 5000}) {
            for (int shape = 0; shape < 4; shape++) {
                PyList l = PyList.create(w);
                long[] expected = new long[n];
                for (int k = 0; k < n; k++) {
                    long v = switch (shape) {
                        case 0 -> random.nextInt(1_000_000);
                        case 1 -> k;
                        case 2 -> n - k;
                        default -> k % 50 == 0 ? random.nextInt(1000) : k;
                    };
                    expected[k] = v;
                    l.appendSteal(w, f.i(v));
                }
                java.util.Arrays.sort(expected);
                ListSort.sort(w, l, null, false);
                long[] got = new long[n];
                for (int k = 0; k < n; k++) {
                    got[k] = ((PyInt) l.items[k]).value;
                }
                assertThat(got).as("n=%d shape=%d", n, shape).isEqualTo(expected);
                f.drop(l);
            }
        }
    }

    @Test
    void repr_of_a_list_in_itself_ends() {
        PyList l = f.list(1);
        l.append(w, l);
        assertThat(f.repr(l)).isEqualTo("[1, [...]]");
        assertThat(w.thread.reprs).isEmpty();
    }

    @Test
    void deallocation_gives_back_every_block() {
        int before = w.heap.allocatedBlocks();
        PyObject range = f.range(5000);
        PyList l = PyList.of(w, range);
        PyObject copy = f.call(l, "copy");
        PyObject joined = Numbers.binary(w, BinaryOp.ADD, l, copy);
        f.drop(range, l, copy, joined);
        w.freeLists.clear(w);
        assertThat(w.heap.allocatedBlocks()).isEqualTo(before);
    }

    @Test
    void deep_nesting_is_released_without_recursion() {
        PyList l = PyList.create(w);
        for (int k = 0; k < 200_000; k++) {
            l = PyList.steal(w, new PyObject[] {l});
        }
        f.drop(l);
        assertThat(w.thread.trashNesting).isZero();
    }

    @Test
    void errors_have_the_wording_of_CPython() {
        PyList l = f.list(1);
        assertThat(f.error(() -> f.call(f.list(), "pop"))).isEqualTo("IndexError: pop from empty list");
        assertThat(f.error(() -> f.call(l, "pop", f.i(7)))).isEqualTo("IndexError: pop index out of range");
        assertThat(f.error(() -> f.call(l, "remove", f.i(7)))).isEqualTo("ValueError: list.remove(x): x not in list");
        assertThat(f.error(() -> f.call(l, "index", f.i(7)))).isEqualTo("ValueError: 7 is not in list");
        assertThat(f.error(() -> f.call(l, "index"))).isEqualTo("TypeError: index expected at least 1 argument, got 0");
        assertThat(f.error(() -> f.call(l, "insert", f.i(1)))).isEqualTo("TypeError: insert expected 2 arguments, got 1");
        assertThat(f.error(() -> f.call(l, "append"))).isEqualTo("TypeError: list.append() takes exactly one argument (0 given)");
        assertThat(f.error(() -> Objects.getItem(w, l, f.i(3)))).isEqualTo("IndexError: list index out of range");
        assertThat(f.error(() -> Objects.getItem(w, l, f.s("a"))))
            .isEqualTo("TypeError: list indices must be integers or slices, not str");
        assertThat(f.error(() -> Objects.setItem(w, l, f.i(3), l))).isEqualTo("IndexError: list assignment index out of range");
        assertThat(f.error(() -> Numbers.binary(w, BinaryOp.ADD, l, f.tuple(f.i(2)))))
            .isEqualTo("TypeError: can only concatenate list (not \"tuple\") to list");
        assertThat(f.error(() -> Numbers.binary(w, BinaryOp.MULTIPLY, l, f.i(1L << 40)))).isEqualTo("MemoryError: ");
        assertThat(f.error(() -> f.make(w.types.listType, l, l))).isEqualTo("TypeError: list expected at most 1 argument, got 2");
        assertThat(f.error(() -> Objects.hash(w, l))).isEqualTo("TypeError: unhashable type: 'list'");
        assertThat(f.error(() -> f.call(f.make(w.types.listType, f.tuple(f.i(1), f.s("a"))), "sort")))
            .isEqualTo("TypeError: '<' not supported between instances of 'str' and 'int'");
    }
}
