package dev.glassheap.runtime.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstanceDictTest {

    private final ContainerFixture f = new ContainerFixture();
    private final World w = f.w;
    private final PyType a = (PyType) f.make(w.types.typeType, f.s("A"), w.singletons.emptyTuple, f.dict());

    private PyObject instance() {
        return f.make(a);
    }

    private void set(PyObject o, String name, PyObject owned) {
        InstanceDict.set(w, o, w.id(name), owned);
        f.drop(owned);
    }

    private long valuesSize(PyObject o) {
        return w.heap.requestedSize(o.instanceState().values.address);
    }

    @Test
    void each_instance_gets_one_place_less_until_only_one_name_more_fits() {
        List<Long> sizes = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            PyObject o = instance();
            set(o, "x", f.i(1));
            set(o, "y", f.i(2));
            if (sizes.isEmpty() || sizes.getLast() != valuesSize(o)) {
                sizes.add(valuesSize(o));
            }
            f.drop(o);
        }
        assertThat(sizes).startsWith(264L, 256L, 248L, 240L).endsWith(48L, 40L, 32L);
    }

    @Test
    void the_dict_adopts_the_values_and_keeps_the_order_of_assignment() {
        PyObject first = instance();
        set(first, "x", f.i(1));
        PyObject o = instance();
        set(o, "y", f.i(2));
        set(o, "x", f.i(3));
        long values = o.instanceState().values.address;
        PyDict d = InstanceDict.materialize(w, o);
        assertThat(f.repr(d)).isEqualTo("{'y': 2, 'x': 3}");
        assertThat(o.instanceState().values).isNull();
        assertThat(d.split.address).isEqualTo(values);
        assertThat(w.heap.occupant(values)).isSameAs(d);
        assertThat(d.keysIdentity()).isSameAs(a.sharedKeys);
        assertThat(InstanceDict.materialize(w, o)).isSameAs(d);
        assertThat(InstanceDict.get(w, o, w.id("x"))).isSameAs(d.getStr(w, w.id("x")));
    }

    @Test
    void a_name_beyond_the_thirtieth_makes_a_table_of_its_own() {
        PyObject o = instance();
        for (int n = 0; n < 29; n++) {
            set(o, "n" + n, f.i(n));
        }
        assertThat(o.instanceState().values).isNotNull();
        set(o, "one too many", f.i(0));
        assertThat(o.instanceState().values).isNull();
        assertThat(o.instanceState().dict.split).isNull();
        assertThat(o.instanceState().dict.size()).isEqualTo(30);
    }

    @Test
    void deleting_what_is_not_set_teaches_the_class_the_name() {
        PyObject o = instance();
        assertThat(InstanceDict.delete(w, o, w.id("never"))).isFalse();
        assertThat(a.sharedKeys.indexOf(w, w.id("never"))).isZero();
        set(o, "x", f.i(1));
        assertThat(InstanceDict.delete(w, o, w.id("x"))).isTrue();
        assertThat(InstanceDict.get(w, o, w.id("x"))).isNull();
        set(o, "x", f.i(4));
        assertThat(f.repr(InstanceDict.materialize(w, o))).isEqualTo("{'x': 4}");
    }

    @Test
    void an_instance_gives_back_its_values() {
        PyObject warm = instance();
        set(warm, "x", f.i(1));
        f.drop(warm);
        w.freeLists.clear(w);
        int before = w.heap.allocatedBlocks();
        PyObject o = instance();
        set(o, "x", f.list(1, 2));
        f.drop(o);
        PyObject p = instance();
        set(p, "x", f.list(1, 2));
        InstanceDict.materialize(w, p);
        f.drop(p);
        w.freeLists.clear(w);
        assertThat(w.heap.allocatedBlocks()).isEqualTo(before);
    }

    @Test
    void clearing_unsets_the_values_and_drops_the_dict() {
        PyObject o = instance();
        set(o, "x", f.list());
        set(o, "y", f.list());
        InstanceDict.clear(w, o);
        List<PyObject> seen = new ArrayList<>();
        InstanceDict.traverse(o, seen::add);
        assertThat(seen).isEmpty();
        set(o, "y", f.i(5));
        assertThat(f.repr(InstanceDict.materialize(w, o))).isEqualTo("{'y': 5}");
        InstanceDict.clear(w, o);
        assertThat(o.instanceState().dict).isNull();
    }
}
