package dev.glassheap.runtime.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.runtime.event.HeapEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Refuses the k-th block of an operation, for every k: afterwards no reference and no block is left over. */
class FaultInjectionTest {

    private final ContainerFixture f = new ContainerFixture();
    private final World w = f.w;
    private final PyType plainClass = (PyType) f.make(w.types.typeType, w.str("A"), w.singletons.emptyTuple, PyDict.create(w));
    /** What an operation owns; released however it ends. */
    private final List<PyObject> owned = new ArrayList<>();

    /** Lets some allocations pass and takes the next one back. */
    private final class Refusal implements HeapEvents {
        private int left;
        private boolean armed;
        private String where = "nowhere";

        Refusal(int left) {
            this.left = left;
            this.armed = true;
        }

        @Override
        public void allocated(long event, long address, long size, int site) {
            if (armed && left-- == 0) {
                armed = false;
                where = StackWalker.getInstance().walk(frames -> frames.skip(1).limit(9)
                    .map(x -> x.getFileName() + ":" + x.getLineNumber()).toList().toString());
                w.heap.free(address, site);
                throw Errors.noMemory(w);
            }
        }
    }

    private PyObject own(PyObject o) {
        owned.add(o);
        return o;
    }

    private PyObject big(long n) {
        return own(f.i(100_000 + n));
    }

    private PyList bigs(int n) {
        PyList l = (PyList) own(PyList.create(w));
        for (int k = 0; k < n; k++) {
            l.appendSteal(w, f.i(100_000 + k * 37L % 101));
        }
        return l;
    }

    private PyObject made(PyType type, PyObject... args) {
        return own(f.make(type, args));
    }

    private void called(PyObject self, String method, PyObject... args) {
        own(f.call(self, method, args));
    }

    private void consumed(PyObject iterable) {
        own(PyList.of(w, iterable));
        own(PyTuple.of(w, own(Objects.iter(w, iterable))));
    }

    private PyDict dictOf(int n) {
        PyDict d = (PyDict) own(PyDict.create(w));
        PyList l = bigs(n);
        for (int k = 0; k < n; k++) {
            d.setItem(w, l.items[k], l);
        }
        d.setItem(w, w.id("name"), l);
        return d;
    }

    private PyObject range(long... bounds) {
        PyObject[] args = new PyObject[bounds.length];
        for (int k = 0; k < bounds.length; k++) {
            args[k] = big(bounds[k] - 100_000);
        }
        return own(PyRange.create(w, args));
    }

    private PySlice slice(Integer start, Integer stop, Integer step) {
        return (PySlice) own(PySlice.create(w, start == null ? w.singletons.none : big(start - 100_000),
            stop == null ? w.singletons.none : big(stop - 100_000), step == null ? w.singletons.none : big(step - 100_000)));
    }

    @TestFactory
    Stream<DynamicTest> every_allocation_may_fail() {
        return Stream.of(
            test("list", () -> {
                PyList l = bigs(20);
                called(l, "extend", l);
                own(Numbers.binary(w, BinaryOp.ADD, l, l));
                own(Numbers.binary(w, BinaryOp.MULTIPLY, l, own(f.i(3))));
                called(l, "copy");
                called(l, "pop", own(f.i(3)));
                called(l, "insert", own(f.i(0)), w.singletons.none);
                own(Objects.getItem(w, l, slice(1, 9, 2)));
                Objects.setItem(w, l, slice(1, 4, null), range(400, 420));
                Objects.setItem(w, l, slice(null, null, 3), null);
                Objects.setItem(w, l, slice(null, 20, null), null);
                consumed(l);
                consumed(own(f.call(l, "__reversed__")));
                called(l, "__sizeof__");
            }),
            test("sort", () -> {
                PyList l = bigs(400);
                called(l, "sort");
                ListSort.sort(w, l, w.types.floatType, true);
                own(f.call(own(w.str("a b c d")), "split"));
            }),
            test("tuple", () -> {
                PyObject t = made(w.types.tupleType, made(w.types.filterType, w.singletons.none, bigs(40)));
                own(Numbers.binary(w, BinaryOp.ADD, t, t));
                own(Numbers.binary(w, BinaryOp.MULTIPLY, t, own(f.i(3))));
                own(Objects.getItem(w, t, slice(1, 9, 2)));
                consumed(t);
            }),
            test("dict", () -> {
                PyDict d = dictOf(30);
                own(d.copy(w));
                own(Numbers.binary(w, BinaryOp.OR, d, d));
                called(d, "update", d);
                called(d, "popitem");
                called(d, "setdefault", big(7), w.singletons.none);
                called(d, "pop", big(7));
                called(d, "fromkeys", d, d);
                called(d, "fromkeys", bigs(10));
                consumed(own(f.call(d, "items")));
                consumed(own(f.call(d, "values")));
                PyDict e = (PyDict) made(w.types.dictType, d);
                own(Objects.richCompare(w, d, e, CompareOp.NE));
                called(d, "clear");
                called(e, "clear");
            }),
            test("views", () -> {
                PyDict d = dictOf(12);
                PyObject keys = own(f.call(d, "keys"));
                PyObject some = made(w.types.setType, bigs(5));
                own(Numbers.binary(w, BinaryOp.AND, keys, some));
                own(Numbers.binary(w, BinaryOp.OR, keys, some));
                own(Numbers.binary(w, BinaryOp.XOR, keys, some));
                own(Numbers.binary(w, BinaryOp.SUBTRACT, keys, some));
                own(Objects.getAttr(w, keys, "mapping"));
            }),
            test("set", () -> {
                PySet s = (PySet) made(w.types.setType, bigs(60));
                PySet t = (PySet) made(w.types.frozensetType, bigs(9));
                for (BinaryOp op : new BinaryOp[] {BinaryOp.AND, BinaryOp.OR, BinaryOp.XOR, BinaryOp.SUBTRACT}) {
                    own(Numbers.binary(w, op, s, t));
                    own(Numbers.binary(w, op, t, s));
                    own(Numbers.inplace(w, op, s, t));
                }
                called(s, "union", bigs(30));
                called(s, "intersection", bigs(30));
                called(s, "difference", bigs(30));
                called(s, "symmetric_difference", bigs(30));
                called(s, "copy");
                consumed(s);
            }),
            test("range and slice", () -> {
                PyObject r = range(1000, 9000, 1300);
                consumed(r);
                own(Objects.getItem(w, r, slice(1, 4, null)));
                consumed(own(f.call(r, "__reversed__")));
                called(slice(300, 900, 7), "indices", big(0));
                own(w.newInt(Objects.hash(w, r)));
                called(r, "__reduce__");
            }),
            test("iterators", () -> {
                PyList l = bigs(12);
                consumed(made(w.types.enumerateType, l, big(0)));
                consumed(made(w.types.zipType, l, l, range(500, 600)));
                consumed(made(w.types.mapType, w.types.floatType, l));
                consumed(made(w.types.filterType, w.singletons.none, l));
                consumed(made(w.types.reversedType, own(w.str("abcdef"))));
                PyObject e = made(w.types.enumerateType, l, big(0));
                own(PyTuple.pair(w, (PyTuple) own(PyTuple.pack(w, l, l)), w.newRef(l, Holder.NATIVE), w.newRef(l, Holder.NATIVE)));
                own(Objects.next(w, e));
                own(CallableIterator.create(w, w.types.listType, l));
            }),
            test("instance dict", () -> {
                PyObject a = made(plainClass);
                for (int n = 0; n < 32; n++) {
                    InstanceDict.set(w, a, w.id("attribute" + n), big(n));
                }
                PyObject b = made(plainClass);
                InstanceDict.set(w, b, w.id("attribute1"), big(1));
                own(InstanceDict.materialize(w, b).copy(w));
                InstanceDict.materialize(w, b).setItem(w, big(3), a);
                InstanceDict.materialize(w, b).clear(w);
            }),
            test("repr", () -> {
                PyDict d = dictOf(3);
                own(Objects.repr(w, d));
                own(Objects.repr(w, own(f.call(d, "items"))));
                own(Objects.repr(w, made(w.types.setType, d)));
                own(Objects.repr(w, own(PyTuple.pack(w, d, d))));
                own(Objects.repr(w, range(1000, 2000, 300)));
                own(Objects.repr(w, slice(300, 400, null)));
            }));
    }

    private DynamicTest test(String name, Runnable operation) {
        return DynamicTest.dynamicTest(name, () -> {
            run(operation, null);
            run(operation, null);
            State before = State.of(w);
            int k = 0;
            for (Refusal r = new Refusal(k); !run(operation, r); r = new Refusal(++k)) {
                assertThat(State.of(w)).as("%s after refusing block %d at %s", name, k, r.where).isEqualTo(before);
            }
            assertThat(k).isGreaterThan(5);
        });
    }

    /** True when the operation went through. */
    private boolean run(Runnable operation, Refusal refusal) {
        try {
            w.heap.listener(refusal == null ? HeapEvents.NONE : refusal);
            operation.run();
            return true;
        } catch (PyException e) {
            w.heap.listener(HeapEvents.NONE);
            assertThat(TestWorld.describe(w, e)).isEqualTo("MemoryError: ");
            return false;
        } finally {
            w.heap.listener(HeapEvents.NONE);
            for (int i = owned.size() - 1; i >= 0; i--) {
                w.release(owned.get(i), Holder.NATIVE);
            }
            owned.clear();
            w.freeLists.clear(w);
        }
    }

    /** What must be as before: blocks, tracked objects and the counts of objects that everything refers to. */
    private record State(int blocks, int tracked, int none, int zero, int one, int emptyTuple, int list, int reprs) {
        static State of(World w) {
            return new State(w.heap.allocatedBlocks() - (w.freeLists.slices.size()), ((TestWorld.Ring) w.collector).tracked,
                w.singletons.none.refcnt, w.singletons.smallInt(0).refcnt, w.singletons.smallInt(1).refcnt,
                w.singletons.emptyTuple.refcnt, w.types.listType.refcnt, w.thread.reprs.size());
        }
    }
}
